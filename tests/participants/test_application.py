"""Applications become candidates or are declined and forgotten."""

import json
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.core.serializers import serialize

from mentoring_portal.shared.transitions import TransitionError
from participants.models import Application, Mentor, Person, Representative
from participants.services.application import accept, decline, decline_outdated
from participants.services.consent import gaps
from participants.services.readiness import facts
from programs.domain.readiness import next_actions
from programs.enums import StageCode
from programs.models import AuditEvent
from tests.builders import make_curator, make_mentee, make_mentor, make_person, make_program
from tests.participants.applications import BORN, make_application

pytestmark = pytest.mark.django_db


def test_an_accepted_mentee_is_a_candidate_with_the_words_of_the_application():
    application = make_application(
        position="9 «А»", request="чертить", free_days="пн, ср", free_hours="15–17", phone="8 900"
    )

    mentee = accept(application=application, form="teacher_teacher", by=None)

    assert (mentee.status, mentee.form, mentee.request_source) == (
        "candidate",
        "teacher_teacher",
        "self",
    )
    assert (mentee.position, mentee.request, mentee.free_days, mentee.free_hours) == (
        "9 «А»",
        "чертить",
        "пн, ср",
        "15–17",
    )
    assert (mentee.person.full_name, mentee.person.sex, mentee.person.phone) == (
        "Ёлкин Пётр",
        "m",
        "8 900",
    )
    assert mentee.person.birth_date == BORN
    assert [str(kind) for kind in mentee.person.occupations.all()] == ["ученик"]


def test_an_accepted_mentor_has_numbers_out_of_words():
    application = make_application(
        kind="mentor",
        birth_date=date(1985, 3, 4),
        competences="чертежи",
        preferred_age="12–16 лет",
        time_resource="2 часа в неделю",
        max_mentees=3,
        forms=["employer_student"],
        portfolio_url="https://example.org/vera",
    )

    mentor = accept(application=application, by=None)

    assert (mentor.status, mentor.competences, mentor.max_mentees, mentor.forms) == (
        "candidate",
        "чертежи",
        3,
        ["employer_student"],
    )
    assert (mentor.age_from, mentor.age_to, mentor.hours_month) == (12, 16, 8)
    assert mentor.portfolio_url == "https://example.org/vera"
    assert list(mentor.person.occupations.all()) == []


def test_a_parent_who_applied_represents_the_child():
    answers = {
        "parent_name": "Ёлкина Анна Львовна",
        "parent_relation": "mother",
        "parent_phone": "8 900 000-00-00",
    }

    mentee = accept(application=make_application(**answers), by=None)

    parent = Representative.objects.get(child=mentee.person)
    assert (parent.person.full_name, parent.relation) == ("Ёлкина Анна Львовна", "mother")
    assert (parent.person.phone, parent.person.sex) == ("8 900 000-00-00", "f")
    assert mentee.request_source == "parents"


def test_one_parent_of_two_children_is_one_person():
    program = make_program()
    parent = {"parent_name": "Ёлкина Анна Львовна", "parent_phone": "8 (900) 000-00-00"}
    other_spelling = {"parent_name": "Елкина Анна Львовна", "parent_phone": "+7 900 000 00 00"}

    accept(application=make_application(program, **parent), by=None)
    accept(application=make_application(program, name="Ёлкин Павел", **other_spelling), by=None)

    parents = set(Representative.objects.values_list("person", flat=True))
    assert (len(parents), Representative.objects.count()) == (1, 2)


def test_the_wished_mentor_is_in_the_note_of_the_curator():
    mentee = accept(application=make_application(wished_mentor="учитель физики"), by=None)

    assert mentee.note == "Желаемый наставник: учитель физики"


def test_a_known_person_gets_a_row_and_keeps_what_the_school_knew():
    program = make_program()
    known = make_person("Ёлкин Пётр", organization=program.organization, phone="8 800")
    application = make_application(program, phone="8 900", email="p@example.org")

    mentee = accept(application=application, person=known, by=None)

    known.refresh_from_db()
    assert (mentee.person, known.phone, known.email) == (known, "8 800", "p@example.org")
    assert Person.objects.filter(organization=program.organization).count() == 1


