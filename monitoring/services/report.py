"""The December and June reports: collecting the figures and freezing them."""

import hashlib
import json
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from monitoring.domain.periods import Window, counted_window
from monitoring.enums import IndicatorCode, ReportStatus
from monitoring.models import Report
from monitoring.services import figures
from monitoring.services.indicators import satisfaction_indicator, young_teachers_mentees
from programs.services import journal


def collect(*, program, period: str, as_of: date) -> dict:
    """The figures of ``program`` by ``as_of``; the same data always give the same dictionary."""
    try:
        window = counted_window(period, program.year, as_of)
    except ValueError as error:
        raise ValidationError(str(error)) from error
    pairs = figures.worked_pairs(program, window)
    meetings = figures.meetings_of(program, window)
    feedback = figures.feedback_of(meetings)
    forms = figures.by_form(pairs, window)
    return {
        "period": period,
        "year": str(program.year),
        "start": window.start.isoformat(),
        "end": window.end.isoformat(),
        "as_of": as_of.isoformat(),
        "bases": figures.base_figures(program),
        "forms": forms,
        "totals": figures.totals(pairs, forms, window),
        "meetings": figures.meeting_figures(meetings, window),
        "feedback": figures.feedback_figures(meetings, feedback),
        "indicators": indicators(program, pairs, meetings, feedback, window, as_of),
    }


def indicators(program, pairs, meetings, feedback, window: Window, as_of: date) -> list[dict]:
    """The three indicators of the gymnasium, in its order."""
    mentors, mentees = figures.mentor_people(pairs), figures.mentee_people(pairs, window)
    return [
        young_teachers_mentees(program, mentees, as_of),
        satisfaction_indicator(
            IndicatorCode.MENTEE_SATISFACTION,
            mentees,
            figures.mentee_ratings(feedback),
            "наставляемые",
        ),
        satisfaction_indicator(
            IndicatorCode.MENTOR_SATISFACTION,
            mentors,
            figures.mentor_ratings(meetings, feedback),
            "наставники",
        ),
    ]


def digest(numbers: dict) -> str:
    text = json.dumps(numbers, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


@transaction.atomic
def draft(*, program, period: str, as_of: date, by) -> Report:
    """Collect and store a report. Raises ValidationError when a share exceeds 100 %."""
    numbers = collect(program=program, period=period, as_of=as_of)
    report = Report.objects.create(
        program=program,
        period=period,
        as_of=as_of,
        figures=numbers,
        digest=digest(numbers),
        created_by=by,
    )
    journal.record(
        by=by, action="report.draft", obj=report, organization=program.organization, period=period
    )
    return report


def freeze(*, report: Report, by) -> None:
    """The report was registered: its figures never change again."""
    report.status = ReportStatus.FROZEN
    report.save(update_fields=["status"])
    organization = report.program.organization
    journal.record(by=by, action="report.freeze", obj=report, organization=organization)
