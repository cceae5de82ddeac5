"""What a line of a roadmap is: a section, an item, the rest of the item above, or nothing."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from programs.domain.roadmap_columns import (
    CONTENT,
    DETAILS,
    NUMBER,
    RESPONSIBLE,
    RESULT,
    SECTION,
    STAGE,
    TERM,
    TITLE,
    Columns,
)
from programs.domain.roadmap_lines import Body, Line, Value, text_of

CARRIED = {SECTION, STAGE, TITLE, TERM, RESPONSIBLE, RESULT}
SECTION_NUMBER = re.compile(r"(\d{1,3}(?:\.\d{1,3})*|[IVXLC]+)\s*[.)]\s*(?=\D)(.+)", re.DOTALL)
SPACED_NUMBER = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)\s+([А-ЯЁ].+)", re.DOTALL)
INLINE_NUMBER = re.compile(r"(\d{1,3}(?:\.\d{1,3})*[.)]|\d{1,3}(?:\.\d{1,3})+)\s+(.+)", re.DOTALL)
NAMED_SECTION = re.compile(r"(?:раздел|этап|блок|направление|часть)\b", re.IGNORECASE)
SINGLE_NUMBER = re.compile(r"(\d{1,3}|[IVXLC]+)[.)]?")
WORD = re.compile(r"[^\W\d_]{3,}")
SIGNATURE = re.compile(
    r"(?:директор|руководитель|заведующ\w+|куратор|исполнитель|составил\w*|согласовано|утвержд(?:аю|ено)"
    r"|подпись|м\. ?п\.|приложение|примечание|дата)\b[^\n]{0,80}",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Record:
    """A line with its values by role; ``own`` are the roles that are not carried from above."""

    line: int
    values: dict[str, Value]
    own: frozenset[str]
    section: str | None = None

    def text(self, role: str) -> str:
        return text_of(self.values.get(role, ""))

    @property
    def continues(self) -> bool:
        """More contents of the item above: nothing else stands in the line."""
        return self.own == {DETAILS}


def records_of(body: Body) -> list[Record]:
    records = [record for record in _read(body) if record.own or record.section is not None]
    return [
        replace(record, section=_heading(record))
        if record.section is None and _heads(record, following)
        else record
        for record, following in zip_longest(records, records[1:])
    ]


def is_signature(text: str) -> bool:
    return SIGNATURE.fullmatch(text) is not None


def split_heading(text: str) -> tuple[str, str]:
    """«1. Нормативное…» as a number and a title."""
    line = " ".join(text.split())
    match = SECTION_NUMBER.fullmatch(line) or SPACED_NUMBER.fullmatch(line)
    return (match[1], match[2]) if match else ("", line)


def _read(body: Body) -> Iterator[Record]:
    above: dict[int, Value] = {}
    inline = not body.columns.has(NUMBER) and any(map(_numbered_item, body.lines))
    for line in body.lines:
        values = _carried(line, body.columns, above)
        above = values
        section = None if inline and not line.spans_all else _section_text(line, body.columns)
        yield Record(line.number, *_by_role(values, line, body.columns), section)


def _numbered_item(line: Line) -> bool:
    """Items that keep their numbers inside the title."""
    return len(line.filled) > 1 and bool(SECTION_NUMBER.match(line.texts[line.filled[0]]))


def _carried(line: Line, columns: Columns, above: dict[int, Value]) -> dict[int, Value]:
    """A cell merged downwards speaks for every row beside it; its number only for the first."""
    values = {place: line.cells[place] for place in line.filled}
    for place in line.continued:
        if columns.roles.get(place) in CARRIED and place in above:
            values[place] = above[place]
    return values


def _by_role(
    values: dict[int, Value], line: Line, columns: Columns
) -> tuple[dict[str, Value], frozenset[str]]:
    """Two columns of one role are read together, line after line."""
    roles: dict[str, Value] = {}
    for place, value in sorted(values.items()):
        role = columns.roles.get(place)
        if role:
            roles[role] = f"{text_of(roles[role])}\n{text_of(value)}" if role in roles else value
    own = {role for place, role in columns.roles.items() if place in line.filled}
    return roles, frozenset(own)


def _section_text(line: Line, columns: Columns) -> str | None:
    """One text for the whole width, or one text where an item cannot have its only one."""
    texts = [line.texts[place] for place in line.filled]
    if line.spans_all:
        return _wide(texts)
    if len(texts) != 1:
        return None
    place, text = line.filled[0], texts[0]
    role = columns.roles.get(place, "")
    if role in CONTENT:
        number, _title = split_heading(text)
        numbered = number and "." not in number
        return text if role == TITLE and (numbered or NAMED_SECTION.match(text)) else None
    return text if place == 0 and WORD.search(text) or role == SECTION else None


def _wide(texts: Sequence[str]) -> str | None:
    """«2 | Методическая поддержка» across the table is a section, «6.1 | Контроль» an item."""
    if len(texts) == 1:
        return texts[0]
    number = SINGLE_NUMBER.fullmatch(texts[0])
    return f"{number[1]}. {texts[1]}" if number and len(texts) == 2 else None


def _heads(record: Record, following: Record | None) -> bool:
    """«1 | Нормативное…» with nothing else before «1.1 | …» is a section, not an item."""
    number = SINGLE_NUMBER.fullmatch(record.text(NUMBER))
    if record.own != {NUMBER, TITLE} or number is None or following is None:
        return False
    child = following.text(NUMBER)
    return child.startswith(f"{number[1]}.") and len(child.strip(". ")) > len(number[1])


def _heading(record: Record) -> str:
    return f"{record.text(NUMBER).rstrip('.) ')}. {record.text(TITLE)}"


def numbers_name_sections(records: Sequence[Record]) -> bool:
    """Under «№ | Этап | Мероприятие» the numbers count stages when every number opens one."""
    current, numbered = "", 0
    for record in records:
        opens = record.text(SECTION) not in ("", current)
        current = record.text(SECTION) or current
        if NUMBER in record.own:
            numbered += 1
            if not opens:
                return False
    return numbered > 0
