from datetime import date

import pytest

from documents.domain.blocks import Signature
from documents.models import Document
from documents.services.files import page_of
from documents.services.report import draft_report, ensure_due
from monitoring.models import Report
from participants.enums import AssignmentRole
from participants.models import Assignment
from programs.enums import ProgramStatus
from programs.models import Job
from tests.documents.builders import make_school_program

pytestmark = pytest.mark.django_db


def test_the_december_report_is_ordered_once_its_month_has_come():
    make_school_program()

    assert ensure_due(date(2026, 11, 30)) == 0
    assert ensure_due(date(2026, 12, 1)) == 1


def test_a_scheduler_that_slept_over_the_first_of_december_still_orders_one():
    make_school_program()

    ensure_due(date(2026, 12, 19))
    ensure_due(date(2026, 12, 20))

    assert [job.arguments["period"] for job in Job.objects.all()] == ["december"]


def test_a_report_made_by_hand_is_not_made_again():
    program = make_school_program()
    draft_report(program=program, period="december", as_of=date(2026, 12, 2), by=None)

    assert ensure_due(date(2026, 12, 3)) == 0


@pytest.mark.parametrize("status", [ProgramStatus.DRAFT, ProgramStatus.CLOSED])
def test_a_program_that_does_not_run_needs_no_report(status):
    make_school_program(status=status)

    assert ensure_due(date(2026, 12, 1)) == 0


def test_last_years_program_is_not_asked_for_this_years_report():
    make_school_program(start_year=2025)

    assert ensure_due(date(2026, 12, 1)) == 0


def test_a_new_draft_takes_the_place_of_the_former_one():
    program = make_school_program()

    for day in (2, 3):
        draft_report(program=program, period="december", as_of=date(2026, 12, day), by=None)

    assert Document.objects.get().report == Report.objects.get()
    assert Report.objects.get().as_of == date(2026, 12, 3)


def test_a_school_without_a_named_director_signs_its_report_by_hand():
    program = make_school_program()
    Assignment.objects.filter(role=AssignmentRole.DIRECTOR).delete()

    report = draft_report(program=program, period="december", as_of=date(2026, 12, 2), by=None)

    assert page_of(report).blocks[-1] == Signature("Директор", "_" * 18)
