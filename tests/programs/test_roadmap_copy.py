"""Last year's roadmap in a new program: whole years later, without marks and files."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from mentoring_portal.shared.dates import SchoolYear
from programs.domain.roadmap_shift import moved_day, moved_term, moved_term_text, moved_words
from programs.enums import ProgramStatus
from programs.models import AuditEvent, Program
from programs.services.program import open_program
from programs.services.roadmap_copy import (
    EMPTY,
    NO_SOURCES,
    RUNNING,
    SAME,
    TOUCHED,
    copy_roadmap,
    last_copy,
)
from tests.assertions import queries_of
from tests.builders import make_curator, make_organization, make_program
from tests.programs.roads import make_item, pdf

YEAR = SchoolYear(2025)
DONE = date(2026, 10, 1)


@pytest.mark.parametrize(
    ("day", "years", "moved"),
    [
        (date(2025, 12, 25), 1, date(2026, 12, 25)),
        (date(2028, 2, 29), 1, date(2029, 2, 28)),
        (date(2028, 2, 29), 4, date(2032, 2, 29)),
        (date(2027, 2, 28), 1, date(2028, 2, 28)),
        (date(2026, 5, 31), -1, date(2025, 5, 31)),
    ],
)
def test_a_day_moves_by_whole_years(day, years, moved):
    assert moved_day(day, years) == moved


@pytest.mark.parametrize(
    ("starts_on", "kind", "text", "due_on"),
    [
        (date(2027, 2, 1), "month", "февраль 2027 г.", date(2028, 2, 29)),
        (date(2026, 12, 1), "annual_months", "декабрь – февраль", date(2028, 2, 29)),
        (None, "deadline", "до конца февраля", date(2028, 2, 29)),
        (None, "deadline", "до 28.02.2027", date(2028, 2, 28)),
        (date(2027, 2, 10), "period", "с 10 по 28 февраля 2027 г.", date(2028, 2, 28)),
    ],
)
def test_whole_months_end_with_the_last_day_of_february(starts_on, kind, text, due_on):
    assert moved_term(starts_on, date(2027, 2, 28), kind, text, 1)[1] == due_on


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("до 25.12.2025", "до 25.12.2026"),
        ("до 25.12.25", "до 25.12.2026"),
        ("с 01.09.2025 по 31.05.2026", "с 01.09.2026 по 31.05.2027"),
        ("сентябрь 2025 г.", "сентябрь 2026 г."),
        ("в течение 2025–2026 уч. года", "в течение 2026–2027 уч. года"),
        ("в течение 2025/26 уч. года", "в течение 2026/27 уч. года"),
        ("до 1 июня 2026 года", "до 1 июня 2027 года"),
        ("ежегодно до 15 сентября", "ежегодно до 15 сентября"),
        ("2 раза в месяц", "2 раза в месяц"),
        ("", ""),
    ],
)
def test_years_in_a_printed_term_move(text, moved):
    found = moved_term_text(text, 1, YEAR)

    assert (found.text, found.moved, found.doubtful) == (moved, moved != text, False)


def test_the_leap_day_in_a_printed_term_stays_a_day_of_the_calendar():
    year = SchoolYear(2027)

    texts = ("до 29.02.2028", "до 29 февраля 2028 г.")

    assert [moved_term_text(text, 1, year).text for text in texts] == [
        "до 28.02.2029",
        "до 28 февраля 2029 г.",
    ]


def test_a_far_year_in_a_term_stays_and_is_doubted():
    found = moved_term_text("ежегодно с 2019 по 2025 г.", 1, YEAR)

    assert (found.text, found.moved, found.doubtful) == ("ежегодно с 2019 по 2025 г.", False, True)


@pytest.mark.parametrize(
    ("text", "moved", "doubtful"),
    [
        ("План на 2025–2026 учебный год", "План на 2026–2027 учебный год", False),
        ("Итоги 2024–2025 учебного года", "Итоги 2024–2025 учебного года", False),
        ("Приказ от 23.12.2025 № 15", "Приказ от 23.12.2025 № 15", True),
        ("Распоряжение Р-145 2019 года", "Распоряжение Р-145 2019 года", False),
    ],
)
def test_in_titles_only_the_school_year_moves(text, moved, doubtful):
    found = moved_words(text, 1, YEAR)

    assert (found.text, found.doubtful) == (moved, doubtful)


@pytest.fixture
def source(db):
    return make_program(start_year=2025, introduced_on=date(2025, 9, 10))


@pytest.fixture
def target(source):
    return make_program(
        organization=source.organization,
        start_year=2026,
        introduced_on=date(2026, 10, 5),
        status=ProgramStatus.DRAFT,
        preset="ZAB",
    )


def copied(source, target):
    return copy_roadmap(source=source, target=target, by=None)


def test_a_copy_has_the_rows_and_sections_without_marks_and_files(source, target):
    section = source.roadmap_sections.create(number="1", title="План 2025–2026", position=0)
    row = make_item(
        source,
        section=section,
        number="1.1",
        title="Приказ",
        term_kind="deadline",
        term_text="до 25.12.2025",
        due_on=date(2025, 12, 25),
        done_on=date(2025, 12, 1),
        responsible="Куратор",
    )
    row.files.create(key="0" * 32, title="Приказ", file=pdf())

    done = copied(source, target)

    [item] = target.roadmap_items.all()
    assert (item.section.title, item.term_text, item.due_on, item.done_on, item.responsible) == (
        "План 2026–2027",
        "до 25.12.2026",
        date(2026, 12, 25),
        None,
        "Куратор",
    )
    assert (done.rows, done.moved, item.files.count()) == (1, [item], 0)


def test_last_year_stays_as_it_was(source, target):
    row = make_item(source, due_on=date(2025, 12, 25), done_on=date(2025, 12, 1))

    copied(source, target)
    target.roadmap_items.all().delete()

    row.refresh_from_db()
    assert (row.due_on, row.done_on) == (date(2025, 12, 25), date(2025, 12, 1))


def test_a_term_from_the_order_is_counted_from_the_new_order(source, target):
    fields = {"term_kind": "relative", "term_text": "в течение первого месяца"}
    make_item(source, starts_on=date(2025, 9, 10), due_on=date(2025, 10, 10), **fields)
    make_item(source, starts_on=date(2025, 9, 10), due_on=date(2025, 9, 20), **fields)

    done = copied(source, target)

    days = list(target.roadmap_items.order_by("position").values_list("starts_on", "due_on"))
    assert days == [
        (date(2026, 10, 5), date(2026, 11, 5)),
        (date(2026, 9, 10), date(2026, 9, 20)),
    ]
    assert done.relative == 1


@pytest.mark.django_db
def test_every_row_of_a_preset_moves_like_the_preset_itself():
    school = make_organization()
    opened = [
        open_program(organization=school, start_year=year, preset="G73", by=None)
        for year in (2025, 2026)
    ]
    copy = make_program(organization=school, start_year=2026, title="Копия")

    copied(opened[0], copy)

    fields = ("number", "term_text", "starts_on", "due_on", "stage", "preset_key")
    rows = [list(p.roadmap_items.order_by("position").values(*fields)) for p in (copy, opened[1])]
    assert rows[0] == rows[1]


def test_the_preset_goes_along_for_terms_that_follow_the_order(source, target):
    make_item(source)

    copied(source, target)

    target.refresh_from_db()
    assert target.preset == source.preset


@pytest.mark.parametrize(
    ("prepare", "reason"),
    [
        (lambda source, target: None, EMPTY),
        (lambda source, target: (make_item(source), begin(target), make_item(target)), RUNNING),
        (lambda source, target: (make_item(source), make_item(target, done_on=DONE)), TOUCHED),
    ],
)
def test_a_copy_that_would_lose_something_is_refused(source, target, prepare, reason):
    prepare(source, target)
    before = target.roadmap_items.count()

    with pytest.raises(ValidationError) as refused:
        copied(source, target)

    assert refused.value.messages == [reason]
    assert target.roadmap_items.count() == before


def begin(program):
    program.move_to(ProgramStatus.ACTIVE)


def test_a_program_is_not_copied_into_itself(source):
    make_item(source)

    with pytest.raises(ValidationError) as refused:
        copied(source, source)

    assert refused.value.messages == [SAME]


def test_the_journal_holds_numbers_of_rows_and_no_words(source, target):
    make_item(source, term_text="до 25.12.2025", due_on=date(2025, 12, 25))

    copied(source, target)

    details = AuditEvent.objects.get(action="roadmap.copy").details
    assert details == {
        "source": source.pk,
        "rows": 1,
        "relative": 0,
        "moved": [target.roadmap_items.get().pk],
        "doubtful": [],
    }


def test_what_was_copied_is_told_with_the_former_words(source, target):
    make_item(source, term_text="до 25.12.2025", due_on=date(2025, 12, 25))
    make_item(source, title="Приказ от 01.09.2025 № 3")
    copied(source, target)

    told = last_copy(target)

    assert [(item.term_text, former.term_text) for item, former in told.moved] == [
        ("до 25.12.2026", "до 25.12.2025")
    ]
    assert [item.title for item in told.doubtful] == ["Приказ от 01.09.2025 № 3"]


def test_a_copy_costs_the_same_number_of_queries_for_any_size(source, target):
    other = make_program(organization=source.organization, start_year=2027)
    make_item(source)
    cost = queries_of(lambda: copied(source, target))
    for _number in range(30):
        make_item(source)

    assert queries_of(lambda: copied(source, other)) == cost


def test_a_new_program_is_opened_from_last_years_roadmap(client, source):
    make_item(source, term_text="до 25.12.2025", due_on=date(2025, 12, 25), done_on="2025-12-01")
    source.stages.create(number=1, code="conditions", title="Условия", due_on=date(2025, 9, 12))
    client.force_login(make_curator(source))
    fields = {
        "organization": source.organization_id,
        "title": "Новая",
        "start_year": 2026,
        "preset": f"copy-{source.pk}",
    }

    answer = client.post(reverse("programs:program_create"), fields)

    made = Program.objects.get(title="Новая")
    assert answer.url == reverse("programs:roadmap_copied", args=[made.pk])
    assert (made.preset, made.roadmap_items.get().due_on) == ("G73", date(2026, 12, 25))
    assert (made.stages.count(), made.stages.get(number=1).due_on) == (7, date(2026, 9, 12))


def test_a_strangers_roadmap_cannot_be_copied(client, source, target):
    other = make_program(start_year=2025)
    make_item(other)
    make_item(source)
    client.force_login(make_curator(target))

    url = reverse("programs:roadmap_copy", args=[target.pk])
    answer = client.post(url, {"source": other.pk})

    assert "source" in answer.context["form"].errors
    assert not target.roadmap_items.exists()


def test_the_draft_is_filled_in_the_browser(client, source, target):
    make_item(source, title="Прошлогодняя")
    make_item(target, title="Черновая")
    client.force_login(make_curator(target))

    url = reverse("programs:roadmap_copy", args=[target.pk])
    asked = client.get(url)
    answer = client.post(url, {"source": source.pk}, follow=True)

    assert "(1\u00a0строка) будут удалены" in asked.content.decode()
    assert [item.title for item in target.roadmap_items.all()] == ["Прошлогодняя"]
    assert answer.context["told"].rows == 1


def test_a_school_with_nothing_to_copy_is_told_so(client, source, target):
    client.force_login(make_curator(target))

    answer = client.get(reverse("programs:roadmap_copy", args=[target.pk]), follow=True)

    assert [str(message) for message in answer.context["messages"]] == [NO_SOURCES]


def test_a_running_roadmap_is_sent_back_with_the_reason(client, source):
    make_item(source)
    client.force_login(make_curator(source))

    answer = client.get(reverse("programs:roadmap_copy", args=[source.pk]), follow=True)

    assert [str(message) for message in answer.context["messages"]] == [RUNNING]
