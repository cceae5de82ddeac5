"""The command that proposes pairs."""

import json
from datetime import date

import pytest
from django.core.management import CommandError, call_command

from pairs.models import Matching, Pair
from pairs.services import pair as pair_service
from participants.enums import ParticipantStatus
from participants.models import Selection
from tests.builders import make_mentee, make_mentor

pytestmark = pytest.mark.django_db
ANOTHER_FORM = "teacher_teacher"


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


def test_a_candidate_put_off_by_the_commission_is_not_offered(capsys, program):
    later, other = (make_mentor(program, status=ParticipantStatus.CANDIDATE) for _ in range(2))
    Selection.objects.create(mentor=later, decision="wait", decided_on=date(2026, 11, 2))
    make_mentee(program)

    answer = run_command(capsys, "--program", str(program.pk), "--apply", "--json")

    assert [row["mentor_ids"] for row in answer["proposals"]] == [[other.pk]]


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
