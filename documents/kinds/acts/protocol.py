"""«Протокол заседания Педагогического совета» (ZAB); its date is the day of the meeting."""

from collections.abc import Iterator
from functools import partial

from django.core.exceptions import ValidationError

from documents.domain.blocks import (
    Acquaintance,
    Annex,
    Block,
    Clause,
    DateNumber,
    Heading,
    KeyValues,
    KindLine,
    Page,
    Para,
    Signature,
    Title,
)
from documents.domain.minutes import SAMPLE, Item, Votes, parse_minutes
from documents.domain.placeholders import BLANK
from documents.domain.row_lines import rows_of
from documents.enums import DocumentKind, FieldType, PaperType
from documents.kinds.acts.act import RETURN, TITLE, mended_by_curator, organization_head
from documents.kinds.acts.presence import OTHERS, Presence, people_words, presence, short
from documents.kinds.base import Field, Kind
from documents.kinds.content import content_of
from documents.kinds.values import day_of
from mentoring_portal.shared.dates import short_date
from mentoring_portal.shared.names import NBSP
from programs.enums import StageCode

VOTE_BLANK = "_____"
FROM_DUTIES = "Не выбран – назначенный в разделе «Ответственные»."
FIELDS = (
    TITLE,
    Field("chair", "Председатель", FROM_DUTIES, required=False, type=FieldType.PERSON),
    Field("secretary", "Секретарь", FROM_DUTIES, required=False, type=FieldType.PERSON),
    Field(
        "members",
        "Сколько человек в составе совета",
        required=False,
        type=FieldType.NUMBER,
    ),
    Field(
        "number",
        "Сколько человек присутствовало",
        "Вместе с председателем и секретарём. Можно не заполнять, если ниже названы все.",
        required=False,
        type=FieldType.NUMBER,
    ),
    Field("present", "Присутствовали", required=False, type=FieldType.PEOPLE),
    Field(
        "others",
        "Присутствовали, кого нет в списке",
        f"Каждый с новой строки: «{'; '.join(OTHERS)}».",
        rows=4,
        required=False,
        reads=rows_of(*OTHERS),
    ),
    Field("invited", "Приглашённые", "Каждый с новой строки.", rows=2, required=False),
    Field(
        "course",
        "Повестка дня и ход заседания",
        "Вопрос повестки – со знака «#», докладчик – после точки с запятой. Ниже – «Слушали:», "
        "«Выступили:», «Решили:» (каждое решение с дефиса) и «Голосовали:», например "
        f"{SAMPLE}. {RETURN}",
        rows=24,
        required=False,
        worded=True,
        reads=partial(parse_minutes, present=0),
    ),
)


def compose(document, content) -> Page:
    with mended_by_curator():
        return page(document, content)


def page(document, content) -> Page:
    organization = document.program.organization
    came = presence(document, content, day_of(document))
    items = parse_minutes(content["course"], came.total)
    title = content["title"]
    blocks = (
        organization_head(organization),
        KindLine("ПРОТОКОЛ"),
        DateNumber(document.date, document.number_text, organization.place),
        Title(title.removeprefix("Протокол "), "center"),
        KeyValues(tuple(head(came, content))),
        Heading("Повестка дня", 2),
        *agenda(items),
        *course(items),
        Signature("Председатель", name(came.chair)),
        Signature("Секретарь", name(came.secretary)),
        *readers(document, came),
    )
    return Page(title, blocks, organization.name)


def head(came: Presence, content) -> Iterator[tuple[str, str]]:
    yield ("Председатель", short(came.chair))
    yield ("Секретарь", short(came.secretary))
    if content["members"]:
        yield ("Состав Педагогического совета", people_words(content["members"]))
    yield ("Присутствовали", came.words)
    invited = [line.strip() for line in content["invited"].splitlines() if line.strip()]
    if invited:
        yield ("Приглашённые", "; ".join(invited))


def agenda(items: tuple[Item, ...]) -> Iterator[Clause]:
    for number, item in enumerate(items, 1):
        reporter = f" Докладчик: {item.reporter.rstrip('.')}." if item.reporter else ""
        yield Clause(str(number), f"{item.question.rstrip('.')}.{reporter}")


def course(items: tuple[Item, ...]) -> Iterator[Block]:
    for number, item in enumerate(items, 1):
        yield Heading(f"{number}. {item.question.rstrip('.')}", 2)
        yield from spoken("СЛУШАЛИ:", item.heard or [BLANK])
        if item.spoke is not None:
            yield from spoken("ВЫСТУПИЛИ:", item.spoke or [BLANK])
        yield from decided(number, item)


def spoken(word: str, lines: list[str]) -> Iterator[Para]:
    first, *rest = lines
    yield Para(f"{word} {first}")
    yield from (Para(line) for line in rest)


def decided(number: int, item: Item) -> Iterator[Block]:
    if item.decided:
        yield Para("РЕШИЛИ:")
    for index, line in enumerate(item.decided, 1):
        yield Clause(f"{number}.{index}", line, 2)
    if item.has_vote:
        yield Para(vote_words(item.votes))


def vote_words(votes: Votes | None) -> str:
    """More against than for, or as many, and the paper does not say that it is decided."""
    yes, no, abstained = (votes.yes, votes.no, votes.abstained) if votes else (VOTE_BLANK,) * 3
    outcome = "принято" if votes is None or votes.yes > votes.no else "не принято"
    return f"Решение {outcome}: «за» – {yes}, «против» – {no}, «воздержались» – {abstained}."


def name(human) -> str:
    return human.person.signature_name if human else "_" * 18


def readers(document, came: Presence) -> Iterator[Block]:
    """All who are named sign; a long list is the annex with those present at once."""
    if came.is_long:
        yield Annex(("Приложение", f"к протоколу {dated(document)}"), "Список присутствующих")
    nameless = (("", ""),) * max(came.total - len(came.rows), not came.rows)
    yield Acquaintance((*came.rows, *nameless), "С протоколом ознакомлены:")


def dated(document) -> str:
    day = short_date(document.date) or "____________"
    return f"от {day} №{NBSP}{document.number_text or '______'}"


def check(document, day) -> None:
    """Refused while nobody chairs, nobody writes or nobody has counted those present."""
    with mended_by_curator():
        came = presence(document, content_of(KIND, document), day)
    known = (
        ("председателя", came.chair),
        ("секретаря", came.secretary),
        ("сколько человек присутствовало", came.total),
    )
    lacking = [word for word, value in known if not value]
    if lacking:
        raise ValidationError(f"Укажите в протоколе: {', '.join(lacking)}.")


KIND = Kind(
    code=DocumentKind.PROTOCOL_PEDSOVET,
    type=PaperType.PROTOCOL,
    stage=StageCode.CONDITIONS,
    compose=compose,
    fields=FIELDS,
    check=check,
)
