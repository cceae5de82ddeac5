"""Both sides agree with a plan: everybody for themselves."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from mentoring_portal.shared.fingerprints import MeanwhileError
from mentoring_portal.shared.transitions import TransitionError
from pairs.models import Pair, PairMember, Plan, PlanAgreement
from pairs.services import departure, plan_task
from pairs.services import plan_agreement as service
from pairs.services.plan_seen import READ_AGAIN, agreed_content
from programs.enums import Role
from programs.models import AuditEvent
from tests.builders import (
    make_mentee,
    make_pair,
    make_plan,
    make_plan_task,
    make_program,
    make_user,
)
from tests.pairs.plans import make_agreed

pytestmark = pytest.mark.django_db


def make_offered(pair=None):
    plan = make_plan(pair or make_pair(), status="offered")
    make_plan_task(plan)
    return plan


def answer(plan, person, is_agreed=True, comment="", seen=None):
    seen = seen or agreed_content(plan)
    return service.answer(
        plan=plan, person=person, is_agreed=is_agreed, comment=comment, seen=seen, by=None
    )


def state(plan):
    plan.refresh_from_db()
    return plan.status


def test_a_mentor_who_offers_the_plan_agrees_by_that():
    plan = make_plan()
    make_plan_task(plan)
    mentor = plan.pair.mentor.person
    mentor.user = make_user(Role.MENTOR, mentor.organization)
    mentor.save()

    service.offer(plan=plan, by=mentor.user)

    assert state(plan) == "offered"
    assert list(plan.agreements.values_list("person", "agreed_on", "is_agreed")) == [
        (mentor.pk, timezone.localdate(), True)
    ]


def test_a_curator_who_offers_the_plan_agrees_for_nobody():
    plan = make_plan()
    make_plan_task(plan)

    service.offer(plan=plan, by=make_user(Role.CURATOR, plan.pair.program.organization))

    assert plan.agreements.count() == 0


def test_a_plan_without_a_goal_is_not_offered():
    with pytest.raises(ValidationError, match="в нём нет: цели, хотя бы одной задачи"):
        service.offer(plan=make_plan(goal=""), by=None)


def test_a_group_has_agreed_when_everybody_has():
    program = make_program()
    plan = make_offered(make_pair(program, mentees=[make_mentee(program), make_mentee(program)]))
    *first, last = service.people_of(plan.pair)

    for person in first:
        answer(plan, person)
    assert state(plan) == "offered"
    answer(plan, last)
    assert state(plan) == "agreed"


def test_a_no_needs_a_word_and_may_be_taken_back():
    plan = make_offered()
    mentor, mentee = service.people_of(plan.pair)
    answer(plan, mentor)
    with pytest.raises(ValidationError) as refusal:
        answer(plan, mentee, is_agreed=False)
    assert list(refusal.value.message_dict) == ["comment"]

    answer(plan, mentee, is_agreed=False, comment="не успею")
    assert PlanAgreement.objects.get(person=mentee).comment == "не успею"
    assert state(plan) == "offered"
    answer(plan, mentee)
    assert state(plan) == "agreed"


def test_a_plan_changed_meanwhile_is_read_again_before_the_answer():
    plan = make_offered()
    opened = agreed_content(plan)
    task = plan.tasks.get()
    task.title = "Совсем другая задача"
    task.save()

    with pytest.raises(MeanwhileError) as refusal:
        answer(plan, service.people_of(plan.pair)[0], seen=opened)

    assert refusal.value.messages == [READ_AGAIN]
    assert plan.agreements.count() == 0


def test_marks_and_the_order_are_no_part_of_what_is_agreed():
    plan = make_agreed()
    second = make_plan_task(plan, title="Вторая")
    agreed = agreed_content(plan)

    plan_task.mark(task=second, mark="done", day=date(2026, 11, 1), comment="", by=None)
    plan_task.move(task=second, direction="up", by=None)

    assert agreed_content(plan) == agreed
    assert (state(plan), plan.tasks.first()) == ("agreed", second)


def test_a_draft_is_not_answered():
    plan = make_plan()

    with pytest.raises(ValidationError, match="ещё не предложен"):
        answer(plan, plan.pair.mentor.person)


def test_an_agreed_plan_is_not_refused_but_a_newcomer_may_agree():
    plan = make_agreed()
    newcomer = make_mentee(plan.pair.program).person
    with pytest.raises(ValidationError, match="План уже согласован"):
        answer(plan, newcomer, is_agreed=False, comment="нет")

    answer(plan, newcomer)

    assert (state(plan), plan.agreements.count()) == ("agreed", 3)


def test_a_signature_on_paper_is_for_who_never_signs_in():
    plan = make_offered()
    mentor, mentee = service.people_of(plan.pair)
    mentor.user = make_user(Role.MENTOR, mentor.organization)
    mentor.save()
    day = date(2026, 11, 2)

    service.record_paper(plan=plan, person=mentee, day=day, by=None)
    with pytest.raises(ValidationError) as refusal:
        service.record_paper(plan=plan, person=mentor, day=day, by=None)

    assert refusal.value.message_dict == {"person": [service.OWN_LOGIN]}
    assert list(plan.agreements.values_list("person", "agreed_on", "is_on_paper")) == [
        (mentee.pk, day, True)
    ]


@pytest.mark.parametrize(
    "day", [date(2026, 9, 30), timezone.localdate() + timedelta(days=1)], ids=["before", "ahead"]
)
def test_a_signature_lies_between_the_start_of_the_pair_and_today(day):
    plan = make_offered()

    with pytest.raises(ValidationError) as refusal:
        service.record_paper(plan=plan, person=plan.pair.mentor.person, day=day, by=None)

    assert list(refusal.value.message_dict) == ["day"]


def make_joined(pair):
    return PairMember.objects.create(
        pair=pair, mentor=pair.mentor, mentee=make_mentee(pair.program)
    )


def test_a_plan_waits_for_whoever_joins_the_group():
    plan = make_agreed()
    newcomer = make_joined(plan.pair).mentee.person
    pair = Pair.objects.with_people().get()

    service.settle_people(pair=pair, by=None)
    joined = state(plan)
    plan = Plan.objects.get()
    answer(plan, newcomer)

    assert (joined, state(plan), plan.agreements.count()) == ("offered", "agreed", 3)
    assert AuditEvent.objects.filter(action="plan.joined").count() == 1


def test_a_member_added_by_the_administrator_joins_the_plan(admin_client):
    plan = make_agreed()
    pair = plan.pair
    rows = {"members-TOTAL_FORMS": 1, "members-INITIAL_FORMS": 0}
    rows |= {"members-0-mentee": make_mentee(pair.program).pk, "members-0-is_open": "on"}
    fields = {"program": pair.program_id, "mentor": pair.mentor_id, "kind": pair.kind}

    answer = admin_client.post(reverse("admin:pairs_pair_change", args=[pair.pk]), fields | rows)

    assert (answer.status_code, pair.members.count(), state(plan)) == (302, 2, "offered")


def test_a_plan_stays_agreed_when_somebody_leaves():
    mentees = [make_mentee(program := make_program()) for _ in range(2)]
    pair = make_pair(program, mentees=mentees, kind="group")
    plan = make_agreed(pair)

    departure.leave(member=pair.members.first(), day=date(2026, 11, 10), reason="Переезд", by=None)

    assert state(plan) == "agreed"


def test_offering_again_asks_everybody_anew():
    plan = make_offered()
    mentor, mentee = service.people_of(plan.pair)
    answer(plan, mentor)
    answer(plan, mentee, is_agreed=False, comment="не успею")

    service.withdraw(plan=plan, by=None)
    assert list(plan.agreements.values_list("comment", flat=True)) == ["не успею"]
    service.offer(plan=plan, by=None)

    assert (state(plan), plan.agreements.count()) == ("offered", 0)


def test_a_plan_is_offered_once():
    plan = make_offered()

    with pytest.raises(TransitionError, match="Это уже сделано"):
        service.offer(plan=plan, by=None)


@pytest.mark.parametrize(("silent", "expected"), [(1, "agreed"), (2, "offered")])
def test_a_plan_is_agreed_once_the_last_silent_mentee_has_left(silent, expected):
    program = make_program()
    pair = make_pair(program, mentees=[make_mentee(program) for _ in range(3)], kind="group")
    plan = make_offered(pair)
    answer(plan, pair.mentor.person)
    members = list(pair.members.order_by("pk"))
    for member in members[silent:]:
        answer(plan, member.mentee.person)

    departure.leave(member=members[0], day=date(2026, 11, 10), reason="Переезд", by=None)

    assert state(plan) == expected
