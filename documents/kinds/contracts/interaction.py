"""«Соглашение о взаимодействии между наставником и наставляемым» (ZAB): a pair signs it, and for
a minor the legal representative."""

from collections.abc import Iterator

from django.core.exceptions import ValidationError

from documents.domain.articles import parse_articles
from documents.domain.blocks import Block, DateNumber, KindLine, Page, Para, Title
from documents.domain.form_blocks import Parties, Party, SignLine
from documents.domain.placeholders import BLANK
from documents.enums import DocumentKind, PaperType, Subject
from documents.kinds.acts.pair import NAMES, pair_values
from documents.kinds.base import Field, Kind
from documents.kinds.candidates import pair_of
from documents.kinds.gender import by_sex
from documents.kinds.orders.words import somebody
from documents.kinds.people import short_name_in
from documents.kinds.signers import Signers, parent_in_genitive, relation, signers_of
from documents.kinds.values import day_of
from pairs.enums import HELD_STATUSES
from participants.domain.consent import PARTICIPATION
from participants.models import Mentee, Mentor
from programs.enums import StageCode

RETURN = "Очистите поле, чтобы вернуть текст портала."
SIDES = "стороны"
ENDED = (
    "{}: состояние пары – «{}», соглашение о взаимодействии ей уже не нужно. Удалите черновик "
    "или зарегистрируйте соглашение днём, когда пара ещё работала."
)
TITLE = Field("title", "Название в списках", RETURN, required=False, worded=True)
PREAMBLE = Field("preamble", "Преамбула", RETURN, rows=4, required=False, worded=True)
BODY = Field(
    "body",
    "Текст",
    "Раздел начинайте со знака «#», пункт – с новой строки, перечисление – с дефиса. Номера портал "
    f"поставит сам. {RETURN}",
    rows=24,
    required=False,
    worded=True,
)
Row = Mentor | Mentee


def sides(document) -> str:
    """«Панин Глеб Олегович, учитель химии, далее – «Наставник», и …»"""
    pair, day = pair_of(document), day_of(document)
    mentees = ", ".join(introduced(row, day) for row in pair.mentees)
    called = "Наставляемый" if len(pair.mentees) == 1 else "Наставляемые"
    return f"{introduced(pair.mentor, day)}, далее – «Наставник», и {mentees}, далее – «{called}»"


def introduced(row: Row, day) -> str:
    human = somebody(row)
    parts = (row.person.full_name, human.post, represented(row, day))
    return ", ".join(filter(None, parts))


def represented(row: Row, day) -> str:
    """How a minor takes part: in the person of a parent, or with a parent's consent."""
    signers = signers_of(row, PARTICIPATION, day)
    if not signers.is_represented:
        return ""
    parent = parent_in_genitive(signers.parent) if signers.parent else BLANK
    if not signers.signs_himself:
        return f"в лице законного представителя – {parent}"
    acting = by_sex(row.person, "действующий", "действующая")
    return f"{acting} с согласия законного представителя – {parent}"


def compose(document, content) -> Page:
    organization = document.program.organization
    blocks = (
        KindLine("СОГЛАШЕНИЕ"),
        Title("о взаимодействии между наставником и наставляемым", "center"),
        DateNumber(document.date, document.number_text, organization.place),
        Para(content["preamble"]),
        *parse_articles(content["body"]),
        *signatures(document),
    )
    return Page(content["title"], blocks, organization.name)


def signatures(document) -> Iterator[Block]:
    pair, day = pair_of(document), day_of(document)
    rows = ((pair.mentor, "Наставник"), *((row, "Наставляемый") for row in pair.mentees))
    asked = [(row, title, signers_of(row, PARTICIPATION, day)) for row, title in rows]
    parties = tuple(
        Party(title, party_lines(row), row.person.signature_name)
        for row, title, signers in asked
        if signers.signs_himself
    )
    if len(parties) == len(asked) == 2:
        yield Parties(parties)
    else:
        yield from (SignLine(party.title, party.signer) for party in parties)
    for _row, title, signers in asked:
        if signers.is_represented:
            yield parent_line(title, signers)


def party_lines(row: Row) -> tuple[str, ...]:
    return tuple(filter(None, (row.person.full_name, row.position, row.workplace)))


def parent_line(title: str, signers: Signers) -> SignLine:
    """«Законный представитель (мать) наставляемого Ершовой Я. Т.»"""
    whose = {"Наставник": "наставника", "Наставляемый": "наставляемого"}[title]
    kin = f" ({relation(signers.parent)})" if signers.parent else ""
    name = signers.parent.person.signature_name if signers.parent else ""
    label = f"Законный представитель{kin} {whose} {short_name_in(signers.person, 'gent')}"
    return SignLine(label, name)


def check(document, day) -> None:
    """Refused for a pair that does not work on the day: there is nothing to agree about."""
    pair = pair_of(document)
    if pair.status not in HELD_STATUSES and not (pair.ended_on and day < pair.ended_on):
        raise ValidationError(ENDED.format(pair.names, pair.get_status_display()))


def values(document):
    pair = pair_of(document)
    return pair_values(pair, pair.mentees, document) | {SIDES: sides(document)}


KIND = Kind(
    code=DocumentKind.INTERACTION_AGREEMENT,
    type=PaperType.CONTRACT,
    stage=StageCode.PAIRING,
    compose=compose,
    fields=(TITLE, PREAMBLE, BODY),
    subject=Subject.PAIR,
    is_single=True,
    check=check,
    values=values,
    own_names=(*NAMES, SIDES),
)
