"""«Заявка на конкурс «Лучшие практики наставничества»» (BAL): a practice of the school's own."""

from collections.abc import Iterator

from documents.domain.blocks import (
    Block,
    DateNumber,
    Heading,
    KeyValues,
    KindLine,
    Page,
    Para,
    Title,
)
from documents.domain.points import points
from documents.enums import DocumentKind, FieldType, PaperType
from documents.kinds.base import Field, Kind
from documents.kinds.letterhead import letterhead, signature
from documents.kinds.orders import suggestions
from documents.kinds.orders.words import Words
from documents.kinds.people import Named, named
from documents.kinds.values import day_of
from mentoring_portal.shared.plurals import counted
from pairs.models import Meeting, Pair
from programs.enums import StageCode

RETURN = "Очистите поле, чтобы вернуть текст портала."
BLANK = "_" * 30
TITLE = Field("title", "Название в списках", RETURN, required=False, worded=True)
CONTEST = Field("contest", "Конкурс", RETURN, required=False, worded=True)
NOMINATION = Field("nomination", "Номинация", "По положению о конкурсе.", required=False)
PRACTICE = Field("practice", "Название практики", RETURN, required=False, worded=True)
AUTHOR = Field("author", "Автор или представитель практики", type=FieldType.PERSON, required=False)
SUMMARY = Field("summary", "Описание практики", RETURN, rows=8, required=False, worded=True)
RESULTS = Field("results", "Результаты практики", RETURN, rows=6, required=False, worded=True)
LINKS = Field("links", "Ссылки на материалы", "Каждая с новой строки.", rows=3, required=False)


def participants(document) -> str:
    """«14 наставников, 21 наставляемый, 12 пар (групп)»"""
    program = document.program
    pairs = Pair.objects.of_program(program).ordered()
    mentors = pairs.values("mentor").distinct().count()
    mentees = pairs.values("members__mentee").distinct().count()
    return ", ".join(
        (
            counted(mentors, "наставник", "наставника", "наставников"),
            counted(mentees, "наставляемый", "наставляемых", "наставляемых"),
            counted(pairs.count(), "пара (группа)", "пары (группы)", "пар (групп)"),
        )
    )


def meetings(document) -> str:
    count = Meeting.objects.filter(pair__program=document.program).count()
    return counted(count, "встреча", "встречи", "встреч")


def plain_lines(text: str) -> str | None:
    return text.strip() or None


WORDS = {
    "участники": participants,
    "встречи": meetings,
    "цель практики": lambda document: plain_lines(document.program.goal),
    "результаты практики": lambda document: (
        points(document.program.expected_results.splitlines()) or None
    ),
}


def compose(document, content) -> Page:
    organization = document.program.organization
    blocks = (
        letterhead(organization),
        KindLine("ЗАЯВКА"),
        DateNumber(document.date, document.number_text, organization.place),
        Title(f"на участие в конкурсе {content['contest']}", "center"),
        KeyValues(tuple(card(document, content))),
        Heading("Описание практики"),
        *paragraphs(content["summary"]),
        Heading("Результаты практики"),
        *paragraphs(content["results"]),
        *links(content["links"]),
        signature(organization, day_of(document)),
    )
    return Page(content["title"], blocks, organization.name)


def card(document, content) -> Iterator[tuple[str, str]]:
    organization = document.program.organization
    contacts = (organization.phone, organization.email, organization.site)
    yield "Организация", organization.name
    yield "Адрес", organization.address or organization.place
    yield "Контакты", ", ".join(filter(None, contacts)) or BLANK
    yield "Номинация", content["nomination"] or BLANK
    yield "Название практики", content["practice"]
    yield "Автор (представитель)", author(content["author"], document)
    yield "Участники", participants(document)


def author(person, document) -> str:
    if person is None:
        return BLANK
    human: Named = named(person, document.program, day_of(document))
    return ", ".join(filter(None, (person.full_name, human.post, person.phone, person.email)))


def paragraphs(text: str) -> Iterator[Block]:
    return (Para(line.strip()) for line in text.splitlines() if line.strip())


def links(text: str) -> Iterator[Block]:
    lines = list(paragraphs(text))
    if lines:
        yield Heading("Материалы")
        yield from lines


def start(program) -> dict:
    return {"author": suggestions.curator(program)}


KIND = Kind(
    code=DocumentKind.CONTEST_APPLICATION,
    type=PaperType.LETTER,
    stage=StageCode.COMPLETION,
    compose=compose,
    fields=(TITLE, CONTEST, NOMINATION, PRACTICE, AUTHOR, SUMMARY, RESULTS, LINKS),
    start=start,
    values=lambda document: Words(WORDS, document),
    own_names=tuple(WORDS),
)
