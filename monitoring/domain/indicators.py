"""Formulas of the indicators over plain numbers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

# «Satisfied» has no threshold in the acts, so the rule is ours and stands in the report.
SATISFIED_FROM = Decimal(4)
SATISFACTION_RULE = "Удовлетворён – средняя оценка встреч не ниже 4 из 5."


@dataclass(frozen=True)
class Share:
    """A share with what it was made of. ``value`` is None when there is nothing to divide by."""

    numerator: int
    denominator: int | None

    @property
    def value(self) -> Decimal | None:
        """Per cent with one decimal, rounded half up."""
        if not self.denominator:
            return None
        exact = Decimal(100) * self.numerator / self.denominator
        return exact.quantize(Decimal("0.1"), ROUND_HALF_UP)

    @property
    def is_possible(self) -> bool:
        """More than 100 % means that the denominator is wrong."""
        return not self.denominator or self.numerator <= self.denominator


def percent_words(value: Decimal | str | None) -> str:
    """«66,7 %» or «нет данных»; a zero denominator never prints as 0 %."""
    return "нет данных" if value is None else f"{value}".replace(".", ",") + "\u00a0%"


def is_satisfied(ratings: Iterable[int]) -> bool:
    """By the mean of one person's ratings; silence is not satisfaction."""
    marks = [Decimal(mark) for mark in ratings]
    return bool(marks) and sum(marks) / len(marks) >= SATISFIED_FROM


def satisfaction(took_part: Iterable[int], ratings: Mapping[int, list[int]]) -> Share:
    """Satisfied people among **all who took part**, not among those who answered."""
    people = set(took_part)
    satisfied = sum(1 for person in people if is_satisfied(ratings.get(person, [])))
    return Share(satisfied, len(people))
