"""The order that approves the registry of mentors and sends it above (roadmap G73 3.3)."""

from collections import Counter

from django.core.exceptions import ValidationError

from documents.domain.blocks import Column, Table
from documents.domain.registry_file import FORM, NAME, NUMBER, PLACE
from documents.enums import DocumentKind
from documents.kinds.orders import suggestions
from documents.kinds.orders.admission import ensure_admitted
from documents.kinds.orders.fields import day, line
from documents.kinds.orders.order import AnnexPart, order
from documents.kinds.people import curator
from documents.models import Document
from mentoring_portal.shared.plurals import counted
from participants.models import Mentor
from participants.services.mentor_history import APPROVED_BY_ORDER, events_of
from programs.enums import StageCode
from programs.models import Program
from programs.services import journal

COLUMNS = (
    Column(NUMBER, 5, "center"),
    Column(NAME, 20),
    Column(PLACE, 18),
    Column("Основные компетенции", 30),
    Column(FORM, 15),
    Column("Ресурс времени", 12),
)
# Names of authorities that are the same in the nominative and in the accusative.
SAME_IN_ACCUSATIVE = ("Управление", "Департамент", "Отдел", "Комитет", "Министерство")
AUTHORITY = "орган управления образованием"


def registered(program) -> list[Mentor]:
    mentors = Mentor.objects.of_program(program).approved().select_related("person")
    return list(mentors.order_by("person__name_key", "pk"))


def annexes(document, content) -> tuple[AnnexPart, ...]:
    mentors = registered(document.program)
    if not mentors:
        raise ValidationError("В реестре нет наставников: сначала утвердите кандидатов.")
    title = f"Реестр наставников на {document.program.year} учебный год"
    table = Table(COLUMNS, tuple(row(n, mentor) for n, mentor in enumerate(mentors, 1)))
    return (AnnexPart(title, (table,), landscape=True, is_approved=True),)


def row(number: int, mentor: Mentor) -> tuple:
    place = ", ".join(filter(None, (mentor.position, mentor.workplace)))
    forms = ", ".join(mentor.form_labels) or "любая"
    return (
        number,
        mentor.person.full_name,
        place,
        mentor.competences,
        forms,
        mentor.time_resource,
    )


def authority(program) -> str:
    parent = program.organization.parent
    name = parent.name if parent else ""
    return name if name.startswith(SAME_IN_ACCUSATIVE) else AUTHORITY


def start(program) -> dict:
    return {"authority": authority(program), "due": suggestions.due(program, 10, 5)}


def check(document, signed_on) -> None:
    curator(document.program.organization, signed_on)
    ensure_admitted(registered(document.program), signed_on)


def doubts(document) -> list[str]:
    """The newest order in force that names all of these people, if there is one."""
    now = {mentor.pk for mentor in registered(document.program)}
    orders = named_by_orders(document.program)
    papers = Document.objects.registered().filter(pk__in=orders).order_by("date", "pk")
    same = [paper for paper in papers if now and now <= orders[paper.pk]]
    return [once_more(same[-1], len(orders[same[-1].pk] - now))] if same else []


def named_by_orders(program) -> dict[int, set[int]]:
    """Key of the order → keys of its mentors; one query."""
    events = events_of(program, [APPROVED_BY_ORDER])
    return {event.details["paper"]: set(event.details.get("rows", ())) for event in events}


def once_more(paper: Document, others: int) -> str:
    rest = f" и ещё {counted(others, 'наставника', 'наставников', 'наставников')}" if others else ""
    return (
        f"Действующий приказ о реестре {paper.number_and_day} уже называет всех этих наставников"
        f"{rest}: проверьте, нужен ли ещё один."
    )


def doubts_together(documents) -> list[str]:
    """Each takes the mentors of the day of registration: of one program they name the same."""
    by_program: Counter[Program] = Counter(paper.program for paper in documents)
    return [
        too_many(program, number)
        for program, number in by_program.items()
        if number > 1 and registered(program)
    ]


def too_many(program, number: int) -> str:
    orders = counted(number, "приказ", "приказа", "приказов")
    return (
        f"Отмечено {orders} о реестре наставников на {program.year} учебный год, и все назовут "
        "одних и тех же людей: проверьте, нужен ли больше чем один."
    )


def carry_out(document, by) -> None:
    """The journal keeps whom the order names: the way of each mentor tells its number."""
    program = document.program
    journal.record(
        by=by,
        action=APPROVED_BY_ORDER,
        obj=program,
        organization=program.organization,
        rows=[mentor.pk for mentor in registered(program)],
        day=document.date.isoformat(),
        paper=document.pk,
    )


KIND = order(
    DocumentKind.ORDER_REGISTRY,
    stage=StageCode.SELECTION_TRAINING,
    fields=(
        line("authority", "Куда направить реестр", "куда", "Винительный падеж: «в управление…»."),
        day("due", "В срок до", "срок"),
    ),
    annexes=annexes,
    start=start,
    doubts=doubts,
    doubts_together=doubts_together,
    check=check,
    carry_out=carry_out,
)
