"""Printed terms of roadmaps, read for the school year 2026–2027."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring_portal.shared.dates import SchoolYear
from programs.domain.roadmap import Calendar, Term, term_of
from programs.domain.roadmap_terms import read_term
from programs.services.preset import inventory

CALENDAR = Calendar(2026, SchoolYear(2026), date(2026, 9, 10))
# The source of this row prints a May of the year before: it is remarked on, not mended.
WRONG_YEAR = "в соответствии со сроками реализации программ наставничества или май 2021 г."


def read(text):
    return read_term(text, CALENDAR)


def day(text):
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize(
    ("text", "kind", "starts_on", "due_on"),
    [
        ("до 30.08.2026", "deadline", "", "2026-08-30"),
        ("до 30.08. 2026", "deadline", "", "2026-08-30"),
        ("до 15.09.26г.", "deadline", "", "2026-09-15"),
        ("до 30 августа 2026 г.", "deadline", "", "2026-08-30"),
        ("Не позднее 1 июня 2027 года", "deadline", "", "2027-06-01"),
        ("до конца октября 2026", "deadline", "", "2026-10-31"),
        ("2026-09-15", "deadline", "", "2026-09-15"),
        ("сентябрь 2026 г.", "month", "2026-09-01", "2026-09-30"),
        ("в сентябре 2026", "month", "2026-09-01", "2026-09-30"),
        ("Март–апрель 2027 года", "period", "2027-03-01", "2027-04-30"),
        ("сентябрь 2026 – май 2027 гг.", "period", "2026-09-01", "2027-05-31"),
        ("с 01.09.2026 по 15.09.2026", "period", "2026-09-01", "2026-09-15"),
        ("25.09. – 15.10.2026", "period", "2026-09-25", "2026-10-15"),
        ("1–15 сентября 2026 г.", "period", "2026-09-01", "2026-09-15"),
        ("с 1 до 15 сентября 2026 г.", "period", "2026-09-01", "2026-09-15"),
        ("с 1 сентября 2026 г.", "period", "2026-09-01", ""),
        ("до 15 октября", "annual_deadline", "", "2026-10-15"),
        ("до 30.08 ежегодно", "annual_deadline", "", "2026-08-30"),
        ("до 15 мая ежегодно", "annual_deadline", "", "2027-05-15"),
        ("с 1 по 15 сентября ежегодно", "annual_period", "2026-09-01", "2026-09-15"),
        ("с 25 августа по 5 сентября", "annual_period", "2026-08-25", "2026-09-05"),
        ("с 1 июня по 31 августа", "annual_period", "2027-06-01", "2027-08-31"),
        ("Сентябрь-октябрь", "annual_months", "2026-09-01", "2026-10-31"),
        ("сентябрь — май", "annual_months", "2026-09-01", "2027-05-31"),
        ("Декабрь, июнь", "annual_months", "2026-12-01", "2027-06-30"),
        ("еженедельно с сентября по май", "annual_months", "2026-09-01", "2027-05-31"),
        ("В течение первого месяца", "relative", "2026-09-10", "2026-10-10"),
        ("в течение двух месяцев после приказа", "relative", "2026-09-10", "2026-11-10"),
        ("не позднее месяца со дня издания приказа", "relative", "2026-09-10", "2026-10-10"),
        ("через 3 месяца после приказа о введении", "relative", "2026-09-10", "2026-12-10"),
        ("в течение 30 дней после приказа о введении", "relative", "2026-09-10", "2026-10-10"),
        ("10 календарных дней с даты приказа", "relative", "2026-09-10", "2026-09-20"),
        ("в течение всего периода", "ongoing", "", ""),
        ("в течение учебного года", "ongoing", "", ""),
        ("2026/2027 уч. год", "ongoing", "", ""),
        ("Постоянно", "ongoing", "", ""),
        ("ежемесячно", "ongoing", "", ""),
        ("не реже 1 раза в месяц", "ongoing", "", ""),
        ("по отдельному графику", "by_schedule", "", ""),
        ("согласно плану работы", "by_schedule", "", ""),
        ("в соответствии со сроками реализации программ", "by_program", "", ""),
        ("по срокам реализации программ (май 2027 г.)", "by_program", "", "2027-05-31"),
        ("в сроки, устанавливаемые Минпросвещения России", "by_ministry", "", ""),
        ("", "none", "", ""),
        ("–", "none", "", ""),
    ],
)
def test_a_term_is_read_without_remarks(text, kind, starts_on, due_on):
    printed = "" if text == "–" else text

    assert read(text).term == Term(kind, day(starts_on), day(due_on), printed)
    assert read(text).remarks == ()


def test_working_days_after_the_order_stay_words():
    reading = read("в течение 10 рабочих дней после приказа")

    assert (reading.term.kind, reading.term.due_on, len(reading.remarks)) == ("none", None, 1)


def test_a_cell_with_a_date_is_a_deadline():
    assert read(datetime(2026, 9, 15, 10, tzinfo=UTC)).term == Term(
        "deadline", None, date(2026, 9, 15), "до 15.09.2026"
    )


@pytest.mark.parametrize("preset", ["G73", "ARG", "DDT"])
def test_every_term_of_the_presets_is_read_as_the_inventory_states_it(preset):
    base = {"G73": 2022, "ARG": 2021, "DDT": 2022}[preset]
    calendar = Calendar(base, SchoolYear(base), date(base, 9, 1))
    rows = [row for row in inventory()[f"{preset}_roadmap"]["items"] if row["term"] != WRONG_YEAR]

    read_rows = [read_term(row["term"] or "", calendar).term for row in rows]

    stated = [term_of(row["norm"], calendar) for row in rows]
    assert [(t.kind, t.starts_on, t.due_on) for t in read_rows] == [
        (t.kind, t.starts_on, t.due_on) for t in stated
    ]


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("с 01.10.2026 по 15.09.2026", "начало периода позже его окончания"),
        ("сентябрь – май 2027", "начало периода позже его окончания"),
        ("май – сентябрь", "начало периода позже его окончания"),
        ("31.02.2027", "такой даты нет в календаре"),
        ("до 0 сентября", "такой даты нет в календаре"),
        ("до октября 2026", "не понятно, до какого числа"),
        ("III квартал", "даты не названы или не поняты"),
    ],
)
def test_a_term_that_cannot_be_dated_keeps_its_words_and_is_pointed_out(text, remark):
    reading = read(text)

    assert (reading.term.starts_on, reading.term.due_on, reading.term.text) == (None, None, text)
    assert reading.remarks == (f"Срок «{text}»: {remark}. Он записан словами, без дат.",)


@pytest.mark.parametrize(
    ("text", "starts_on", "due_on", "remark"),
    [
        ("15.09.2026, 15.12.2026", "", "2026-12-15", "названо несколько дат, взята последняя"),
        ("до 15.09.2026, далее постоянно", "", "2026-09-15", "понят не целиком"),
        ("начало октября 2026", "2026-10-01", "2026-10-31", "понят не целиком"),
        (
            "С 20 мая 2027 г по май 2027 г",
            "2027-05-20",
            "",
            "не понятно, каким днём кончается период",
        ),
    ],
)
def test_a_doubtful_term_is_dated_and_pointed_out(text, starts_on, due_on, remark):
    reading = read(text)

    assert (reading.term.starts_on, reading.term.due_on) == (day(starts_on), day(due_on))
    assert reading.remarks == (f"Срок «{text}»: {remark}. Проверьте даты.",)


def test_dates_that_are_not_understood_beside_words_are_pointed_out():
    reading = read("до 15.09.2026 (далее по необходимости)")

    assert reading.term.kind == "by_schedule"
    assert len(reading.remarks) == 1


def test_a_year_outside_the_school_year_stays_as_printed_and_is_pointed_out():
    reading = read("до 30.08.2022")

    assert reading.term == Term("deadline", None, date(2022, 8, 30), "до 30.08.2022")
    assert reading.remarks == (
        "Срок «до 30.08.2022» выходит за учебный год 2026–2027: 30.08.2022. "
        "Он записан так, как напечатан.",
    )


def test_years_of_a_yearly_term_must_cover_the_program():
    reading = read("до 15.10. ежегодно (в период с 2022 по 2024 г.г.)")

    assert reading.term.due_on == date(2026, 10, 15)
    assert reading.remarks == (
        "Срок «до 15.10. ежегодно (в период с 2022 по 2024 г.г.)» назван для 2022–2024 годов, "
        "а программа – на 2026–2027 учебный год.",
    )
    assert read("до 15.10. ежегодно (в период с 2025 по 2028 г.г.)").remarks == ()


def test_another_school_year_is_pointed_out():
    assert read("в течение 2025–2026 учебного года").remarks == (
        "Срок «в течение 2025–2026 учебного года» назван для 2025–2026 годов, "
        "а программа – на 2026–2027 учебный год.",
    )


PIECES = (
    "с по до – , и 1 15 31 0 99 9999 2026 01.09. 31.02.2027 сентября май конца ежегодно месяца "
    "график планом течение первого год программ или ( ) ."
)
WORDS = st.sampled_from(PIECES.split())


@given(st.one_of(st.text(max_size=40), st.lists(WORDS, max_size=9).map(" ".join)))
def test_no_words_break_the_reader_or_reverse_a_period(text):
    term = read(text).term

    assert term.text == " ".join(text.split()) or term.kind == "none"
    assert not (term.starts_on and term.due_on and term.starts_on > term.due_on)
