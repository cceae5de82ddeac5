"""The list of pairs: who sees it, how it is searched, what it costs."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from pairs.enums import PairStatus
from pairs.models import Pair
from programs.enums import Role
from tests.assertions import queries_of
from tests.builders import (
    make_curator,
    make_meeting,
    make_mentee,
    make_mentor,
    make_pair,
    make_program,
    make_user,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def curator(client, program):
    user = make_curator(program)
    client.force_login(user)
    return user


def found(client, program, **query):
    page = client.get(reverse("pairs:pair_list", args=[program.pk]), query)
    return list(page.context["object_list"])


def days_ago(number):
    return timezone.localdate() - timedelta(days=number)


def test_the_list_holds_the_pairs_of_the_program_only(client, curator, program):
    own = make_pair(program)
    make_pair(make_program(organization=program.organization, start_year=2025))

    assert found(client, program) == [own]


@pytest.mark.parametrize("query", ["ёлкин", "ЁЛКИН", "елкин", "Алёна"])
def test_a_name_is_found_in_any_case_on_either_side(client, curator, program, query):
    by_mentor = make_pair(program, mentor=make_mentor(program, "Ёлкин Алёна Львовна"))
    by_mentee = make_pair(program, mentees=[make_mentee(program, "Ёлкин Алёна Ильич")])
    make_pair(program, mentor=make_mentor(program, "Зуев Иван Львович"))

    assert found(client, program, name=query) == [by_mentor, by_mentee]


def test_pairs_without_meetings_for_thirty_days_are_found(client, curator, program):
    long_ago = days_ago(60)
    silent = make_pair(program, starts_on=long_ago)
    make_meeting(pair=silent, day=days_ago(31))
    talking = make_pair(program, starts_on=long_ago)
    make_meeting(pair=talking, day=days_ago(30))
    make_pair(program, starts_on=days_ago(10))
    make_pair(program, starts_on=long_ago, status=PairStatus.PAUSED)

    assert found(client, program, quiet="30") == [silent]


def test_state_and_form_narrow_the_list(client, curator, program):
    paused = make_pair(program, status=PairStatus.PAUSED)
    teachers = make_pair(program, form="teacher_teacher")

    assert found(client, program, status="paused") == [paused]
    assert found(client, program, form="teacher_teacher") == [teachers]


def test_meetings_are_counted_without_doubling_the_mentees(client, curator, program):
    mentees = [make_mentee(program), make_mentee(program)]
    pair = make_pair(program, mentees=mentees)
    make_meeting(pair=pair, minutes=30)
    make_meeting(pair=pair, minutes=45)

    (row,) = found(client, program)

    assert (row.meetings_count, row.minutes_total) == (2, 75)


def test_an_unknown_filter_value_shows_the_list(client, curator, program):
    pair = make_pair(program)

    assert found(client, program, quiet="вчера", page_size="7") == [pair]


@pytest.mark.parametrize(
    ("role", "status"),
    [
        (Role.DIRECTOR, 200),
        (Role.GROUP_HEAD, 200),
        (Role.MENTOR, 403),
        (Role.MENTEE, 403),
        (Role.MUNICIPAL, 403),
    ],
)
def test_the_list_is_for_the_staff(client, program, role, status):
    client.force_login(make_user(role, program.organization))

    assert client.get(reverse("pairs:pair_list", args=[program.pk])).status_code == status


def test_the_list_of_another_school_is_not_found(client, curator):
    strange = make_pair().program

    assert client.get(reverse("pairs:pair_list", args=[strange.pk])).status_code == 404


def test_the_list_costs_the_same_for_1_3_and_300_rows(client, curator, program):
    url = reverse("pairs:pair_list", args=[program.pk])

    def cost(rows):
        while Pair.objects.count() < rows:
            make_pair(program)
        return queries_of(lambda: client.get(url, {"page_size": "100"}))

    make_meeting(pair=make_pair(program))
    client.get(url)
    assert cost(1) == cost(3) == cost(300)


def test_a_pair_by_hand_is_made_on_the_page(client, curator, program):
    mentor, mentee = make_mentor(program), make_mentee(program)
    url = reverse("pairs:pair_create", args=[program.pk])

    client.post(url, {"mentor": mentor.pk, "mentees": [mentee.pk], "form": "", "goal": "Физика"})

    pair = Pair.objects.get()
    assert (pair.mentor, pair.goal, pair.status) == (mentor, "Физика", "accepted")


def test_a_mentor_without_places_is_refused_on_the_page(client, curator, program):
    mentor, mentee = make_pair(program).mentor, make_mentee(program)
    url = reverse("pairs:pair_create", args=[program.pk])

    answer = client.post(url, {"mentor": mentor.pk, "mentees": [mentee.pk]})

    (refusal,) = answer.context["form"].non_field_errors()
    assert refusal == (
        f"{mentor.person.short_name} берёт не больше 1 наставляемого, свободных мест нет. "
        "Увеличьте это число в карточке наставника или выберите другого."
    )
