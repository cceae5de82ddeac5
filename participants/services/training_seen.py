"""Two people at the results of a course: nobody overwrites a result that was not seen."""

from collections.abc import Mapping

from mentoring_portal.shared.dates import short_date
from mentoring_portal.shared.fingerprints import MeanwhileError, fingerprint
from participants.models import Course, Training
from participants.services.certificate import hold_results

MEANWHILE = (
    "Пока страница была открыта, результат изменил кто-то другой. Ваше осталось в полях. "
    "Сохраните ещё раз, если верно ваше."
)


def seen_result(training: Training) -> str:
    return fingerprint([training.result, training.decided_on, training.note])


def ensure_seen(course: Course, seen: Mapping[int, str]) -> None:
    """``seen``: training → what its page has shown; raise MeanwhileError with what stands now."""
    hold_results(course)
    held = course.trainings.by_name().filter(pk__in=seen)
    changed = [words_of(row) for row in held if seen[row.pk] != seen_result(row)]
    if changed:
        raise MeanwhileError([MEANWHILE, *changed])


def words_of(row: Training) -> str:
    """«Сейчас записано: Белов Пётр – не прошёл 02.11.2026, «заболел».»"""
    outcome = f"{row.get_result_display()} {short_date(row.decided_on)}".strip()
    note = f", «{row.note}»" if row.note else ""
    return f"Сейчас записано: {row.mentor} – {outcome}{note}."
