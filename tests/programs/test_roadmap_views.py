"""The same rows by stage, by month and by what is late."""

from datetime import date

import pytest
from django.urls import reverse

from mentoring_portal.shared.dates import SchoolYear
from programs.domain.numbering import shown_number
from programs.domain.responsible import choices_of, people_of
from programs.domain.roadmap_months import month_note, months_under_way
from programs.services.roadmap_views import Chosen, roadmap_page
from tests.builders import make_curator, make_program
from tests.programs.roads import make_item

TODAY = date(2026, 11, 21)


def page(program, **chosen):
    return roadmap_page(program=program, today=TODAY, chosen=Chosen(**chosen))


def laid_out(program, **chosen):
    return [
        (group.title, [row.item.title for row in group.rows])
        for group in page(program, **chosen).groups
        if group.rows
    ]


@pytest.fixture
def program(db):
    return make_program(start_year=2026)


def test_rows_stand_under_the_seven_stages_and_common_rows_last(program):
    make_item(program, title="Общая")
    make_item(program, title="Пары", stage="pairing")
    make_item(program, title="Условия", stage="conditions")

    assert laid_out(program, view="stages") == [
        ("Этап 1. Подготовка условий", ["Условия"]),
        ("Этап 5. Формирование пар", ["Пары"]),
        ("Все этапы", ["Общая"]),
    ]


def test_rows_stand_in_the_month_by_which_they_are_to_be_done(program):
    make_item(program, title="Май", due_on=date(2027, 5, 25))
    make_item(program, title="Август", due_on=date(2026, 8, 30))
    make_item(program, title="Сентябрь 30", due_on=date(2026, 9, 30))
    make_item(program, title="Сентябрь 15", due_on=date(2026, 9, 15))
    make_item(program, title="Открытый", starts_on=date(2026, 10, 1))

    assert laid_out(program, view="months") == [
        ("Август 2026", ["Август"]),
        ("Сентябрь 2026", ["Сентябрь 15", "Сентябрь 30"]),
        ("Октябрь 2026", ["Открытый"]),
        ("Май 2027", ["Май"]),
    ]


def test_the_calendar_shows_every_month_of_the_school_year(program):
    make_item(program, due_on=date(2026, 9, 1))

    titles = [group.title for group in page(program, view="months").groups]

    assert (titles[0], titles[3], titles[4], titles[-1], len(titles)) == (
        "Сентябрь 2026",
        "Декабрь 2026",
        "Январь 2027",
        "Август 2027",
        12,
    )


def test_a_long_row_goes_on_in_the_months_before_its_last_one(program):
    make_item(program, starts_on=date(2026, 10, 31), due_on=date(2027, 1, 15), term_kind="period")

    groups = page(program, view="months").groups

    assert [group.title for group in groups if group.going] == [
        "Октябрь 2026",
        "Ноябрь 2026",
        "Декабрь 2026",
    ]
    assert [group.title for group in groups if group.rows] == ["Январь 2027"]


def test_two_named_months_say_nothing_of_those_between():
    days = date(2026, 12, 1), date(2027, 6, 30)

    listed = list(months_under_way(*days, "annual_months", "декабрь 2026 г., июнь 2027 г."))
    spanned = list(months_under_way(*days, "annual_months", "декабрь – июнь"))

    assert (listed, len(spanned)) == ([(2026, 12)], 6)


def test_rows_without_dates_stand_under_their_reason(program):
    make_item(program, title="Нет", term_kind="none")
    make_item(program, title="Без дня", term_kind="deadline")
    make_item(program, title="Всегда", term_kind="ongoing")
    make_item(program, title="График", term_kind="by_schedule")

    assert laid_out(program, view="months") == [
        ("Без даты: в течение всего периода", ["Всегда"]),
        ("Без даты: по отдельному графику", ["График"]),
        ("Без даты: дата не названа", ["Нет", "Без дня"]),
    ]


@pytest.mark.parametrize(
    ("month", "note"),
    [
        ((2026, 9), ""),
        ((2027, 8), ""),
        ((2026, 8), "Подготовка к учебному году."),
        ((2019, 11), "Не входит в 2026–2027 учебный год."),
    ],
)
def test_a_month_outside_the_year_says_so(month, note):
    assert month_note(month, SchoolYear(2026)) == note


def test_late_rows_begin_with_the_latest_of_all(program):
    make_item(program, title="Вчера", due_on=date(2026, 11, 20))
    make_item(program, title="Давно", due_on=date(2026, 9, 30))
    make_item(program, title="Сделано", due_on=date(2026, 9, 1), done_on=date(2026, 9, 1))
    make_item(program, title="Впереди", due_on=TODAY)

    [group] = page(program, view="overdue").groups

    assert [(row.item.title, row.late_words) for row in group.rows] == [
        ("Давно", "на 52\u00a0дня"),
        ("Вчера", "на 1\u00a0день"),
    ]


def test_rows_of_one_person_are_found_among_lists(program):
    make_item(program, title="Оба", responsible="Директор; куратор")
    make_item(program, title="Куратор", responsible="Куратор")
    make_item(program, title="Никто")

    found = page(program, responsible="куратор")
    nobody = page(program, responsible="-")

    assert [row.item.title for group in found.groups for row in group.rows] == ["Оба", "Куратор"]
    assert [row.item.title for group in nobody.groups for row in group.rows] == ["Никто"]
    assert found.people == [
        ("директор", "Директор", 1),
        ("куратор", "Куратор", 2),
        ("-", "Не указан", 1),
    ]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("", ["-"]),
        ("Директор и куратор", ["директор", "куратор"]),
        ("Куратор,  куратор", ["куратор"]),
        ("педагог-психолог / Завуч", ["педагог-психолог", "завуч"]),
    ],
)
def test_a_printed_list_of_people_is_taken_apart(text, people):
    assert people_of(text) == people


def test_no_rows_name_nobody():
    assert choices_of([]) == []


@pytest.mark.parametrize(
    ("number", "shown"),
    [("1.8.", "1.8"), ("3.1", "3.1"), ("2)", "2"), ("", ""), (".", "."), ("IV. ", "IV")],
)
def test_a_number_is_shown_without_its_last_point(number, shown):
    assert shown_number(number) == shown


def test_tabs_count_their_rows_and_keep_the_filters(client, program):
    client.force_login(make_curator(program))
    make_item(program, stage="pairing", due_on=date(2020, 1, 1))
    make_item(program, stage="pairing")
    make_item(program)

    url = reverse("programs:roadmap", args=[program.pk])
    answer = client.get(url, {"stage": "pairing", "state": "waiting", "view": "months"})

    assert [(str(tab.label), count, query) for tab, count, query in answer.context["tabs"]] == [
        ("По разделам", 1, "stage=pairing&state=waiting"),
        ("По этапам", 1, "view=stages&stage=pairing&state=waiting"),
        ("По месяцам", 1, "view=months&stage=pairing&state=waiting"),
        ("Просрочено", 1, "view=overdue&stage=pairing"),
    ]


def test_marking_returns_to_the_same_view(client, program):
    client.force_login(make_curator(program))
    item = make_item(program)

    url = reverse("programs:item_done", args=[item.pk])
    answer = client.post(f"{url}?view=months&responsible=директор")

    assert answer.url.partition("?")[2].startswith("view=months&responsible=%D0%B4")
