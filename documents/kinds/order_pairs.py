"""The order «О формировании наставнических пар (групп)» (regional type document, ZAB)."""

from datetime import date

from django.core.exceptions import ValidationError
from django.utils import timezone

from documents.domain.blocks import (
    Acquaintance,
    Annex,
    Column,
    Command,
    DateNumber,
    KindLine,
    Page,
    Para,
    Table,
    Title,
)
from documents.domain.clauses import parse_clauses
from documents.enums import DocumentKind, Journal
from documents.kinds.base import Field, Kind
from documents.kinds.letterhead import curator, letterhead, post_and_name_in, signature
from mentoring_portal.shared.dates import short_date
from pairs.models import Pair
from participants.enums import FORM_SIDES, OccupationKind
from programs.enums import EMPLOYEE_FORMS, ActTopic
from programs.services.legal_act import ground

TITLE = "О формировании наставнических пар (групп)"
# «В соответствии с {acts}» comes first, from the school's list of acts.
PREAMBLE = (
    "{ground} планом мероприятий (дорожной картой) внедрения целевой модели "
    "наставничества на {year} учебный год и в целях организации работы "
    "наставнических пар (групп)"
)
CLAUSES = (
    "Сформировать наставнические пары (группы) на {year} учебный год согласно приложению "
    "к настоящему приказу.",
    "Куратору наставнических пар {curator}:",
    "– поддерживать наставнические пары в разработке собственных дорожных карт, коррекции "
    "и отслеживании результатов;",
    "– отслеживать реализацию плана дорожной карты;",
    "– отчитываться руководителю проекта о реализации цикла наставнической работы.",
    "Контроль за исполнением приказа оставляю за собой.",
)
EMPLOYEES = (OccupationKind.TEACHER, OccupationKind.HEAD)
COLUMNS = (
    Column("№ п/п", 5, "center"),
    Column("Фамилия, имя, отчество", 22, group="Наставник"),
    Column("Должность, класс или место работы", 17, group="Наставник"),
    Column("Фамилия, имя, отчество", 22, group="Наставляемый"),
    Column("Класс, группа или должность", 14, group="Наставляемый"),
    Column("Форма наставничества", 20),
)


def defaults(program) -> dict:
    person = curator(program.organization, timezone.localdate())
    words = {"year": str(program.year), "curator": post_and_name_in(person, "datv")}
    return {
        "title": TITLE,
        "preamble": "",
        "clauses": "\n".join(CLAUSES).format(**words),
    }


def composed(document) -> dict:
    """The ground of the order: the acts in force on its date, whether registered or not."""
    program = document.program
    acts = ground(
        organization=program.organization,
        day=document.date or timezone.localdate(),
        topics=topics(document),
    )
    text = PREAMBLE.format(ground=f"{acts}," if acts else "В соответствии с", year=program.year)
    return {"preamble": text}


def topics(document) -> list[ActTopic]:
    """Acts on teachers and on labor matter only where both sides work for the school."""
    if Pair.objects.filter(documents=document, form__in=EMPLOYEE_FORMS).exists():
        return [ActTopic.TARGET_MODEL, ActTopic.TEACHERS, ActTopic.LABOR]
    return [ActTopic.TARGET_MODEL]


def ordered_pairs(document) -> list[Pair]:
    """The pairs of the order by the mentor's name; an order about nobody is refused."""
    pairs = (
        Pair.objects.filter(documents=document)
        .with_people()
        .order_by("mentor__person__last_name", "mentor__person__first_name", "pk")
    )
    if not pairs:
        raise ValidationError("В приказе нет пар: сначала примите предложенные пары.")
    return list(pairs)


def compose(document) -> Page:
    organization = document.program.organization
    day = document.date or timezone.localdate()
    pairs = ordered_pairs(document)
    content = KIND.content(document)
    blocks = (
        letterhead(organization),
        KindLine("ПРИКАЗ"),
        DateNumber(document.date, document.number_text, organization.place),
        Title(content["title"]),
        Para(content["preamble"]),
        Command(),
        *parse_clauses(content["clauses"]),
        signature(organization, day),
        Acquaintance(acquainted(organization, pairs, day)),
        Annex(annex_head(document), annex_title(document.program)),
        Table(COLUMNS, tuple(annex_rows(pairs))),
    )
    return Page(f"Приказ «{content['title']}»", blocks, organization.name)


def annex_head(document) -> tuple[str, ...]:
    day = short_date(document.date) or "____________"
    number = document.number_text or "______"
    return ("Приложение", f"к приказу {document.organization.short_name}", f"от {day} № {number}")


def annex_title(program) -> str:
    return f"Состав наставнических пар (групп) на {program.year} учебный год"


def annex_rows(pairs):
    """A row a mentee; the mentor of a group is printed once, on its first row."""
    for n, pair in enumerate(pairs, 1):
        mentor = pair.mentor
        first = (str(n), mentor.person.full_name, place_of(mentor))
        for index, member in enumerate(pair.members.all()):
            own = first if index == 0 else ("", "", "")
            mentee = member.mentee
            form = pair.get_form_display() if index == 0 else ""
            yield (*own, mentee.person.full_name, place_of(mentee), form)


def place_of(participant) -> str:
    parts = (participant.position, participant.workplace)
    return ", ".join(part for part in parts if part)


def acquainted(organization, pairs, day: date) -> tuple[tuple[str, str], ...]:
    """The curator and the workers named in the order; pupils and guests do not sign it."""
    head = curator(organization, day)
    people = {head.person: head.post}
    for pair in pairs:
        mentor_side, mentee_side = FORM_SIDES.get(pair.form, (None, None))
        if mentor_side in EMPLOYEES:
            people.setdefault(pair.mentor.person, pair.mentor.position)
        if mentee_side in EMPLOYEES:
            for member in pair.members.all():
                people.setdefault(member.mentee.person, member.mentee.position)
    return tuple((person.full_name, post) for person, post in people.items())


KIND = Kind(
    code=DocumentKind.ORDER_PAIRS,
    journal=Journal.ORDERS,
    fields=(
        Field("title", "Заголовок", "Отвечает на вопрос «о чём?»: «О формировании…»."),
        Field(
            "preamble",
            "Основание и цель",
            "Без слова «ПРИКАЗЫВАЮ» в конце. Пока вы не изменили этот текст, портал составляет его "
            "сам: по сверенным актам, которые действуют на дату приказа. Очистите поле, чтобы "
            "вернуть текст портала.",
            rows=8,
            required=False,
        ),
        Field(
            "clauses",
            "Пункты приказа",
            "Каждый пункт с новой строки, подпункт – с дефиса. Номера портал поставит сам.",
            rows=12,
        ),
    ),
    defaults=defaults,
    composed=composed,
    compose=compose,
)
