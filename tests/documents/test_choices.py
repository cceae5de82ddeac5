"""Choosing people in a draft: whom the lists offer, what stands first, what is sent back."""

import re

import pytest
from django.urls import reverse

from documents.forms.choices import MANY
from documents.services.paper import draft_paper
from participants.enums import OccupationKind
from participants.models import Occupation, Person
from tests.assertions import queries_of
from tests.builders import make_curator, make_person
from tests.documents.builders import make_school_program

pytestmark = pytest.mark.django_db
ROW = re.compile(r'<input type="(\w+)" class="form-check-input" name="(\w+)" value="(\d*)"[^>]*>')


@pytest.fixture
def program():
    return make_school_program()


@pytest.fixture
def curator(client, program):
    client.force_login(make_curator(program))
    return client


@pytest.fixture
def protocol(program):
    return draft_paper(program=program, code="protocol_pedsovet", by=None)


def hire(program, *names):
    people = [make_person(name, organization=program.organization) for name in names]
    Occupation.objects.bulk_create(
        [Occupation(person=person, kind=OccupationKind.TEACHER) for person in people]
    )
    return people


def url_of(document):
    return reverse("documents:document_edit", args=[document.pk])


def page_of(client, document):
    return client.get(url_of(document)).content.decode()


def rows_of(page, field):
    return [(kind, value) for kind, name, value in ROW.findall(page) if name == field]


def counts_of(page):
    return re.findall(r"Выбрано: <span data-chosen>(\d+)</span> из (\d+)", page)


def crowd(program, number):
    return hire(program, *(f"Учителев Пётр {place:03}" for place in range(number)))


def test_the_chosen_come_first_and_are_counted(curator, program, protocol):
    hire(program, "Абрамова Ия Львовна", "Боков Тит Ильич")
    (last,) = hire(program, "Яхонтова Вера Павловна")
    protocol.content["present"] = [last.pk]
    protocol.save()

    page = page_of(curator, protocol)

    rows = rows_of(page, "present")
    everyone = list(Person.objects.order_by("name_key", "pk").values_list("pk", flat=True))
    everyone.remove(last.pk)
    assert rows == [("checkbox", str(pk)) for pk in (last.pk, *everyone)]
    assert counts_of(page) == [("1", str(len(rows)))]


def test_a_short_choice_of_one_is_a_select_that_says_nobody_is_chosen(curator, protocol):
    page = page_of(curator, protocol)

    select = re.search(r'<select name="chair".*?</select>', page, re.S)[0]
    assert re.findall(r"<option value=\"\" selected>(.*?)</option>", select) == ["не выбрано"]
    assert "---" not in page


def test_a_long_choice_of_one_is_a_list_of_its_own(curator, program, protocol):
    people = crowd(program, MANY)
    protocol.content["chair"] = people[-1].pk
    protocol.save()

    page = page_of(curator, protocol)

    rows = rows_of(page, "chair")
    assert "<select" not in page
    assert rows[:2] == [("radio", ""), ("radio", str(people[-1].pk))]
    assert len(rows) == Person.objects.count() + 1


def test_one_of_many_is_chosen_and_taken_back(curator, program, protocol):
    people = crowd(program, MANY)

    curator.post(url_of(protocol), {"chair": people[7].pk})
    protocol.refresh_from_db()
    chosen = protocol.content["chair"]
    curator.post(url_of(protocol), {"chair": ""})
    protocol.refresh_from_db()

    assert (chosen, protocol.content["chair"]) == (people[7].pk, None)


def test_everyone_of_four_hundred_is_offered_and_kept(curator, program, protocol):
    people = crowd(program, 400)

    sent = curator.post(url_of(protocol), {"present": [person.pk for person in people]})

    protocol.refresh_from_db()
    assert sent.status_code == 302
    assert protocol.content["present"] == [person.pk for person in people]
    assert counts_of(page_of(curator, protocol)) == [("400", str(Person.objects.count()))]


def test_lists_cost_the_same_for_few_people_and_for_many(curator, program, protocol):
    few = queries_of(lambda: page_of(curator, protocol))
    crowd(program, 120)

    assert queries_of(lambda: page_of(curator, protocol)) == few


def test_a_stranger_cannot_be_sent_in(curator, protocol):
    stranger = make_person("Чужой Фома Лукич")

    page = curator.post(url_of(protocol), {"present": [stranger.pk]}).content.decode()

    protocol.refresh_from_db()
    assert 'href="#id_present"' in page
    assert 'id="id_present"' in page
    assert protocol.content.get("present") is None


def test_the_search_comes_with_its_script_and_only_where_there_is_a_list(curator, program):
    order = draft_paper(program=program, code="order_regulation", by=None)
    protocol = draft_paper(program=program, code="protocol_pedsovet", by=None)

    scripts = [page_of(curator, paper).count("js/choice_list.js") for paper in (order, protocol)]

    assert scripts == [0, 1]
