"""A school's own roadmap from its file: what is read, what is pointed out, what is refused."""

import json
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command

from mentoring_portal.shared.spreadsheets import SpreadsheetError
from programs.domain.roadmap_body import NO_TITLE, ONLY_NUMBER, SIGNATURE, UNKNOWN_COLUMN
from programs.domain.roadmap_rows import NO_ROWS, NO_TABLE
from programs.enums import Preset, StageCode
from programs.models import AuditEvent, RoadmapItem
from programs.services.program import open_program
from programs.services.roadmap_export import export
from programs.services.roadmap_import import (
    KEPT,
    OLD_WORD,
    UNKNOWN_FILE,
    apply,
    check,
    grids_of,
)
from tests.assertions import queries_of
from tests.builders import make_organization, make_program, make_user
from tests.programs.roadmaps import (
    HEAD,
    STAGES,
    checked,
    headings,
    notes,
    row,
    section,
    titles,
    word,
    workbook,
)
from tests.programs.roads import make_item, pdf
from tests.word_files import document_with, merged_down

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


def test_the_gymnasium_roadmap_has_six_sections_and_forty_rows():
    roadmap = checked(GYMNASIUM.read_bytes())

    assert (len(roadmap.sections), len(roadmap.items), roadmap.errors) == (6, 40, [])


def test_columns_are_known_by_their_captions_in_any_order():
    head = ("Исполнители", "Сроки проведения", "План мероприятий", "№ п/п", "Вид документа")
    data = word(("Директор", "до 30.08.2026", "Назначить куратора", "1.1", "Приказ"), head=head)

    [item] = checked(data).items

    assert (item.number, item.title, item.responsible, item.result, item.term.due_on) == (
        "1.1",
        "Назначить куратора",
        "Директор",
        "Приказ",
        date(2026, 8, 30),
    )


def test_three_columns_are_enough():
    data = word(("Собрать базу", "май", "Куратор"), head=("Мероприятие", "Срок", "Ответственный"))

    assert titles(checked(data)) == [(None, "", "Собрать базу")]


def test_heads_and_numbering_that_repeat_on_pages_are_not_rows():
    numbering = ("1", "2", "3", "4", "5")
    data = word(numbering, row("1", "Первое"), HEAD, numbering, row("2", "Второе"))

    assert titles(checked(data)) == [(None, "1", "Первое"), (None, "2", "Второе")]


def test_a_title_across_the_table_is_a_section_with_its_number():
    data = word(section("1. Нормативное регулирование"), row("1.1", "Издать приказ"))

    roadmap = checked(data)

    assert headings(roadmap) == [("1", "Нормативное регулирование")]
    assert titles(roadmap) == [(0, "1.1", "Издать приказ")]


def test_equal_texts_in_all_cells_are_a_row():
    assert titles(checked(word(("Встреча",) * 5)))[0][2] == "Встреча"


def test_a_number_beside_a_joined_title_is_a_section_unless_it_has_parts():
    data = word(("2", "Поддержка", None, None, None), ("2.1", "Контроль", None, None, None))

    roadmap = checked(data)

    assert headings(roadmap) == [("2", "Поддержка")]
    assert titles(roadmap) == [(0, "2.1", "Контроль")]


def test_a_plain_number_before_its_own_parts_is_a_section():
    data = word(row("1", "Условия"), row("1.1", "Издать приказ"), row("2", "Собрать базу"))

    roadmap = checked(data)

    assert headings(roadmap) == [("1", "Условия")]
    assert titles(roadmap) == [(0, "1.1", "Издать приказ"), (0, "2", "Собрать базу")]


def test_a_row_without_number_term_and_person_is_a_row():
    assert titles(checked(word(row(title="Популяризация")))) == [(None, "", "Популяризация")]


SHARED_TERM = [
    HEAD,
    row("1", "Первое", "до 15.09.2026", "Куратор"),
    row("2", "Второе", "", "Директор"),
    row("3", "Третье", "", "Директор"),
]


@pytest.mark.parametrize(
    ("data", "filename"),
    [
        (merged_down(SHARED_TERM, (1, 2), (2, 2)), "план.docx"),
        (workbook(*SHARED_TERM, merged=["C2:C3"]), "план.xlsx"),
    ],
)
def test_a_cell_merged_downwards_speaks_for_every_row_beside_it(data, filename):
    terms = [item.term.due_on for item in checked(data, filename).items]

    assert terms == [date(2026, 9, 15), date(2026, 9, 15), None]


