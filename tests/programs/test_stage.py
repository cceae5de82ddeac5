"""Stages: what they advise, how they end early and open again."""

import pytest
from django.urls import reverse
from django.utils import timezone

from programs.domain.outdated import without_past
from programs.enums import Role, StageStatus
from programs.models import AuditEvent
from programs.services.preset import inventory
from programs.services.program import open_program
from programs.services.stage import advice
from tests.assertions import queries_of
from tests.builders import make_curator, make_organization, make_program, make_user
from tests.programs.roads import make_item, make_stage

pytestmark = pytest.mark.django_db


@pytest.fixture
def stage():
    return make_stage()


@pytest.fixture
def curator(client, stage):
    user = make_curator(stage.program)
    client.force_login(user)
    return user


def url(name, stage):
    return reverse(f"programs:{name}", args=[stage.pk])


def opened(year):
    return open_program(
        organization=make_organization(), start_year=year, preset="G73", by=make_user()
    )


def test_seven_stages_advise_everything_that_the_inventory_lists():
    advised = [advice(stage) for stage in opened(2025).stages.order_by("number")]

    assert advised == [
        {"actions": source["actions"], "documents": source["documents"]}
        for source in inventory()["G73_stages"]
    ]


def test_a_term_that_has_passed_is_not_advised_any_more():
    source = inventory()["G73_stages"][0]["documents"]

    advised = advice(opened(2026).stages.get(number=1))["documents"]

    assert source[1] == "Положение о наставничестве (срок действия – до 2025 г.)"
    assert advised == [source[0], "Положение о наставничестве", *source[2:]]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Положение (срок действия – до 2025 г.)", "Положение"),
        ("Положение (до 2026 года), приложение", "Положение (до 2026 года), приложение"),
        ("Программа (от месяца до 1 года)", "Программа (от месяца до 1 года)"),
        ("Политика до 2025 года", "Политика до 2025 года"),
    ],
)
def test_only_a_term_of_the_past_in_parentheses_is_left_out(text, shown):
    assert without_past(text, 2026) == shown


def test_stages_lie_inside_the_school_year_in_order():
    program = open_program(
        organization=make_organization(), start_year=2026, preset="BAL", by=make_user()
    )

    days = [(stage.starts_on, stage.due_on) for stage in program.stages.order_by("number")]

    assert [start for start, _due in days] == sorted(start for start, _due in days)
    assert all(start in program.year and due in program.year for start, due in days)


def test_a_stage_is_finished_early_with_its_reason(client, curator, stage):
    client.post(url("stage_finish", stage), {"reason": "Сделано в прошлом году."})

    stage.refresh_from_db()
    assert (stage.status, stage.finished_on, stage.finish_reason) == (
        StageStatus.FINISHED,
        timezone.localdate(),
        "Сделано в прошлом году.",
    )
    assert AuditEvent.objects.get().details == {"stage": "conditions"}


def test_before_finishing_the_page_names_what_is_missing(client, curator, stage):
    page = client.get(url("stage_finish", stage)).content.decode()

    assert "Текст для страницы «Наставничество» написан</a>: 0 из 1" in page


@pytest.mark.parametrize("role", [Role.CURATOR, Role.GROUP_HEAD])
def test_everyone_who_sees_a_finished_stage_reads_why(client, stage, role):
    stage.move_to(StageStatus.FINISHED, day=timezone.localdate(), reason="Сделано раньше.")
    client.force_login(make_user(role, stage.program.organization))

    page = client.get(url("stage_detail", stage)).content.decode()

    assert "Причина: Сделано раньше." in page
    assert ("Открыть этап снова" in page) == (role == Role.CURATOR)


def test_every_fact_leads_a_manager_to_where_it_is_supplied(client, curator, stage):
    stage.program.goal = "Цель"
    stage.program.save()

    page = client.get(url("stage_detail", stage)).content.decode()

    edit = reverse("programs:program_update", args=[stage.program_id])
    assert f'task-list-met" href="{edit}">Цель программы записана</a>' in page
    assert f'task-list-link" href="{edit}">Указать дату приказа о внедрении</a>' in page


def test_a_stage_is_not_finished_without_a_reason(client, curator, stage):
    answer = client.post(url("stage_finish", stage), {"reason": " "})

    stage.refresh_from_db()
    assert stage.status == StageStatus.OPEN
    assert list(answer.context["form"].errors) == ["reason"]


def test_finishing_a_finished_stage_explains_itself(client, curator, stage):
    client.post(url("stage_finish", stage), {"reason": "Готово."})

    answer = client.post(url("stage_finish", stage), {"reason": "Ещё раз."})

    assert answer.context["form"].non_field_errors() == ["Это уже сделано: состояние «завершён»."]


def test_a_finished_stage_opens_again_without_its_reason(client, curator, stage):
    client.post(url("stage_finish", stage), {"reason": "Готово."})

    client.post(url("stage_reopen", stage))

    stage.refresh_from_db()
    assert (stage.status, stage.finished_on, stage.finish_reason) == ("open", None, "")


def test_opening_an_open_stage_is_a_message(client, curator, stage):
    answer = client.post(url("stage_reopen", stage), follow=True)

    assert [message.level_tag for message in answer.context["messages"]] == ["error"]


def test_reversed_dates_of_a_stage_are_pointed_out(client, curator, stage):
    answer = client.post(
        url("stage_update", stage), {"starts_on": "2026-10-02", "due_on": "2026-10-01"}
    )

    assert answer.context["form"].errors["due_on"] == [
        "Окончание раньше начала. Исправьте одну из дат."
    ]


def test_the_page_shows_the_rows_of_this_stage_only(client, curator, stage):
    own = make_item(stage.program, stage="conditions")
    make_item(stage.program, stage="pairing")

    rows = client.get(url("stage_detail", stage)).context["rows"]

    assert [row.item for row in rows] == [own]


@pytest.mark.parametrize("name", ["stage_detail", "stage_update", "stage_finish"])
def test_a_stage_of_a_stranger_is_not_found(client, curator, name):
    assert client.get(url(name, make_stage())).status_code == 404


def test_the_municipality_reads_a_stage_and_changes_nothing(client):
    municipality = make_organization(kind="municipality")
    stage = make_stage(make_program(organization=make_organization(parent=municipality)))
    client.force_login(make_user(Role.MUNICIPAL, municipality))

    statuses = [
        client.get(url(name, stage)).status_code for name in ("stage_detail", "stage_finish")
    ]

    assert statuses == [200, 403]


@pytest.mark.parametrize("number", [1, 3, 300])
def test_the_page_costs_the_same_with_any_number_of_rows(client, curator, stage, number):
    make_item(stage.program, stage="conditions")
    cost = queries_of(lambda: client.get(url("stage_detail", stage)))

    for _ in range(number):
        make_item(stage.program, stage="conditions")

    assert queries_of(lambda: client.get(url("stage_detail", stage))) == cost
