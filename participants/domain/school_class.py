"""Classes as tables write them: «9 «А» класс», «9А», «9-а кл.» are one class."""

import re

_CLASS = re.compile(
    r"""\s*(?P<number>1[01]|[1-9])
        \s*[-–]?\s*["«„“']?(?P<letter>[а-яё])?["»“”']?
        \s*(?:кл\.?|класс\w*)?\s*""",
    re.IGNORECASE | re.VERBOSE,
)


def class_of(position: str) -> str:
    """«9 «А»», or an empty string when ``position`` is no class."""
    match = _CLASS.fullmatch(position)
    if match is None:
        return ""
    letter = (match["letter"] or "").upper()
    return f"{match['number']} «{letter}»" if letter else match["number"]


def class_key(name: str) -> tuple[int, str]:
    """The order of a school: 9 «Б» before 10 «А»."""
    number, _space, letter = name.partition(" ")
    return int(number), letter
