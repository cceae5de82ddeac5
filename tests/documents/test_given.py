"""Fields given as text, as ``issue_document --set`` does."""

import pytest
from django.core.exceptions import ValidationError

from documents.services.paper import draft_paper
from tests.builders import make_person
from tests.documents.builders import make_school_program

pytestmark = pytest.mark.django_db


@pytest.fixture
def program():
    return make_school_program()


def content(program, code, **values):
    document = draft_paper(program=program, code=code, by=None, values=values)
    return {key: document.content[key] for key in values}


def test_days_and_people_are_read_from_their_texts(program):
    one, two = (make_person(organization=program.organization) for _each in range(2))

    assert content(program, "order_curator", since="2026-09-10", curator=f" {one.pk} ") == {
        "since": "2026-09-10",
        "curator": one.pk,
    }
    assert content(program, "order_working_group", members=f"{one.pk},{two.pk}", lead="") == {
        "members": [one.pk, two.pk],
        "lead": "",
    }


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"since": "10.09.2026"}, "Поле «since»: нужно – дата вида 2026-09-10, а не «10.09.2026»."),
        ({"curator": "Зорин"}, "Поле «curator»: нужно – номер человека, а не «Зорин»."),
        ({"curator": "987654"}, "Поле «curator»: в организации нет людей с номерами 987654."),
    ],
)
def test_a_text_that_is_no_such_value_is_refused_by_its_field(program, values, reason):
    with pytest.raises(ValidationError) as refused:
        content(program, "order_curator", **values)

    assert refused.value.messages == [reason]


def test_people_of_another_school_are_refused(program):
    stranger = make_person()

    with pytest.raises(ValidationError, match=f"нет людей с номерами {stranger.pk}"):
        content(program, "order_working_group", members=str(stranger.pk))
