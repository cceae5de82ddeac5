"""Words in braces that the portal fills in: «Куратору {куратор, дат.} поручить …».

The catalogue is closed: an unknown word is refused by its name, so a text never prints braces and
never reaches anything but a value. A human may be asked for in a case and in one of three manners:

- ``{куратор, дат.}`` – «Петровой А. И.»;
- ``{куратор с должностью, дат.}`` – «учителю физики Петровой А. И.»;
- ``{куратор полностью, вин.}`` – «Петрову Анну Игоревну, учителя физики,».
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Protocol, TypeAlias

BLANK = "_" * 20
CASES = {
    "им.": "nomn",
    "род.": "gent",
    "дат.": "datv",
    "вин.": "accs",
    "твор.": "ablt",
    "пред.": "loct",
}
BRACES = re.compile(r"\{([^{}]*)\}")
LONE = re.compile(r"[{}]")
AROUND = 20
CLOSING = ".,;:)»"


class Manner(Enum):
    SHORT = ""
    WITH_POST = " с должностью"
    IN_FULL = " полностью"


class Human(Protocol):
    """Somebody whom papers name: ``words`` gives the name in a case and a manner."""

    def words(self, case: str, manner: Manner) -> str: ...


Value: TypeAlias = str | Human | None


class PlaceholderError(ValueError):
    """A Russian sentence about a word in braces that cannot be filled in."""


@dataclass(frozen=True, slots=True)
class Placeholder:
    """``case`` is empty when the text asks for none."""

    name: str
    case: str = ""
    manner: Manner = Manner.SHORT


def placeholders(text: str) -> Iterator[Placeholder]:
    """Every word in braces, in order; PlaceholderError for an unknown case or a lone brace."""
    ensure_pairs(text)
    return (parse(match[1]) for match in BRACES.finditer(text))


def ensure_pairs(text: str) -> None:
    """PlaceholderError saying in which line and at which sign of it a brace stands alone."""
    alone = LONE.search(BRACES.sub(lambda match: " " * len(match[0]), text))
    if alone:
        raise PlaceholderError(
            f"Фигурная скобка без пары: {place_of(alone.start(), text)}. В скобках стоит только "
            "подстановка."
        )


def place_of(position: int, text: str) -> str:
    """«строка 2, знак 10, «поручить {куратору контроль»»"""
    *above, before = text[:position].split("\n")
    after = text[position:].partition("\n")[0]
    around = f"{before[-AROUND:]}{after[:AROUND]}".strip()
    return f"строка {len(above) + 1}, знак {len(before) + 1}, «{around}»"


def parse(inside: str) -> Placeholder:
    name, _, case = inside.partition(",")
    name, case = " ".join(name.split()).casefold(), case.strip().casefold()
    if case and case not in CASES:
        raise PlaceholderError(f"«{{{inside}}}»: падежа «{case}» нет. Есть: {', '.join(CASES)}")
    for manner in (Manner.WITH_POST, Manner.IN_FULL):
        if name.endswith(manner.value):
            return Placeholder(name.removesuffix(manner.value), CASES.get(case, ""), manner)
    return Placeholder(name, CASES.get(case, ""))


def fill(text: str, value_of: Callable[[str], Value]) -> str:
    """The text with its values; what is not known yet is a line to fill in by hand.

    ``value_of`` raises KeyError for a name that the catalogue lacks; that becomes a
    PlaceholderError naming it.
    """

    def filled(match: re.Match[str]) -> str:
        words = wording(parse(match[1]), value_of)
        following = text[match.end() : match.end() + 1]
        if following == ".":
            # «Петровой А. И.» and «2026 г.» bring the full stop of the sentence with them.
            words = words.removesuffix(".")
        return words.removesuffix(",") if following in CLOSING else words

    return BRACES.sub(filled, text)


def wording(placeholder: Placeholder, value_of: Callable[[str], Value]) -> str:
    try:
        value = value_of(placeholder.name)
    except KeyError:
        raise PlaceholderError(f"Подстановки «{{{placeholder.name}}}» нет.") from None
    if value is None:
        return BLANK
    if not isinstance(value, str):
        return value.words(placeholder.case or "nomn", placeholder.manner)
    if placeholder.case or placeholder.manner is not Manner.SHORT:
        raise PlaceholderError(f"«{{{placeholder.name}}}» – не человек: падеж здесь не нужен.")
    return value or BLANK
