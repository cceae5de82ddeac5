"""Talks without a pair: situational help, written down in a few taps."""

from datetime import date, timedelta
from functools import partial

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from monitoring.services.report import collect
from pairs.models import Choice, Encounter, Pair
from pairs.services import encounter as service
from pairs.services.erasure import destroy
from participants.enums import ParticipantStatus
from programs.enums import Role
from programs.models import AuditEvent
from tests.assertions import assert_flat
from tests.builders import (
    make_curator,
    make_encounter,
    make_event,
    make_mentee,
    make_mentor,
    make_pair,
    make_program,
    make_user,
)

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 1)


def sign_in(client, row, role=Role.MENTOR):
    user = make_user(role, row.program.organization)
    row.person.user = user
    row.person.save()
    client.force_login(user)
    return user


def create_url(program):
    return reverse("pairs:encounter_create", args=[program.pk])


def said(**fields):
    return {
        "day": "2026-11-01",
        "topic": "Как успокоиться перед экзаменом",
        "outcome": "Договорились дышать",
        "minutes": "20",
    } | fields


def errors_of(response):
    return response.context["form"].errors


def test_a_mentor_writes_down_a_talk_with_somebody_named_in_full(client):
    mentor = make_mentor()
    mentee = make_mentee(mentor.program, "Яров Олег Ильич")
    sign_in(client, mentor)

    response = client.post(create_url(mentor.program), said(mentee="Яров Олег", goes_on="on"))

    assert response.url == reverse("participants:cabinet")
    talk = Encounter.objects.get()
    assert (talk.kind, talk.mentor, talk.mentee, talk.goes_on) == (
        "situational",
        mentor,
        mentee,
        True,
    )
    assert AuditEvent.objects.get(action="encounter.record").object_id == talk.pk


def test_a_mentor_is_not_shown_the_names_of_children_never_met(client):
    mentor = make_mentor()
    make_mentee(mentor.program, "Чужой Иван Ильич")
    pupil = make_mentee(mentor.program, "Свой Олег Ильич")
    make_pair(mentor=mentor, mentees=[pupil])
    sign_in(client, mentor)

    form = client.get(create_url(mentor.program)).context["form"]

    assert form.hint_lists == [("hints-mentee", ("Свой Олег Ильич",))]


def test_a_beginning_finds_only_whom_the_mentor_knows(client):
    mentor = make_mentor()
    make_mentee(mentor.program, "Чужой Иван Ильич")
    sign_in(client, mentor)

    response = client.post(create_url(mentor.program), said(mentee="Чуж"))

    assert errors_of(response)["mentee"] == [
        "Такого имени в базе нет. Напишите фамилию и имя целиком."
    ]


def test_known_are_those_of_pairs_of_talks_and_of_common_events():
    mentor = make_mentor()
    program = mentor.program
    led, helped, beside, _stranger = (make_mentee(program) for _ in range(4))
    make_pair(mentor=mentor, mentees=[led])
    make_encounter(mentor, helped)
    event = make_event(program)
    for row in (mentor, beside):
        event.attendances.create(person=row.person)

    assert service.known_to(mentor) == {led.pk, helped.pk, beside.pk}


def test_a_manager_names_both_by_beginnings(client):
    program = make_program()
    mentor, mentee = make_mentor(program, "Лев Пётр"), make_mentee(program, "Зимин Глеб")
    client.force_login(make_curator(program))

    response = client.post(
        create_url(program), said(kind="speed", mentor="лев", mentee="зим", topic="")
    )

    assert response.url == reverse("pairs:encounter_list", args=[program.pk])
    talk = Encounter.objects.get()
    assert (talk.kind, talk.mentor, talk.mentee) == ("speed", mentor, mentee)


def test_situational_help_answers_a_question(client):
    program = make_program()
    make_mentor(program, "Лев Пётр"), make_mentee(program, "Зимин Глеб")
    client.force_login(make_curator(program))

    response = client.post(
        create_url(program), said(kind="situational", mentor="лев", mentee="зим", topic="")
    )

    assert errors_of(response) == {"topic": ["Напишите, с каким вопросом обратились."]}


def test_the_same_form_twice_is_one_talk(client):
    mentor = make_mentor()
    make_mentee(mentor.program, "Яров Олег")
    sign_in(client, mentor)

    for _ in range(2):
        client.post(create_url(mentor.program), said(mentee="Яров Олег"))

    assert Encounter.objects.count() == 1


def new_talk(mentor=None, mentee=None, **fields):
    mentor = mentor or make_mentor()
    mentee = mentee or make_mentee(mentor.program)
    defaults = {"kind": "situational", "day": DAY, "topic": "Доклад"}
    return Encounter(program=mentor.program, mentor=mentor, mentee=mentee, **defaults | fields)


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (
            timezone.localdate() + timedelta(days=1),
            "Эта дата ещё не наступила. Записывают прошедшие встречи.",
        ),
        (date(2026, 8, 31), "Это день до учебного года 2026–2027."),
    ],
)
def test_a_day_outside_is_refused(day, text):
    with pytest.raises(ValidationError) as refusal:
        service.record(encounter=new_talk(day=day), by=None)

    assert refusal.value.message_dict == {"day": [text]}


def test_nobody_talks_with_oneself():
    mentor = make_mentor()
    mentee = make_mentee(mentor.program, person=mentor.person)

    with pytest.raises(ValidationError, match="один и тот же человек"):
        service.record(encounter=new_talk(mentor, mentee), by=None)


def test_the_database_knows_that_only_held_talks_go_on():
    talk = new_talk(is_held=False, goes_on=True)

    with pytest.raises(IntegrityError), transaction.atomic():
        talk.save()


