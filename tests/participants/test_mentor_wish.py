"""Mentees whom a mentor wishes."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from pairs.services.wishes import wishes_of
from participants.services import mentor_wish as service
from participants.services.wish import MOST_WISHES
from programs.models import AuditEvent
from tests.builders import make_curator, make_mentee, make_mentor

pytestmark = pytest.mark.django_db


def test_wishes_keep_their_order_and_reach_the_matching():
    mentor = make_mentor()
    second, first = (make_mentee(mentor.program) for _ in range(2))

    for mentee in (first, second):
        service.add(mentor=mentor, mentee=mentee, by=None)

    assert service.wished(mentor) == [first, second]
    assert wishes_of(mentor.program).of_mentors == {mentor.pk: [first.pk, second.pk]}


def test_nobody_of_another_program_and_not_oneself():
    mentor = make_mentor()
    oneself = make_mentee(mentor.program, person=mentor.person)

    for mentee in (make_mentee(), oneself):
        with pytest.raises(ValidationError, match="наставляемого этой программы"):
            service.add(mentor=mentor, mentee=mentee, by=None)

    assert service.wished(mentor) == []


def test_there_are_no_more_wishes_than_places_in_the_list():
    mentor = make_mentor()
    for _ in range(MOST_WISHES):
        service.add(mentor=mentor, mentee=make_mentee(mentor.program), by=None)

    with pytest.raises(ValidationError, match="не больше 5"):
        service.add(mentor=mentor, mentee=make_mentee(mentor.program), by=None)


def test_the_curator_chooses_and_takes_back(client):
    mentor = make_mentor()
    mentee = make_mentee(mentor.program)
    client.force_login(make_curator(mentor.program))

    client.post(
        reverse("participants:mentor_wish_add", args=[mentor.pk]) + "?q=1", {"mentee": mentee.pk}
    )
    chosen = service.wished(mentor)
    response = client.post(
        reverse("participants:mentor_wish_remove", args=[mentor.pk]), {"mentee": mentee.pk}
    )

    assert chosen == [mentee]
    assert service.wished(mentor) == []
    assert response.url == reverse("participants:mentor_wish_list", args=[mentor.pk])
    assert AuditEvent.objects.filter(action__in=("mentor.wish", "mentor.unwish")).count() == 2


def test_the_page_offers_those_who_are_not_chosen_yet(client):
    mentor = make_mentor()
    chosen, free = (make_mentee(mentor.program) for _ in range(2))
    service.add(mentor=mentor, mentee=chosen, by=None)
    client.force_login(make_curator(mentor.program))

    page = client.get(reverse("participants:mentor_wish_list", args=[mentor.pk]))

    assert list(page.context["page_obj"]) == [free]
