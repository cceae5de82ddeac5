"""The curator's pile of applications on its pages."""

from copy import copy
from datetime import date

import pytest
from django.urls import reverse

from participants.models import Application, Mentee, Mentor
from participants.services.application import decline
from tests.assertions import queries_of
from tests.builders import make_curator, make_person, make_program
from tests.participants.applications import BORN, make_application

pytestmark = pytest.mark.django_db


@pytest.fixture
def curator(client):
    program = make_program()
    client.force_login(make_curator(program))
    client.program = program
    return client


def test_the_curator_accepts_and_comes_to_the_new_card(curator):
    application = make_application(curator.program)

    response = curator.post(
        reverse("participants:application_accept", args=[application.pk]),
        {"form": "student_student"},
    )

    mentee = Mentee.objects.get()
    assert response.url == reverse("participants:mentee_detail", args=[mentee.pk])


def test_a_mentor_is_accepted_by_the_button_alone(curator):
    application = make_application(curator.program, kind="mentor", birth_date=date(1990, 1, 1))

    curator.post(reverse("participants:application_accept", args=[application.pk]))

    assert Mentor.objects.get().person.full_name == "Ёлкин Пётр"


def test_somebody_alike_is_a_question(curator):
    known = make_person(
        "Елкин Петр", organization=curator.program.organization, birth_date=BORN, birth_year=2011
    )
    make_person("Ёлкин Пётр", birth_date=BORN)
    application = make_application(curator.program)
    url = reverse("participants:application_accept", args=[application.pk])

    asked = curator.post(url, {"form": "student_student"})
    choices = [value for value, _label in asked.context["form"].fields["same"].choices]
    curator.post(url, {"form": "student_student", "same": known.pk})

    assert choices == [str(known.pk), "other"]
    assert Mentee.objects.get().person == known


def test_a_stranger_of_another_school_cannot_be_chosen(curator):
    stranger = make_person("Ёлкин Пётр", birth_date=BORN)
    make_person("Ёлкин Пётр", organization=curator.program.organization, birth_date=BORN)
    application = make_application(curator.program)

    response = curator.post(
        reverse("participants:application_accept", args=[application.pk]),
        {"form": "student_student", "same": stranger.pk},
    )

    assert (response.status_code, Mentee.objects.count()) == (200, 0)


def test_the_declined_card_shows_the_reason_and_no_name(curator):
    application = make_application(curator.program, name="Тайнов Глеб")
    detail = reverse("participants:application_detail", args=[application.pk])
    assert "Тайнов" in curator.get(detail).content.decode()

    curator.post(
        reverse("participants:application_decline", args=[application.pk]),
        {"reason": "Группа уже набрана"},
    )

    page = curator.get(detail).content.decode()
    assert ("Тайнов" in page, "Группа уже набрана" in page) == (False, True)


def test_the_pile_is_filtered_by_state_and_kind(curator):
    program = curator.program
    new = make_application(program)
    mentor = make_application(program, kind="mentor", birth_date=date(1990, 1, 1))
    declined = make_application(program, name="Иной Пётр")
    decline(application=declined, reason="Нет", by=None)
    make_application()

    def found(query):
        page = curator.get(reverse("participants:application_list", args=[program.pk]) + query)
        return {application.pk for application in page.context["applications"]}

    assert found("") == {new.pk, mentor.pk, declined.pk}
    assert found("?status=new") == {new.pk, mentor.pk}
    assert found("?kind=mentor") == {mentor.pk}
    assert found("?kind=x&status=y") == {new.pk, mentor.pk, declined.pk}


def test_the_pile_costs_the_same_with_one_three_and_300_applications(curator):
    url = reverse("participants:application_list", args=[curator.program.pk])
    costs = []
    for total in (1, 3, 300):
        add_up_to(total, curator.program)
        curator.get(url)
        costs.append(queries_of(lambda: curator.get(url)))

    assert (costs, Application.objects.count()) == ([costs[0]] * 3, 300)


def add_up_to(total, program):
    """Three that were declined, then copies of one that waits: sending each takes seconds."""
    for _ in range(Application.objects.count(), min(total, 3)):
        decline(application=make_application(program), reason="Нет", by=None)
    waits = make_application(program) if total > 3 else None
    Application.objects.bulk_create(copy_of(waits) for _ in range(4, total))


def copy_of(application):
    twin = copy(application)
    twin.pk = None
    return twin


def test_markup_of_an_applicant_is_shown_as_text(curator):
    application = make_application(curator.program, request="<script>alert(1)</script>")

    page = curator.get(reverse("participants:application_detail", args=[application.pk]))

    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page.content.decode()


def test_the_base_tells_of_applications_that_wait_for_it(curator):
    program = curator.program
    url = reverse("participants:mentee_list", args=[program.pk])
    make_application(program, kind="mentor", birth_date=date(1990, 1, 1))
    assert "Ждут решения" not in curator.get(url).content.decode()

    make_application(program)

    assert "1\u00a0заявка" in curator.get(url).content.decode()
