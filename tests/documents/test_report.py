"""Monitoring reports as papers: their titles, their files, orders of the same report."""

from datetime import date

import pytest

from documents.models import Document
from documents.services.files import page_of
from documents.services.output import write_files
from documents.services.rendering import start_rendering
from documents.services.report import draft_report, start_report
from programs.models import Job
from tests.builders import make_curator
from tests.documents.builders import make_school_program

pytestmark = pytest.mark.django_db


@pytest.fixture
def program():
    return make_school_program(start_year=2026)


def make_report(program, period="december", as_of=date(2026, 12, 20)) -> Document:
    return draft_report(program=program, period=period, as_of=as_of, by=None)


@pytest.mark.parametrize(
    ("period", "as_of", "month"),
    [
        ("december", date(2027, 2, 1), "декабрь 2026 г."),
        ("december", date(2026, 12, 20), "декабрь 2026 г."),
        ("june", date(2026, 11, 21), "июнь 2027 г."),
    ],
)
def test_the_title_names_the_month_of_the_period_not_of_the_day(program, period, as_of, month):
    page = page_of(make_report(program, period, as_of))

    assert page.title == (
        f"Отчёт о внутреннем мониторинге реализации целевой модели наставничества ({month})"
    )


def test_reports_by_two_days_lie_side_by_side_in_a_folder(program, tmp_path):
    for day in (date(2026, 11, 30), date(2026, 12, 20)):
        write_files(make_report(program, as_of=day), {"pdf": b""}, tmp_path)

    assert sorted(path.name.rsplit("_", 1)[1] for path in tmp_path.iterdir()) == [
        "2026-11-30.pdf",
        "2026-12-20.pdf",
    ]


def test_a_report_by_another_day_is_another_order(program):
    """Who mistyped the day and asks again must not be given the first report."""
    curator = make_curator(program)
    for day in (date(2027, 2, 1), date(2026, 12, 31), date(2026, 12, 31)):
        start_report(program=program, period="december", as_of=day, by=curator)

    assert [job.arguments["as_of"] for job in Job.objects.order_by("pk")] == [
        "2027-02-01",
        "2026-12-31",
    ]


def test_files_in_the_making_are_named_by_the_paper(program):
    document = make_report(program)

    assert start_rendering(document=document, by=None).title == f"Файлы: {document.title}"
