"""A questionnaire as plain lines.

«#» begins a section, «?» an open question with room below, «? … | yes | no» a question with boxes
to tick, «*» a row of the scale from 1 to 10; any other line is a paragraph. Questions are numbered
through the whole sheet.
"""

from collections.abc import Iterator
from itertools import count, groupby

from documents.domain.blocks import Block, Column, Heading, Para, Row, Table
from documents.domain.form_blocks import Answer, Choice
from mentoring_portal.shared.names import NBSP

SECTION, QUESTION, SCALE, OPTION = "#", "?", "*", "|"
ROOM = 2
GREATEST = 10
# The marks stand in one column: ten columns more would make the letters too small for children.
SCALE_COLUMNS = (
    Column("№", 6, "center"),
    Column("Вопрос", 54),
    Column("Обведите балл", 40, "center"),
)
MARKS = (NBSP * 3).join(str(mark) for mark in range(1, GREATEST + 1))
# Options that are shorter together stand in one line.
ONE_LINE = 24


def parse_questionnaire(text: str) -> tuple[Block, ...]:
    return tuple(_blocks(text))


def _blocks(text: str) -> Iterator[Block]:
    numbers = count(1)
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    for mark, group in groupby(lines, key=lambda line: line[0]):
        if mark == SCALE:
            yield Table(SCALE_COLUMNS, tuple(_scale_rows(group, numbers)))
        else:
            for line in group:
                yield from _line(line, numbers)


def _scale_rows(lines: Iterator[str], numbers: Iterator[int]) -> Iterator[Row]:
    for line in lines:
        yield (next(numbers), line.lstrip(SCALE).strip(), MARKS)


def _line(line: str, numbers: Iterator[int]) -> Iterator[Block]:
    if line.startswith(SECTION):
        yield Heading(line.lstrip(SECTION).strip())
    elif line.startswith(QUESTION):
        yield from _question(line.lstrip(QUESTION), numbers)
    else:
        yield Para(line)


def _question(line: str, numbers: Iterator[int]) -> Iterator[Block]:
    """A heading never parts with what follows it, so neither does a question with its answer."""
    words, *options = (part.strip() for part in line.split(OPTION))
    yield Heading(f"{next(numbers)}. {words}", 2)
    yield answer(options)


def answer(options: list[str]) -> Block:
    if not options:
        return Answer(ROOM)
    choice = Choice(tuple(options))
    if len("".join(options)) > ONE_LINE:
        return choice
    return Para((NBSP * 6).join(choice.lines), align="left", indent=False)
