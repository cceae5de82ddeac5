"""Writing down meetings: when, by whom, and what is pointed out."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from pairs.enums import PairStatus
from pairs.models import Meeting
from pairs.services import meeting as service
from programs.enums import Role
from programs.models import AuditEvent
from tests.builders import make_curator, make_meeting, make_mentor, make_pair, make_user

pytestmark = pytest.mark.django_db
START = date(2026, 10, 1)


def new_meeting(pair=None, **fields):
    defaults = {
        "kind": "work",
        "day": date(2026, 11, 1),
        "minutes": 45,
        "topic": "Задачи на движение",
        "rating": 4,
    }
    return Meeting(pair=pair or make_pair(starts_on=START), **defaults | fields)


def refused(meeting):
    with pytest.raises(ValidationError) as refusal:
        service.record(meeting=meeting, by=None)
    assert Meeting.objects.count() == 0
    return refusal.value.message_dict


def sign_in(client, pair, role=Role.MENTOR):
    user = make_user(role, pair.program.organization)
    person = pair.mentor.person if role == Role.MENTOR else pair.mentees[0].person
    person.user = user
    person.save()
    client.force_login(user)
    return user


def form_data(**fields):
    return {
        "day": "2026-11-01",
        "kind": "acquaintance",
        "quick": "45",
        "minutes": "",
        "topic": "Знакомимся",
        "rating": "5",
        "note": "Стесняется",
    } | fields


def test_recording_remembers_who_wrote_it_down():
    pair = make_pair(starts_on=START)
    curator = make_curator(pair.program)

    meeting = service.record(meeting=new_meeting(pair), by=curator)

    assert Meeting.objects.get().recorded_by == curator
    assert AuditEvent.objects.get(action="meeting.record").object_id == meeting.pk


def test_a_meeting_of_tomorrow_is_refused():
    tomorrow = timezone.localdate() + timedelta(days=1)

    assert refused(new_meeting(day=tomorrow)) == {
        "day": ["Эта дата ещё не наступила. Записывают прошедшие встречи."]
    }


def test_a_meeting_before_the_start_of_the_pair_is_refused():
    assert refused(new_meeting(day=date(2026, 9, 30))) == {
        "day": ["Пара работает с 1\u00a0октября 2026\u00a0г. Укажите этот день или более поздний."]
    }


def test_a_meeting_after_the_end_of_the_pair_is_refused():
    pair = make_pair(starts_on=START, status=PairStatus.COMPLETED, ended_on=date(2026, 10, 20))

    assert refused(new_meeting(pair)) == {
        "day": ["Пара закончила работу 20\u00a0октября 2026\u00a0г. Укажите более ранний день."]
    }


def test_a_pair_without_an_order_has_no_meetings():
    pair = make_pair(status=PairStatus.ACCEPTED)

    with pytest.raises(ValidationError) as refusal:
        service.record(meeting=new_meeting(pair), by=None)

    assert refusal.value.messages == [
        "Пара ещё не закреплена приказом: встречи записывают после него."
    ]


def test_minutes_beyond_ten_hours_are_refused():
    assert list(refused(new_meeting(minutes=601))) == ["minutes"]


def test_a_kind_that_happens_once_is_pointed_out_when_repeated():
    first = make_meeting(kind="acquaintance")

    second = make_meeting(pair=first.pair, kind="acquaintance")
    working = make_meeting(pair=first.pair, kind="work")

    assert service.repeated(second) == first
    assert service.repeated(working) is None


def test_a_mentor_records_a_meeting_on_the_page(client):
    pair = make_pair(starts_on=START)
    mentor = sign_in(client, pair)

    answer = client.post(reverse("pairs:meeting_create", args=[pair.pk]), form_data())

    meeting = Meeting.objects.get()
    assert answer.url == reverse("pairs:pair_detail", args=[pair.pk])
    assert (meeting.minutes, meeting.rating, meeting.recorded_by) == (45, 5, mentor)


def test_the_typed_number_of_minutes_wins_over_the_quick_one(client):
    pair = make_pair(starts_on=START)
    sign_in(client, pair)

    client.post(reverse("pairs:meeting_create", args=[pair.pk]), form_data(minutes="50"))

    assert Meeting.objects.get().minutes == 50


def test_a_refused_meeting_comes_back_with_what_was_typed(client):
    pair = make_pair(starts_on=START)
    sign_in(client, pair)

    answer = client.post(
        reverse("pairs:meeting_create", args=[pair.pk]), form_data(day="2026-09-01")
    )

    form = answer.context["form"]
    assert list(form.errors) == ["day"]
    assert form["topic"].value() == "Знакомимся"


def test_every_mistake_is_named_at_once(client):
    pair = make_pair(starts_on=START)
    sign_in(client, pair)

    answer = client.post(
        reverse("pairs:meeting_create", args=[pair.pk]),
        form_data(day="2026-09-01", quick="0", topic="", rating=""),
    )

    assert {name: list(said) for name, said in answer.context["form"].errors.items()} == {
        "day": ["Пара работает с 1\u00a0октября 2026\u00a0г. Укажите этот день или более поздний."],
        "minutes": ["Укажите, сколько минут длилась встреча."],
        "topic": ["Напишите, чем вы занимались."],
        "rating": ["Выберите, как прошла встреча."],
    }


def test_the_form_begins_with_the_next_kind_and_today(client):
    pair = make_meeting(pair=make_pair(starts_on=START), kind="acquaintance").pair
    sign_in(client, pair)

    form = client.get(reverse("pairs:meeting_create", args=[pair.pk])).context["form"]

    assert (form["kind"].value(), form["day"].value()) == ("trial", timezone.localdate())


def test_a_mentor_corrects_the_own_record(client):
    meeting = make_meeting(pair=make_pair(starts_on=START))
    sign_in(client, meeting.pair)

    client.post(
        reverse("pairs:meeting_update", args=[meeting.pk]), form_data(topic="Дроби", kind="work")
    )

    meeting.refresh_from_db()
    assert (meeting.topic, meeting.kind) == ("Дроби", "work")


@pytest.mark.parametrize("name", ["meeting_create", "meeting_update"])
def test_a_mentor_cannot_write_about_a_stranger_pair(client, name):
    own, strange = make_pair(starts_on=START), make_meeting(pair=make_pair(starts_on=START))
    sign_in(client, own)
    pk = strange.pair_id if name == "meeting_create" else strange.pk

    answer = client.post(reverse(f"pairs:{name}", args=[pk]), form_data(topic="Чужое"))

    assert answer.status_code == 404
    assert list(Meeting.objects.values_list("topic", flat=True)) == [strange.topic]


def test_a_mentee_cannot_record_a_meeting(client):
    pair = make_pair(starts_on=START)
    sign_in(client, pair, Role.MENTEE)

    answer = client.post(reverse("pairs:meeting_create", args=[pair.pk]), form_data())

    assert (answer.status_code, Meeting.objects.count()) == (403, 0)


def test_a_head_of_a_teachers_group_reads_but_does_not_record(client):
    pair = make_pair(starts_on=START)
    client.force_login(make_user(Role.GROUP_HEAD, pair.program.organization))

    answer = client.get(reverse("pairs:meeting_create", args=[pair.pk]))

    assert answer.status_code == 403


def test_a_mentor_of_another_school_is_a_stranger(client):
    pair = make_pair(starts_on=START)
    other = make_pair(mentor=make_mentor(), starts_on=START)
    sign_in(client, other)

    assert client.get(reverse("pairs:meeting_create", args=[pair.pk])).status_code == 404


def test_a_form_sent_twice_is_one_meeting(client):
    pair = make_pair(starts_on=START)
    sign_in(client, pair)
    url = reverse("pairs:meeting_create", args=[pair.pk])

    answers = [client.post(url, form_data()).url for _press in range(2)]
    client.post(url, form_data(topic="Другая тема", kind="work"))

    assert answers == [reverse("pairs:pair_detail", args=[pair.pk])] * 2
    assert Meeting.objects.count() == 2
    assert AuditEvent.objects.filter(action="meeting.record").count() == 2


@pytest.mark.parametrize("minutes", ["0", "-5", "4", "601", "100000", "1" + "0" * 30])
def test_impossible_minutes_are_refused_in_words(client, minutes):
    pair = make_pair(starts_on=START)
    sign_in(client, pair)
    url = reverse("pairs:meeting_create", args=[pair.pk])

    form = client.post(url, form_data(quick="0", minutes=minutes)).context["form"]

    assert form.errors == {"minutes": ["Укажите от 5 до 600 минут."]}


def test_a_note_as_long_as_a_book_is_refused(client):
    pair = make_pair(starts_on=START)
    sign_in(client, pair)
    url = reverse("pairs:meeting_create", args=[pair.pk])

    form = client.post(url, form_data(note="я" * 10_000)).context["form"]

    assert list(form.errors) == ["note"]
    assert Meeting.objects.count() == 0
