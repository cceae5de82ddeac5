"""The order that names the curator and the mentors (regional type document, ZAB)."""

from django.core.exceptions import ValidationError

from documents.domain.blocks import Column, Table
from documents.enums import Among, DocumentKind, FieldType
from documents.kinds.base import Field
from documents.kinds.content import python_value
from documents.kinds.orders import curator, suggestions
from documents.kinds.orders.admission import ensure_admitted
from documents.kinds.orders.fields import day, person
from documents.kinds.orders.order import AnnexPart, order
from documents.kinds.orders.registry import registered
from documents.kinds.orders.words import in_full, points, somebody
from documents.kinds.people import Named
from participants.enums import OccupationKind
from participants.models import Mentor, Occupation
from programs.enums import StageCode

# A longer list reads better as an annex.
MOST_IN_TEXT = 15
COLUMNS = (
    Column("№ п/п", 8, "center"),
    Column("Фамилия, имя, отчество", 46),
    Column("Должность, класс или место работы", 46),
)
WORKERS = (
    OccupationKind.TEACHER,
    OccupationKind.HEAD,
    OccupationKind.YOUNG_SPECIALIST,
    OccupationKind.NEWCOMER,
)
MENTORS = Field(
    "mentors",
    "Наставники",
    "Никто не отмечен – приказ назначает всех наставников реестра.",
    type=FieldType.PEOPLE,
    among=Among.PARTICIPANTS,
    required=False,
)


def mentors(document) -> list[Mentor]:
    """Those whom the curator has marked, otherwise all of the registry; nobody is refused."""
    program = document.program
    chosen = python_value(MENTORS, document.content.get("mentors"), document)
    found = [row for row in registered(program) if not chosen or row.person in chosen]
    if not found:
        raise ValidationError("Назначать некого: сначала утвердите наставников в реестр.")
    return found


def is_long(found: list[Mentor]) -> bool:
    return len(found) > MOST_IN_TEXT


def listed(document) -> str:
    """«: – Иванову Марию Петровну, учителя математики; …», a long list as an annex."""
    found = mentors(document)
    if is_long(found):
        return " согласно приложению."
    return ":\n" + points(in_full([somebody(row) for row in found], "accs"))


def annexes(document, content) -> tuple[AnnexPart, ...]:
    found = mentors(document)
    if not is_long(found):
        return ()
    rows = tuple(
        (number, row.person.full_name, somebody(row).post) for number, row in enumerate(found, 1)
    )
    title = f"Список наставников на {document.program.year} учебный год"
    return (AnnexPart(title, (Table(COLUMNS, rows),)),)


def readers(document, content) -> list[Named]:
    """The mentors who work for the school; pupils and guests do not sign."""
    found = mentors(document)
    work = Occupation.objects.filter(kind__in=WORKERS, person__in=[row.person for row in found])
    workers = set(work.values_list("person", flat=True))
    return [somebody(row) for row in found if row.person_id in workers]


def start(program) -> dict:
    return {
        "curator": suggestions.curator(program),
        "training_start": program.year.day(10, 1),
        "training_end": program.year.day(10, 31),
    }


def check(document, signed_on) -> None:
    curator.check(document, signed_on)
    ensure_admitted(mentors(document), signed_on)


KIND = order(
    DocumentKind.ORDER_CURATOR_MENTORS,
    stage=StageCode.SELECTION_TRAINING,
    fields=(
        person("curator", "Куратор наставников", "куратор"),
        MENTORS,
        day("training_start", "Обучение наставников: начало", "начало обучения"),
        day("training_end", "Обучение наставников: окончание", "окончание обучения"),
    ),
    words={"наставники списком": listed},
    annexes=annexes,
    readers=readers,
    start=start,
    check=check,
    carry_out=curator.appoint,
)