def test_a_known_row_keeps_its_words_and_the_new_ones_are_noted():
    program = make_program()
    row = make_mentee(program, "Ёлкин Пётр", request="рисовать", status="withdrawn")
    application = make_application(program, request="чертить", interests="лыжи")

    mentee = accept(application=application, person=row.person, by=None)

    row.refresh_from_db()
    assert (mentee.pk, row.request, row.interests, row.status) == (
        row.pk,
        "рисовать",
        "лыжи",
        "candidate",
    )
    assert row.note == "Из заявки, основной запрос: чертить"


@pytest.mark.parametrize("decision", ["accept", "decline"])
def test_after_a_decision_nothing_of_the_person_stays_in_the_application(decision):
    secrets = {"request": "секретный запрос", "parent_name": "Скрытнева Анна"}
    application = make_application(name="Тайнов Глеб", phone="8 911", **secrets)
    assert leaks(application) == ["секретный", "Скрытнева", "Тайнов", "тайнов", "8 911", "2011"]

    if decision == "accept":
        accept(application=application, by=None)
    else:
        decline(application=application, reason="Группа набрана", by=None)

    assert leaks(application) == []
    assert Application.objects.count() == 1


def leaks(application):
    row = json.dumps(
        json.loads(serialize("json", Application.objects.filter(pk=application.pk))),
        ensure_ascii=False,
    )
    words = ("секретный", "Скрытнева", "Тайнов", "тайнов", "8 911", "2011")
    return [word for word in words if word in row]


@pytest.mark.parametrize("reason", ["Ёлкин уже учится", "отказ: елкин.", "у Петра… ПЁТР"])
def test_a_reason_does_not_name_the_person(reason):
    application = make_application()

    with pytest.raises(ValidationError, match="без имени"):
        decline(application=application, reason=reason, by=None)
    application.refresh_from_db()
    assert (application.status, application.last_name) == ("new", "Ёлкин")


def test_a_decided_application_is_not_decided_again():
    application = make_application()
    same = Application.objects.get()
    accept(application=application, by=None)

    with pytest.raises(TransitionError):
        decline(application=same, reason="Передумали", by=None)
    assert Application.objects.get().status == "accepted"


def test_the_journal_holds_ids_only():
    program = make_program()
    curator = make_curator(program)
    application = make_application(program, request="чертить")

    mentee = accept(application=application, by=curator)

    event = AuditEvent.objects.get(action="application.accept")
    assert (event.actor, event.object_id, event.organization_id, event.details) == (
        curator,
        application.pk,
        program.organization_id,
        {"person": mentee.person_id},
    )


def test_consents_of_the_accepted_are_missing_as_of_everybody():
    program = make_program()
    mentee = accept(application=make_application(program), by=None)

    assert [gap.person for gap in gaps(program, date(2026, 11, 21))] == [mentee.person]


def test_new_applications_are_the_first_thing_to_do():
    program = make_program()
    make_application(program)
    decline(application=make_application(program, name="Иной Пётр"), reason="Нет", by=None)
    make_application(program, kind="mentor", birth_date=date(1990, 1, 1))

    applied = [fact for fact in facts(program) if "аявки" in fact.title]
    assert [(fact.title, fact.done, fact.total) for fact in applied] == [
        ("Заявки наставляемых рассмотрены", 1, 2),
        ("Заявки наставников рассмотрены", 0, 1),
    ]
    first = next_actions(applied, list(StageCode))
    assert [fact.action for fact in first] == [
        "Рассмотреть заявки наставляемых",
        "Рассмотреть заявки наставников",
    ]


def test_what_nobody_considered_in_the_school_year_is_forgotten():
    application = make_application()

    assert decline_outdated(date(2027, 8, 31)) == 0
    assert decline_outdated(date(2027, 9, 1)) == 1
    application.refresh_from_db()
    assert (application.status, application.last_name) == ("declined", "")


def test_a_mentor_of_the_base_may_apply_as_a_mentee():
    program = make_program()
    mentor = make_mentor(program, "Ёлкин Пётр")

    mentee = accept(application=make_application(program), person=mentor.person, by=None)

    assert (mentee.person, Mentor.objects.count()) == (mentor.person, 1)
