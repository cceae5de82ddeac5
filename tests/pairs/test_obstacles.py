"""Locked pairs that a run could not keep are named with the reason."""

import pytest
from django.urls import reverse

from pairs.models import PairingRules
from pairs.services import by_hand, matching
from participants.enums import ParticipantStatus
from participants.models import Mentee, Mentor
from tests.builders import make_curator, make_mentee, make_mentor, make_program
from tests.pairs.drafts import members

pytestmark = pytest.mark.django_db


@pytest.fixture
def program():
    """One mentor with three locked mentees."""
    program = make_program()
    make_mentor(program, max_mentees=3)
    for _each in range(3):
        make_mentee(program)
    matching.propose(program=program, by=None)
    for member in members(program):
        by_hand.lock(member=member, by=None)
    return program


def fewer_places(program):
    program.mentors.update(max_mentees=1)


def paused_mentor(program):
    program.mentors.get().move_to(ParticipantStatus.PAUSED)


def paused_mentee(program):
    members(program)[0].mentee.move_to(ParticipantStatus.PAUSED)


def smaller_groups(program):
    PairingRules.objects.create(program=program, group_least=2, group_most=2)


@pytest.mark.parametrize(
    ("happened", "number", "why"),
    [
        (fewer_places, 2, "у наставника не осталось мест"),
        (paused_mentor, 3, "наставника нет в реестре (приостановлен)"),
        (paused_mentee, 1, "наставляемого нет в реестре (приостановлен)"),
        (smaller_groups, 1, "размер группы ограничен"),
    ],
)
def test_a_run_names_the_locks_that_fell_and_why(client, program, happened, number, why):
    happened(program)
    client.force_login(make_curator(program))
    before = {(row.mentor_id, row.mentee_id) for row in members(program)}

    answer = client.post(reverse("pairs:matching_run", args=[program.pk]), follow=True)

    fallen = before - {(row.mentor_id, row.mentee_id) for row in members(program)}
    names = {
        f"{Mentor.objects.get(pk=mentor).person.short_name} – "
        f"{Mentee.objects.get(pk=mentee).person.short_name}: {why}"
        for mentor, mentee in fallen
    }
    _done, warning = [str(message) for message in answer.context["messages"]]
    said, lost = warning.rstrip(".").split(": ", 1)
    assert (said, len(names)) == ("Закреплены были, но не сохранились", number)
    assert set(lost.split("; ")) == names


def test_a_run_that_keeps_its_locks_says_nothing_of_them(program):
    assert matching.lost_locks(matching.propose(program=program, by=None)) == []
