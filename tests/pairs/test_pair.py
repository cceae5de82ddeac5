"""The states of a pair and who is in it."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from mentoring_portal.shared.transitions import TransitionError
from pairs.enums import PairStatus
from pairs.models import Pair
from pairs.services import pair as service
from participants.enums import ParticipantStatus
from programs.models import AuditEvent
from tests.builders import (
    make_meeting,
    make_mentee,
    make_mentor,
    make_pair,
    make_program,
)

pytestmark = pytest.mark.django_db
START = date(2026, 11, 12)


def draft(**fields):
    return make_pair(**{"status": PairStatus.PROPOSED, "starts_on": None} | fields)


def test_accepting_a_proposal_writes_the_journal():
    pair = draft()

    service.accept(pair=pair, by=None)

    pair.refresh_from_db()
    event = AuditEvent.objects.get(action="pair.accept")
    assert (pair.status, event.object_id) == ("accepted", pair.pk)


def test_a_proposal_of_someone_who_left_the_registry_is_not_accepted():
    mentee = make_mentee(full_name="Чижов Иван Петрович")
    pair = draft(program=mentee.program, mentees=[mentee])
    mentee.move_to(ParticipantStatus.PAUSED)

    with pytest.raises(ValidationError) as refusal:
        service.accept(pair=pair, by=None)

    assert refusal.value.messages == [
        "Пару принять нельзя: Чижов\u00a0И.\u00a0П. – не в реестре программы. "
        "Верните человека в реестр или отклоните пару."
    ]


def test_accept_all_leaves_those_who_left_the_registry_proposed():
    program = make_program()
    fit = draft(program=program)
    unfit = draft(program=program)
    unfit.mentor.move_to(ParticipantStatus.WITHDRAWN)

    done = service.accept_all(program=program, by=None)

    assert done.accepted == [fit]
    assert done.left == [f"{unfit.names}: {unfit.mentor.person.short_name} – не в реестре (выбыл)"]
    assert list(Pair.objects.proposed()) == [unfit]


def test_rejecting_needs_a_reason():
    with pytest.raises(ValidationError):
        service.reject(pair=draft(), reason="  ", by=None)


def test_rejecting_frees_the_places_of_the_pair():
    pair = draft()

    service.reject(pair=pair, reason="Не сошлись расписанием", by=None)

    pair.refresh_from_db()
    assert (pair.status, pair.end_reason) == ("rejected", "Не сошлись расписанием")
    assert pair.members.get().is_open is False


def test_activation_sets_the_start_and_the_dates_of_entry():
    pair = draft(status=PairStatus.ACCEPTED)

    service.activate(pairs=[pair], starts_on=START, by=None)

    pair.refresh_from_db()
    pair.mentor.refresh_from_db()
    entry = pair.members.get().mentee.entry_date
    assert (pair.status, pair.starts_on) == ("active", START)
    assert (pair.mentor.entry_date, entry) == (START, START)


def test_activation_keeps_an_earlier_date_of_entry():
    mentor = make_mentor(entry_date=date(2026, 9, 1))
    pair = draft(mentor=mentor, status=PairStatus.ACCEPTED)

    service.activate(pairs=[pair], starts_on=START, by=None)

    mentor.refresh_from_db()
    assert mentor.entry_date == date(2026, 9, 1)


def test_one_unaccepted_pair_stops_the_activation_of_all():
    program = make_program()
    accepted = draft(program=program, status=PairStatus.ACCEPTED)
    proposed = draft(program=program)

    with pytest.raises(TransitionError):
        service.activate(pairs=[accepted, proposed], starts_on=START, by=None)

    assert list(Pair.objects.accepted()) == [accepted]


def test_a_paused_pair_holds_its_place_and_resumes():
    pair = make_pair()

    service.pause(pair=pair, by=None)
    held = pair.members.get().is_open
    service.resume(pair=pair, by=None)

    assert (held, pair.status) == (True, "active")


def test_completion_frees_the_place():
    pair = make_pair()

    service.complete(pair=pair, day=date(2026, 11, 20), by=None)

    pair.refresh_from_db()
    assert (pair.status, pair.ended_on) == ("completed", date(2026, 11, 20))
    assert pair.members.get().is_open is False


def test_a_pair_cannot_end_before_it_began():
    with pytest.raises(ValidationError) as refusal:
        service.complete(pair=make_pair(), day=date(2026, 9, 1), by=None)

    assert refusal.value.messages == [
        "Пара начала работу 01.10.2026: она не может закончить её раньше."
    ]


def test_a_pair_does_not_end_on_a_day_to_come():
    tomorrow = timezone.localdate() + timedelta(days=1)

    with pytest.raises(ValidationError) as refusal:
        service.complete(pair=make_pair(), day=tomorrow, by=None)

    assert refusal.value.message_dict == {"day": ["Эта дата ещё не наступила."]}


@pytest.mark.parametrize("field", ["starts_on", "ends_on"])
def test_a_mistyped_year_of_a_pair_is_pointed_out(field):
    pair = make_pair(starts_on=None)
    setattr(pair, field, date(2062, 5, 31))

    with pytest.raises(ValidationError) as refusal:
        service.update(pair=pair, by=None)

    assert refusal.value.message_dict == {
        field: ["Проверьте год: программа – 2026–2027 учебного года."]
    }


def test_terminating_needs_a_reason():
    with pytest.raises(ValidationError):
        service.terminate(pair=make_pair(), day=START, reason="", by=None)


def test_a_pair_ended_meanwhile_is_not_ended_again():
    pair = make_pair()
    stale = Pair.objects.get(pk=pair.pk)
    service.complete(pair=pair, day=START, by=None)

    with pytest.raises(TransitionError):
        service.terminate(pair=stale, day=START, reason="Переезд", by=None)

    assert Pair.objects.get().end_reason == ""


def test_the_start_cannot_move_past_the_first_meeting():
    pair = make_meeting().pair
    pair.starts_on = date(2026, 11, 2)

    with pytest.raises(ValidationError) as refusal:
        service.update(pair=pair, by=None)

    assert refusal.value.message_dict == {
        "starts_on": ["Первая встреча пары записана 01.11.2026: начало не может быть позже."]
    }
