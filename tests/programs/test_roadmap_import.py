"""A school's own roadmap takes the place of the old one, or nothing changes."""

import json
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command

from programs.domain.roadmap_body import NO_TITLE
from programs.models import AuditEvent, RoadmapItem
from programs.services.roadmap_import import KEPT, apply, check
from tests.assertions import queries_of
from tests.builders import make_program, make_user
from tests.programs.roadmaps import row, section, word
from tests.programs.roads import make_item, pdf

pytestmark = pytest.mark.django_db
GYMNASIUM = Path(__file__).parent / "data" / "gymnasium.docx"


def run(*arguments):
    out, err = StringIO(), StringIO()
    code = 0
    try:
        call_command("import_roadmap", *arguments, stdout=out, stderr=err)
    except SystemExit as stopped:
        code = stopped.code
    return code, out.getvalue(), err.getvalue()


def test_an_import_replaces_the_rows_and_leaves_a_record():
    program = make_program(start_year=2026)
    make_item(program, title="Старая строка")
    user = make_user()

    apply(
        program=program,
        data=word(section("1. Условия"), row("1.1", "Издать приказ", "сентябрь 2026")),
        filename="план.docx",
        by=user,
    )

    [item] = program.roadmap_items.all()
    assert (item.title, item.section.title, item.term_text, item.due_on) == (
        "Издать приказ",
        "Условия",
        "сентябрь 2026",
        date(2026, 9, 30),
    )
    event = AuditEvent.objects.get(action="roadmap.import")
    assert (event.actor, event.details) == (user, {"sections": 1, "rows": 1})


def test_another_program_keeps_its_roadmap():
    other = make_item(title="Чужая строка")

    apply(program=make_program(), data=word(row("1", "Своя")), filename="план.docx", by=None)

    assert list(other.program.roadmap_items.all()) == [other]


def test_a_check_writes_nothing():
    program = make_program()
    make_item(program)

    check(program=program, data=GYMNASIUM.read_bytes(), filename="план.docx")

    assert (RoadmapItem.objects.count(), AuditEvent.objects.count()) == (1, 0)


def test_rows_with_marks_or_papers_are_never_replaced():
    program = make_program()
    make_item(program, done_on=date(2026, 10, 1))
    make_item(program).files.create(key="0" * 32, title="Приказ", file=pdf())
    make_item(program)

    with pytest.raises(ValidationError) as refused:
        apply(program=program, data=word(row("1", "Новая")), filename="план.docx", by=None)

    assert refused.value.messages == [KEPT.format(rows="2\u00a0строки")]
    assert program.roadmap_items.count() == 3


def test_a_file_with_an_error_changes_nothing():
    program = make_program()
    make_item(program)

    with pytest.raises(ValidationError) as refused:
        apply(
            program=program,
            data=word(row("1", "Новая"), row("2", "", "май")),
            filename="план.docx",
            by=None,
        )

    assert refused.value.messages == [
        "В файле 1\u00a0ошибка: дорожная карта не загружена. "
        "Первая: строка 3, «Мероприятие»: Нет названия мероприятия."
    ]
    assert program.roadmap_items.count() == 1


def test_an_import_costs_the_same_number_of_queries_for_any_size():
    small, large = word(row("1")), word(*[row(f"{n}") for n in range(1, 60)])

    assert cost_of(small) == cost_of(large)


def cost_of(data):
    program = make_program()
    make_item(program)
    return queries_of(lambda: apply(program=program, data=data, filename="план.docx", by=None))


def test_the_command_prints_what_was_loaded():
    program = make_program(start_year=2026)

    code, out, err = run(GYMNASIUM, "--program", str(program.pk), "--json")

    answer = json.loads(out)
    assert (code, err) == (0, "")
    assert (answer["sections"], answer["rows"], answer["errors"]) == (6, 40, [])
    assert answer["warnings"][0] == {
        "row": 4,
        "column": "Наименование мероприятий",
        "message": "Назван 2022–2023 учебный год, а программа – на 2026–2027.",
    }
    assert program.roadmap_items.count() == 40


def test_a_dry_run_of_the_command_writes_nothing():
    program = make_program()

    code, out, _err = run(GYMNASIUM, "--program", str(program.pk), "--dry-run")

    assert (code, out.splitlines()[0]) == (0, "Разделов 6, строк 40.")
    assert program.roadmap_items.count() == 0


def test_a_refused_command_says_why_and_still_prints_the_object(tmp_path):
    program = make_program()
    file = tmp_path / "план.docx"
    file.write_bytes(word(row("1", "", "май")))

    code, out, err = run(file, "--program", str(program.pk), "--json")

    assert (code, json.loads(out)["errors"]) == (
        1,
        [{"row": 2, "column": "Мероприятие", "message": NO_TITLE}],
    )
    assert "Нет названия мероприятия" in err


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("нет.docx", None, "не найден"),
        ("пусто.docx", b"", "Файл пустой"),
        ("шум.xlsx", b"PK\x03\x04", "повреждён"),
    ],
)
def test_the_command_refuses_files_it_cannot_read(tmp_path, name, content, sentence):
    file = tmp_path / name
    if content is not None:
        file.write_bytes(content)

    code, out, err = run(file, "--program", str(make_program().pk))

    assert (code, out) == (1, "")
    assert sentence in err


def test_the_command_refuses_an_unknown_program():
    code, out, err = run(GYMNASIUM, "--program", "404")

    assert (code, out) == (1, "")
    assert err.startswith("Программы № 404 нет")
