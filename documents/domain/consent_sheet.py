"""The wording of a consent as a sheet to sign: known names in its blanks, its list of data as a
table. The wording itself is never changed: it is the version that people sign."""

import re
from collections.abc import Iterator, Mapping
from itertools import groupby

from documents.domain.blocks import Block, Column, Para, Table

BLANK = r"_{5,}"
# Blanks told apart by the words after them; «класс» is asked only of the child.
CHILD = re.compile(BLANK + r"(?= \(фамилия, имя, отчество, класс)")
SIGNER = re.compile(BLANK + r"(?= \(фамилия, имя, отчество\))")
CONTACTS = re.compile(BLANK + r"(?= \(телефон)")
LINE_TO_TICK = re.compile(r"^(?P<what>.+?)\s*[–-]\s*_+\s*$")
LAST_LINE = re.compile(r"^Дата _+.*Подпись _+")
FIELDS = (
    Column("Персональные данные", 38),
    Column("Да", 9, "center"),
    Column("Нет", 9, "center"),
    Column("Условия и запреты", 44),
)


def consent_blocks(text: str, names: Mapping[re.Pattern[str], str]) -> tuple[Block, ...]:
    """Paragraphs of ``text`` with ``names`` in their blanks; lines of data become one table.

    The line of the wording for the date and the signature is dropped: the sheet has its own.
    """
    for blank, value in names.items():
        if value:
            # A backslash in a name is a letter here, not a reference to a group.
            text = blank.sub(value.replace("\\", r"\\"), text, count=1)
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    kept = [line for line in lines if not LAST_LINE.match(line)]
    return tuple(_blocks(kept))


def _blocks(lines: list[str]) -> Iterator[Block]:
    for is_table, group in groupby(lines, key=lambda line: bool(LINE_TO_TICK.match(line))):
        if is_table:
            yield Table(FIELDS, tuple(_row(line) for line in group))
        else:
            yield from (Para(line) for line in group)


def _row(line: str) -> tuple[str, str, str, str]:
    match = LINE_TO_TICK.match(line)
    return (match["what"] if match else line, "", "", "")
