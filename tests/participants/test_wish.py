"""Whom people of the base wish: mentees a mentor, mentors a mentee."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from pairs.services.wishes import wishes_of
from participants.services import wish as service
from participants.services.wish import MOST_WISHES
from programs.models import AuditEvent
from tests.builders import make_curator, make_mentee, make_mentor

pytestmark = pytest.mark.django_db


def test_wishes_keep_their_order_and_reach_the_matching():
    mentor = make_mentor()
    second, first = (make_mentee(mentor.program) for _ in range(2))

    for mentee in (first, second):
        service.add(owner=mentor, wanted=mentee, by=None)

    assert service.wished(mentor) == [first, second]
    assert wishes_of(mentor.program).of_mentors == {mentor.pk: [first.pk, second.pk]}


def test_nobody_of_another_program_and_not_oneself():
    mentor = make_mentor()
    oneself = make_mentee(mentor.program, person=mentor.person)

    for mentee in (make_mentee(), oneself):
        with pytest.raises(ValidationError, match="наставляемого этой программы"):
            service.add(owner=mentor, wanted=mentee, by=None)

    assert service.wished(mentor) == []


def test_there_are_no_more_wishes_than_places_in_the_list():
    mentor = make_mentor()
    for _ in range(MOST_WISHES):
        service.add(owner=mentor, wanted=make_mentee(mentor.program), by=None)

    with pytest.raises(ValidationError, match="не больше 5"):
        service.add(owner=mentor, wanted=make_mentee(mentor.program), by=None)


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
    service.add(owner=mentor, wanted=chosen, by=None)
    client.force_login(make_curator(mentor.program))

    page = client.get(reverse("participants:mentor_wish_list", args=[mentor.pk]))

    assert list(page.context["page_obj"]) == [free]


def url(name, *arguments):
    return reverse(f"participants:{name}", args=arguments)


def test_wishes_keep_their_order_and_hold_mentors_of_the_program_only(client):
    mentee = make_mentee()
    client.force_login(make_curator(mentee.program))
    first, second = make_mentor(mentee.program), make_mentor(mentee.program)
    stranger = make_mentor()

    for mentor in (second, first, stranger):
        client.post(url("wish_add", mentee.pk), {"mentor": mentor.pk})
    page = client.get(url("wish_list", mentee.pk))

    assert [mentor.pk for mentor in page.context["wished"]] == [second.pk, first.pk]
    client.post(url("wish_remove", mentee.pk), {"mentor": second.pk})
    assert list(mentee.wishes.all()) == [first]


def test_mentors_to_wish_are_found_by_words(client):
    mentee = make_mentee()
    client.force_login(make_curator(mentee.program))
    make_mentor(mentee.program, "Орлов Пётр", competences="робототехника")
    make_mentor(mentee.program, "Зимин Олег")

    page = client.get(url("wish_list", mentee.pk), {"q": "РОБОТО"})

    assert [mentor.person.last_name for mentor in page.context["page_obj"]] == ["Орлов"]


def test_there_is_an_end_to_wishes(client):
    mentee = make_mentee()
    client.force_login(make_curator(mentee.program))
    for _each in range(6):
        answer = client.post(
            url("wish_add", mentee.pk), {"mentor": make_mentor(mentee.program).pk}, follow=True
        )

    assert mentee.wishes.count() == 5
    assert [str(one) for one in answer.context["messages"]] == [
        "Желаемых наставников не больше 5. Уберите лишних."
    ]


@pytest.mark.parametrize(
    ("name", "make", "words"),
    [
        ("wish_add", make_mentee, "Выберите наставника этой программы."),
        ("mentor_wish_add", make_mentor, "Выберите наставляемого этой программы."),
    ],
)
def test_a_button_that_names_nobody_is_told_whom_to_choose(client, name, make, words):
    owner = make()
    client.force_login(make_curator(owner.program))

    page = client.post(url(name, owner.pk), {}, follow=True)

    assert [str(one) for one in page.context["messages"]] == [words]


@pytest.mark.parametrize(
    ("name", "make", "title", "said"),
    [
        ("wish_list", make_mentee, "Желаемые наставники", "шахматы &amp; го"),
        ("mentor_wish_list", make_mentor, "Желаемые наставляемые", "задачи &lt; 5 класса"),
    ],
)
def test_the_page_speaks_of_the_other_side(client, name, make, title, said):
    owner = make()
    make_mentor(owner.program, competences="шахматы & го")
    make_mentee(owner.program, request="задачи < 5 класса")
    client.force_login(make_curator(owner.program))

    page = client.get(url(name, owner.pk)).content.decode()

    texts = ("шахматы &amp; го", "задачи &lt; 5 класса")
    assert f"<h1>{title}</h1>" in page
    assert [text in page for text in texts] == [text == said for text in texts]
