"""Facts about pairs that the stages of a program are judged by."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from pairs.enums import PairStatus
from pairs.models import Feedback
from pairs.services.gone_facts import gone_facts
from pairs.services.readiness import facts
from participants.enums import ConsentKind, ConsentSigner, ParticipantStatus
from participants.models import Consent
from tests.assertions import assert_flat
from tests.builders import make_meeting, make_mentee, make_pair, make_program

pytestmark = pytest.mark.django_db


def take_back(person):
    today = timezone.localdate()
    Consent.objects.create(
        person=person,
        kind=ConsentKind.PROCESSING,
        signer=ConsentSigner.PERSON,
        signed_on=today,
        withdrawn_on=today,
    )


def counts(program):
    return [(fact.stage, fact.done, fact.total) for fact in facts(program)]


def test_an_empty_program_has_nothing_done():
    assert counts(make_program()) == [
        ("pairing", 0, 0),
        ("pair_work", 0, 0),
        ("pair_work", 0, 0),
    ]


def test_waiting_proposals_are_urgent():
    program = make_program()
    make_pair(program)
    make_pair(program, status=PairStatus.PROPOSED)
    make_mentee(program)

    covered, waiting, *_ = facts(program)

    assert (covered.done, covered.total, covered.is_met) == (1, 3, False)
    assert (waiting.done, waiting.total, waiting.urgent) == (1, 2, True)


def test_pairs_that_meet_and_meetings_with_answers_are_counted():
    program = make_program()
    today = timezone.localdate()
    met, silent = make_pair(program), make_pair(program)
    recent = make_meeting(pair=met, day=today)
    make_meeting(pair=silent, day=today - timedelta(days=31))
    person = met.mentees[0].person
    Feedback.objects.create(meeting=recent, person=person, side="mentee", rating=5)

    assert counts(program)[1:] == [("pair_work", 1, 2), ("pair_work", 1, 2)]


def test_working_pairs_of_people_who_took_a_consent_back_are_urgent():
    program = make_program()
    make_pair(program)
    left = make_pair(program, status=PairStatus.PAUSED)
    take_back(left.mentees[0].person)
    take_back(make_pair(program, status=PairStatus.COMPLETED).mentor.person)

    fact = facts(program)[-1]

    assert (fact.done, fact.total, fact.urgent) == (1, 2, True)
    assert fact.url == reverse("pairs:pair_detail", args=[left.pk])


def test_another_program_does_not_count():
    make_pair()

    assert {fact.total for fact in facts(make_program())} == {0}


def test_facts_cost_the_same_for_any_number_of_pairs():
    program = make_program()
    make_pair(program)
    make_pair(program, status=PairStatus.PROPOSED)

    assert_flat(
        lambda: facts(program),
        lambda: [make_meeting(pair=make_pair(program)) for _ in range(10)],
    )


def test_withdrawals_cost_the_same_for_any_number_of_pairs():
    program = make_program()
    take_back(make_pair(program).mentor.person)

    def add():
        for _ in range(10):
            take_back(make_pair(program).mentor.person)

    assert_flat(lambda: facts(program), add)


def test_a_working_pair_whose_people_left_is_the_next_step():
    program = make_program()
    whole, no_mentor, no_mentee = (make_pair(program) for _each in range(3))
    proposed = make_pair(program, status=PairStatus.PROPOSED)
    for row in (no_mentor.mentor, no_mentee.mentees[0], proposed.mentor):
        row.status = ParticipantStatus.WITHDRAWN
        row.save()
    whole.mentor.status = ParticipantStatus.PAUSED
    whole.mentor.save()

    told = [(fact.action, fact.url, fact.done, fact.total) for fact in gone_facts(program)]

    assert told == [
        (
            "Заменить выбывшего наставника",
            reverse("pairs:mentor_replace", args=[no_mentor.mentor_id]),
            2,
            3,
        ),
        (
            "Решить, как быть с парой выбывшего наставляемого",
            reverse("pairs:pair_detail", args=[no_mentee.pk]),
            2,
            3,
        ),
    ]
    assert {fact.action for fact in gone_facts(program)} <= {
        fact.action for fact in facts(program) if fact.urgent
    }
