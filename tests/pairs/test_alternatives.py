"""Other mentors for a mentee who has several, on the sheet and in «Изменить наставника»."""

import pytest
from django.urls import reverse

from pairs.models import PairMember
from pairs.services import matching
from pairs.services.alternatives import alternatives
from tests.builders import make_curator, make_mentee, make_mentor, make_pair, make_program

pytestmark = pytest.mark.django_db


@pytest.fixture
def program():
    return make_program()


def sheet_of(client, member):
    client.force_login(make_curator(member.pair.program))
    return client.get(reverse("pairs:member_sheet", args=[member.pk]))


@pytest.fixture
def member(program):
    """Of a mentee who has been given both mentors there are."""
    make_mentee(program, max_mentors=2)
    make_mentor(program), make_mentor(program)
    matching.propose(program=program, by=None)
    return PairMember.objects.order_by("pk").first()


def test_the_sheet_names_the_mentor_who_stays(client, member):
    other = PairMember.objects.exclude(pk=member.pk).get().mentor

    page = sheet_of(client, member).content.decode()

    assert f"без этой пары у наставляемого остался бы другой наставник – {other}." in page
    assert "остался бы один" not in page


def test_the_sheet_of_an_only_mentor_says_that_nobody_stays(client, program):
    make_mentee(program), make_mentor(program)
    matching.propose(program=program, by=None)

    page = sheet_of(client, PairMember.objects.get()).content.decode()

    assert "без этой пары наставляемый остался бы один." in page


def test_nobody_is_offered_a_mentor_whom_the_mentee_has(program, member):
    assert alternatives(member=member) == []

    free = make_mentor(program)

    assert [row.mentor for row in alternatives(member=member)] == [free]


def test_a_mentor_of_a_running_pair_of_the_mentee_is_not_offered(program):
    mentee = make_mentee(program, max_mentors=2)
    member = make_pair(program, mentees=[mentee], status="accepted").members.get()
    make_pair(program, mentees=[mentee])

    assert alternatives(member=member) == []


def change_page(client, member):
    client.force_login(make_curator(member.pair.program))
    return client.get(reverse("pairs:member_change", args=[member.pk])).content.decode()


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("proposed", "Сейчас предложен наставник {}."),
        ("accepted", "Пара принята, наставник – {}."),
    ],
)
def test_the_page_of_a_change_says_what_the_pair_is_now(client, program, status, said):
    member = make_pair(program, status=status).members.get()

    assert said.format(member.mentor) in change_page(client, member)
