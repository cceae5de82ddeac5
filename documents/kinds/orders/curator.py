"""The order that names the curator (roadmap G73 1.3)."""

from datetime import timedelta

from django.core.exceptions import ValidationError

from documents.enums import DocumentKind
from documents.kinds.content import python_value
from documents.kinds.orders import suggestions
from documents.kinds.orders.fields import day, person
from documents.kinds.orders.order import order
from documents.kinds.people import Named, named
from documents.kinds.values import day_of
from participants.enums import AssignmentRole
from participants.models import Assignment
from participants.services.assignment import assign, end
from programs.enums import StageCode

CURATOR = person("curator", "Куратор", "куратор")
SINCE = day("since", "С какого дня", "день назначения")


def start(program) -> dict:
    return {"curator": suggestions.curator(program), "since": program.year.start}


def appointed(document) -> Named | None:
    somebody = python_value(CURATOR, document.content.get("curator"), document)
    return named(somebody, document.program, day_of(document)) if somebody else None


def since(document):
    return python_value(SINCE, document.content.get("since"), document) or day_of(document)


def check(document, signed_on) -> None:
    """Refused for nobody, and for somebody whose post the papers do not know."""
    somebody = appointed(document)
    if somebody is None:
        raise ValidationError("Выберите, кого назначить куратором.")
    if not somebody.post:
        raise ValidationError(
            f"У участника {somebody.person.short_name} не указана должность: назначьте его в "
            "разделе «Ответственные» – там её и впишите."
        )


def appoint(document, by) -> None:
    """Papers quote the new curator from that day on; the former one's duty ends the day before."""
    somebody, first = appointed(document), since(document)
    organization = document.program.organization
    former = Assignment.objects.holder(organization, AssignmentRole.CURATOR, first)
    if former and former.person == somebody.person:
        return
    if former:
        end(assignment=former, day=first - timedelta(days=1), by=by)
    duty = Assignment(
        organization=organization,
        person=somebody.person,
        role=AssignmentRole.CURATOR,
        post=somebody.post,
        starts_on=first,
    )
    assign(assignment=duty, by=by)


KIND = order(
    DocumentKind.ORDER_CURATOR,
    stage=StageCode.CONDITIONS,
    fields=(CURATOR, SINCE),
    start=start,
    check=check,
    carry_out=appoint,
)
