"""What the matcher is told about wishes, past pairs, places and time; each in few queries."""

from datetime import date

import pytest

from pairs.domain.barriers import forbids
from pairs.models import Choice, PairMember, Verdict
from pairs.services import matching
from pairs.services.matching_facts import collect
from tests.assertions import assert_flat
from tests.builders import (
    make_encounter,
    make_event,
    make_mentee,
    make_mentor,
    make_pair,
    make_program,
)

pytestmark = pytest.mark.django_db


def objection(program):
    """Why the only mentor and the only mentee of the program may not be a pair."""
    facts = collect(program)
    return forbids(facts.mentor_facts[0], facts.mentee_facts[0], facts.banned)


def test_roles_hours_and_workplaces_are_told(program):
    make_mentor(program, role_models=["peer_peer"], free_hours="с 15 до 17", workplace="ООО «Лес»")
    make_mentee(
        program, role_model="peer_peer", free_hours="когда угодно", listed_on=date(2026, 9, 1)
    )

    facts = collect(program)

    (mentor,), (mentee,) = facts.mentor_facts, facts.mentee_facts
    assert (mentor.role_models, mentor.hours) == ({"peer_peer"}, ((900, 1020),))
    assert (mentor.workplace, mentee.workplace) == ("ООО «Лес»", program.organization.short_name)
    assert (mentee.role_model, mentee.hours) == ("peer_peer", ())
    assert mentee.days_waited > 0


def test_the_latest_word_about_a_wish_comes_first(program):
    said, chosen, met = (make_mentor(program) for _ in range(3))
    mentee = make_mentee(program)
    mentee.wishes.add(said)
    said.wishes.add(mentee)
    event = make_event(program)
    Choice.objects.create(event=event, side="mentee", mentor=chosen, mentee=mentee)
    Choice.objects.create(event=event, side="mentor", mentor=chosen, mentee=mentee)
    make_encounter(met, mentee, goes_on=True)

    facts = collect(program)

    assert facts.mentee_facts[0].wishes == (met.pk, chosen.pk, said.pk)
    assert [told.wishes for told in facts.mentor_facts] == [(mentee.pk,)] * 3


def parted(program, **fields):
    """A pair of last year of the same two people."""
    last_year = make_program(organization=program.organization, start_year=2025)
    mentor, mentee = make_mentor(program), make_mentee(program)
    return make_pair(
        last_year,
        mentor=make_mentor(last_year, person=mentor.person),
        mentees=[make_mentee(last_year, person=mentee.person)],
        starts_on=date(2025, 10, 1),
        **fields,
    )


def test_a_pair_that_was_ended_early_is_not_offered_again(program):
    parted(program, status="terminated", ended_on=date(2026, 3, 12))

    assert objection(program) == "Пара уже не сложилась: прекращена досрочно 12.03.2026"


@pytest.mark.parametrize(("side", "who"), [("mentor", "наставник"), ("mentee", "наставляемый")])
def test_a_pair_that_did_not_suit_a_side_is_not_offered_again(program, side, who):
    pair = parted(program, status="active")
    person = pair.mentor.person if side == "mentor" else pair.members.get().mentee.person
    Verdict.objects.create(
        pair=pair, person=person, side=side, fits=False, given_on=date(2027, 1, 5)
    )

    assert objection(program) == f"Пара уже не сложилась: {who} ответил «не подошли» 05.01.2027"


def test_the_latest_fact_about_a_pair_counts(program):
    pair = parted(program, status="completed", ended_on=date(2026, 5, 25))
    Verdict.objects.create(
        pair=pair, person=pair.mentor.person, side="mentor", fits=False, given_on=date(2025, 10, 5)
    )

    assert objection(program) == ""
    assert collect(program).mentee_facts[0].previous == {collect(program).mentor_facts[0].id}


def test_a_mentee_who_may_have_two_mentors_is_offered_the_second(program):
    mentee = make_mentee(program, max_mentors=2)
    first = make_pair(program, mentees=[mentee]).mentor
    second = make_mentor(program)

    matching.propose(program=program, by=None)

    told = PairMember.objects.filter(pair__status="proposed").values_list("mentor", "mentee")
    assert list(told) == [(second.pk, mentee.pk)]
    assert first.pk != second.pk


def test_a_second_mentor_keeps_nobody_from_the_first(program):
    mentee = make_mentee(program, max_mentors=2, request="Физика")
    make_pair(program, mentees=[mentee])
    make_mentor(program, competences="Физика")
    alone = make_mentee(program)

    matching.propose(program=program, by=None)

    assert PairMember.objects.get(pair__status="proposed").mentee == alone


def test_who_has_all_mentors_allowed_is_not_offered_more(program):
    make_pair(program, mentees=[make_mentee(program, max_mentors=1)])
    make_mentor(program)

    assert collect(program).mentee_facts == []


def test_facts_cost_the_same_for_three_and_thirty_people(program):
    def grow():
        for number in range(30):
            mentor, mentee = make_mentor(program), make_mentee(program)
            mentee.wishes.add(mentor)
            mentor.wishes.add(mentee)
            if number % 3 == 0:
                make_pair(program, mentor=mentor, mentees=[mentee], status="terminated")

    grow()

    assert_flat(lambda: collect(program), grow)
