"""What the bases tell about the readiness of stages."""

from datetime import date

import pytest
from django.urls import resolve

from participants.models import Assignment, MentorAnalysis, Selection, SelectionCriterion
from participants.services.consent import record_many
from participants.services.readiness import facts
from tests.assertions import queries_of
from tests.builders import make_mentee, make_mentor, make_person, make_program

pytestmark = pytest.mark.django_db
SIGNED = date(2026, 9, 1)


def shown(program):
    return [(fact.title, fact.done, fact.total) for fact in facts(program)]


def by_title(program):
    return {fact.title: fact for fact in facts(program)}


def test_an_empty_program_lacks_everything():
    assert shown(make_program()) == [
        ("Указан директор", 0, 1),
        ("Назначен куратор", 0, 1),
        ("База наставляемых заполнена", 0, 1),
        ("Кандидаты из базы наставляемых рассмотрены", 0, 0),
        ("База наставников заполнена", 0, 1),
        ("Кандидаты из базы наставников рассмотрены", 0, 0),
        ("Собраны обязательные согласия", 0, 0),
    ]


def test_duties_people_and_consents_are_counted():
    program = make_program()
    person = make_person(organization=program.organization)
    Assignment.objects.create(
        organization=program.organization, person=person, role="curator", post="учитель"
    )
    make_mentee(program, status="candidate")
    make_mentee(program)
    make_mentee(program, status="withdrawn")
    mentor = make_mentor(program)
    kinds = ["processing", "participation"]
    record_many(participants=[mentor], kinds=kinds, signed_on=SIGNED, by=None)

    assert shown(program) == [
        ("Указан директор", 0, 1),
        ("Назначен куратор", 1, 1),
        ("База наставляемых заполнена", 1, 1),
        ("Кандидаты из базы наставляемых рассмотрены", 1, 2),
        ("База наставников заполнена", 1, 1),
        ("Кандидаты из базы наставников рассмотрены", 1, 1),
        ("Собраны обязательные согласия", 1, 3),
    ]


def test_every_fact_leads_to_a_page():
    names = {resolve(fact.url.split("?")[0]).view_name for fact in facts(make_program())}

    assert names == {
        "participants:assignment_create",
        "participants:import_create",
        "participants:mentee_list",
        "participants:mentor_list",
        "participants:consent_gaps",
    }


def test_facts_cost_the_same_queries_for_any_base():
    program = make_program()
    make_mentee(program)
    make_mentor(program)
    first = queries_of(lambda: facts(program))
    for _each in range(20):
        make_mentee(program)
        make_mentor(program)

    assert queries_of(lambda: facts(program)) == first


def test_selection_is_asked_for_only_where_there_are_criteria():
    program = make_program()
    decided = make_mentor(program, status="candidate")
    make_mentor(program, status="candidate")
    make_mentor(program)  # approved without the commission: nothing is asked of the past
    Selection.objects.create(mentor=decided, decision="wait", decided_on=date(2026, 9, 28))

    before = [fact.title for fact in facts(program)]
    SelectionCriterion.objects.create(program=program, title="Опыт")
    fact = by_title(program)["Решения комиссии о кандидатах записаны"]

    assert "Решения комиссии о кандидатах записаны" not in before
    assert (fact.done, fact.total) == (1, 2)


def test_needs_of_mentors_are_asked_for_from_the_first_analysis_on():
    program = make_program()
    first, _second = make_mentor(program), make_mentor(program)
    title = "Потребности наставников проанализированы"
    before = title in by_title(program)

    for _ in range(2):
        MentorAnalysis.objects.create(
            mentor=first, method="interview", held_on=date(2026, 9, 21), conclusion="–"
        )

    fact = by_title(program)[title]
    assert (before, fact.done, fact.total) == (False, 1, 2)
