"""Moving people through the base."""

from datetime import date

import pytest

from mentoring_portal.shared.transitions import TransitionError
from participants.models import Mentee
from participants.services import enrollment
from participants.services.consent import record_many
from programs.models import AuditEvent
from tests.assertions import queries_of
from tests.builders import make_mentee, make_mentor, make_program

pytestmark = pytest.mark.django_db


def test_approving_tells_how_many_owe_consents():
    program = make_program()
    ready, owing = (make_mentor(program, status="candidate") for _each in range(2))
    kinds = ["processing", "participation"]
    record_many(participants=[ready], kinds=kinds, signed_on=date(2026, 9, 1), by=None)

    outcome = enrollment.approve(participants=[ready, owing], by=None)

    assert (outcome.moved, outcome.without_consents) == (2, 1)
    owing.refresh_from_db()
    assert owing.status == "approved"


def test_one_impossible_move_stops_all():
    program = make_program()
    candidate = make_mentee(program, status="candidate")
    declined = make_mentee(program, status="declined")

    with pytest.raises(TransitionError):
        enrollment.approve(participants=[candidate, declined], by=None)

    assert set(Mentee.objects.values_list("status", flat=True)) == {"candidate", "declined"}


def test_those_already_there_are_not_moved_again():
    outcome = enrollment.approve(participants=[make_mentee(status="approved")], by=None)

    assert (outcome.moved, AuditEvent.objects.count()) == (0, 0)


def test_a_move_is_journaled_with_numbers_only():
    mentee = make_mentee(status="approved")

    enrollment.pause(participants=[mentee], by=None)

    event = AuditEvent.objects.get()
    assert (event.action, event.details) == ("mentee.paused", {"rows": [mentee.pk]})


def test_moving_fifty_costs_the_same_queries_as_moving_one():
    def cost(number):
        program = make_program()
        rows = [make_mentee(program, status="candidate") for _each in range(number)]
        return queries_of(lambda: enrollment.approve(participants=rows, by=None))

    assert cost(50) == cost(1)


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("candidate", ["Утвердить в реестре", "Отклонить", "Отметить выбытие"]),
        ("declined", ["Вернуть в кандидаты"]),
    ],
)
def test_buttons_name_what_is_possible_now(status, words):
    assert [text for _status, text in enrollment.next_moves(make_mentor(status=status))] == words
