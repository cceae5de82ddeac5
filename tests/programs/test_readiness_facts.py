"""What the program's own pages add to the readiness of its stages."""

from datetime import timedelta

import pytest
from django.utils import timezone

from programs.enums import EventKind
from programs.services.readiness import events, forms
from tests.builders import make_event, make_program, make_program_form

pytestmark = pytest.mark.django_db
FINAL = "Итоговое открытое мероприятие проведено"
PAST = "Прошедшие события отмечены проведёнными"


def told(facts):
    return {fact.title: (fact.done, fact.total) for fact in facts}


def test_a_described_form_is_what_the_conditions_need():
    program = make_program()
    before = told(forms(program))
    make_program_form(program)

    assert [list(before.values()), list(told(forms(program)).values())] == [[(0, 1)], [(1, 1)]]


@pytest.mark.parametrize(
    ("kind", "is_held", "done"),
    [
        (EventKind.FINAL_EVENT, True, 1),
        (EventKind.FINAL_EVENT, False, 0),
        (EventKind.SEMINAR, True, 0),
    ],
)
def test_the_end_needs_a_final_event_that_took_place(kind, is_held, done):
    program = make_program()
    make_event(program, kind=kind, is_held=is_held)
    make_event(make_program(), kind=EventKind.FINAL_EVENT, is_held=True)

    assert told(events(program))[FINAL] == (done, 1)


def test_only_past_events_are_asked_about():
    program, today = make_program(), timezone.localdate()
    assert PAST not in told(events(program))

    for days, is_held in ((-2, True), (-1, False), (0, False), (1, False)):
        make_event(program, starts_on=today + timedelta(days=days), is_held=is_held)

    assert told(events(program))[PAST] == (1, 2)
