"""The matching of a program: what the matcher is told and what is stored."""

import pytest

from pairs.enums import PairStatus
from pairs.models import Pair, PairMember
from pairs.services import matching
from pairs.services import pair as pair_service
from pairs.services.alternatives import alternatives
from pairs.services.board import board
from pairs.services.matching_facts import collect
from participants.models import Tag
from tests.assertions import queries_of
from tests.builders import make_mentee, make_mentor, make_pair, make_program

pytestmark = pytest.mark.django_db
ANOTHER_FORM = "teacher_teacher"


def people_of(pairs):
    return {(member.mentor_id, member.mentee_id) for pair in pairs for member in pair.members.all()}


def test_the_matcher_is_told_what_the_bases_say(program):
    tag = Tag.objects.create(organization=program.organization, name="физика")
    mentor = make_mentor(
        program,
        competences="Физика",
        achievements="Призёр олимпиады",
        free_days="пн, ср",
        hours_month="2.5",
        max_mentees=3,
    )
    mentee = make_mentee(program, request="Хочу понять физику", free_days="среда")
    mentor.tags.add(tag)
    mentee.wishes.add(mentor)
    make_pair(program, mentor=mentor)

    facts = collect(program)

    (told,) = facts.mentor_facts
    assert (told.places, told.hours_month, told.days, told.tags) == (
        2,
        2.5,
        {"пн", "ср"},
        {"физика"},
    )
    assert told.competences == "Физика\nПризёр олимпиады"
    (asked,) = facts.mentee_facts
    assert (asked.id, asked.age, asked.wishes, asked.days) == (mentee.pk, 13, (mentor.pk,), {"ср"})


def test_only_people_of_the_registry_are_told(program):
    mentor = make_mentor(program)
    make_mentor(program, status="candidate")
    make_mentee(program, status="paused")
    mentee = make_mentee(program)

    facts = collect(program)

    assert (list(facts.mentors), list(facts.mentees)) == ([mentor.pk], [mentee.pk])


def test_the_pair_of_last_year_is_remembered_by_person(program):
    last_year = make_program(organization=program.organization, start_year=2025)
    mentor, mentee = make_mentor(program), make_mentee(program)
    old_mentor = make_mentor(last_year, person=mentor.person)
    old_mentee = make_mentee(last_year, person=mentee.person)
    make_pair(last_year, mentor=old_mentor, mentees=[old_mentee], status=PairStatus.COMPLETED)

    (asked,) = collect(program).mentee_facts

    assert asked.previous == {mentor.pk}


def test_proposals_are_stored_with_scores_and_reasons_in_words(program):
    mentor = make_mentor(program, competences="Физика")
    mentee = make_mentee(program, request="Подтянуть физику")

    run = matching.propose(program=program, by=None)

    member = PairMember.objects.get()
    assert (member.mentor, member.mentee, member.pair.status) == (mentor, mentee, "proposed")
    assert (member.pair.form, member.pair.kind) == ("student_student", "traditional")
    assert sum(reason["points"] for reason in member.reasons) == member.score == run.objective
    assert run.proven_optimal is True


def test_two_mentees_of_one_mentor_become_one_group(program):
    make_mentor(program, max_mentees=2)
    make_mentee(program)
    make_mentee(program)

    matching.propose(program=program, by=None)

    pair = Pair.objects.get()
    assert (pair.kind, pair.members.count()) == ("group", 2)


def test_mentees_of_different_forms_do_not_share_a_group(program):
    make_mentor(program, max_mentees=2, forms=[])
    make_mentee(program)
    make_mentee(program, form=ANOTHER_FORM)

    matching.propose(program=program, by=None)

    assert set(Pair.objects.values_list("form", "kind")) == {
        ("student_student", "traditional"),
        (ANOTHER_FORM, "traditional"),
    }


def test_a_new_run_replaces_the_proposals_and_keeps_agreed_pairs(program):
    accepted = make_pair(program, status=PairStatus.ACCEPTED)
    active = make_pair(program)
    mentor, mentee = make_mentor(program), make_mentee(program)

    matching.propose(program=program, by=None)
    matching.propose(program=program, by=None)

    proposed = Pair.objects.proposed()
    assert set(Pair.objects.all()) == {accepted, active, *proposed}
    assert people_of(proposed) == {(mentor.pk, mentee.pk)}


def test_the_same_people_give_the_same_pairs(program):
    for _ in range(6):
        make_mentor(program)
        make_mentee(program)

    matching.propose(program=program, by=None)
    first = people_of(Pair.objects.proposed())
    matching.propose(program=program, by=None)

    assert people_of(Pair.objects.proposed()) == first


def test_a_rejected_pair_is_not_proposed_again(program):
    mentor, mentee = make_mentor(program), make_mentee(program)
    matching.propose(program=program, by=None)
    pair_service.reject(pair=Pair.objects.get(), reason="Родственники", by=None)

    run = matching.propose(program=program, by=None)

    assert list(Pair.objects.proposed()) == []
    assert {(row["side"], row["id"]) for row in run.unmatched} == {
        ("mentor", mentor.pk),
        ("mentee", mentee.pk),
    }


def test_those_left_are_listed_with_a_reason(program):
    mentee = make_mentee(program, form=ANOTHER_FORM)
    make_mentor(program)

    matching.propose(program=program, by=None)

    (group,) = board(program).mentees.groups
    assert group.people == [mentee]
    assert group.reasons == ("Нет ни одного наставника формы «учитель – учитель»",)


def test_a_pair_by_hand_takes_its_people_off_the_list_of_those_left(program):
    mentee = make_mentee(program, form=ANOTHER_FORM)
    mentor = make_mentor(program)
    matching.propose(program=program, by=None)

    make_pair(program, mentor=mentor, mentees=[mentee])

    left = board(program)
    assert (left.mentees.left, left.mentors.left) == (0, 0)


def test_alternatives_put_free_and_fitting_mentors_first(program):
    mentee = make_mentee(program, request="Физика")
    pair = make_pair(program, mentees=[mentee], status=PairStatus.PROPOSED)
    other_form = make_mentor(program, forms=[ANOTHER_FORM])
    full = make_mentor(program)
    make_pair(program, mentor=full)
    plain = make_mentor(program)
    best = make_mentor(program, competences="Физика")

    rows = alternatives(member=pair.members.get())

    assert [(row.mentor, row.free, bool(row.warning)) for row in rows] == [
        (best, 1, False),
        (plain, 1, False),
        (other_form, 1, True),
        (full, 0, False),
    ]


def test_a_mentor_held_by_a_mere_proposal_may_be_chosen(program):
    moved = make_pair(program, status=PairStatus.PROPOSED)
    held = make_pair(program, status=PairStatus.PROPOSED)
    busy = make_pair(program)

    rows = alternatives(member=moved.members.get())

    assert [(row.mentor, row.is_open, row.yields) for row in rows] == [
        (held.mentor, True, held.members.get()),
        (busy.mentor, False, None),
    ]


def test_proposing_costs_the_same_for_one_and_thirty_new_people(program):
    def grow(number):
        for _ in range(number):
            make_mentor(program)
            make_mentee(program)

    def run():
        return queries_of(lambda: matching.propose(program=program, by=None))

    grow(1)
    run()
    grow(1)
    few = run()
    grow(30)

    assert run() == few
