"""What questionnaires share: whom the sheet is for, how to answer, the questions of his role."""

from collections.abc import Iterator
from typing import Any

from documents.domain.blocks import BLANK_DATE, Block, KeyValues, Page, Para, Title
from documents.domain.questionnaire import parse_questionnaire
from documents.kinds.base import Field
from documents.kinds.lists.listing import organization_head
from participants.models.participant import Participant
from programs.enums import EMPLOYEE_FORMS, MentoringForm

RETURN = "Очистите поле, чтобы вернуть текст портала."
MARKS = (
    "Раздел – со знака «#», открытый вопрос – «?», вопрос с выбором – «? Вопрос | да | нет», "
    f"строка шкалы от 1 до 10 – «*». Номера портал поставит сам. {RETURN}"
)
TITLE = Field("title", "Заголовок", RETURN, required=False, worded=True)
INTRO = Field(
    "intro", "Как заполнять", f"Абзацы перед вопросами. {RETURN}", 4, required=False, worded=True
)
PUPIL, TEACHER, OUTSIDE = "pupil", "teacher", "outside"
VARIANTS = {
    PUPIL: "форма «ученик – ученик»",
    TEACHER: "педагоги и руководители",
    OUTSIDE: "студенты и работодатели",
}


def questions(key: str, label: str) -> Field:
    return Field(key, label, MARKS, rows=24, required=False, worded=True)


def variants(role: str, label: str) -> tuple[Field, ...]:
    """The questions of a role, one text for each group of forms."""
    return tuple(
        questions(f"{role}_{key}", f"Вопросы: {label}, {words}") for key, words in VARIANTS.items()
    )


def variant_of(form: str) -> str:
    if form in EMPLOYEE_FORMS:
        return TEACHER
    return PUPIL if form in (MentoringForm.STUDENT_STUDENT, "") else OUTSIDE


def questionnaire(
    program, content: dict[str, Any], key: str, respondent: Participant, form: str
) -> Iterator[Block]:
    """One sheet for one person; ``key`` is the field with his questions."""
    yield organization_head(program.organization)
    yield Title(content["title"], "center")
    yield KeyValues(tuple(row for row in head(program, respondent, form) if row[1]))
    yield from (Para(line) for line in content["intro"].splitlines() if line.strip())
    yield from parse_questionnaire(content[key])


def head(program, respondent: Participant, form: str) -> Iterator[tuple[str, str]]:
    yield "Фамилия, имя, отчество", respondent.person.full_name
    yield "Класс, группа или должность", respondent.position
    yield "Форма наставничества", MentoringForm(form).label if form else ""
    yield "Программа", f"{program.title}, {program.year} учебный год"
    yield "Дата заполнения", BLANK_DATE


def sheet(document, content: dict[str, Any], blocks: tuple[Block, ...], name: str) -> Page:
    return Page(f"{content['title']}: {name}", blocks, document.program.organization.name)
