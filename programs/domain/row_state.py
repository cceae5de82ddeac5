"""What has become of a roadmap row by a given day."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

DONE, LATE, OVERDUE, WAITING = "done", "late", "overdue", "waiting"


@dataclass(frozen=True)
class RowState:
    """``group`` is the filter that finds the row: late rows are found among the done ones."""

    code: str
    label: str
    tone: str

    @property
    def group(self) -> str:
        return DONE if self.code == LATE else self.code


def row_state(*, due_on: date | None, done_on: date | None, today: date) -> RowState:
    if done_on is not None:
        if due_on is not None and done_on > due_on:
            return RowState(LATE, "выполнено с опозданием", "warn")
        return RowState(DONE, "выполнено в срок" if due_on else "выполнено", "good")
    if due_on is None:
        return RowState(WAITING, "даты нет", "neutral")
    if due_on < today:
        return RowState(OVERDUE, "просрочено", "bad")
    return RowState(WAITING, "срок не наступил", "info")


def tally(states: Iterable[RowState]) -> dict[str, int]:
    """How many rows each filter finds."""
    counts = Counter(state.group for state in states)
    return {code: counts[code] for code in (OVERDUE, WAITING, DONE)}