def test_a_candidate_is_no_mentor_yet(client):
    mentor = make_mentor(status=ParticipantStatus.CANDIDATE)
    sign_in(client, mentor)

    assert client.get(create_url(mentor.program)).status_code == 404


def test_a_mentor_of_another_school_is_refused(client):
    mentor, program = make_mentor(), make_program()
    sign_in(client, mentor)

    assert client.get(create_url(program)).status_code == 404


def page_of(name, talk):
    return reverse(f"pairs:encounter_{name}", args=[talk.pk])


def test_a_mentor_corrects_own_situational_talks_only(client):
    mentor = make_mentor()
    sign_in(client, mentor)
    own = make_encounter(mentor)
    others = make_encounter(make_mentor(mentor.program))
    scheduled = make_encounter(mentor, kind="speed")

    answers = [client.get(page_of("update", talk)).status_code for talk in (own, others, scheduled)]

    assert answers == [200, 404, 404]


def test_correcting_keeps_the_people(client):
    mentor = make_mentor()
    talk = make_encounter(mentor)
    sign_in(client, mentor)

    client.post(page_of("update", talk), said(topic="Другой вопрос"))

    changed = Encounter.objects.get()
    assert (changed.topic, changed.mentor, changed.mentee) == (
        "Другой вопрос",
        mentor,
        talk.mentee,
    )


def test_a_talk_is_deleted_after_asking(client):
    mentor = make_mentor()
    talk = make_encounter(mentor)
    sign_in(client, mentor)

    client.get(page_of("delete", talk))
    assert Encounter.objects.count() == 1

    client.post(page_of("delete", talk))
    assert Encounter.objects.count() == 0


def list_url(program, query=""):
    return reverse("pairs:encounter_list", args=[program.pk]) + query


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["new", "fast", "old"]),
        ("?kind=speed", ["fast"]),
        ("?name=лев", ["fast"]),
        ("?since=2026-11-10", ["new"]),
        ("?until=2026-10-01", ["old"]),
        ("?goes_on=True", ["old"]),
    ],
)
def test_the_list_is_narrowed(client, query, found):
    program = make_program()
    mentor = make_mentor(program, "Ким Анна")
    talks = {
        "old": make_encounter(mentor, day=date(2026, 9, 15), goes_on=True),
        "fast": make_encounter(make_mentor(program, "Лев Пётр"), kind="speed"),
        "new": make_encounter(mentor, day=date(2026, 11, 15)),
    }
    client.force_login(make_curator(program))

    page = client.get(list_url(program, query))

    assert list(page.context["object_list"]) == [talks[name] for name in found]


def test_each_kind_is_counted_by_itself_and_plans_are_not_counted():
    mentor = make_mentor()
    make_encounter(mentor)
    make_encounter(mentor, kind="speed")
    make_encounter(mentor, kind="speed", is_held=False)

    assert service.counts_of(mentor.program, timezone.localdate()) == [
        ("скоростное", 1),
        ("ситуационное", 1),
    ]


def test_talks_are_no_pairs_for_the_monitoring():
    pair = make_pair()
    mentor, mentee = make_mentor(pair.program), make_mentee(pair.program)
    figures = partial(collect, program=pair.program, period="december", as_of=DAY)
    before = figures()

    make_encounter(mentor, mentee)
    make_encounter(pair.mentor, mentee, kind="speed")

    assert list(Pair.objects.of_program(pair.program)) == [pair]
    assert figures() == before


def test_the_list_costs_the_same_for_any_number_of_talks(client):
    program = make_program()
    client.force_login(make_curator(program))
    make_encounter(make_mentor(program))

    def more():
        for _ in range(20):
            make_encounter(make_mentor(program))

    assert_flat(lambda: client.get(list_url(program)), more)


def test_the_cabinet_of_a_mentor_shows_own_talks_and_where_to_write_one(client):
    mentor = make_mentor()
    own = make_encounter(mentor, topic="Как готовить доклад")
    make_encounter(make_mentor(mentor.program), topic="Чужой вопрос")
    sign_in(client, mentor)

    page = client.get(reverse("participants:cabinet")).content.decode()

    assert page_of("update", own) in page
    assert create_url(mentor.program) in page
    assert "Чужой вопрос" not in page


def test_a_mentee_has_no_page_of_talks(client):
    talk = make_encounter()
    sign_in(client, talk.mentee, Role.MENTEE)

    page = client.get(reverse("participants:cabinet")).content.decode()

    assert talk.topic not in page
    assert client.get(page_of("update", talk)).status_code == 403


# Erasure


def test_an_erased_person_leaves_talks_as_figures_without_words():
    talk = make_encounter(outcome="Договорились")
    other = make_encounter(outcome="Чужой итог")

    destroy(talk.mentee.person)

    talk.refresh_from_db()
    other.refresh_from_db()
    assert (talk.topic, talk.outcome, talk.is_held) == ("Сведения уничтожены", "", True)
    assert other.outcome == "Чужой итог"


def test_choices_of_and_about_an_erased_person_go():
    mentor = make_mentor()
    mentee, third = make_mentee(mentor.program), make_mentee(mentor.program)
    quest = make_event(mentor.program, kind="pairing_group_meeting")
    for side, other in (("mentor", mentee), ("mentee", mentee), ("mentee", third)):
        Choice.objects.create(event=quest, side=side, mentor=mentor, mentee=other, rank=1)

    destroy(mentee.person)

    assert [choice.mentee for choice in Choice.objects.all()] == [third]


def test_a_mentor_is_asked_for_the_question_too(client):
    mentor = make_mentor()
    make_mentee(mentor.program, "Яров Олег")
    sign_in(client, mentor)

    response = client.post(create_url(mentor.program), said(mentee="Яров Олег", topic=""))

    assert errors_of(response) == {"topic": ["Напишите, с каким вопросом обратились."]}
