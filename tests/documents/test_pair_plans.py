"""Papers of a pair: the personal program and the roadmap of a pair."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from documents.domain.blocks import Note, Para, Stamps, Table
from documents.domain.form_blocks import Answer, Choice, SignLine
from documents.services import issue
from documents.services.files import page_of
from pairs.models import Pair
from participants.models import Person, Representative
from tests.assertions import assert_flat
from tests.builders import (
    make_event,
    make_meeting,
    make_mentee,
    make_pair,
    make_person,
    make_program_form,
)
from tests.documents.acts import blocks, card, draft, headings, paras, stamps, table
from tests.documents.builders import make_accepted_pair, make_school_program, make_working_teachers

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 21)


@pytest.fixture
def program(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: TODAY)
    return make_school_program()


@pytest.fixture
def teachers(program):
    return make_working_teachers(program)


@pytest.fixture
def pupils(program):
    pair = make_accepted_pair(program)
    Pair.objects.filter(pk=pair.pk).update(status="active", starts_on=date(2026, 10, 1))
    return pair


def mentee_of(pair):
    return pair.members.get().mentee


def marks(document):
    return {row[1]: row[5] for row in table(document).rows if not isinstance(row, str) and row[5]}


def test_a_personal_program_has_its_six_parts(teachers):
    document = draft(teachers.program, "personal_program", teachers)

    assert headings(document) == [
        "1. Пояснительная записка",
        "2. Сведения о наставнической паре (группе)",
        "3. Ожидаемые результаты",
        "4. План мероприятий",
        "5. Ход выполнения",
        "6. Итоги выполнения программы",
    ]
    assert document.title == (
        "Персонализированная программа наставничества: "
        "Зорин\u00a0Л.\u00a0Ю. – Якимова\u00a0Е.\u00a0Г."
    )


def test_its_note_tells_what_the_portal_knows(teachers):
    note = paras(draft(teachers.program, "personal_program", teachers))

    assert note[1:] == [
        "Актуальность. Запрос наставляемого – методика урока. Наставник готов поделиться опытом "
        "по направлению: подготовка к аттестации.",
        "Цель программы – научиться вести урок. Для её достижения решаются задачи:",
        "Форма наставничества – «учитель – учитель», вид – традиционное («один-на-один»). Срок "
        "реализации: с 15\u00a0октября 2026\u00a0г. по 31\u00a0мая 2027\u00a0г. Срок может быть "
        "продлён или сокращён по решению куратора с согласия сторон.",
        "Режим работы: встречи не реже двух раз в месяц, очно или дистанционно, в согласованное "
        "время; между встречами – выполнение заданий и консультации по необходимости.",
    ]


def test_its_card_names_both_sides_with_their_posts(teachers):
    assert card(draft(teachers.program, "personal_program", teachers)) == {
        "Наставник": "Зорин Лев Юрьевич, учитель физики",
        "Наставляемый": "Якимова Ева Глебовна, учитель труда",
        "Форма наставничества": "«учитель – учитель»",
        "Ролевая модель": "«опытный педагог – молодой специалист»",
        "Вид наставничества": "традиционное («один-на-один»)",
        "Срок работы": "с 15.10.2026 по 31.05.2027",
        "Куратор": "Соколова Анна Игоревна, учитель физики",
    }


def test_the_director_approves_and_the_curator_agrees(teachers):
    document = draft(teachers.program, "personal_program", teachers)

    paper = issue.register(document=document, day=date(2026, 11, 2), by=None)

    assert stamps(paper) == Stamps(
        right=(
            "УТВЕРЖДАЮ",
            "Директор",
            "_____________ И.\u00a0П.\u00a0Ветрова",
            "2\u00a0ноября 2026\u00a0г.",
        ),
        left=(
            "СОГЛАСОВАНО",
            "Куратор",
            "_____________ А.\u00a0И.\u00a0Соколова",
            "2\u00a0ноября 2026\u00a0г.",
        ),
    )


def test_the_goal_of_the_form_speaks_for_a_pair_without_its_own(pupils):
    make_program_form(pupils.program, goal="Поддержка в учёбе")

    note = paras(draft(pupils.program, "personal_program", pupils))

    assert note[2] == "Цель программы – поддержка в учёбе. Для её достижения решаются задачи:"


def test_meetings_held_mark_the_rows_that_name_them(teachers):
    for kind, day in (("acquaintance", 16), ("planning", 20), ("work", 24), ("work", 28)):
        make_meeting(teachers, kind=kind, day=date(2026, 10, day))

    document = draft(teachers.program, "personal_program", teachers)

    assert marks(document) == {
        "Встреча-знакомство": "проведена 16.10.2026",
        "Встреча-планирование": "проведена 20.10.2026",
        "Рабочие встречи по запросу наставляемого": "проведено: 2\u00a0встречи",
    }
    assert [row[1] for row in table(document, 1).rows] == [
        date(2026, 10, day) for day in (16, 20, 24, 28)
    ]


def test_a_paper_knows_nothing_of_what_came_after_its_date(teachers):
    make_meeting(teachers, kind="acquaintance", day=date(2026, 10, 16))
    make_meeting(teachers, kind="trial", day=date(2026, 11, 2))
    make_meeting(teachers, kind="planning", day=date(2026, 11, 3))
    make_event(teachers.program, title="Семинар", starts_on=date(2026, 11, 5), is_held=True)
    document = draft(teachers.program, "personal_program", teachers)

    paper = issue.register(document=document, day=date(2026, 11, 2), by=None)

    assert marks(paper) == {
        "Встреча-знакомство": "проведена 16.10.2026",
        "Пробная (рабочая) встреча": "проведена 02.11.2026",
    }


def test_events_of_the_program_for_the_form_follow_the_own_rows(teachers):
    program = teachers.program
    make_event(
        program,
        title="Круглый стол",
        kind="round_table",
        starts_on=date(2026, 11, 5),
        is_held=True,
        result="обмен опытом",
    )
    make_event(program, title="Фестиваль", kind="final_event", starts_on=date(2027, 5, 26))
    make_event(program, title="До пары", starts_on=date(2026, 10, 14))
    make_event(program, title="После срока", starts_on=date(2027, 6, 1))
    make_event(program, title="Для учеников", form="student_student")
    make_event(program, title="Педсовет", kind="pedsovet")

    rows = table(draft(program, "pair_roadmap", teachers)).rows

    at = rows.index("Мероприятия программы наставничества")
    assert rows[at + 1 :] == (
        (
            8,
            "Круглый стол",
            "05.11.2026",
            "круглый стол",
            "обмен опытом",
            "проведено 05.11.2026",
        ),
        (
            9,
            "Фестиваль",
            "26.05.2027",
            "итоговое открытое публичное мероприятие",
            "участие пары",
            "",
        ),
    )


def test_the_typed_plan_is_numbered_through_its_sections(teachers):
    plan = "# Осень\nБеседа; октябрь; очно; знакомство; сделано\n# Весна\nПроект; май"

    document = draft(teachers.program, "personal_program", teachers, plan=plan)

    assert table(document).rows == (
        "Осень",
        (1, "Беседа", "октябрь", "очно", "знакомство", "сделано"),
        "Весна",
        (2, "Проект", "май", "", "", ""),
    )


def test_a_wrong_row_of_a_plan_is_refused_by_its_number(teachers):
    document = draft(teachers.program, "personal_program", teachers, plan="Беседа; 1; 2; 3; 4; 5")

    with pytest.raises(ValidationError) as caught:
        page_of(document)

    assert caught.value.messages == [
        "Строка 1: частей 6, а нужно не больше 5: «мероприятие; срок; форма; результат; отметка»."
    ]


@pytest.mark.parametrize(
    ("values", "pair_end", "term"),
    [
        ({}, None, "с 15.10.2026 по 31.05.2027"),
        ({}, date(2027, 1, 31), "с 15.10.2026 по 31.01.2027"),
        ({"until": date(2027, 3, 1)}, date(2027, 1, 31), "с 15.10.2026 по 01.03.2027"),
    ],
)
def test_the_typed_term_wins_then_the_pairs_then_the_end_of_may(teachers, values, pair_end, term):
    Pair.objects.update(ends_on=pair_end)

    document = draft(teachers.program, "personal_program", teachers, **values)

    assert card(document)["Срок работы"] == term


def test_the_summary_is_boxes_and_lines_until_it_is_written(teachers):
    empty = draft(teachers.program, "personal_program", teachers)
    written = draft(teachers.program, "personal_program", teachers, summary="Цель достигнута.")

    assert blocks(empty, (Choice, Answer)) == [
        Choice(("цель достигнута полностью", "цель достигнута частично", "цель не достигнута")),
        Answer(4),
    ]
    assert blocks(written, (Choice, Answer)) == []
    assert paras(written)[-1] == "Цель достигнута."


def test_a_pair_that_has_not_met_says_so(teachers):
    document = draft(teachers.program, "personal_program", teachers)

    assert blocks(document, Note) == [Note("Встречи пары ещё не проводились.")]


def test_a_group_names_all_its_mentees(program):
    names = ("Ершова Яна Тимуровна", "Исаева Алина Львовна")
    mentees = [make_mentee(program, name, request="Шахматы") for name in names]
    group = make_pair(program, mentees=mentees)

    document = draft(program, "pair_roadmap", group)

    assert document.title.endswith("– Ершова\u00a0Я.\u00a0Т., Исаева\u00a0А.\u00a0Л.")
    assert card(document)["Наставляемые"] == "\n".join(names)
    assert [line.name for line in blocks(document, SignLine) if line.label == "Наставляемый"] == [
        "Я.\u00a0Т.\u00a0Ершова",
        "А.\u00a0Л.\u00a0Исаева",
    ]


def test_the_title_of_a_large_group_counts_its_mentees(program):
    group = make_pair(program, mentees=[make_mentee(program) for _each in range(4)])

    document = draft(program, "pair_roadmap", group)

    assert document.title.endswith(" – группа, 4\u00a0наставляемых")
    assert len(card(document)["Наставляемые"].splitlines()) == 4


def test_a_case_in_the_schools_words_and_a_correction_on_the_card(teachers):
    text = "Поручить {наставник полностью, дат.} поддержать {наставляемый, вин.}"
    Person.objects.filter(last_name="Якимова").update(name_forms={"accs": "Якимову Еву Глебовну-Л"})

    document = draft(teachers.program, "personal_program", teachers, note=text)

    assert paras(document)[0] == (
        "Поручить Зорину Льву Юрьевичу, учителю физики, поддержать Якимову\u00a0Е.\u00a0Г."
    )
    Person.objects.filter(last_name="Якимова").update(name_forms={"accs": "Якимовуву Еву Глебовну"})
    assert paras(document)[0].endswith("поддержать Якимовуву\u00a0Е.\u00a0Г.")


def test_a_parent_signs_for_a_pupil_and_not_for_a_teacher(pupils, teachers):
    child = mentee_of(pupils).person
    parent = make_person("Ершов Тимур Олегович", organization=child.organization)
    Representative.objects.create(child=child, person=parent, relation="father")

    signed = {
        pair: [
            (line.label, line.name)
            for line in blocks(draft(pair.program, "pair_roadmap", pair), SignLine)
        ]
        for pair in (pupils, teachers)
    }

    assert signed[pupils] == [
        ("Наставник", "Г.\u00a0О.\u00a0Панин"),
        ("Наставляемый", "Я.\u00a0Т.\u00a0Ершова"),
        ("Родитель (законный представитель)", "Т.\u00a0О.\u00a0Ершов"),
    ]
    assert [label for label, _name in signed[teachers]] == ["Наставник", "Наставляемый"]


def test_a_paper_that_lost_its_pair_asks_for_another(teachers):
    document = draft(teachers.program, "personal_program", teachers)
    document.pairs.clear()

    with pytest.raises(ValidationError, match="В документе нет пары"):
        page_of(document)


def test_a_year_of_meetings_costs_no_more_queries(teachers):
    document = draft(teachers.program, "personal_program", teachers)

    def meet():
        for day in range(1, 25):
            make_meeting(teachers, day=date(2026, 10, day))
            make_event(teachers.program, starts_on=date(2026, 12, day))

    assert_flat(lambda: page_of(document), meet)


def test_the_plan_is_a_table_even_when_all_is_typed_away(teachers):
    document = draft(teachers.program, "pair_roadmap", teachers, plan="# Пусто")

    assert isinstance(table(document), Table)
    assert table(document).rows == ("Пусто",)
    assert Para("") not in blocks(document, Para)
