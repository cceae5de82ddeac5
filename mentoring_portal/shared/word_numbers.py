"""Numbers that Word itself puts before paragraphs: people see them, the text does not hold them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from mentoring_portal.shared.word_text import children, local, value

DEEPEST = 9  # levels of a list in Word
LARGEST = 399  # Roman numerals of sections never go further
LONGEST = 20  # characters of a number
ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
PLACEHOLDER = re.compile(r"%([1-9])")


@dataclass
class Level:
    """How a level of a list is printed: «%1.%2.» in decimal, Roman or no numbers."""

    start: int = 1
    form: str = "decimal"
    text: str = ""


@dataclass
class List:
    """A list with its counters, one for each level that has begun."""

    levels: dict[int, Level]
    counters: dict[int, int] = field(default_factory=dict)

    def next(self, depth: int) -> str:
        level = self.levels.get(depth)
        if level is None or level.form in ("bullet", "none"):
            return ""
        self.counters = {d: n for d, n in self.counters.items() if d <= depth}
        self.counters[depth] = self.counters.get(depth, level.start - 1) + 1
        return PLACEHOLDER.sub(self._number, level.text[:LONGEST])[:LONGEST]

    def _number(self, match: re.Match[str]) -> str:
        depth = int(match[1]) - 1
        level = self.levels.get(depth, Level())
        number = self.counters.get(depth, level.start)
        return roman(number) if level.form == "upperRoman" else str(number)[:LONGEST]


def roman(number: int) -> str:
    letters = ""
    for size, letter in ROMAN:
        count, number = divmod(min(number, LARGEST), size)
        letters += letter * count
    return letters


def write_numbers(document: Any, numbering: Any) -> None:
    """Make the printed number of every numbered paragraph the beginning of its text."""
    lists = lists_of(numbering)
    for paragraph in document.iter("{*}p"):
        for name, depth in _places(paragraph):
            number = lists[name].next(depth) if name in lists else ""
            if number:
                _prepend(paragraph, f"{number} ")


def _prepend(paragraph: Any, text: str) -> None:
    namespace = paragraph.tag.rpartition("}")[0]
    run = paragraph.makeelement(f"{namespace}}}r")
    word = paragraph.makeelement(f"{namespace}}}t")
    word.text = text
    run.append(word)
    paragraph.insert(0, run)


def lists_of(numbering: Any) -> dict[str, List]:
    """Lists by the name that paragraphs call them; several names may count one list."""
    patterns = {
        _attribute(pattern, "abstractNumId"): List(dict(_levels(pattern)))
        for pattern in children(numbering, "abstractNum")
    }
    return {
        _attribute(name, "numId"): patterns[value(target)]
        for name in children(numbering, "num")
        for target in children(name, "abstractNumId")
        if value(target) in patterns
    }


def _levels(pattern: Any) -> Iterator[tuple[int, Level]]:
    for element in children(pattern, "lvl"):
        level = Level()
        for part in element.iterchildren():
            if local(part) == "start":
                level.start = int(value(part) or 1)
            elif local(part) == "numFmt":
                level.form = value(part)
            elif local(part) == "lvlText":
                level.text = value(part)
        yield int(_attribute(element, "ilvl") or 0), level


def _places(paragraph: Any) -> Iterator[tuple[str, int]]:
    for properties in children(paragraph, "pPr"):
        for place in children(properties, "numPr"):
            names = [value(name) for name in children(place, "numId")]
            depths = [int(value(depth) or 0) for depth in children(place, "ilvl")]
            if names and 0 <= (depths or [0])[0] < DEEPEST:
                yield names[0], (depths or [0])[0]


def _attribute(element: Any, name: str) -> str:
    return next((text for key, text in element.attrib.items() if key.endswith(f"}}{name}")), "")
