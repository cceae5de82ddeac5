"""The passport of a program: its goal, forms of mentoring and the texts of the inventory."""

from types import SimpleNamespace

import pytest
from django.urls import reverse

from programs.enums import MentoringForm, MentoringKind, RoleModel
from programs.models import AuditEvent, ProgramForm
from programs.services.preset import inventory
from programs.services.program_form import form_sample, program_sample, role_models_of
from tests.assertions import assert_flat
from tests.builders import make_curator, make_event, make_program, make_program_form

STUDENT, TEACHER, HEAD = "student_student", "teacher_teacher", "head_teacher"


@pytest.fixture
def school(db, client):
    program = make_program()
    client.force_login(make_curator(program))
    return SimpleNamespace(program=program, client=client)


def address(school, verb, *arguments):
    return reverse(f"programs:{verb}", args=[school.program.pk, *arguments])


def form_of(school, code, query=""):
    return school.client.get(address(school, "form_update", code) + query).context["form"]


def test_every_role_model_belongs_to_one_form_of_the_inventory():
    offered = [code for form in MentoringForm.values for code in role_models_of(form)]
    stated = [(row["form"], row["code"]) for row in inventory()["ROLE_MODELS"]]

    assert sorted(offered) == sorted(RoleModel.values)
    assert all(code in role_models_of(form) for form, code in stated)


def test_the_samples_are_the_texts_of_the_inventory():
    (source,) = [row for row in inventory()["ARG_forms"] if row["code"] == STUDENT]
    sample = form_sample(STUDENT)

    assert set(sample) == {"goal", "tasks", "expected_results"}
    assert sample["goal"].lower() == source["goal"].lower()
    assert sample["tasks"].lower().split("\n") == [task.lower() for task in source["tasks"]]
    assert set(form_sample(TEACHER)) == {"expected_results"}
    assert form_sample(HEAD) == {}


@pytest.mark.django_db
@pytest.mark.parametrize(("preset", "number"), [("G73", 5), ("ZAB", 6)])
def test_the_sample_of_the_program_follows_its_preset(preset, number):
    sample = program_sample(make_program(preset=preset))

    assert len(sample["tasks"].split("\n")) == number
    assert len(sample["expected_results"].split("\n")) == len(inventory()["ZAB_results"])


@pytest.mark.parametrize("code", MentoringForm.values)
def test_each_form_offers_its_own_role_models_and_all_kinds(school, code):
    form = form_of(school, code)

    offered = dict(getattr(form.fields.get("role_models"), "choices", ()))
    assert list(offered) == role_models_of(code)
    assert dict(form.fields["kinds"].choices) == dict(MentoringKind.choices)


def test_the_curator_describes_a_form_once(school):
    values = {"role_models": ["peer_peer"], "kinds": ["group", "virtual"], "goal": "Помощь"}
    school.client.post(address(school, "form_update", STUDENT), values)
    school.client.post(address(school, "form_update", STUDENT), values | {"goal": "Дружба"})

    row = ProgramForm.objects.get()
    assert (row.form, row.role_models, row.kinds, row.goal) == (
        STUDENT,
        ["peer_peer"],
        ["group", "virtual"],
        "Дружба",
    )
    actions = AuditEvent.objects.order_by("pk").values_list("action", flat=True)
    assert list(actions) == ["form.create", "form.change"]


def test_a_role_model_of_another_form_is_refused(school):
    page = school.client.post(
        address(school, "form_update", STUDENT), {"role_models": ["experienced_young"]}
    )

    assert page.context["form"].errors.keys() == {"role_models"}
    assert not ProgramForm.objects.exists()


def test_the_sample_fills_what_is_empty_keeps_what_is_typed_and_saves_nothing(school):
    make_program_form(school.program, goal="Прежняя цель")
    typed = {"goal": "Новая цель", "tasks": " ", "kinds": ["traditional"], "sample": "1"}

    form = school.client.post(address(school, "form_update", STUDENT), typed).context["form"]

    sample = form_sample(STUDENT)
    assert {name: form[name].value() for name in form.fields} == {
        "role_models": [],
        "kinds": ["traditional"],
        "goal": "Новая цель",
        "tasks": sample["tasks"],
        "expected_results": sample["expected_results"],
    }
    assert ProgramForm.objects.get().goal == "Прежняя цель"


def test_the_sample_is_offered_only_where_there_is_one(school):
    pages = {
        code: school.client.get(address(school, "form_update", code)).context["offers_sample"]
        for code in (STUDENT, TEACHER, HEAD)
    }

    assert pages == {STUDENT: True, TEACHER: True, HEAD: False}


def test_the_goal_of_the_program_starts_from_the_sample(school):
    url = address(school, "passport_update")
    sampled = school.client.post(url, {"sample": "1"}).context["form"]
    values = {name: sampled[name].value() for name in sampled.fields}

    school.client.post(url, values)

    school.program.refresh_from_db()
    saved = {name: getattr(school.program, name) for name in values}
    assert saved == program_sample(school.program)


def test_a_form_is_taken_out_after_a_question(school):
    make_program_form(school.program)
    url = address(school, "form_delete", STUDENT)

    school.client.get(url)
    assert ProgramForm.objects.count() == 1
    school.client.post(url)

    assert not ProgramForm.objects.exists()


def test_unknown_forms_are_not_found(school):
    codes = [
        school.client.get(address(school, verb, "no-such-form")).status_code
        for verb in ("form_update", "form_delete")
    ]

    assert codes == [404, 404]


def test_the_passport_offers_the_forms_not_described_yet(school):
    make_program_form(school.program)

    page = school.client.get(address(school, "passport_detail"))

    assert [row.form for row in page.context["forms"]] == [STUDENT]
    assert [code for code, _label in page.context["free"]] == [
        code for code in MentoringForm.values if code != STUDENT
    ]


def test_the_passport_costs_the_same_with_many_rows(school):
    make_program_form(school.program)
    make_event(school.program)

    def more():
        for code in (TEACHER, HEAD):
            make_program_form(school.program, form=code)
        for _ in range(20):
            make_event(school.program)

    assert_flat(lambda: school.client.get(address(school, "passport_detail")), more)
