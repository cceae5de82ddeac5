"""Two people at one sheet of selection: nobody overwrites what they have not seen."""

from collections.abc import Iterable, Iterator, Sequence

from mentoring_portal.shared.dates import short_date
from mentoring_portal.shared.fingerprints import MeanwhileError, fingerprint
from participants.services.selection import Line, Standing, Verdict

MEANWHILE = (
    "Пока вы писали, оценку изменил кто-то другой. Ваше осталось в полях. "
    "Сохраните ещё раз, если верно ваше."
)


def seen_sheet(standing: Standing) -> str:
    row = standing.selection
    verdict = [row.decision, row.reason, row.decided_on] if row else []
    marks = [[line.criterion.pk, line.points, line.comment] for line in standing.lines]
    return fingerprint([verdict, [mark for mark in marks if mark[1] is not None]])


def ensure_seen(standing: Standing, typed: Sequence[Line], verdict: Verdict, seen: str) -> None:
    """Raise MeanwhileError that tells what stands where the typed lines or ``verdict`` differ."""
    if seen != seen_sheet(standing):
        points = differing(standing.lines, typed)
        raise MeanwhileError([MEANWHILE, *points, *decided_otherwise(standing, verdict)])


def decided_otherwise(standing: Standing, typed: Verdict) -> Iterator[str]:
    row = standing.selection
    held = Verdict(row.decision, row.reason, row.decided_on) if row else Verdict()
    if held.decision != typed.decision:
        yield f"Решение комиссии сейчас: {standing.outcome or 'решения ещё нет'}."
    elif held.decision and held.day != typed.day:
        yield f"Дата решения сейчас: {short_date(held.day)}."
    if held.reason != typed.reason:
        words = held.reason.removesuffix(".")
        yield f"Обоснование сейчас: «{words}»." if words else "Обоснования сейчас нет."


def differing(held: Iterable[Line], typed: Iterable[Line]) -> list[str]:
    return [
        f"Сейчас записано: «{line.criterion}» – {points_of(line)}."
        for line, own in zip(held, typed, strict=False)
        if line != own
    ]


def points_of(line: Line) -> str:
    points = "нет балла" if line.points is None else str(line.points)
    return f"{points}, «{line.comment}»" if line.comment else points
