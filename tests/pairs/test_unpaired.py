"""Mentees without a pair: who stands in the list, since when, and who sees what of it."""

from datetime import date, timedelta
from io import BytesIO

import openpyxl
import pytest
from django.urls import reverse
from django.utils import timezone

from pairs.enums import PairStatus
from pairs.models import Matching, PairingRules
from pairs.services.matching import propose
from pairs.services.unpaired import (
    CHANGED,
    COMPLETED,
    LEFT,
    NEXT_MENTOR,
    NOT_ASKED,
    NOT_MATCHED,
    PROPOSED,
    REJECTED,
    TERMINATED,
    reasons_of,
    unpaired,
)
from participants.enums import ParticipantStatus
from programs.enums import Role
from tests.assertions import assert_flat
from tests.builders import (
    make_curator,
    make_mentee,
    make_mentor,
    make_pair,
    make_program,
    make_support,
    make_user,
)

pytestmark = pytest.mark.django_db
READERS = [Role.DIRECTOR, Role.CURATOR, Role.GROUP_HEAD, Role.PSYCHOLOGIST]


def days_ago(number):
    return timezone.localdate() - timedelta(days=number)


@pytest.fixture
def curator(client, program):
    user = make_curator(program)
    client.force_login(user)
    return user


def enter(client, role, program):
    client.force_login(make_user(role, program.organization))


def page(client, program, name="list", **query):
    return client.get(reverse(f"pairs:unpaired_{name}", args=[program.pk]), query)


def found(client, program, **query):
    return list(page(client, program, **query).context["rows"])


def workbook(client, program, **query):
    content = page(client, program, "export", **query).content
    rows = openpyxl.load_workbook(BytesIO(content)).active.iter_rows(values_only=True)
    return [row for row in rows if any(row)]


def test_only_people_of_the_registry_without_a_mentor_wait(program):
    waiting = make_mentee(program)
    proposed = make_pair(program, status=PairStatus.PROPOSED).members.get().mentee
    ended = make_pair(program, status=PairStatus.COMPLETED, ended_on=days_ago(3))
    for status in (PairStatus.ACCEPTED, PairStatus.ACTIVE, PairStatus.PAUSED):
        make_pair(program, status=status)
    make_mentee(program, status=ParticipantStatus.CANDIDATE)
    make_mentee()

    assert set(unpaired(program)) == {waiting, proposed, ended.members.get().mentee}
    assert set(unpaired(program).filter(is_proposed=True)) == {proposed}


def test_who_left_a_group_waits_while_the_group_goes_on(program):
    mentees = [make_mentee(program, listed_on=days_ago(60)) for _ in range(3)]
    group = make_pair(program, mentees=mentees, kind="group")
    group.members.filter(mentee=mentees[0]).update(
        is_open=False, left_on=days_ago(2), left_reason="переезд"
    )

    (row,) = unpaired(program)

    assert (row, row.waits_since, row.comes_first) == (mentees[0], days_ago(2), False)


def test_one_waits_since_the_entry_or_since_the_last_pair_ended(program):
    new = make_mentee(program, listed_on=days_ago(40))
    again = make_mentee(program, listed_on=days_ago(40))
    for day in (20, 5):
        make_pair(
            program,
            mentees=[again],
            status=PairStatus.TERMINATED,
            starts_on=days_ago(30),
            ended_on=days_ago(day),
        )

    since = {row.pk: row.waits_since for row in unpaired(program)}

    assert since == {new.pk: days_ago(40), again.pk: days_ago(5)}


def test_after_a_change_of_mentor_one_stands_first(client, curator, program):
    long = make_mentee(program, listed_on=days_ago(50))
    changed = make_mentee(program, listed_on=days_ago(10))
    ended = {"starts_on": days_ago(9), "ended_on": days_ago(1), "end_reason": CHANGED}
    make_pair(program, mentees=[changed], status=PairStatus.PARTED, **ended)

    assert found(client, program) == [changed, long]
    assert found(client, program, wait="first") == [changed]