def test_stages_merged_downwards_become_sections():
    rows = [
        ("1", "Подготовка условий", "Изучить материалы", "Подбор\nАнализ"),
        ("", "", "Подготовить базу", "Приказ"),
        ("", "", "", "Положение"),
        ("7", "Поощрение наставников", "", "Благодарность"),
    ]
    sheet = workbook(STAGES, *rows, merged=["A2:A4", "B2:B4"])

    roadmap = checked(sheet, "план.xlsx")

    assert headings(roadmap) == [("1", "Подготовка условий"), ("7", "Поощрение наставников")]
    assert [(item.section, item.number, item.title, item.details) for item in roadmap.items] == [
        (0, "", "Изучить материалы", "Подбор\nАнализ"),
        (0, "", "Подготовить базу", "Приказ\nПоложение"),
        (1, "", "Поощрение наставников", "Благодарность"),
    ]
    assert [item.stage for item in roadmap.items] == ["conditions", "conditions", "completion"]


def test_numbers_of_rows_stay_with_rows_when_stages_hold_several():
    data = word(
        ("1", "Условия", "Издать приказ", "до 30.08.2026"),
        ("2", "", "Назначить куратора", "до 30.08.2026"),
        head=("№", "Этап", "Мероприятие", "Срок"),
    )

    roadmap = checked(data)

    assert headings(roadmap) == [("", "Условия")]
    assert titles(roadmap) == [(0, "1", "Издать приказ"), (0, "2", "Назначить куратора")]


def test_lines_of_the_only_text_column_are_contents():
    data = word(row("1", "Провести отбор:\n– анкеты;\n– беседы"))

    [item] = checked(data).items

    assert (item.title, item.details) == ("Провести отбор:", "– анкеты;\n– беседы")


def test_a_line_broken_by_hand_is_joined_and_people_become_a_list():
    data = word(row("1", "Провести\nобщую встречу", responsible="Заместитель\nпо УВР,\nПсихолог"))

    [item] = checked(data).items

    assert (item.title, item.responsible) == (
        "Провести общую встречу",
        "Заместитель по УВР; Психолог",
    )


def test_a_table_split_in_two_goes_on_and_signatures_are_no_rows():
    data = document_with(
        [HEAD, row("1", "Первое")], [row("2", "Второе")], [("Директор", "И. И. Иванов")]
    )

    assert titles(checked(data)) == [(None, "1", "Первое"), (None, "2", "Второе")]


def test_a_head_of_two_lines_gives_both_dates():
    head = ("№", "Мероприятие", "Срок", None, "Ответственный")
    data = word(
        ("", "", "Начало", "Окончание", ""),
        ("1", "Собрать базу", "01.09.2026", "15.09.2026", "Куратор"),
        head=head,
    )

    [item] = checked(data).items

    assert (item.term.kind, item.term.starts_on, item.term.due_on) == (
        "period",
        date(2026, 9, 1),
        date(2026, 9, 15),
    )


def test_stages_are_guessed_from_plain_words_only():
    data = word(
        row("1", "Формирование базы наставляемых"),
        row("2", "Закрепление пар приказом"),
        row("3", "Прочая важная работа"),
    )

    assert [item.stage for item in checked(data).items] == ["mentee_base", "pairing", ""]


@pytest.mark.parametrize(
    ("rows", "note"),
    [
        (
            [row("1", "Сбор", "с 15.09.2026 по 01.09.2026")],
            (
                2,
                "Срок",
                "Срок «с 15.09.2026 по 01.09.2026»: начало периода позже его окончания. "
                "Он записан словами, без дат.",
            ),
        ),
        (
            [row("1", "Сбор", "до 30.08.2022")],
            (
                2,
                "Срок",
                "Срок «до 30.08.2022» выходит за учебный год 2026–2027: 30.08.2022. "
                "Он записан так, как напечатан.",
            ),
        ),
        (
            [row("1", "Сбор базы в 2022 – 2023 уч. г.")],
            (2, "Мероприятие", "Назван 2022–2023 учебный год, а программа – на 2026–2027."),
        ),
        (
            [row("1.1.", "Первое"), row("1.1", "Второе")],
            (3, "№", "Номер «1.1» уже стоит в строке 2."),
        ),
        (
            [row("1", "Первое"), section("Раздел"), row("2", "Второе")],
            (2, "", "Строка стоит до первого раздела: раздела у неё нет."),
        ),
        (
            [section("Первый"), row("1", "Сбор"), section("Пустой")],
            (4, "", "В разделе «Пустой» нет ни одной строки."),
        ),
        ([row("1", "Сбор"), row("2", "")], (3, "№", ONLY_NUMBER)),
        (
            [row("1", "Сбор"), section("Директор ______ И. И. Иванов")],
            (3, "", SIGNATURE.format(text="Директор ______ И. И. Иванов")),
        ),
    ],
)
def test_what_is_odd_is_pointed_out_by_row_and_column(rows, note):
    roadmap = checked(word(*rows))

    assert notes(roadmap.warnings) == [note]
    assert roadmap.errors == []


