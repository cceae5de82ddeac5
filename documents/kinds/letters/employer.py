"""«Письмо-обращение к работодателю» (G73): the school asks a partner for mentors and practice."""

from collections.abc import Iterator

from documents.domain.awards import greeting
from documents.domain.blocks import Block, DateNumber, Note, Page, Para, Stamps, Title
from documents.domain.points import sentence_part
from documents.enums import DocumentKind, PaperType, Subject
from documents.kinds.base import Field, Kind
from documents.kinds.letterhead import letterhead, signature
from documents.kinds.orders.words import Words
from documents.kinds.people import on_duty, post_in
from documents.kinds.values import day_of
from mentoring_portal.shared.names import NBSP, split_name
from participants.domain import declension
from participants.enums import AssignmentRole
from programs.enums import MentoringForm, StageCode
from programs.models import Partner

RETURN = "Очистите поле, чтобы вернуть текст портала."
EMPLOYER_FORMS = (MentoringForm.EMPLOYER_STUDENT, MentoringForm.EMPLOYER_STUDENTSPO)
TITLE = Field("title", "Заголовок", RETURN, required=False, worded=True)
TEXT = Field("text", "Текст", RETURN, rows=12, required=False, worded=True)
ENCLOSED = Field(
    "enclosed", "Приложения", "Каждое с новой строки. Пусто – без приложений.", 3, required=False
)


def addressee(partner: Partner) -> tuple[str, ...]:
    """«ООО «Речной завод» / Начальнику отдела кадров / Лужину Б. А.» (ГОСТ Р 7.0.97, 5.15).

    The organization stays in the nominative: its name is never bent by guessing.
    """
    post = post_in(partner.contact_post, "datv") if partner.contact_post else "Руководителю"
    lines = (partner.name, post[:1].upper() + post[1:], contact(partner, "datv"))
    return tuple(filter(None, lines))


def contact(partner: Partner, case: str) -> str:
    """«Лужину Б. А.»: a person of another organization has no card, so the sex is guessed."""
    sex = declension.guess_sex(partner.contact_name)
    if not sex:
        return partner.contact_name
    last, *given = declension.name(partner.contact_name, sex, case).split()
    return NBSP.join((last, *(f"{part[0]}." for part in given)))


def welcome(partner: Partner) -> str:
    """«Уважаемый Борис Андреевич!»"""
    name = split_name(partner.contact_name)
    if not name.first:
        return "Уважаемые коллеги!"
    sex = declension.guess_sex(partner.contact_name) or ""
    return greeting(name.first, name.patronymic, sex)


def mentees(document) -> str | None:
    count = document.program.mentees.in_base().filter(form__in=EMPLOYER_FORMS).count()
    return str(count) if count else None


WORDS = {
    "партнёр": lambda document: document.partner.name,
    "предложение партнёра": lambda document: sentence_part(document.partner.offers) or None,
    "сколько наставляемых": mentees,
}


def compose(document, content) -> Page:
    organization = document.program.organization
    blocks = (
        letterhead(organization),
        Stamps(addressee(document.partner)),
        DateNumber(document.date, document.number_text, organization.place),
        Title(content["title"]),
        Para(welcome(document.partner), align="center", indent=False),
        *(Para(line) for line in filter(str.strip, content["text"].splitlines())),
        *enclosures(content["enclosed"]),
        signature(organization, day_of(document)),
        *executor(document),
    )
    return Page(content["title"], blocks, organization.name)


def enclosures(text: str) -> Iterator[Block]:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) == 1:
        yield Para(f"Приложение: {lines[0]}", indent=False)
    elif lines:
        yield Para("Приложения:", indent=False)
        yield from (Para(f"{number}. {line}") for number, line in enumerate(lines, 1))


def executor(document) -> Iterator[Note]:
    """Who prepared the letter, at the foot of the sheet."""
    organization = document.program.organization
    curator = on_duty(organization, AssignmentRole.CURATOR, day_of(document))
    if curator:
        phone = curator.person.phone or organization.phone
        yield Note(", ".join(filter(None, (curator.person.full_name, phone))))


KIND = Kind(
    code=DocumentKind.LETTER_EMPLOYER,
    type=PaperType.LETTER,
    stage=StageCode.MENTOR_BASE,
    compose=compose,
    fields=(TITLE, TEXT, ENCLOSED),
    subject=Subject.PARTNER,
    values=lambda document: Words(WORDS, document),
    own_names=tuple(WORDS),
)