def happened(words):
    return words.format(day=f" {days_ago(1):%d.%m.%Y}")


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (PairStatus.PARTED, NEXT_MENTOR),
        (PairStatus.COMPLETED, happened(COMPLETED)),
        (PairStatus.TERMINATED, happened(TERMINATED)),
        (PairStatus.REJECTED, REJECTED),
        (PairStatus.PROPOSED, PROPOSED),
    ],
)
def test_what_became_of_the_pair_is_the_reason(program, status, reason):
    over = {"starts_on": days_ago(9), "ended_on": days_ago(1)}
    is_over = status not in (PairStatus.PROPOSED, PairStatus.REJECTED)
    make_pair(program, status=status, **(over if is_over else {}))
    (mentee,) = unpaired(program)

    assert reasons_of(program, [mentee], days_ago(0)) == {mentee.pk: [reason]}


def test_who_has_never_had_a_pair_waits_for_the_first_matching(program):
    mentee = unpaired(program).get(pk=make_mentee(program).pk)

    assert reasons_of(program, [mentee], days_ago(0)) == {mentee.pk: [NOT_MATCHED]}


def test_the_end_of_work_in_a_group_is_the_reason(program):
    mentees = [make_mentee(program) for _ in range(3)]
    group = make_pair(program, mentees=mentees, kind="group")
    group.members.filter(mentee=mentees[0]).update(is_open=False, left_on=days_ago(1))
    (mentee,) = unpaired(program)

    assert reasons_of(program, [mentee], days_ago(0)) == {mentee.pk: [happened(LEFT)]}


def test_a_pair_that_ended_after_the_matching_says_more_than_it(program):
    mentee = make_mentee(program)
    propose(program=program, by=None)
    Matching.objects.update(created_at=timezone.now() - timedelta(days=20))
    over = {"starts_on": days_ago(9), "ended_on": days_ago(1)}
    make_pair(program, mentees=[mentee], status=PairStatus.COMPLETED, **over)

    (row,) = unpaired(program)

    assert reasons_of(program, [row], days_ago(0)) == {mentee.pk: [happened(COMPLETED)]}


def test_the_reason_is_that_of_the_last_matching(client, curator, program):
    mentee = make_mentee(program)
    propose(program=program, by=None)
    said = program.matchings.first().unmatched[0]["reasons"]
    newcomer = make_mentee(program)

    reasons = {row.pk: row.reasons for row in found(client, program)}

    assert reasons == {mentee.pk: said, newcomer.pk: [NOT_ASKED]}


def test_the_term_of_waiting_is_the_program_s_own(client, curator, program):
    late = make_mentee(program, listed_on=days_ago(11))
    make_mentee(program, listed_on=days_ago(10))
    PairingRules.objects.create(program=program, wait_days=10)

    assert found(client, program, wait="long") == [late]


def test_names_forms_and_the_search_narrow_the_list(client, curator, program):
    named = make_mentee(program, "Ёжиков Олег")
    teacher = make_mentee(program, "Другов Олег", form="teacher_teacher")
    proposed = make_pair(program, status=PairStatus.PROPOSED).members.get().mentee

    assert found(client, program, q="ежиков") == [named]
    assert found(client, program, form="teacher_teacher") == [teacher]
    assert found(client, program, search="proposed") == [proposed]
    assert found(client, program, search="searching", ordering="name") == [teacher, named]


def test_meetings_of_support_narrow_and_sort_the_list(client, curator, program):
    never, due, planned = (make_mentee(program) for _ in range(3))
    make_support(due, held_on=days_ago(9), next_on=days_ago(0))
    make_support(planned, held_on=days_ago(8), next_on=days_ago(-3))

    assert found(client, program, support="never") == [never]
    assert found(client, program, support="due") == [due]
    assert found(client, program, support="planned", ordering="next") == [due, planned]


def test_a_later_meeting_answers_the_one_that_was_planned(client, curator, program):
    mentee = make_mentee(program)
    make_support(mentee, held_on=days_ago(9), next_on=days_ago(2))
    make_support(mentee, held_on=days_ago(1))

    assert found(client, program, support="due") == []


@pytest.mark.parametrize("role", READERS)
def test_the_list_names_whom_its_reader_may_know(client, program, role):
    mentee = make_mentee(program, "Ждунова Нина")
    enter(client, role, program)

    assert found(client, program) == [mentee]


