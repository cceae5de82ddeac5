"""The orders of the demo school's autumn, registered as the year went on."""

from datetime import date

from documents.enums import DocumentKind
from documents.models import Document
from documents.services import issue
from documents.services.paper import draft_paper
from documents.services.publication import publish
from participants.enums import AssignmentRole, OccupationKind
from participants.models import Assignment, Occupation, Person
from programs.models import Program

SUPPLIES = (
    "Крылов",
    "Никита",
    "Ильич",
    "заместитель директора по административно-хозяйственной работе",
)
# (kind, month, day, whether it stands on the public page)
LAUNCH = (
    (DocumentKind.ORDER_IMPLEMENT, 8, 24, False),
    (DocumentKind.ORDER_WORKING_GROUP, 8, 24, False),
    (DocumentKind.ORDER_CURATOR, 8, 25, True),
    (DocumentKind.ORDER_ROADMAP, 9, 1, True),
    (DocumentKind.ORDER_REGULATION, 9, 1, True),
    (DocumentKind.ORDER_RESPONSIBLE, 9, 2, False),
    (DocumentKind.ORDER_MONITORING_TERMS, 9, 10, False),
)
TRAINING = (
    (DocumentKind.ORDER_REGISTRY, 10, 1, False),
    (DocumentKind.ORDER_CURATOR_MENTORS, 10, 2, False),
    (DocumentKind.ORDER_MENTOR_SCHOOL, 10, 5, False),
)


def issue_orders(program: Program, rows, today: date, by) -> None:
    """Those that were due by ``today``."""
    for kind, month, number, is_public in rows:
        day = date(program.start_year, month, number)
        if day <= today:
            document = register(program, kind, day, by)
            if is_public:
                publish(document=document, shown=True, by=by)


def appoint_supplies(school) -> None:
    last, first, patronymic, post = SUPPLIES
    person = Person.objects.create(
        organization=school, last_name=last, first_name=first, patronymic=patronymic, sex="m"
    )
    Occupation.objects.create(person=person, kind=OccupationKind.HEAD)
    Assignment.objects.create(
        organization=school, person=person, role=AssignmentRole.SUPPLIES, post=post
    )


def plan_of(program: Program) -> dict:
    """The council met at the end of August."""
    days = {"plan_due": 27, "council_day": 28, "rework_due": 31}
    return {key: date(program.start_year, 8, day) for key, day in days.items()}


def due(month: int, number: int):
    """The orders are of the autumn, whenever the example is loaded."""
    return lambda program: {"due": program.year.day(month, number)}


VALUES = {
    DocumentKind.ORDER_WORKING_GROUP: due(9, 15),
    DocumentKind.ORDER_REGULATION: due(9, 15),
    DocumentKind.ORDER_REGISTRY: due(10, 5),
    DocumentKind.ORDER_IMPLEMENT: plan_of,
}


def register(program: Program, kind: str, day: date, by) -> Document:
    values = VALUES[kind](program) if kind in VALUES else None
    document = draft_paper(program=program, code=kind, by=by, values=values)
    return issue.register(document=document, day=day, by=by)
