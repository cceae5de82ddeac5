"""Questionnaires of a working pair: a sheet for the mentor and one for each mentee."""

from collections.abc import Callable, Iterator
from typing import Any

from documents.domain.blocks import Block, Page, PageBreak
from documents.enums import DocumentKind, Subject
from documents.kinds.base import Kind
from documents.kinds.candidates import pair_of
from documents.kinds.surveys.needs import survey
from documents.kinds.surveys.questionnaire import (
    questionnaire,
    questions,
    sheet,
    variant_of,
    variants,
)
from pairs.models import Pair
from programs.enums import StageCode

# role and form → the field with the questions
KeyOf = Callable[[str, str], str]


def of_pair(key_of: KeyOf) -> Callable[..., Page]:
    def compose(document, content: dict[str, Any]) -> Page:
        pair = pair_of(document)
        blocks = tuple(sheets(pair, content, key_of))
        return sheet(document, content, blocks, pair.names)

    return compose


def sheets(pair: Pair, content: dict[str, Any], key_of: KeyOf) -> Iterator[Block]:
    key = key_of("mentor", pair.form)
    yield from questionnaire(pair.program, content, key, pair.mentor, pair.form)
    for mentee in pair.mentees:
        yield PageBreak()
        key = key_of("mentee", pair.form)
        yield from questionnaire(pair.program, content, key, mentee, pair.form)


def by_role(role: str, form: str) -> str:
    return role


def by_role_and_form(role: str, form: str) -> str:
    return f"{role}_{variant_of(form)}"


FEEDBACK: Kind = survey(
    DocumentKind.SURVEY_FEEDBACK,
    StageCode.PAIR_WORK,
    Subject.PAIR,
    of_pair(by_role),
    (
        questions("mentee", "Вопросы наставляемому"),
        questions("mentor", "Вопросы наставнику"),
    ),
)
SATISFACTION: Kind = survey(
    DocumentKind.SURVEY_SATISFACTION,
    StageCode.COMPLETION,
    Subject.PAIR,
    of_pair(by_role_and_form),
    (*variants("mentee", "наставляемый"), *variants("mentor", "наставник")),
)
