"""The run of a journal: a reader must see that a number is missing, or dated out of its turn."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Gap:
    first: int
    last: int

    @property
    def count(self) -> int:
        return self.last - self.first + 1

    @property
    def words(self) -> str:
        """«№ 7 пропущен», «№ 8–14 пропущены»"""
        if self.first == self.last:
            return f"№\u00a0{self.first} пропущен"
        return f"№\u00a0{self.first}–{self.last} пропущены"


def gaps(numbers: Iterable[int]) -> Iterator[Gap]:
    """What is missing between 1 and the last number; ``numbers`` come in any order."""
    expected = 1
    for number in sorted(numbers):
        if number > expected:
            yield Gap(expected, number - 1)
        expected = max(expected, number + 1)


def out_of_turn(rows: Iterable[tuple[int, date]]) -> dict[int, int]:
    """Number → a lower number that is dated later."""
    found: dict[int, int] = {}
    last, latest = 0, date.min
    for number, day in sorted(rows):
        if day < latest:
            found[number] = last
        else:
            last, latest = number, day
    return found
