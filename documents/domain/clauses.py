"""The numbered clauses of an order, written by the curator as plain lines."""

import re

from documents.domain.blocks import Clause

SUBCLAUSE = re.compile(r"^\s*[-–—•]\s*")
# Numbers typed by hand are dropped: the portal numbers the clauses itself.
TYPED_NUMBER = re.compile(r"^\s*\d+(\.\d+)*[.)]\s+")


def parse_clauses(text: str) -> tuple[Clause, ...]:
    """A line is a clause, a line after a dash is its subclause: 1, 2, 2.1, 2.2, 3.

    Empty lines are skipped; a dash before the first clause makes a clause.
    """
    clauses: list[Clause] = []
    main = sub = 0
    for line in filter(str.strip, text.splitlines()):
        if SUBCLAUSE.match(line) and main:
            sub += 1
            clauses.append(Clause(f"{main}.{sub}", SUBCLAUSE.sub("", line).strip(), 2))
        else:
            main, sub = main + 1, 0
            bare = TYPED_NUMBER.sub("", SUBCLAUSE.sub("", line)).strip()
            clauses.append(Clause(str(main), bare))
    return tuple(clauses)
