"""The page of the matching: who runs it, what it offers, what it costs."""

import pytest
from django.urls import reverse

from pairs.enums import PairStatus
from pairs.models import Matching, Pair, PairMember
from programs.enums import Role
from tests.assertions import queries_of
from tests.builders import (
    make_curator,
    make_mentee,
    make_mentor,
    make_pair,
    make_program,
    make_user,
)

pytestmark = pytest.mark.django_db


def test_the_curator_runs_the_matching_and_accepts_all(client, program):
    make_mentor(program)
    make_mentee(program)
    client.force_login(make_curator(program))

    client.post(reverse("pairs:matching_run", args=[program.pk]))
    proposed = Pair.objects.proposed().count()
    client.post(reverse("pairs:matching_accept_all", args=[program.pk]))

    assert (proposed, Pair.objects.accepted().count()) == (1, 1)


@pytest.mark.parametrize(
    ("seconds", "said"), [(0.004, "меньше 0,01"), (0.01, "0,01"), (1.25, "1,25")]
)
def test_no_matching_takes_no_time_at_all(client, program, seconds, said):
    make_mentor(program)
    make_mentee(program)
    client.force_login(make_curator(program))
    client.post(reverse("pairs:matching_run", args=[program.pk]))
    Matching.objects.update(seconds=seconds)

    page = client.get(reverse("pairs:matching", args=[program.pk]))

    assert f", занял {said}&nbsp;с." in page.content.decode()


def test_the_curator_accepts_one_and_rejects_another(client, program):
    first, second = (make_pair(program, status=PairStatus.PROPOSED) for _ in range(2))
    client.force_login(make_curator(program))

    client.post(reverse("pairs:pair_accept", args=[first.pk]))
    client.post(reverse("pairs:pair_reject", args=[second.pk]), {"reason": "Братья"})

    statuses = Pair.objects.order_by("pk").values_list("status", "end_reason")
    assert list(statuses) == [("accepted", ""), ("rejected", "Братья")]


def test_the_curator_gives_a_mentee_to_another_mentor(client, program):
    pair = make_pair(program, status=PairStatus.PROPOSED)
    other = make_mentor(program, competences="Физика")
    client.force_login(make_curator(program))
    url = reverse("pairs:member_change", args=[pair.members.get().pk])

    page = client.get(url)
    client.post(url, {"mentor": other.pk})

    member = PairMember.objects.get()
    assert [row.mentor for row in page.context["alternatives"]] == [other]
    assert (member.mentor, member.pair.mentor, member.pair.status) == (other, other, "proposed")
    assert member.is_locked is True
    assert member.score == page.context["alternatives"][0].score


@pytest.mark.parametrize("action", ["matching_run", "matching_accept_all"])
def test_a_curator_of_another_school_changes_nothing(client, program, action):
    make_pair(program, status=PairStatus.PROPOSED)
    client.force_login(make_curator(make_program()))

    answer = client.post(reverse(f"pairs:{action}", args=[program.pk]))

    assert (answer.status_code, Matching.objects.count()) == (404, 0)
    assert Pair.objects.get().status == "proposed"


@pytest.mark.parametrize("action", ["pair_accept", "pair_reject", "pair_pause", "pair_terminate"])
def test_a_pair_of_another_school_is_not_found(client, program, action):
    pair = make_pair(program, status=PairStatus.PROPOSED)
    client.force_login(make_curator(make_program()))

    answer = client.post(reverse(f"pairs:{action}", args=[pair.pk]), {"reason": "Чужая"})

    assert (answer.status_code, Pair.objects.get().status) == (404, "proposed")


@pytest.mark.parametrize(
    ("role", "status"),
    [
        (Role.DIRECTOR, 200),
        (Role.CURATOR, 200),
        (Role.GROUP_HEAD, 200),
        (Role.MENTOR, 403),
        (Role.MENTEE, 403),
        (Role.MUNICIPAL, 403),
    ],
)
def test_the_page_is_for_the_staff_of_the_school(client, program, role, status):
    client.force_login(make_user(role, program.organization))

    assert client.get(reverse("pairs:matching", args=[program.pk])).status_code == status


def test_a_head_of_a_teachers_group_only_looks(client, program):
    make_pair(program, status=PairStatus.PROPOSED)
    client.force_login(make_user(Role.GROUP_HEAD, program.organization))

    page = client.get(reverse("pairs:matching", args=[program.pk])).content.decode()
    answer = client.post(reverse("pairs:matching_run", args=[program.pk]))

    assert "Предложенные пары" in page
    assert "Принять" not in page
    assert answer.status_code == 403


def test_the_page_costs_the_same_for_1_3_and_300_rows(client, program):
    client.force_login(make_curator(program))
    url = reverse("pairs:matching", args=[program.pk])

    def add(number):
        make_pair(program, status=PairStatus.PROPOSED)
        for _ in range(number):
            make_pair(program, status=PairStatus.PROPOSED)
            make_pair(program, status=PairStatus.ACCEPTED)
            make_mentee(program)

    add(1)
    client.get(url)
    costs = [queries_of(lambda: client.get(url))]
    for number in (2, 97):
        add(number)
        costs.append(queries_of(lambda: client.get(url)))

    assert costs == [costs[0]] * 3
