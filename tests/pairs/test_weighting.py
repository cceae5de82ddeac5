"""The weights of the matching: recommended by form, changed by the school, taken back."""

from dataclasses import asdict

import pytest
from django.urls import reverse

from pairs.domain.facts import CRITERIA, MenteeFacts, MentorFacts, Weights
from pairs.domain.proposals import explain, propose
from pairs.forms.weighting import HELP
from pairs.models import PairingRules, Weighting
from pairs.services import weighting
from pairs.services.matching_facts import collect
from programs.enums import MentoringForm
from programs.models import AuditEvent
from tests.builders import make_curator, make_mentee, make_mentor

pytestmark = pytest.mark.django_db


@pytest.fixture
def curator(client, program):
    client.force_login(make_curator(program))
    return client


def address(program, form="student_student"):
    return reverse("pairs:weighting_update", args=[program.pk]) + f"?form={form}"


def typed(**changes):
    usual = asdict(Weights()) | {"elder": ""}
    return usual | changes


@pytest.mark.parametrize("form", MentoringForm.values)
def test_every_form_has_weights_of_its_own_that_add_up_to_a_hundred(form):
    weights = weighting.recommended(form)

    assert sum(weights.relative().values()) == 100
    assert weights != Weights()


def test_a_teacher_is_matched_by_the_subject_and_a_pupil_is_not():
    teachers, pupils = (
        weighting.recommended(form) for form in ("teacher_teacher", "student_student")
    )
    mentor = MentorFacts(id=1, position="учитель алгебры")
    points = {
        weights: {
            reason.code: reason.points
            for reason in explain(
                mentor, MenteeFacts(id=7, position="учитель математики", weights=weights)
            )[1]
        }
        for weights in (teachers, pupils)
    }

    assert points[teachers]["subject"] == 20
    assert "subject" not in points[pupils]


def test_every_criterion_is_explained_on_the_page():
    assert list(HELP) == list(CRITERIA)


def test_a_mentee_is_scored_by_the_weights_of_the_form(program):
    own = Weights(**dict.fromkeys(CRITERIA, 0) | {"interests": 5})
    weighting.save(program=program, form="student_student", weights=own, by=None)
    make_mentor(program)
    make_mentee(program)
    make_mentee(program, form="teacher_teacher")

    asked = {facts.form: facts.weights for facts in collect(program).mentee_facts}

    assert asked == {
        "student_student": own,
        "teacher_teacher": weighting.recommended("teacher_teacher"),
    }


def test_a_criterion_unknown_to_the_stored_weights_counts_as_recommended(program):
    Weighting.objects.create(program=program, form="", weights={"request": 1, "gone": 7})

    assert weighting.weights_of(program)[""] == Weights(request=1)


def test_the_page_shows_the_share_of_each_criterion(curator, program):
    weighting.save(program=program, form="", weights=Weights(request=90), by=None)

    form = curator.get(address(program, "any")).context["form"]

    shown = {field.name: (field.value(), points) for field, points in form.rows}

    assert shown["request"] == (90, 56)
    assert sum(points for _weight, points in shown.values()) == 100


def test_saved_weights_are_in_force_and_in_the_journal(curator, program):
    answer = curator.post(address(program), typed(request=90, elder=2))

    assert answer.headers["Location"] == address(program)
    assert weighting.weights_of(program)["student_student"] == Weights(request=90, elder=2)
    assert AuditEvent.objects.filter(action="weighting.update").count() == 1


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"request": "-1"}, "В поле «Запрос и компетенции» число от 0 до 100."),
        ({"request": "101"}, "В поле «Запрос и компетенции» число от 0 до 100."),
        ({"request": "много"}, "В поле «Запрос и компетенции» должно быть целое число."),
        ({"request": ""}, "Укажите число в поле «Запрос и компетенции»."),
        (dict.fromkeys(CRITERIA, "0"), "Хотя бы один вес должен быть больше нуля."),
    ],
)
def test_senseless_weights_are_refused_in_words(curator, program, changes, said):
    answer = curator.post(address(program), typed(**changes))

    errors = answer.context["form"].errors
    assert [list(texts) for texts in errors.values()] == [[said]]
    assert not Weighting.objects.exists()


def test_recommended_weights_come_back(curator, program):
    curator.post(address(program), typed(request=90))

    curator.post(reverse("pairs:weighting_reset", args=[program.pk]) + "?form=student_student")

    assert weighting.weights_of(program)["student_student"] == weighting.recommended(
        "student_student"
    )


def test_an_unknown_form_has_no_page(curator, program):
    assert curator.get(address(program, "parent_child")).status_code == 404


def test_a_run_makes_no_group_larger_than_the_rule(curator, program):
    make_mentor(program, max_mentees=5)
    for _ in range(5):
        make_mentee(program)
    limits = reverse("pairs:limits_update", args=[program.pk])

    curator.post(limits, {"group_least": 2, "group_most": 3})

    facts = collect(program)
    assert propose(facts.mentor_facts, facts.mentee_facts).mentees_served == 3


def test_reversed_limits_of_groups_are_refused(curator, program):
    limits = reverse("pairs:limits_update", args=[program.pk])

    answer = curator.post(limits, {"group_least": 4, "group_most": 3})

    assert answer.context["form"].errors == {"__all__": ["Наименьшая группа больше наибольшей."]}
    assert not PairingRules.objects.exists()
