"""Questionnaires before the pairs: what a mentee needs, what a mentor needs and can give."""

from collections.abc import Callable
from typing import Any

from documents.domain.blocks import Page
from documents.enums import DocumentKind, PaperType, Subject
from documents.kinds.base import Field, Kind
from documents.kinds.candidates import mentee_of, mentor_of
from documents.kinds.surveys.questionnaire import (
    INTRO,
    TITLE,
    questionnaire,
    questions,
    sheet,
    variant_of,
    variants,
)
from participants.models import Mentor
from programs.enums import StageCode


def of_mentee(document, content: dict[str, Any]) -> Page:
    mentee = mentee_of(document)
    key = f"mentee_{variant_of(mentee.form)}"
    blocks = questionnaire(document.program, content, key, mentee, mentee.form)
    return sheet(document, content, tuple(blocks), mentee.person.full_name)


def of_mentor(key_of: Callable[[str], str]) -> Callable[..., Page]:
    def compose(document, content: dict[str, Any]) -> Page:
        mentor = mentor_of(document)
        form = only_form(mentor)
        blocks = questionnaire(document.program, content, key_of(form), mentor, form)
        return sheet(document, content, tuple(blocks), mentor.person.full_name)

    return compose


def only_form(mentor: Mentor) -> str:
    """Of a mentor ready for several forms the first; none is named when any will do."""
    return mentor.forms[0] if mentor.forms else ""


def survey(
    code: DocumentKind,
    stage: str,
    subject: Subject,
    compose: Callable[..., Page],
    fields: tuple[Field, ...],
) -> Kind:
    return Kind(
        code=code,
        type=PaperType.SURVEY,
        stage=stage,
        compose=compose,
        fields=(TITLE, INTRO, *fields),
        subject=subject,
        is_kept=False,
    )


MENTEE = survey(
    DocumentKind.SURVEY_MENTEE_NEEDS,
    StageCode.MENTEE_BASE,
    Subject.MENTEE,
    of_mentee,
    variants("mentee", "наставляемый"),
)
MENTOR = survey(
    DocumentKind.SURVEY_MENTOR_NEEDS,
    StageCode.SELECTION_TRAINING,
    Subject.MENTOR,
    of_mentor(lambda form: f"mentor_{variant_of(form)}"),
    variants("mentor", "наставник"),
)
USEFUL = survey(
    DocumentKind.SURVEY_MENTOR_USEFUL,
    StageCode.MENTOR_BASE,
    Subject.MENTOR,
    of_mentor(lambda form: "questions"),
    (questions("questions", "Вопросы"),),
)
