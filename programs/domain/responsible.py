"""Who answers for a row: the printed list taken apart, for filters."""

import re
from collections import Counter
from collections.abc import Iterable

NOBODY = "-"
BETWEEN = re.compile(r"[;,/]|\s+и\s+")


def people_of(text: str) -> list[str]:
    """«Директор; куратор» → «директор», «куратор»; nobody is a choice too."""
    parts = (" ".join(part.split()).lower() for part in BETWEEN.split(text))
    return list(dict.fromkeys(filter(None, parts))) or [NOBODY]


def choices_of(texts: Iterable[str]) -> list[tuple[str, str, int]]:
    """Code, words and number of rows of everyone named; «не указан» is the last one."""
    counts = Counter(person for text in texts for person in people_of(text))
    named = sorted(person for person in counts if person != NOBODY)
    choices = [(person, person[:1].upper() + person[1:], counts[person]) for person in named]
    if counts[NOBODY]:
        choices.append((NOBODY, "Не указан", counts[NOBODY]))
    return choices
