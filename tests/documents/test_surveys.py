"""Questionnaires: the questions of the role and of the form, with the person's name on them."""

import pytest

from documents.domain.blocks import Heading, KeyValues, PageBreak
from documents.enums import DocumentKind
from documents.kinds import KINDS
from documents.kinds.wordings import preset
from documents.models import Wording
from documents.services.paper import sheet
from programs.enums import MentoringForm
from tests.builders import make_mentee, make_mentor, make_pair, make_program

pytestmark = pytest.mark.django_db
SURVEYS = (
    DocumentKind.SURVEY_MENTEE_NEEDS,
    DocumentKind.SURVEY_MENTOR_NEEDS,
    DocumentKind.SURVEY_MENTOR_USEFUL,
    DocumentKind.SURVEY_FEEDBACK,
    DocumentKind.SURVEY_SATISFACTION,
)


def questions(page):
    return [block.text for block in page.blocks if isinstance(block, Heading) and block.level == 2]


def test_sheet_carries_the_name_the_class_and_the_form():
    mentee = make_mentee(full_name="Ершова Яна Тимуровна", position="8 «А» класс")

    page = sheet(KINDS[DocumentKind.SURVEY_MENTEE_NEEDS], mentee.program, mentee)

    (card,) = (block for block in page.blocks if isinstance(block, KeyValues))
    assert card.pairs == (
        ("Фамилия, имя, отчество", "Ершова Яна Тимуровна"),
        ("Класс, группа или должность", "8 «А» класс"),
        ("Форма наставничества", "ученик – ученик"),
        ("Программа", "Программа наставничества, 2026–2027 учебный год"),
        ("Дата заполнения", "«____» ______________ 20___ г."),
    )


@pytest.mark.parametrize(
    ("form", "question"),
    [
        ("student_student", "4. Опишите задачу, которую вы хотите решить вместе с наставником."),
        ("", "4. Опишите задачу, которую вы хотите решить вместе с наставником."),
        (
            "teacher_teacher",
            "4. Опишите профессиональную задачу, которую вы хотите решить вместе с наставником.",
        ),
        (
            "mentorship_head_deputy",
            "4. Опишите профессиональную задачу, которую вы хотите решить вместе с наставником.",
        ),
        (
            "employer_student",
            "3. Какие профессии, предприятия или учебные заведения вам интересны?",
        ),
    ],
)
def test_questions_are_those_of_the_form(form, question):
    mentee = make_mentee(form=form)

    page = sheet(KINDS[DocumentKind.SURVEY_MENTEE_NEEDS], mentee.program, mentee)

    assert question in questions(page)


def test_mentor_ready_for_any_form_is_asked_as_a_pupil_and_no_form_is_named():
    mentor = make_mentor(forms=[])

    page = sheet(KINDS[DocumentKind.SURVEY_MENTOR_NEEDS], mentor.program, mentor)

    (card,) = (block for block in page.blocks if isinstance(block, KeyValues))
    assert "Форма наставничества" not in dict(card.pairs)


def test_pair_gets_a_sheet_for_the_mentor_and_one_for_each_mentee():
    program = make_program()
    mentor = make_mentor(program, "Панин Глеб Олегович")
    mentees = [make_mentee(program, "Ершова Яна"), make_mentee(program, "Юдин Лев")]
    pair = make_pair(program, mentor, mentees)

    page = sheet(KINDS[DocumentKind.SURVEY_SATISFACTION], program, pair)

    cards = [dict(block.pairs) for block in page.blocks if isinstance(block, KeyValues)]
    names = [card["Фамилия, имя, отчество"] for card in cards]
    assert names == ["Панин Глеб Олегович", "Ершова Яна", "Юдин Лев"]
    assert sum(isinstance(block, PageBreak) for block in page.blocks) == 2


def test_school_puts_its_own_questions_in_place_of_the_portals():
    mentor = make_mentor()
    Wording.objects.create(
        organization=mentor.program.organization,
        kind=DocumentKind.SURVEY_MENTOR_USEFUL,
        key="questions",
        text="? Что вы умеете?",
    )

    page = sheet(KINDS[DocumentKind.SURVEY_MENTOR_USEFUL], mentor.program, mentor)

    assert questions(page) == ["1. Что вы умеете?"]


@pytest.mark.parametrize("code", SURVEYS)
def test_every_question_text_of_the_portal_is_there(code):
    assert {field.key for field in KINDS[code].worded} == set(preset(code))


@pytest.mark.parametrize("form", MentoringForm.values)
def test_every_form_has_questions_for_both_sides_of_a_pair(form):
    pair = make_pair(form=form)
    pages = [
        sheet(KINDS[code], pair.program, pair)
        for code in (DocumentKind.SURVEY_FEEDBACK, DocumentKind.SURVEY_SATISFACTION)
    ]

    assert [questions(page).count("") for page in pages] == [0, 0]
    assert all(len(questions(page)) >= 6 for page in pages)
