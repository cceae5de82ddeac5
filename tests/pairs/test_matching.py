"""The matching of a program: what the matcher is told, what is stored, what the page shows."""

import json
from datetime import date

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from pairs.enums import PairStatus
from pairs.models import Matching, Pair, PairMember
from pairs.services import matching
from pairs.services import pair as pair_service
from pairs.services.alternatives import alternatives
from pairs.services.board import board
from pairs.services.matching_facts import collect
from participants.enums import ParticipantStatus
from participants.models import Tag
from programs.enums import Role
from tests.assertions import assert_flat, queries_of
from tests.builders import (
    make_curator,
    make_mentee,
    make_mentor,
    make_pair,
    make_program,
    make_user,
)

pytestmark = pytest.mark.django_db
ANOTHER_FORM = "teacher_teacher"


@pytest.fixture
def program():
    return make_program()


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


def test_proposing_costs_the_same_for_three_and_thirty_people(program):
    def grow():
        for _ in range(30):
            make_mentor(program)
            make_mentee(program)

    make_mentor(program)
    make_mentee(program)

    assert_flat(lambda: matching.propose(program=program, by=None), grow)


def test_the_curator_runs_the_matching_and_accepts_all(client, program):
    make_mentor(program)
    make_mentee(program)
    client.force_login(make_curator(program))

    client.post(reverse("pairs:matching_run", args=[program.pk]))
    proposed = Pair.objects.proposed().count()
    client.post(reverse("pairs:matching_accept_all", args=[program.pk]))

    assert (proposed, Pair.objects.accepted().count()) == (1, 1)


def test_the_curator_accepts_one_and_rejects_another(client, program):
    first, second = (make_pair(program, status=PairStatus.PROPOSED) for _ in range(2))
    client.force_login(make_curator(program))

    client.post(reverse("pairs:pair_accept", args=[first.pk]))
    client.post(reverse("pairs:pair_reject", args=[second.pk]), {"reason": "Братья"})

    statuses = Pair.objects.order_by("pk").values_list("status", "end_reason")
    assert list(statuses) == [("accepted", ""), ("rejected", "Братья")]


def test_the_curator_gives_a_mentee_to_another_mentor(client, program):
    pair = make_pair(program, status=PairStatus.PROPOSED)
    other = make_mentor(program, competences="Физика")
    client.force_login(make_curator(program))
    url = reverse("pairs:member_change", args=[pair.members.get().pk])

    page = client.get(url)
    client.post(url, {"mentor": other.pk})

    member = PairMember.objects.get()
    assert [row.mentor for row in page.context["alternatives"]] == [other]
    assert (member.mentor, member.pair.mentor, member.pair.status) == (other, other, "accepted")
    assert member.score == page.context["alternatives"][0].score


@pytest.mark.parametrize("action", ["matching_run", "matching_accept_all"])
def test_a_curator_of_another_school_changes_nothing(client, program, action):
    make_pair(program, status=PairStatus.PROPOSED)
    client.force_login(make_curator(make_program()))

    answer = client.post(reverse(f"pairs:{action}", args=[program.pk]))

    assert (answer.status_code, Matching.objects.count()) == (404, 0)
    assert Pair.objects.get().status == "proposed"


@pytest.mark.parametrize("action", ["pair_accept", "pair_reject", "pair_pause", "pair_terminate"])
def test_a_pair_of_another_school_is_not_found(client, program, action):
    pair = make_pair(program, status=PairStatus.PROPOSED)
    client.force_login(make_curator(make_program()))

    answer = client.post(reverse(f"pairs:{action}", args=[pair.pk]), {"reason": "Чужая"})

    assert (answer.status_code, Pair.objects.get().status) == (404, "proposed")


@pytest.mark.parametrize(
    ("role", "status"),
    [
        (Role.DIRECTOR, 200),
        (Role.CURATOR, 200),
        (Role.GROUP_HEAD, 200),
        (Role.MENTOR, 403),
        (Role.MENTEE, 403),
        (Role.MUNICIPAL, 403),
    ],
)
def test_the_page_is_for_the_staff_of_the_school(client, program, role, status):
    client.force_login(make_user(role, program.organization))

    assert client.get(reverse("pairs:matching", args=[program.pk])).status_code == status


