"""The body of a regulation, a program or a contract, written by the curator as plain lines.

A line after «#» opens a section, every other line is its clause, a line after a dash is a point of
the clause; the portal numbers them itself: 1, 1.1, 1.2, 2, 2.1. A line after «>» is a paragraph
without a number.
"""

from collections.abc import Iterator

from documents.domain.blocks import Block, Clause, Heading, Para
from documents.domain.clauses import SUBCLAUSE, TYPED_NUMBER

SECTION, PLAIN = "#", ">"


def parse_articles(text: str) -> tuple[Block, ...]:
    """Sections, clauses and points; a clause before the first section is a plain paragraph."""
    return tuple(_blocks(text))


def _blocks(text: str) -> Iterator[Block]:
    section = clause = 0
    for line in filter(None, map(str.strip, text.splitlines())):
        if line.startswith(SECTION):
            section, clause = section + 1, 0
            yield Heading(f"{section}. {_bare(line.lstrip(SECTION))}")
        elif line.startswith(PLAIN):
            yield Para(line.removeprefix(PLAIN).strip())
        elif SUBCLAUSE.match(line):
            yield Clause("–", SUBCLAUSE.sub("", line), 2)
        elif section:
            clause += 1
            yield Clause(f"{section}.{clause}", _bare(line))
        else:
            yield Para(line)


def _bare(line: str) -> str:
    """Without the number that somebody typed."""
    return TYPED_NUMBER.sub("", line.strip()).strip()
