"""All forms, role models and kinds can be chosen; what does not go together is told by name."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from pairs.forms.pair import PairCreateForm, PairPlanForm
from pairs.models import Encounter, Pair
from participants.forms.mentee import MenteeForm
from participants.forms.mentor import MentorForm
from participants.models import Mentee, Mentor
from programs.enums import MentoringForm, MentoringKind, RoleModel
from programs.services.program_form import check_role_models, role_models_of
from tests.builders import make_curator, make_mentee, make_mentor, make_pair, make_program

pytestmark = pytest.mark.django_db
LEADER = (
    "Ролевая модель «лидер – пассивный» бывает только в форме «ученик – ученик». "
    "Выберите эту форму или снимите ролевую модель."
)


def offered(form, field):
    return {code for code, _label in form.fields[field].choices if code}


def test_all_forms_models_and_kinds_are_offered_wherever_people_are_edited():
    program = make_program()
    mentor = MentorForm(instance=Mentor(program=program))
    mentee = MenteeForm(instance=Mentee(program=program))
    created = PairCreateForm(program=program)
    edited = PairPlanForm(instance=Pair(program=program))

    assert offered(mentor, "forms") == set(MentoringForm.values)
    assert offered(mentor, "kinds") == set(MentoringKind.values)
    assert offered(mentor, "role_models") == set(RoleModel.values)
    assert offered(mentee, "form") == set(MentoringForm.values)
    assert offered(mentee, "role_model") == set(RoleModel.values)
    for form in (created, edited):
        assert offered(form, "form") == set(MentoringForm.values)
        assert offered(form, "role_model") == set(RoleModel.values)
        assert offered(form, "kind") == set(MentoringKind.values)


@pytest.mark.parametrize("form", MentoringForm.values)
def test_a_form_takes_its_own_role_models_and_no_others(form):
    own = set(role_models_of(form))
    refused = set()
    for model in RoleModel.values:
        try:
            check_role_models([form], [model])
        except ValidationError:
            refused.add(model)

    assert refused == set(RoleModel.values) - own


def test_no_form_at_all_takes_any_role_model():
    assert check_role_models([], RoleModel.values) is None


def test_a_mentee_of_another_form_is_told_the_form_of_the_role_model():
    form = MenteeForm(
        {"form": "teacher_teacher", "role_model": "leader_passive", "max_mentors": 1},
        instance=Mentee(program=make_program()),
    )

    assert form.errors == {"role_model": [LEADER]}


def test_a_mentor_of_other_forms_is_told_it_too():
    form = MentorForm(
        {
            "forms": ["teacher_teacher", "employer_student"],
            "role_models": ["experienced_young", "leader_passive"],
            "max_mentees": 1,
        },
        instance=Mentor(program=make_program()),
    )

    assert form.errors == {"role_models": [LEADER]}


def test_a_pair_is_refused_what_does_not_go_together():
    pair = make_pair()
    data = {"form": "teacher_teacher", "role_model": "leader_passive", "kind": "traditional"}

    assert PairPlanForm(data, instance=pair).errors == {"role_model": [LEADER]}


def post_pair(client, kind, **fields):
    program = make_program()
    mentor = make_mentor(program, "Лев Пётр Ильич")
    mentee = make_mentee(program, "Яров Олег Ильич")
    client.force_login(make_curator(program))
    data = {"mentor": mentor.pk, "mentees": [mentee.pk], "kind": kind} | fields
    return client.post(reverse("pairs:pair_create", args=[program.pk]), data, follow=True)


def test_a_role_model_that_the_form_of_the_base_excludes_is_refused(client):
    response = post_pair(client, "traditional", role_model="experienced_young")

    assert "педагог" in response.context["form"].non_field_errors()[0]
    assert not Pair.objects.exists()


@pytest.mark.parametrize("kind", ["speed", "situational"])
def test_a_kind_of_one_meeting_leads_to_the_page_of_talks(client, kind):
    response = post_pair(client, kind)

    form = response.context["form"]
    assert {name: form.initial[name] for name in ("kind", "mentor", "mentee")} == {
        "kind": kind,
        "mentor": "Лев Пётр Ильич",
        "mentee": "Яров Олег Ильич",
    }
    assert [str(message) for message in response.context["messages"]] == [
        "Скоростное и ситуационное наставничество – разовые встречи: пара и приказ для них "
        "не нужны. Их записывают на странице «Разовые встречи»."
    ]
    assert (Pair.objects.count(), Encounter.objects.count()) == (0, 0)


@pytest.mark.parametrize("kind", ["virtual", "short_term", "reverse", "traditional"])
def test_a_lasting_kind_makes_a_pair(client, kind):
    post_pair(client, kind)

    assert Pair.objects.get().kind == kind


def test_a_working_pair_does_not_become_a_talk():
    pair = make_pair()

    form = PairPlanForm({"kind": "speed"}, instance=pair)

    assert list(form.errors) == ["kind"]
