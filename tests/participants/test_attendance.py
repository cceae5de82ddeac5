"""Who took part in events, as the staff, the municipality and the person see it."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from participants.services.attendance import MENTEES, MENTORS, attended, mark_attendance
from participants.templatetags.attendance_tags import coming_events
from programs.enums import OrganizationKind, ProgramStatus, Role
from programs.models import AuditEvent
from tests.assertions import assert_flat, queries_of
from tests.builders import (
    make_course,
    make_curator,
    make_event,
    make_mentee,
    make_mentor,
    make_organization,
    make_person,
    make_program,
    make_session,
    make_training,
    make_user,
)

DAY = date(2026, 11, 21)


@pytest.fixture
def school(db, client):
    program = make_program()
    client.force_login(make_curator(program))
    return SimpleNamespace(
        program=program,
        client=client,
        event=make_event(program, starts_on=timezone.localdate()),
        mentor=make_mentor(program, "Ёлкин Пётр").person,
        mentee=make_mentee(program, "Берёзова Анна").person,
    )


def url_of(school, query=""):
    return reverse("participants:attendance_update", args=[school.event.pk]) + query


def tick(school, *people, query=""):
    values = {"people": [person.pk for person in people]}
    return school.client.post(url_of(school, query), values)


def came(event):
    return {group.title: group.people for group in attended(event)}


def test_ticks_are_kept_by_role_and_written_down_without_names(school):
    tick(school, school.mentor, school.mentee)
    tick(school, school.mentee)

    entries = AuditEvent.objects.filter(action="attendance.mark").order_by("pk")
    assert came(school.event) == {MENTEES: [school.mentee]}
    assert [entry.details for entry in entries] == [
        {"added": sorted([school.mentor.pk, school.mentee.pk]), "removed": []},
        {"added": [], "removed": [school.mentor.pk]},
    ]


def test_saving_a_searched_list_leaves_the_others_alone(school):
    tick(school, school.mentor, school.mentee)

    tick(school, query="?q=елкин")

    assert came(school.event) == {MENTEES: [school.mentee]}


def test_the_search_forgives_case_and_yo(school):
    groups = school.client.get(url_of(school, "?q=БЕРЕЗ")).context["groups"]

    assert [(group.title, group.people) for group in groups] == [(MENTEES, [school.mentee])]


def test_someone_in_both_bases_counts_once_as_a_mentor(school):
    make_mentee(school.program, person=school.mentor)

    tick(school, school.mentor)

    assert came(school.event) == {MENTORS: [school.mentor]}


def test_a_person_of_another_program_cannot_be_ticked(school):
    stranger = make_mentor(make_program()).person

    page = tick(school, stranger)

    assert (page.status_code, came(school.event)) == (200, {})


def test_who_left_the_base_keeps_the_mark(school):
    tick(school, school.mentor)
    school.program.mentors.all().delete()

    assert came(school.event) == {"Уже не в базах программы": [school.mentor]}


@pytest.mark.django_db
def test_nobody_took_part_in_what_is_ahead():
    event = make_event(starts_on=DAY + timedelta(days=1))

    with pytest.raises(ValidationError, match="ещё не началось"):
        mark_attendance(event=event, shown=[], chosen=[], today=DAY, by=None)


def test_the_municipality_sees_numbers_and_no_names(school):
    tick(school, school.mentor)
    above = make_organization(kind=OrganizationKind.MUNICIPALITY)
    organization = school.program.organization
    organization.parent = above
    organization.save()
    url = reverse("programs:event_detail", args=[school.event.pk])

    pages = {}
    for role, place in ((Role.GROUP_HEAD, organization), (Role.MUNICIPAL, above)):
        school.client.force_login(make_user(role, place))
        text = school.client.get(url).content.decode()
        pages[role] = ("Наставники: 1" in text, school.mentor.full_name in text)

    assert pages == {Role.GROUP_HEAD: (True, True), Role.MUNICIPAL: (True, False)}


def test_the_card_of_a_person_names_the_events(school):
    tick(school, school.mentor)
    event = reverse("programs:event_detail", args=[school.event.pk])

    cards = [
        event in school.client.get(reverse("participants:person_detail", args=[person.pk])).text
        for person in (school.mentor, school.mentee)
    ]

    assert cards == [True, False]


def test_the_cabinet_shows_what_is_ahead_of_own_running_programs(school):
    ahead = timezone.localdate() + timedelta(days=3)
    organization = school.program.organization
    draft = make_program(organization=organization, title="Черновик", status=ProgramStatus.DRAFT)
    other = make_program(organization=organization, title="Вторая")
    make_mentor(draft, person=school.mentor)
    make_event(school.program, title="Слёт наставников", starts_on=ahead, place="Зал")
    make_event(school.program, title="Прошлый слёт", starts_on=ahead - timedelta(days=9))
    make_event(draft, title="Событие черновика", starts_on=ahead)
    make_event(other, title="Чужая программа", starts_on=ahead)
    school.mentor.user = make_user(Role.MENTOR, organization)
    school.mentor.save()
    school.client.force_login(school.mentor.user)

    text = school.client.get(reverse("participants:cabinet")).content.decode()

    titles = ("Слёт наставников", "Прошлый слёт", "Событие черновика", "Чужая программа")
    assert [title in text for title in titles] == [True, False, False, False]


@pytest.mark.parametrize(("role", "expected"), [("mentor", ["Открытое", "Своё"]), ("mentee", [])])
def test_lessons_of_mentors_are_shown_only_to_those_who_go_to_them(school, role, expected):
    program, ahead = school.program, timezone.localdate() + timedelta(days=3)
    own, other = make_course(program), make_course(program)
    make_training(own, program.mentors.get(person=school.mentor))
    make_session(own, ahead, title="Своё")
    make_session(other, ahead, title="Чужое")
    make_event(program, kind="mentor_school", title="Открытое", starts_on=ahead)

    rows = coming_events(getattr(school, role))["rows"]

    assert sorted(event.title for event in rows if event.kind == "mentor_school") == expected


@pytest.mark.parametrize("page", ["programs:event_detail", "participants:attendance_update"])
def test_the_pages_cost_the_same_with_many_people(school, page):
    url = reverse(page, args=[school.event.pk])
    tick(school, school.mentor, school.mentee)

    def more(count):
        rows = [make_mentee(school.program) for _ in range(count)]
        tick(school, school.mentor, *(row.person for row in rows))

    assert_flat(lambda: school.client.get(url), lambda: more(2))
    few = queries_of(lambda: school.client.get(url))
    more(100)
    assert queries_of(lambda: school.client.get(url)) == few


def test_an_erased_person_is_not_offered(school):
    make_mentor(school.program, person=make_person(organization=school.program.organization))
    school.mentor.erased_on = timezone.localdate()
    school.mentor.save()

    groups = school.client.get(url_of(school)).context["groups"]

    assert school.mentor not in [person for group in groups for person in group.people]
