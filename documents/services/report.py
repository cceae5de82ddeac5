"""Monitoring reports as papers."""

from collections.abc import Iterable
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Prefetch, prefetch_related_objects
from django.utils import timezone

from documents.enums import DocumentKind, DocumentStatus
from documents.models import Document
from documents.services import issue
from monitoring.domain.periods import default_day, is_due
from monitoring.enums import ReportPeriod
from monitoring.models import Report
from monitoring.services import report as figures
from programs.models import Program
from programs.services.job import enqueue

KIND_OF_PERIOD = {
    ReportPeriod.DECEMBER: DocumentKind.REPORT_MONITORING_DECEMBER,
    ReportPeriod.JUNE: DocumentKind.REPORT_MONITORING_JUNE,
}


@transaction.atomic
def draft_report(*, program, period: str, as_of: date, by) -> Document:
    """A fresh draft with its figures frozen; it takes the place of the former draft."""
    drop_former_draft(program, period)
    report = figures.draft(program=program, period=period, as_of=as_of, by=by)
    code = KIND_OF_PERIOD[ReportPeriod(period)]
    return issue.draft(program=program, code=code, by=by, report=report)


def drop_former_draft(program, period: str) -> None:
    """A report that waits for a signature is not thrown away behind the director's back."""
    papers = Document.objects.filter(program=program, report__period=period)
    if papers.waiting().exists():
        raise ValidationError("Прежний отчёт на подписи: сначала верните его в черновики.")
    former = list(papers.filter(status=DocumentStatus.DRAFT).select_related("report"))
    reports = [document.report for document in former]
    for document in former:
        document.delete()
    Report.objects.filter(pk__in=[report.pk for report in reports]).delete()


def with_approved(*, programs: Iterable[Program], user) -> list[Program]:
    """The same programs with ``approved_reports``, oldest first; one query for all of them."""
    found = list(programs)
    reports = Document.objects.visible_to(user).registered().reports().order_by("date", "pk")
    prefetch_related_objects(found, Prefetch("documents", reports, to_attr="approved_reports"))
    return found


def start_report(*, program, period: str, as_of: date, by):
    """Ask a worker for the report; returns the job that shows the progress.

    A person who mistyped the day and asks again gets a report by the other day; the schedule
    orders one, however late the worker comes to it.
    """
    return enqueue(
        program=program,
        title=f"Отчёт за {ReportPeriod(period).label}",
        key=f"report:{program.pk}:{period}:{as_of if by else 'due'}",
        task="documents.tasks.build_report",
        arguments={"period": period, "as_of": as_of.isoformat()},
        by=by,
    )


def ensure_due(today: date | None = None) -> int:
    """Order every report whose window has opened and that nobody has made yet.

    Runs daily, so a scheduler that slept over 1 December still makes exactly one report.
    """
    today = today or timezone.localdate()
    started = 0
    for program in Program.objects.running():
        for period in ReportPeriod.values:
            made = Report.objects.filter(program=program, period=period).exists()
            if not made and is_due(period, program.year, today):
                day = default_day(period, program.year, today)
                start_report(program=program, period=period, as_of=day, by=None)
                started += 1
    return started
