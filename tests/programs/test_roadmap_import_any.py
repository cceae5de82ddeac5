"""Whatever the file holds, the import answers or refuses; it never breaks."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from mentoring_portal.shared.dates import SchoolYear
from mentoring_portal.shared.spreadsheets import SpreadsheetError
from programs.domain.roadmap import Calendar
from programs.domain.roadmap_lines import Grid, Line
from programs.domain.roadmap_rows import read_roadmap
from programs.services.roadmap_files import grids_of
from programs.services.roadmap_import import words
from tests.programs.roadmaps import HEAD, STAGES

CALENDAR = Calendar(2026, SchoolYear(2026), date(2026, 9, 1))
SUFFIXES = ("docx", "xlsx", "xls", "ods", "csv", "doc", "")
TEXTS = st.sampled_from(
    [*HEAD, *STAGES, "Начало", "Окончание", "Вид срока", "Этап программы", "Этап", "Примечание"]
    + ["", "–", "1", "1.", "1.1", "2", "II", "1. Раздел", "Раздел 2", "Директор", "Сбор\nОтбор"]
    + ["май", "до 31.02.2027", "с 1 по 15 сентября", "15.09.2026", "01.09.2026", "месяц"]
)
CELLS = st.one_of(TEXTS, st.text(max_size=12), st.dates())
LINES = st.builds(
    Line,
    number=st.integers(1, 99),
    cells=st.lists(CELLS, max_size=6).map(tuple),
    spans_all=st.booleans(),
    continued=st.frozensets(st.integers(0, 7), max_size=3),
)
HEADS = st.sampled_from([HEAD, STAGES, ("Мероприятие", "Начало", "Окончание", "Вид срока")])


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(HEADS, st.lists(LINES, max_size=8)), max_size=3))
def test_any_table_becomes_rows_that_can_be_kept_or_errors(tables):
    grids = [
        Grid(f"Таблица {n}", [Line(1, head), *lines]) for n, (head, lines) in enumerate(tables)
    ]

    roadmap = read_roadmap(grids, CALENDAR, words())

    assert roadmap.errors or roadmap.items
    assert all(item.title or roadmap.errors for item in roadmap.items)
    assert all(item.section in (None, *range(len(roadmap.sections))) for item in roadmap.items)
    assert all(len(found.title) <= 500 or roadmap.errors for found in roadmap.sections)


@settings(max_examples=80, deadline=None)
@given(st.lists(LINES, max_size=10))
def test_a_table_without_a_head_never_breaks_the_reader(lines):
    roadmap = read_roadmap([Grid("Таблица 1", lines)], CALENDAR, words())

    assert roadmap.errors or roadmap.items


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.binary(max_size=300), st.text(max_size=200)), st.sampled_from(SUFFIXES))
def test_any_bytes_become_tables_or_a_refusal(content, suffix):
    data = content if isinstance(content, bytes) else content.encode()

    try:
        grids = grids_of(data, f"план.{suffix}")
    except SpreadsheetError as error:
        assert str(error)
    else:
        assert read_roadmap(grids, CALENDAR, words()) is not None