def test_a_head_of_a_teachers_group_only_looks(client, program):
    make_pair(program, status=PairStatus.PROPOSED)
    client.force_login(make_user(Role.GROUP_HEAD, program.organization))

    page = client.get(reverse("pairs:matching", args=[program.pk])).content.decode()
    answer = client.post(reverse("pairs:matching_run", args=[program.pk]))

    assert "Предложенные пары" in page
    assert "Принять" not in page
    assert answer.status_code == 403


def test_the_page_costs_the_same_for_1_3_and_300_rows(client, program):
    client.force_login(make_curator(program))
    url = reverse("pairs:matching", args=[program.pk])

    def add(number):
        make_pair(program, status=PairStatus.PROPOSED)
        for _ in range(number):
            make_pair(program, status=PairStatus.PROPOSED)
            make_pair(program, status=PairStatus.ACCEPTED)
            make_mentee(program)

    add(1)
    client.get(url)
    costs = [queries_of(lambda: client.get(url))]
    for number in (2, 97):
        add(number)
        costs.append(queries_of(lambda: client.get(url)))

    assert costs == [costs[0]] * 3


def run_command(capsys, *args):
    call_command("propose_pairs", *args)
    return json.loads(capsys.readouterr().out)


def test_the_command_prints_proposals_and_writes_nothing(capsys, program):
    make_mentor(program, "Чижова Анна Львовна", competences="Физика")
    make_mentee(program, "Гусев Пётр Ильич", request="Физика")
    make_mentee(program, "Уткин Олег Ильич", form=ANOTHER_FORM)

    answer = run_command(capsys, "--program", str(program.pk), "--json")

    (proposal,) = answer["proposals"]
    assert (proposal["mentors"], proposal["mentees"]) == (
        ["Чижова Анна Львовна"],
        ["Гусев Пётр Ильич"],
    )
    assert proposal["score"] == answer["objective"]
    assert [row["person"] for row in answer["unmatched"]] == ["Уткин Олег Ильич"]
    assert answer["proven_optimal"] is True
    assert (Pair.objects.count(), Matching.objects.count()) == (0, 0)


def test_the_command_with_apply_leaves_accepted_pairs(capsys, program):
    make_mentor(program)
    make_mentee(program)

    answer = run_command(capsys, "--program", str(program.pk), "--apply", "--json")

    pair = Pair.objects.accepted().get()
    assert answer["proposals"][0]["mentor_ids"] == [pair.mentor_id]


def test_the_command_with_apply_approves_the_candidates_of_both_bases(capsys, program):
    make_mentee()  # so that the numbers of the two bases differ
    candidate = {"status": ParticipantStatus.CANDIDATE}
    mentor, mentee = make_mentor(program, **candidate), make_mentee(program, **candidate)

    run_command(capsys, "--program", str(program.pk), "--apply", "--json")

    for person in (mentor, mentee):
        person.refresh_from_db()
        assert person.status == ParticipantStatus.APPROVED
    assert Pair.objects.accepted().count() == 1


def test_the_command_refuses_an_unknown_program_with_a_sentence(capsys):
    with pytest.raises(SystemExit) as refusal:
        call_command("propose_pairs", "--program", "404")

    assert refusal.value.code == 1
    assert capsys.readouterr().err == ("Программы № 404 нет. Номера покажет команда programs.\n")


def test_the_command_without_a_program_is_wrong_usage():
    with pytest.raises(CommandError):
        call_command("propose_pairs")


def test_accepted_pairs_activate_with_the_date_of_the_order(capsys, program):
    make_mentor(program)
    make_mentee(program)
    run_command(capsys, "--program", str(program.pk), "--apply", "--json")

    pair_service.activate(pairs=Pair.objects.accepted(), starts_on=date(2026, 11, 12), by=None)

    assert Pair.objects.get().starts_on == date(2026, 11, 12)
