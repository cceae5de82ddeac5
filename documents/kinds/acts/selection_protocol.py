"""«Протокол заседания комиссии по отбору наставников»: decisions of one day out of the portal."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial

from django.core.exceptions import ValidationError
from django.db.models import Max

from documents.domain.blocks import (
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
from documents.domain.minutes import SAMPLE, parse_votes
from documents.domain.placeholders import BLANK
from documents.domain.points import sentence_part
from documents.enums import DocumentKind, FieldType, PaperType
from documents.kinds.acts.act import TITLE, mended_by_curator, organization_head
from documents.kinds.acts.candidate_table import annex
from documents.kinds.acts.commission import Commission, commission
from documents.kinds.acts.posts import named_all
from documents.kinds.acts.presence import people_words, short
from documents.kinds.acts.protocol import name, vote_words
from documents.kinds.base import Field, Kind
from documents.kinds.content import content_of
from documents.kinds.people import Named, name_in
from documents.kinds.values import day_of
from mentoring_portal.shared.dates import long_date
from participants.enums import SelectionDecision
from participants.models import Mentor, Selection
from participants.services.selection import Standing, standings
from programs.enums import StageCode

PRESENT_HELP = "Не выбран никто – вся комиссия, которая названа в разделе «Ответственные»."
FIELDS = (
    TITLE,
    Field(
        "day",
        "Решения какого дня",
        "Дата решения, которую записали на страницах отбора. Обычно это день заседания.",
        type=FieldType.DATE,
        name="день решений",
    ),
    Field("present", "Присутствовали", PRESENT_HELP, required=False, type=FieldType.PEOPLE),
    Field("invited", "Приглашённые", "Каждый с новой строки.", rows=2, required=False),
    Field("agenda", "Повестка дня", rows=3, required=False, worded=True),
    Field("heard", "Слушали", rows=4, required=False, worded=True),
    Field(
        "votes",
        "Голосовали",
        f"Например: {SAMPLE}. Не заполнено – останется место для счёта от руки.",
        required=False,
        reads=partial(parse_votes, number=1, present=0),
    ),
    Field(
        "more",
        "Что ещё решили",
        "Каждое решение с новой строки. О кандидатах портал пишет сам.",
        rows=4,
        required=False,
    ),
)
# Decision → how the protocol says it, the case of the names, and whether it tells why.
DECIDED = {
    SelectionDecision.ADMIT: ("Допустить к включению в реестр наставников:", "accs", False),
    SelectionDecision.WAIT: ("Отложить рассмотрение кандидатур:", "gent", True),
    SelectionDecision.DECLINE: ("Отклонить кандидатуры:", "gent", True),
}
# The key of the content that keeps what was decided about whom: {key of the mentor: decision}.
TOLD = "told"
NO_CHAIR = "Назначьте председателя комиссии по отбору наставников в разделе «Ответственные»."
NO_SECRETARY = "Назначьте секретаря комиссии по отбору наставников в разделе «Ответственные»."
NOBODY = "Решений от {} нет: запишите их на странице «Отбор наставников» или измените день решений."
NO_DECISIONS = "Решений комиссии ещё нет: запишите их на странице «Отбор наставников»."
EARLY = (
    "Комиссия решала {}: протокол не может быть раньше. Поставьте дату не раньше этого дня или "
    "измените день решений."
)


def judged(program, day: date | None) -> list[Standing]:
    """Candidates about whom the commission decided on the day, by name; the erased have none."""
    mentors = Mentor.objects.of_program(program).filter(
        selection__decided_on=day, person__erased_on=None
    )
    return standings(list(mentors.by_name().select_related("program"))) if day else []


def compose(document, content) -> Page:
    with mended_by_curator():
        return page(document, content)


def page(document, content) -> Page:
    organization = document.program.organization
    sitting = commission(organization, day_of(document))
    came = named_all(content["present"], document.program, day_of(document))
    came = came or list(sitting.everyone)
    rows = judged(document.program, decided_on(document, content))
    title = content["title"]
    blocks = (
        organization_head(organization),
        KindLine("ПРОТОКОЛ"),
        DateNumber(document.date, document.number_text, organization.place),
        Title(title.removeprefix("Протокол "), "center"),
        KeyValues(tuple(head(sitting, came, content))),
        Heading("Повестка дня", 2),
        *(Clause(str(n), line) for n, line in enumerate(lines_of(content["agenda"]), 1)),
        Heading("Ход заседания", 2),
        Para(f"СЛУШАЛИ: {content['heard'].strip() or BLANK}"),
        Para("РЕШИЛИ:"),
        *decisions(rows, content["more"]),
        Para(vote_words(votes_of(content["votes"], len(came)))),
        Signature("Председатель комиссии", name(sitting.chair)),
        Signature("Секретарь комиссии", name(sitting.secretary)),
        *annex(document, rows),
    )
    return Page(title, blocks, organization.name)


def votes_of(text: str, present: int):
    return parse_votes(text, 1, present) if text.strip() else None


def lines_of(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def head(sitting: Commission, came: list[Named], content) -> Iterator[tuple[str, str]]:
    yield ("Председатель", short(sitting.chair))
    yield ("Секретарь", short(sitting.secretary))
    members = "; ".join(short(human) for human in sitting.members)
    yield ("Члены комиссии", members or BLANK)
    names = "; ".join(human.person.short_name for human in came)
    yield ("Присутствовали", f"{people_words(len(came))}: {names}" if came else BLANK)
    invited = "; ".join(lines_of(content["invited"]))
    if invited:
        yield ("Приглашённые", invited)


def decisions(rows: list[Standing], more: str) -> Iterator[Clause]:
    """One clause a decision, with the people under it; then what else was decided."""
    number = 0
    for decision, (words, case, tells_why) in DECIDED.items():
        chosen = [row for row in rows if row.decision == decision]
        if chosen:
            number += 1
            yield Clause(str(number), words)
            yield from people_under(number, chosen, case, tells_why)
    for index, line in enumerate(lines_of(more), number + 1):
        yield Clause(str(index), line)


def people_under(
    number: int, rows: Iterable[Standing], case: str, tells_why: bool
) -> Iterator[Clause]:
    for index, row in enumerate(rows, 1):
        why = sentence_part(row.selection.reason) if tells_why and row.selection else ""
        words = " – ".join(filter(None, (name_in(row.mentor.person, case), why)))
        yield Clause(f"{number}.{index}", f"{words}.", 2)


def start(program) -> dict:
    last = newest(program)
    return {"day": last} if last else {}


def newest(program) -> date | None:
    """The day of the newest decisions."""
    rows = Selection.objects.filter(mentor__program=program)
    return rows.aggregate(last=Max("decided_on"))["last"]


def decided_on(document, content) -> date | None:
    """A draft older than any decision takes the newest day when there is one."""
    return content["day"] or newest(document.program)


def usual_day(document) -> date | None:
    """The minutes are those of the sitting, whenever they are registered."""
    return decided_on(document, content_of(KIND, document))


def check(document, day) -> None:
    """Refused while nobody chairs or keeps the minutes, without decisions and before them."""
    sitting = commission(document.program.organization, day)
    faults = [
        text
        for human, text in ((sitting.chair, NO_CHAIR), (sitting.secretary, NO_SECRETARY))
        if human is None
    ]
    faults += faults_of_day(document.program, usual_day(document), day)
    if faults:
        raise ValidationError(faults)


def faults_of_day(program, decided: date | None, day: date) -> list[str]:
    if decided is None:
        return [NO_DECISIONS]
    faults = [] if judged(program, decided) else [NOBODY.format(long_date(decided))]
    return [*faults, EARLY.format(long_date(decided))] if day < decided else faults


def carry_out(document, by) -> None:
    """What has been decided otherwise since then is seen beside what the protocol tells."""
    day = usual_day(document)
    rows = judged(document.program, day)
    document.content["day"] = day.isoformat()
    document.content[TOLD] = {str(row.mentor.pk): row.decision for row in rows}
    document.save(update_fields=["content"])


KIND = Kind(
    code=DocumentKind.PROTOCOL_SELECTION,
    type=PaperType.PROTOCOL,
    stage=StageCode.SELECTION_TRAINING,
    compose=compose,
    fields=FIELDS,
    start=start,
    usual_day=usual_day,
    check=check,
    carry_out=carry_out,
)