def test_plain_numbers_may_be_counted_anew_in_every_section():
    data = word(section("Первый"), row("1", "Сбор"), section("Второй"), row("1", "Отбор"))

    assert checked(data).warnings == []


def test_a_column_that_the_portal_does_not_keep_is_pointed_out():
    data = word(("1", "Сбор", "важно"), head=("№", "Мероприятие", "Примечание"))

    assert notes(checked(data).warnings) == [(2, "Примечание", UNKNOWN_COLUMN)]


@pytest.mark.parametrize(
    ("rows", "note"),
    [
        ([row("1", "", "май")], (2, "Мероприятие", NO_TITLE)),
        ([row("1" * 21, "Сбор")], (2, "№", "Текст длиннее 20 знаков. Сократите его.")),
        ([row("1", "Сбор", "м" * 301)], (2, "Срок", "Текст длиннее 300 знаков. Сократите его.")),
        ([section("р" * 501)], (2, "", "Текст длиннее 500 знаков. Сократите его.")),
        ([], (0, "", NO_ROWS)),
    ],
)
def test_what_cannot_be_kept_is_an_error(rows, note):
    assert notes(checked(word(*rows)).errors) == [note]


def test_a_file_without_a_roadmap_is_an_error():
    data = document_with([("Урок", "Кабинет"), ("Физика", "12")])

    assert notes(checked(data).errors) == [(0, "", NO_TABLE)]


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


@pytest.mark.parametrize(
    ("filename", "sentence"),
    [("план.doc", OLD_WORD), ("план.pdf", UNKNOWN_FILE), ("план", UNKNOWN_FILE)],
)
def test_other_kinds_of_files_are_refused(filename, sentence):
    with pytest.raises(SpreadsheetError, match=sentence.split(".")[0][:20]):
        grids_of(b"x", filename)


def test_an_import_costs_the_same_number_of_queries_for_any_size():
    small, large = word(row("1")), word(*[row(f"{n}") for n in range(1, 60)])

    assert cost_of(small) == cost_of(large)


def cost_of(data):
    program = make_program()
    make_item(program)
    return queries_of(lambda: apply(program=program, data=data, filename="план.docx", by=None))


FIELDS = (
    "section__number",
    "section__title",
    "stage",
    "number",
    "title",
    "details",
    "term_kind",
    "term_text",
    "starts_on",
    "due_on",
    "responsible",
    "result",
)


def values_of(program):
    sections = program.roadmap_sections.order_by("position").values_list("number", "title")
    items = sorted(
        program.roadmap_items.order_by("position").values_list(*FIELDS),
        key=lambda values: values[1] is not None,
    )
    return list(sections), items


@pytest.mark.parametrize("preset", Preset.values)
def test_an_exported_roadmap_is_read_back_with_the_same_values(preset):
    source = open_program(organization=make_organization(), start_year=2026, preset=preset, by=None)
    target = make_program(start_year=2026)

    apply(program=target, data=export(program=source), filename="карта.xlsx", by=None)

    assert values_of(target) == values_of(source)


def test_awkward_rows_are_read_back_too():
    source, target = make_program(start_year=2026), make_program(start_year=2026)
    empty = source.roadmap_sections.create(title="2 шага без строк", position=0)
    full = source.roadmap_sections.create(number="II", title="Раздел «Б»", position=1)
    make_item(source, title="Без раздела")
    make_item(source, section=full, number="1.10", title="1. Начать\nпотом кончить", result="=1+1")
    make_item(
        source,
        section=full,
        stage=StageCode.PAIRING,
        title="Директор",
        details="а\nб",
        term_kind="period",
        term_text="когда-нибудь",
        starts_on=date(2026, 9, 5),
        due_on=date(2026, 9, 7),
    )

    apply(program=target, data=export(program=source), filename="карта.xlsx", by=None)

    assert values_of(target) == values_of(source)
    assert empty.title == target.roadmap_sections.first().title


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
