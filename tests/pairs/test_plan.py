"""A plan is started, edited, finished; what was agreed is asked anew when it changes."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from mentoring_portal.shared.fingerprints import MeanwhileError
from mentoring_portal.shared.transitions import TransitionError
from pairs.enums import MeetingKind, PairStatus, PlanStatus
from pairs.models import Plan
from pairs.services import plan as service
from pairs.services.plan_copy import last_plan
from pairs.services.plan_sample import kind_of, preset, sample_of, term_doubt
from pairs.services.plan_seen import MEANWHILE, seen_plan
from programs.enums import MentoringForm
from programs.models import AuditEvent
from tests.builders import (
    make_meeting,
    make_mentee,
    make_mentor,
    make_pair,
    make_plan,
    make_plan_task,
    make_program,
)
from tests.pairs.plans import make_agreed

pytestmark = pytest.mark.django_db


def start(pair, source=service.SAMPLE):
    return service.start(pair=pair, source=source, by=None)


def edit(plan, seen=None, **fields):
    """Through an instance of its own, as a form does."""
    own = Plan.objects.get(pk=plan.pk)
    seen = seen or seen_plan(own)
    for name, value in fields.items():
        setattr(own, name, value)
    return service.update(plan=own, seen=seen, by=None)


def test_every_form_has_a_starting_set():
    assert set(preset()["forms"]) == set(MentoringForm.values)


@pytest.mark.parametrize("form", [*MentoringForm.values, ""])
def test_a_starting_set_lies_inside_the_term_in_order(form):
    plan = start(make_pair(form=form, starts_on=date(2026, 10, 15), ends_on=date(2027, 5, 25)))

    days = [task.due_on for task in plan.tasks.all()]
    assert days == sorted(days)
    assert date(2026, 10, 15) <= days[0] and days[-1] <= date(2027, 5, 25)
    assert len(days) == len(sample_of(form)["tasks"]) + 5


@pytest.mark.parametrize(
    ("form", "kind"),
    [
        ("teacher_teacher", "personal"),
        ("head_teacher", "personal"),
        ("mentorship_head_deputy", "personal"),
        ("mentorship_head_teacher", "personal"),
        ("student_student", "route"),
        ("employer_studentspo", "individual"),
        ("", "individual"),
    ],
)
def test_the_kind_of_a_plan_follows_the_form(form, kind):
    assert kind_of(form) == kind


def test_a_plan_starts_from_what_the_pair_already_has():
    pair = make_pair(goal="Сдать физику", ends_on=date(2027, 3, 1))

    plan = start(pair)

    assert (plan.goal, plan.starts_on, plan.ends_on) == (
        "Сдать физику",
        date(2026, 10, 1),
        date(2027, 3, 1),
    )
    assert AuditEvent.objects.get(action="plan.create").details["source"] == "sample"


def test_meetings_held_before_the_plan_are_marked_in_it():
    pair = make_pair()
    make_meeting(pair, kind="acquaintance", day=date(2026, 10, 5))
    make_meeting(pair, kind="acquaintance", day=date(2026, 10, 9))

    plan = start(pair)

    marked = plan.tasks.exclude(mark="planned").values_list("meeting_kind", "mark", "marked_on")
    assert list(marked) == [("acquaintance", "done", date(2026, 10, 5))]
    assert set(plan.tasks.values_list("meeting_kind", flat=True)) - {""} == {
        kind for kind in MeetingKind.values if kind != "work"
    }


def test_a_second_press_finds_the_same_plan():
    pair = make_pair()

    assert start(pair) == start(pair, service.EMPTY)
    assert Plan.objects.count() == 1


def test_an_empty_plan_has_no_tasks():
    assert start(make_pair(), service.EMPTY).tasks.count() == 0


def test_a_pair_without_an_order_has_no_plan():
    with pytest.raises(ValidationError, match="ещё не закреплена приказом"):
        start(make_pair(status=PairStatus.ACCEPTED))


def test_last_years_plan_comes_with_moved_days_and_no_marks():
    old = make_pair(make_program(start_year=2025), starts_on=date(2025, 10, 1))
    plan = make_plan(old, goal="Сдать физику", regime="по вторникам", summary="Всё хорошо")
    make_plan_task(
        plan, title="Диктант", due_on=date(2026, 2, 20), mark="done", marked_on=date(2026, 2, 1)
    )
    program = make_program(organization=old.program.organization)
    pair = make_pair(
        program,
        make_mentor(program, person=old.mentor.person),
        [make_mentee(program, person=old.mentees[0].person), make_mentee(program)],
        form="teacher_teacher",
    )

    copy = start(pair, service.COPY)

    assert (copy.goal, copy.regime, copy.summary, copy.starts_on, copy.kind) == (
        "Сдать физику",
        "по вторникам",
        "",
        date(2026, 10, 1),
        "route",
    )
    assert list(copy.tasks.values_list("title", "due_on", "mark", "marked_on")) == [
        ("Диктант", date(2027, 2, 20), "planned", None)
    ]


def test_a_plan_of_other_people_or_of_the_same_year_is_not_copied():
    old = make_pair(make_program(start_year=2025))
    make_plan(old)
    program = make_program(organization=old.program.organization)
    other = make_pair(program, make_mentor(program, person=old.mentor.person))
    make_plan(make_pair(program, other.mentor, [make_mentee(program)]))

    assert last_plan(other) is None
    with pytest.raises(ValidationError, match="Прошлогоднего плана"):
        start(other, service.COPY)


@pytest.mark.parametrize("status", ["offered", "agreed"])
@pytest.mark.parametrize(
    "change", [{"goal": "Другая цель"}, {"ends_on": date(2027, 4, 1)}, {"regime": "очно"}]
)
def test_a_change_takes_the_plan_back_to_the_draft(status, change):
    plan = make_agreed(status=status)

    edit(plan, **change)

    plan.refresh_from_db()
    assert (plan.status, plan.agreements.count()) == (PlanStatus.DRAFT, 0)


def test_saving_without_a_change_keeps_the_agreement():
    plan = make_agreed()

    edit(plan, goal=plan.goal)

    plan.refresh_from_db()
    assert (plan.status, plan.agreements.count()) == (PlanStatus.AGREED, 2)


def test_a_finished_plan_is_not_edited():
    with pytest.raises(ValidationError, match="План выполнен"):
        edit(make_plan(status="finished"), goal="Другая цель")


def test_who_saves_second_is_shown_what_the_first_has_written():
    plan = make_plan(goal="Сдать физику")
    opened = seen_plan(plan)
    edit(plan, goal="Сдать химию", ends_on=None)

    with pytest.raises(MeanwhileError) as refusal:
        edit(plan, seen=opened, goal="Сдать биологию")

    assert refusal.value.message_dict == {
        "__all__": [MEANWHILE],
        "goal": ["Сейчас записано: «Сдать химию»"],
    }
    plan.refresh_from_db()
    assert plan.goal == "Сдать химию"


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"starts_on": date(2027, 5, 1), "ends_on": date(2027, 4, 1)}, "ends_on"),
        ({"starts_on": date(2016, 10, 1)}, "starts_on"),
        ({"ends_on": date(2207, 4, 1)}, "ends_on"),
    ],
)
def test_a_mistyped_term_is_refused(fields, name):
    plan = make_plan()

    with pytest.raises(ValidationError) as refusal:
        edit(plan, **fields)

    assert list(refusal.value.message_dict) == [name]


def test_an_unusual_term_is_doubted_until_the_curator_confirms_it():
    plan = make_plan(kind="personal", ends_on=date(2026, 11, 1))
    assert term_doubt(plan) == (
        "Срок с 1\u00a0октября 2026\u00a0г. по 1\u00a0ноября 2026\u00a0г. необычный: такая "
        "программа обычно длится от трёх месяцев до одного года."
    )

    service.confirm_term(plan=plan, by=None)
    edit(plan, goal="Другая цель")
    assert Plan.objects.get().is_term_confirmed
    edit(plan, ends_on=date(2026, 11, 9))
    assert not Plan.objects.get().is_term_confirmed


def test_a_route_may_be_short():
    assert term_doubt(make_plan(kind="route", ends_on=date(2026, 10, 9))) == ""


def test_a_plan_is_finished_with_a_summary_and_taken_up_again():
    plan = make_agreed()
    with pytest.raises(ValidationError, match="Напишите, чем закончилась"):
        service.finish(plan=plan, summary=" ", by=None)

    service.finish(plan=plan, summary="Цель достигнута", by=None)
    assert Plan.objects.values_list("status", "summary").get() == ("finished", "Цель достигнута")

    service.reopen(plan=plan, by=None)
    assert Plan.objects.values_list("status", "summary").get() == ("agreed", "Цель достигнута")


def test_a_draft_is_not_finished():
    with pytest.raises(TransitionError):
        service.finish(plan=make_plan(), summary="Рано", by=None)


@pytest.mark.parametrize(
    ("kind", "status", "words"),
    [
        ("route", "agreed", "согласован"),
        ("personal", "agreed", "согласована"),
        ("personal", "finished", "выполнена"),
        ("personal", "offered", "на согласовании"),
    ],
)
def test_a_program_is_agreed_in_its_own_gender(kind, status, words):
    assert make_plan(kind=kind, status=status).status_words == words
