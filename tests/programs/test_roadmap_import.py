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
    assert (event.actor, event.details) == (
        user,
        {"mode": "replace", "sections": 1, "rows": 1},
    )


def test_another_program_keeps_its_roadmap():
    other = make_item(title="Чужая строка")

    apply(program=make_program(), data=word(row("1", "Своя")), filename="план.docx", by=None)

    assert list(other.program.roadmap_items.all()) == [other]


def test_a_check_writes_nothing():
    program = make_program()
    make_item(program)

    check(program=program, data=GYMNASIUM.read_bytes(), filename="план.docx")

    assert (RoadmapItem.objects.count(), AuditEvent.objects.count()) == (1, 0)


def test_rows_with_marks_or_papers_stay_when_the_others_are_replaced():
    program = make_program()
    done = make_item(program, title="Сделано", done_on=date(2026, 10, 1))
    proved = make_item(program, title="Приказ приложен")
    proved.files.create(key="0" * 32, title="Приказ", file=pdf())
    make_item(program, title="Не тронуто")

    found = apply(program=program, data=word(row("1", "Новая")), filename="план.docx", by=None)

    titles = [item.title for item in program.roadmap_items.in_order()]
    assert titles == ["Новая", done.title, proved.title]
    assert found.warnings[0].message == KEPT.format(rows="2\u00a0строки")


def test_a_marked_row_found_in_the_file_takes_its_words_and_keeps_the_mark():
    program = make_program(start_year=2026)
    item = make_item(program, number="1.1.", title="Издать приказ", done_on=date(2026, 9, 3))
    file = word(section("1. Условия"), row("1.1", "Издать  Приказ", "сентябрь 2026"))

    found = apply(program=program, data=file, filename="план.docx", by=None)

    [kept] = program.roadmap_items.all()
    assert (kept.pk, kept.done_on, kept.due_on) == (item.pk, date(2026, 9, 3), date(2026, 9, 30))
    assert (kept.section.title, found.warnings) == ("Условия", [])


@pytest.mark.parametrize(
    ("title", "rows"),
    [
        ("Формирование базы наставляемых в 2026–2027 учебном году", 1),
        ("Обучение наставников", 2),
    ],
)
def test_a_marked_row_is_known_by_its_number_when_few_words_changed(title, rows):
    program = make_program(start_year=2026)
    former = "Формирование базы наставляемых в 2025–2026 учебном году"
    make_item(program, number="3.2", title=former, done_on=date(2026, 9, 3))

    apply(program=program, data=word(row("3.2", title)), filename="план.docx", by=None)

    assert program.roadmap_items.count() == rows


def test_a_row_of_the_preset_found_again_still_follows_the_order():
    program = make_program()
    make_item(program, title="Издать приказ", preset_key="G73-1.1")

    apply(program=program, data=word(row("7", "Издать приказ")), filename="план.docx", by=None)

    assert program.roadmap_items.get().preset_key == "G73-1.1"


def test_rows_are_added_after_those_that_are_there_and_not_twice():
    program = make_program()
    own = program.roadmap_sections.create(number="1", title="Условия", position=0)
    make_item(program, section=own, number="1.1", title="Издать приказ")
    file = word(
        section("I. Условия"), row("1.1", "Издать приказ"), row("1.2", "Собрать группу"),
        section("II. Итоги"), row("2.1", "Подвести итоги"),
    )  # fmt: skip

    apply(program=program, data=file, filename="план.docx", by=None, mode="add")

    rows = [(item.section.number, item.title) for item in program.roadmap_items.in_order()]
    assert rows == [("1", "Издать приказ"), ("1", "Собрать группу"), ("II", "Подвести итоги")]


def test_a_kept_row_keeps_its_section_and_empty_old_sections_go():
    program = make_program()
    old = program.roadmap_sections.create(title="Старый", position=0)
    program.roadmap_sections.create(title="Пустой", position=1)
    make_item(program, section=old, title="Сделано", done_on=date(2026, 10, 1))

    apply(
        program=program,
        data=word(section("1. Новый"), row("1", "Новая")),
        filename="план.docx",
        by=None,
    )

    assert [str(found) for found in program.roadmap_sections.all()] == ["1. Новый", "Старый"]
    assert program.roadmap_items.get(title="Сделано").section == old


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


def test_the_command_adds_new_rows_beside_the_old_ones():
    program = make_program(start_year=2026)
    make_item(program, title="Своя строка")

    code, _out, err = run(GYMNASIUM, "--program", str(program.pk), "--add")

    assert (code, err, program.roadmap_items.count()) == (0, "", 41)


def test_the_command_tells_which_rows_have_stayed():
    program = make_program(start_year=2026)
    make_item(program, title="Сделано", done_on=date(2026, 9, 1))

    _code, out, _err = run(GYMNASIUM, "--program", str(program.pk))

    kept = KEPT.format(rows="1\u00a0строка")
    assert out.splitlines()[1] == f"Замечание: {kept}"
    assert program.roadmap_items.count() == 41


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
