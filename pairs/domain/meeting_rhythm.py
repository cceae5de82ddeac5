"""How evenly a pair meets: breaks, and which kind of meeting comes next."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

LONG_BREAK_DAYS = 30


@dataclass(frozen=True)
class Gap:
    """A stretch without meetings; ``is_open`` means it lasts until today."""

    start: date
    end: date
    is_open: bool = False

    @property
    def days(self) -> int:
        return (self.end - self.start).days


def gaps(
    days: Iterable[date], start: date | None, end: date, limit: int = LONG_BREAK_DAYS
) -> list[Gap]:
    """Breaks longer than ``limit`` days between ``start``, the meetings and ``end``."""
    known = sorted({*days} | ({start} if start else set()))
    inner = [Gap(earlier, later) for earlier, later in pairwise(known)]
    last = [Gap(known[-1], end, is_open=True)] if known and known[-1] < end else []
    return [gap for gap in inner + last if gap.days > limit]


def next_kind(order: Sequence[str], once: Collection[str], held: Collection[str]) -> str:
    """The first kind that has not been held; the closing one is never proposed by itself."""
    for kind in order[:-1]:
        if kind not in held or kind not in once:
            return kind
    return order[-1]
