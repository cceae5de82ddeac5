"""How far a plan has come. Marks are the codes of ``TaskMark``."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

PLANNED, DONE, PARTLY, DROPPED = "planned", "done", "partly", "dropped"


@dataclass(frozen=True)
class Progress:
    """Tasks that were dropped are no part of ``total``; those done in part are not ``done``."""

    total: int = 0
    done: int = 0
    partly: int = 0
    dropped: int = 0
    overdue: int = 0

    @property
    def percent(self) -> int:
        return 100 * self.done // self.total if self.total else 0


def progress(tasks: Iterable[tuple[str, date | None]], today: date) -> Progress:
    """``tasks`` are marks with the day each is due on."""
    known = list(tasks)
    marks = Counter(mark for mark, _due in known)
    return Progress(
        total=len(known) - marks[DROPPED],
        done=marks[DONE],
        partly=marks[PARTLY],
        dropped=marks[DROPPED],
        overdue=sum(is_overdue(mark, due, today) for mark, due in known),
    )


def is_overdue(mark: str, due: date | None, today: date) -> bool:
    """The day itself is still in time."""
    return mark == PLANNED and due is not None and due < today
