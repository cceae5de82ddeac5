"""Two people at one sheet of selection: nobody overwrites what they have not seen."""

from collections.abc import Iterable, Sequence

from mentoring_portal.shared.fingerprints import MeanwhileError, fingerprint
from participants.services.selection import Line, Standing

MEANWHILE = (
    "Пока вы писали, оценку изменил кто-то другой. Ваше осталось в полях. "
    "Сохраните ещё раз, если верно ваше."
)


def seen_sheet(standing: Standing) -> str:
    row = standing.selection
    verdict = [row.decision, row.reason, row.decided_on] if row else []
    marks = [[line.criterion.pk, line.points, line.comment] for line in standing.lines]
    return fingerprint([verdict, [mark for mark in marks if mark[1] is not None]])


def ensure_seen(standing: Standing, typed: Sequence[Line], seen: str) -> None:
    """Raise MeanwhileError that tells what stands where ``typed`` differs."""
    if seen != seen_sheet(standing):
        decided = [f"Решение комиссии сейчас: {standing.outcome}."] if standing.outcome else []
        raise MeanwhileError([MEANWHILE, *differing(standing.lines, typed), *decided])


def differing(held: Iterable[Line], typed: Iterable[Line]) -> list[str]:
    return [
        f"Сейчас записано: «{line.criterion}» – {points_of(line)}."
        for line, own in zip(held, typed, strict=False)
        if line != own
    ]


def points_of(line: Line) -> str:
    points = "нет балла" if line.points is None else str(line.points)
    return f"{points}, «{line.comment}»" if line.comment else points
