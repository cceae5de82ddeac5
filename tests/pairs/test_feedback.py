"""Answers about a meeting: once a person, read by the author and the school only."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from pairs.models import Feedback
from pairs.services import feedback as service
from programs.enums import Role
from tests.builders import make_meeting, make_pair, make_person, make_user

pytestmark = pytest.mark.django_db


def answer_of(person, meeting, **fields):
    defaults = {"rating": 5, "text": "Понятно объясняет"}
    answer = Feedback(meeting=meeting, person=person, **defaults | fields)
    return service.give(feedback=answer, by=person.user)


def login_for(client, person, role):
    person.user = make_user(role, person.organization)
    person.save()
    client.force_login(person.user)


@pytest.fixture
def meeting():
    return make_meeting(pair=make_pair(starts_on=date(2026, 10, 1)))


def test_the_side_is_told_by_who_answers(meeting):
    mentor, mentee = meeting.pair.mentor.person, meeting.pair.mentees[0].person

    sides = [answer_of(person, meeting).side for person in (mentor, mentee)]

    assert sides == ["mentor", "mentee"]


def test_a_second_answer_is_refused(meeting):
    mentee = meeting.pair.mentees[0].person
    answer_of(mentee, meeting)

    with pytest.raises(ValidationError) as refusal:
        answer_of(mentee, meeting, rating=1)

    assert refusal.value.messages == ["Отзыв об этой встрече уже есть."]
    assert Feedback.objects.get().rating == 5


def test_a_stranger_does_not_answer(meeting):
    with pytest.raises(PermissionDenied):
        answer_of(make_person(), meeting)


def test_a_mentee_answers_on_the_page(client, meeting):
    login_for(client, meeting.pair.mentees[0].person, Role.MENTEE)

    answer = client.post(
        reverse("pairs:feedback_create", args=[meeting.pk]), {"rating": "4", "text": "Спасибо"}
    )

    assert answer.url == reverse("pairs:pair_detail", args=[meeting.pair_id])
    assert Feedback.objects.values_list("side", "rating", "text").get() == ("mentee", 4, "Спасибо")


def test_a_mentee_of_another_pair_gets_404(client, meeting):
    login_for(client, make_pair().mentees[0].person, Role.MENTEE)

    assert client.get(reverse("pairs:feedback_create", args=[meeting.pk])).status_code == 404


def test_the_curator_does_not_answer_for_others(client, meeting):
    client.force_login(make_user(Role.CURATOR, meeting.pair.program.organization))

    assert client.get(reverse("pairs:feedback_create", args=[meeting.pk])).status_code == 403


@pytest.mark.parametrize("method", ["get", "post"])
def test_who_has_answered_is_led_back_to_the_pair(client, meeting, method):
    login_for(client, meeting.pair.mentees[0].person, Role.MENTEE)
    url = reverse("pairs:feedback_create", args=[meeting.pk])
    client.post(url, {"rating": "4", "text": "Спасибо"})

    answer = getattr(client, method)(url, {"rating": "1", "text": "Передумал"})

    assert answer.url == reverse("pairs:pair_detail", args=[meeting.pair_id])
    assert Feedback.objects.values_list("rating", "text").get() == (4, "Спасибо")
