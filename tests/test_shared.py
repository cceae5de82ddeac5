"""School years, names and plurals."""

from datetime import date

import pytest

from mentoring_portal.shared.dates import (
    SchoolYear,
    days_words,
    full_years,
    long_date,
    school_year_of,
)
from mentoring_portal.shared.names import (
    FullName,
    bound_names,
    name_key,
    short_name,
    signature_name,
    split_name,
)
from mentoring_portal.shared.plurals import counted


@pytest.mark.parametrize(
    ("day", "start"),
    [(date(2026, 8, 31), 2025), (date(2026, 9, 1), 2026), (date(2027, 1, 1), 2026)],
)
def test_a_school_year_begins_on_the_first_of_september(day, start):
    assert school_year_of(day) == SchoolYear(start)


def test_a_month_and_day_fall_into_the_right_calendar_year():
    year = SchoolYear(2026)

    assert year.day(12, 31) == date(2026, 12, 31)
    assert year.day(2, 31) == date(2027, 2, 28)


def test_someone_born_on_a_leap_day_grows_older_on_the_first_of_march():
    assert full_years(date(2012, 2, 29), date(2026, 2, 28)) == 13
    assert full_years(date(2012, 2, 29), date(2026, 3, 1)) == 14


def test_a_date_in_words_keeps_its_parts_together():
    assert long_date(date(2026, 11, 12)) == "12\u00a0ноября 2026\u00a0г."


def test_initials_stand_after_the_surname_in_text_and_before_it_at_a_signature():
    name = FullName("Иванова", "Мария", "Петровна")

    assert short_name(name) == "Иванова\u00a0М.\u00a0П."
    assert signature_name(name) == "М.\u00a0П.\u00a0Иванова"


def test_a_name_without_a_patronymic_has_one_initial():
    assert short_name(FullName("Ким", "Юна")) == "Ким\u00a0Ю."


@pytest.mark.parametrize(
    "glued",
    ["Титова~В.~О.", "педагог-психолог Римская-Корсакова~А., В.~О.~Титова и другие", "школа № 5"],
)
def test_typed_names_with_initials_are_not_parted(glued):
    assert bound_names(glued.replace("~", " ")) == glued.replace("~", "\u00a0")


def test_all_words_after_the_given_name_are_the_patronymic():
    assert split_name("Алиев  Рашад Али оглы") == FullName("Алиев", "Рашад", "Али оглы")


@pytest.mark.parametrize(
    "spelling",
    ["Фёдорова  Анна", "ФЕДОРОВА АННА", "Фёдopoва Aнна"],  # the last has Latin letters
)
def test_spellings_of_one_name_share_a_key(spelling):
    assert name_key(spelling) == "федорова анна"


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "1\u00a0пара"),
        (2, "2\u00a0пары"),
        (5, "5\u00a0пар"),
        (11, "11\u00a0пар"),
        (21, "21\u00a0пара"),
        (112, "112\u00a0пар"),
    ],
)
def test_a_noun_follows_its_number(number, words):
    assert counted(number, "пара", "пары", "пар") == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2026, 10, 7), date(2026, 10, 7), "7 октября 2026 г."),
        (date(2026, 10, 7), date(2026, 10, 28), "с 7 по 28 октября 2026 г."),
        (date(2026, 10, 7), date(2026, 11, 2), "с 7 октября по 2 ноября 2026 г."),
        (date(2026, 12, 7), date(2027, 1, 2), "с 7 декабря 2026 г. по 2 января 2027 г."),
        (date(2026, 10, 7), date(2027, 10, 8), "с 7 октября 2026 г. по 8 октября 2027 г."),
    ],
)
def test_days_from_and_to_say_a_shared_month_and_year_once(first, last, words):
    assert days_words(first, last).replace("\u00a0", " ") == words
