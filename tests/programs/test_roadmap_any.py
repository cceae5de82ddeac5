"""Whatever is typed or copied, terms are moved and settled without a failure."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from mentoring_portal.shared.dates import SchoolYear
from programs.domain.roadmap import Calendar, Term
from programs.domain.roadmap_checks import CheckedRow, findings
from programs.domain.roadmap_edit import edited
from programs.domain.roadmap_months import months_under_way
from programs.domain.roadmap_shift import moved_day, moved_term, moved_term_text, moved_words

YEAR = SchoolYear(2027)
CALENDAR = Calendar(2027, YEAR, date(2027, 9, 1))
KINDS = (
    "deadline",
    "period",
    "month",
    "annual_months",
    "relative",
    "ongoing",
    "by_program",
    "none",
)
DAYS = st.dates(date(2020, 1, 1), date(2090, 12, 31))
WORDS = st.sampled_from(
    ["29.02.2028", "29 февраля 2028 г.", "до 31.02.2027", "2027/28", "01.09.27", "с", "по", "до"]
    + ["сентябрь", "ежегодно", "2019", "г.", "–", "в течение 2 месяцев", "графику"]
)
TEXTS = st.one_of(st.text(max_size=30), st.lists(WORDS, max_size=4).map(" ".join))
YEARS = st.integers(-5, 5)


@given(DAYS, YEARS)
def test_a_moved_day_is_in_its_year_and_month(day, years):
    moved = moved_day(day, years)

    assert (moved.year, moved.month) == (day.year + years, day.month)
    assert moved.day == day.day or (day.month, day.day, moved.day) == (2, 29, 28)


@given(DAYS, DAYS, st.sampled_from(KINDS), TEXTS, YEARS)
def test_a_moved_term_is_never_reversed(first, second, kind, text, years):
    starts_on, due_on = moved_term(*sorted((first, second)), kind, text, years)

    assert starts_on <= due_on


@given(TEXTS, YEARS)
def test_any_words_are_moved(text, years):
    assert moved_words(text, 0, YEAR).text == text
    assert isinstance(moved_term_text(text, years, YEAR).text, str)


@given(
    st.builds(Term, st.sampled_from(KINDS), st.none(), st.none() | DAYS, TEXTS),
    st.builds(Term, st.sampled_from(KINDS), st.none(), st.none() | DAYS, TEXTS),
    st.sets(st.sampled_from(["term_kind", "term_text", "due_on"])),
)
def test_any_term_is_settled_and_typed_dates_stay(term, former, changed):
    found = edited(term, former, changed, CALENDAR).term

    if "due_on" in changed:
        assert found.due_on == term.due_on
    if found.starts_on and found.due_on:
        assert found.starts_on <= found.due_on


@given(st.lists(st.tuples(TEXTS, TEXTS, st.sampled_from(KINDS), st.none() | DAYS), max_size=5))
def test_any_roadmap_is_checked(values):
    rows = [
        CheckedRow(pk, None, number, "Строка", "", kind, text, None, due_on, False)
        for pk, (number, text, kind, due_on) in enumerate(values)
    ]

    assert {found.pk for found in findings(rows, CALENDAR)} <= set(range(len(rows)))


@given(DAYS, DAYS, st.sampled_from(KINDS), TEXTS)
def test_months_under_way_lie_inside_the_term(first, second, kind, text):
    starts_on, due_on = sorted((first, second))

    for month in months_under_way(starts_on, due_on, kind, text):
        assert (starts_on.year, starts_on.month) <= month < (due_on.year, due_on.month)