@pytest.mark.parametrize("role", [Role.DIRECTOR, Role.GROUP_HEAD])
def test_the_director_learns_nothing_of_the_support(client, program, role):
    first, second = make_mentee(program, listed_on=days_ago(9)), make_mentee(program)
    day = date(2026, 11, 3)
    make_support(second, content="ТАЙНАЯ беседа", held_on=day, next_on=days_ago(0))
    enter(client, role, program)

    for query in ({}, {"support": "due"}, {"ordering": "-last"}, {"ordering": "next"}):
        assert found(client, program, **query) == [first, second]
    text = page(client, program).content.decode()
    assert not any(word in text for word in ("ТАЙНАЯ", "03.11.2026", "оддержк", "support"))
    head, *rows = workbook(client, program, support="due")[1:]
    assert (len(head), len(rows)) == (9, 2)


@pytest.mark.parametrize("role", [Role.CURATOR, Role.PSYCHOLOGIST])
def test_the_workbook_holds_exactly_what_the_filters_found(client, program, role):
    mentee = make_mentee(
        program, "Ждунова Нина Олеговна", listed_on=days_ago(4), position="7 «А»", request="друзья"
    )
    make_support(mentee, held_on=date(2026, 11, 3), next_on=date(2026, 11, 20))
    make_mentee(program, "Другов Олег")
    enter(client, role, program)

    head, row = workbook(client, program, q="ждунова")[1:]

    assert (len(head), head[-2:]) == (
        11,
        ("Последняя встреча поддержки", "Следующая встреча поддержки"),
    )
    assert row[1:3] == ("Ждунова Нина Олеговна", "7 «А»")
    assert (row[4], row[6], row[7]) == ("друзья", 4, "поиск продолжается")
    assert [day.date() for day in row[-2:]] == [date(2026, 11, 3), date(2026, 11, 20)]


@pytest.mark.parametrize("name", ["list", "export"])
def test_the_list_of_another_school_is_not_found(client, curator, name):
    assert page(client, make_program(), name).status_code == 404


def test_the_psychologist_comes_home_to_the_list(client, program):
    enter(client, Role.PSYCHOLOGIST, program)

    chain = client.get(reverse("home"), follow=True).redirect_chain

    assert chain[-1][0] == reverse("pairs:unpaired_list", args=[program.pk])


def test_a_school_without_a_program_greets_the_psychologist(client):
    client.force_login(make_user(Role.PSYCHOLOGIST))

    text = client.get(reverse("pairs:unpaired_home")).content.decode()

    assert "Программы наставничества пока нет" in text


def test_the_menu_of_the_psychologist_holds_this_page_alone(client, program):
    enter(client, Role.PSYCHOLOGIST, program)

    text = page(client, program).content.decode()

    own = reverse("pairs:unpaired_list", args=[program.pk])
    assert text.count(f'href="{own}"') >= 1
    assert reverse("pairs:pair_list", args=[program.pk]) not in text
    assert reverse("pairs:matching", args=[program.pk]) not in text


def test_the_curator_s_link_leads_to_the_mentee_on_the_board(client, curator, program):
    make_mentor(program, forms=["teacher_teacher"])
    mentee = make_mentee(program)
    propose(program=program, by=None)
    board = reverse("pairs:matching", args=[program.pk])

    assert f'href="{board}#mentee-{mentee.pk}"' in page(client, program).content.decode()
    assert f'id="mentee-{mentee.pk}"' in client.get(board).content.decode()


def test_the_list_costs_the_same_for_many(client, curator, program):
    def add(number):
        for _ in range(number):
            make_support(make_mentee(program))

    add(1)

    assert_flat(lambda: page(client, program), lambda: add(20))
    assert_flat(lambda: page(client, program, "export"), lambda: add(20))


def test_the_terms_are_set_by_the_managers(client, curator, program):
    url = reverse("pairs:terms_update", args=[program.pk])

    assert client.post(url, {"wait_days": 0, "verdict_days": 7}).status_code == 200
    client.post(url, {"wait_days": 14, "verdict_days": 5})

    rules = program.pairing_rules
    assert (rules.wait_days, rules.verdict_days, rules.group_most) == (14, 5, 10)
