"""What the roadmap's page asks to look at: doubts with links, nothing corrected."""

from datetime import date

import pytest
from django.urls import reverse

from programs.enums import Preset, Role
from programs.services.program import open_program
from programs.services.roadmap_checks import doubts
from tests.assertions import queries_of
from tests.builders import make_curator, make_organization, make_program, make_user
from tests.programs.roads import make_item, make_stage

pytestmark = pytest.mark.django_db
OWN = {"responsible": "Куратор"}


@pytest.fixture
def program():
    return make_program(start_year=2026)


def found(program):
    items = program.roadmap_items.in_order()
    return [(doubt.title, doubt.message) for doubt in doubts(program, items)]


def test_a_doubled_number_names_the_other_row(program):
    make_item(program, number="1.8.", title="Положение", **OWN)
    make_item(program, number="1.8", title="Приказ", **OWN)

    assert found(program) == [("1.8 Приказ", "Номер 1.8 стоит и в другой строке: «Положение».")]


def test_plain_numbers_are_counted_anew_in_every_section(program):
    for place in range(2):
        section = program.roadmap_sections.create(title=f"№ {place}", position=place)
        make_item(program, section=section, number="1", **OWN)

    assert found(program) == []


def test_a_date_outside_the_school_year_is_named(program):
    make_item(program, title="Отчёт", due_on=date(2028, 1, 9), term_text="", **OWN)
    make_item(program, title="Подготовка", due_on=date(2026, 8, 1), **OWN)

    assert found(program) == [
        ("Отчёт", "Срок выходит за 2026–2027 учебный год: 09.01.2028."),
    ]


def test_rows_of_the_spring_before_are_one_question(program):
    for day in (date(2026, 4, 25), date(2026, 5, 15)):
        make_item(program, due_on=day, **OWN)

    [doubt] = doubts(program, program.roadmap_items.all())
    assert doubt.message == (
        "До августа 2026 года надо выполнить 2\u00a0строки. Если это подготовка, всё в порядке."
    )


@pytest.mark.parametrize(
    ("text", "kind", "days", "message"),
    [
        (
            "до 25.12.2026",
            "deadline",
            (None, date(2026, 12, 1)),
            "Напечатано «до 25.12.2026», а даты строки – 01.12.2026.",
        ),
        (
            "до 25.12.2026",
            "deadline",
            (None, None),
            "Напечатано «до 25.12.2026», но даты у строки не стоят: она не попадёт в календарь.",
        ),
    ],
)
def test_words_that_contradict_the_dates_are_quoted(program, text, kind, days, message):
    make_item(
        program, title="Приказ", term_kind=kind, term_text=text, starts_on=days[0], due_on=days[1],
        **OWN,
    )  # fmt: skip

    assert found(program) == [("Приказ", message)]


def test_a_beginning_that_the_words_do_not_name_is_no_contradiction(program):
    days = {"starts_on": date(2026, 12, 1), "due_on": date(2026, 12, 25)}
    make_item(program, term_text="до 25.12.2026", term_kind="period", **days, **OWN)

    assert found(program) == []


def test_a_row_that_is_done_is_not_asked_about_its_term(program):
    make_item(program, due_on=date(2019, 1, 9), done_on=date(2026, 9, 1))

    assert found(program) == []


def test_rows_without_a_responsible_are_counted_with_a_link_to_them(program):
    make_item(program)
    make_item(program)

    [doubt] = doubts(program, program.roadmap_items.all())
    assert doubt.message == "Ответственный не указан: 2\u00a0строки."
    assert doubt.url == f"{reverse('programs:roadmap', args=[program.pk])}?responsible=-"


def test_rows_later_than_their_stage_lead_to_the_dates_of_the_stage(program):
    stage = make_stage(program, due_on=date(2026, 9, 30))
    make_item(program, stage=stage.code, due_on=date(2026, 10, 15), **OWN)
    make_item(program, stage=stage.code, due_on=date(2026, 9, 30), **OWN)

    [doubt] = doubts(program, program.roadmap_items.all())
    assert doubt.message == "Этап кончается 30.09.2026, а позже этого дня – 1\u00a0его строка."
    assert doubt.url == reverse("programs:stage_update", args=[stage.pk])


@pytest.mark.parametrize("preset", Preset.values)
def test_terms_of_a_fresh_preset_raise_no_doubt_about_their_words(preset):
    program = open_program(
        organization=make_organization(), start_year=2026, preset=preset, by=None
    )

    assert [message for _title, message in found(program) if "Напечатано" in message] == []


def test_doubts_are_for_those_who_can_settle_them(client, program):
    make_item(program)
    url = reverse("programs:roadmap", args=[program.pk])

    shown = []
    for user in (make_curator(program), make_user(Role.GROUP_HEAD, program.organization)):
        client.force_login(user)
        shown.append(len(client.get(url).context["doubts"]))

    assert shown == [1, 0]


def test_doubts_cost_one_query_for_any_number_of_rows(program):
    for number in range(5):
        make_item(program, number=f"1.{number % 2}")
    items = list(program.roadmap_items.in_order())

    assert queries_of(lambda: doubts(program, items)) == 1
