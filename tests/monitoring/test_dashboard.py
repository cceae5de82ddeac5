"""The home page of the staff: the current stage, the ways on, the figures."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone

from documents.enums import DocumentKind
from documents.models import Document
from mentoring_portal.shared.dates import school_year_of
from pairs.enums import PairStatus
from participants.enums import AssignmentRole
from participants.services.consent import missing_of, record_many
from participants.services.enrollment import approve
from programs.enums import Role
from programs.models import Membership
from programs.services.program import open_program, start
from tests.assertions import assert_flat
from tests.builders import (
    make_meeting,
    make_mentee,
    make_mentor,
    make_organization,
    make_pair,
    make_person,
    make_program,
    make_user,
)
from tests.documents.builders import appoint, make_addendum

pytestmark = pytest.mark.django_db
SHORTCUTS = {
    "Загрузить базу": "participants:import_create",
    "Ответственные": "participants:assignment_list",
    "Чего не хватает в согласиях": "participants:consent_gaps",
}


@pytest.fixture
def program():
    program = open_program(organization=make_organization(), start_year=2026, preset="G73", by=None)
    start(program=program, by=None)
    return program


@pytest.fixture
def appointed(program):
    """The program of a school that has named its director and its curator."""
    for role in (AssignmentRole.DIRECTOR, AssignmentRole.CURATOR):
        appoint(make_person(organization=program.organization), role, "учитель физики")
    return program


def record_all_consents(*rows):
    today = timezone.localdate()
    for row in rows:
        kinds = missing_of([row], today)[row.person_id]
        record_many(participants=[row], kinds=kinds, signed_on=today, by=None)


def home(client, program, role=Role.CURATOR):
    client.force_login(make_user(role, program.organization))
    return client.get(reverse("monitoring:program_dashboard", args=[program.pk])).content.decode()


def section(page, opening, closing):
    return page.split(opening, 1)[1].split(closing, 1)[0]


@pytest.mark.parametrize(
    ("role", "seen"),
    [(Role.CURATOR, list(SHORTCUTS)), (Role.GROUP_HEAD, list(SHORTCUTS)[1:])],
)
def test_frequent_work_is_one_click_from_home(client, program, role, seen):
    nav = section(home(client, program, role), 'aria-label="Частые дела">', "</nav>")

    links = re.findall(r'href="([^"]+)">([^<]+)</a>', nav)
    assert links == [(reverse(SHORTCUTS[title], args=[program.pk]), title) for title in seen]


def test_one_stage_is_the_current_one_for_eyes_and_ears(client, program):
    stepper = section(home(client, program), '<ol class="stepper"', "</ol>")

    steps = stepper.split("<li ")[1:]
    marked = [
        [mark in step for mark in ("step-current", 'aria-current="step"', "Текущий этап")]
        for step in steps
    ]
    assert marked == [[True] * 3] + [[False] * 3] * 6


def test_the_first_step_is_the_only_primary_button(client, program):
    page = home(client, program)

    steps = section(page, 'aria-labelledby="now"', "</ol>")
    assert [page.count("btn-primary"), steps.count("btn-primary")] == [1, 1]
    assert "btn-primary" in steps.split("</li>")[0]


def steps_of(page):
    steps = section(page, 'aria-labelledby="now"', "</ol>")
    return re.findall(r'task-list-link[^"]*" href="([^"]+)">([^<]+)</a>', steps)


def test_a_draft_is_asked_to_be_started_before_all_else(client):
    program = open_program(organization=make_organization(), start_year=2026, preset="G73", by=None)
    detail = reverse("programs:program_detail", args=[program.pk])

    first = steps_of(home(client, program))[0]
    target = client.get(detail).content.decode()
    start(program=program, by=None)

    assert first == (detail, "Начать программу")
    assert reverse("programs:program_start", args=[program.pk]) in target
    assert "Начать программу" not in home(client, program)


def test_the_way_to_the_order_of_pairs_comes_before_what_can_wait(client, appointed):
    program, first = appointed, []

    def look():
        first.append(steps_of(home(client, program))[0][1])

    look()
    mentee = make_mentee(program, status="candidate")
    mentor = make_mentor(program)
    look()
    approve(participants=[mentee], by=None)
    look()
    record_all_consents(mentee, mentor)
    look()
    make_pair(program, mentor, [mentee], status=PairStatus.ACCEPTED, starts_on=None)
    look()

    assert first == [
        "Загрузить базу наставляемых",
        "Утвердить наставляемых в реестре",
        "Внести недостающие согласия",
        "Подобрать пары",
        "Оформить приказ о парах",
    ]


def test_pairs_accepted_after_the_first_order_lead_to_the_next_one(client, appointed):
    program = appointed
    pair = make_pair(program)
    make_addendum(pair)
    Document.objects.filter(program=program).update(kind=DocumentKind.ORDER_PAIRS)
    record_all_consents(pair.mentor, *pair.mentees)
    before = [action for _url, action in steps_of(home(client, program))]
    later = make_pair(program, status=PairStatus.ACCEPTED, starts_on=None)
    record_all_consents(later.mentor, *later.mentees)

    url, action = steps_of(home(client, program))[0]

    assert "Оформить приказ о новых парах" not in before
    assert (url, action) == (
        reverse("documents:document_list", args=[program.pk]),
        "Оформить приказ о новых парах",
    )


def test_pairs_are_not_asked_for_first_when_nobody_is_free(client, appointed):
    program = appointed
    mentor = make_mentor(program, max_mentees=1)
    make_pair(program, mentor)
    waiting = make_mentee(program)
    record_all_consents(mentor, waiting, *program.mentees.exclude(pk=waiting.pk))

    shown = [action for _url, action in steps_of(home(client, program))]
    assert (len(shown), "Подобрать пары" in shown) == (3, False)


def test_who_cannot_do_the_next_steps_reads_them_without_links(client, program):
    shown = {}
    for role in (Role.CURATOR, Role.GROUP_HEAD):
        steps = section(home(client, program, role), 'aria-labelledby="now"', "</ol>")
        shown[role] = (steps.count("<li "), steps.count("href="))

    assert shown == {Role.CURATOR: (3, 3), Role.GROUP_HEAD: (3, 0)}


def test_the_curator_of_another_school_is_not_offered_to_upload_here(client, program):
    head = make_user(Role.GROUP_HEAD, program.organization)
    Membership.objects.create(user=head, organization=make_organization(), role=Role.CURATOR)
    client.force_login(head)

    url = reverse("monitoring:program_dashboard", args=[program.pk])
    nav = section(client.get(url).content.decode(), 'aria-label="Частые дела">', "</nav>")

    assert "Загрузить базу" not in nav


def test_figures_stand_in_tiles(client, program):
    make_meeting(make_pair(program))

    tiles = section(home(client, program), '<ul class="tiles">', "</ul>")

    values = re.findall(r'tile-value">(.*?)</span><span class="tile-label">(.*?)<', tiles)
    assert ("1", "пар и групп закреплено приказами") in values
    assert len(values) == 5


def test_home_costs_the_same_for_many_pairs(client, program):
    client.force_login(make_user(Role.CURATOR, program.organization))
    url = reverse("monitoring:program_dashboard", args=[program.pk])
    make_meeting(make_pair(program))

    assert_flat(
        lambda: client.get(url),
        lambda: [make_meeting(make_pair(program)) for _ in range(5)],
    )


def test_home_is_this_years_program_though_next_years_is_in_the_making(client, program):
    year = school_year_of(timezone.localdate()).start_year
    for other in (year + 1, year - 1):
        make_program(organization=program.organization, start_year=other)
    program.start_year = year
    program.save()
    client.force_login(make_user(Role.CURATOR, program.organization))

    answer = client.get(reverse("monitoring:dashboard"))

    assert answer.url == reverse("monitoring:program_dashboard", args=[program.pk])
