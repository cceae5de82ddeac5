"""The order on who is in the working group (roadmap G73 1.2)."""

from documents.domain.blocks import Column, Table
from documents.enums import DocumentKind
from documents.kinds.orders import suggestions
from documents.kinds.orders.fields import day, person
from documents.kinds.orders.implement import MEMBERS, members
from documents.kinds.orders.order import AnnexPart, order
from documents.kinds.people import named
from documents.kinds.values import day_of
from programs.enums import StageCode

COLUMNS = (
    Column("№ п/п", 8, "center"),
    Column("Фамилия, имя, отчество", 36),
    Column("Должность", 34),
    Column("Обязанность в группе", 22),
)
LEAD, MEMBER = "руководитель группы", "член группы"


def annexes(document, content) -> tuple[AnnexPart, ...]:
    title = (
        "Состав рабочей (проектной) группы по внедрению целевой модели наставничества "
        f"в {document.program.year} учебном году"
    )
    return (AnnexPart(title, (Table(COLUMNS, rows(document, content)),), is_approved=True),)


def rows(document, content) -> tuple[tuple, ...]:
    """The leader first and once."""
    lead = content["lead"]
    first = [(named(lead, document.program, day_of(document)), LEAD)] if lead else []
    rest = [(somebody, MEMBER) for somebody in members(document) if somebody.person != lead]
    return tuple(
        (number, somebody.person.full_name, somebody.post, duty)
        for number, (somebody, duty) in enumerate([*first, *rest], 1)
    )


def start(program) -> dict:
    return {
        "lead": suggestions.lead(program),
        "members": suggestions.group(program),
        "due": suggestions.due(program, 9, 15),
    }


KIND = order(
    DocumentKind.ORDER_WORKING_GROUP,
    stage=StageCode.CONDITIONS,
    fields=(
        person("lead", "Руководитель рабочей группы", "руководитель рабочей группы"),
        MEMBERS,
        day("due", "Срок подготовки документов", "срок документов"),
    ),
    annexes=annexes,
    readers=lambda document, content: members(document),
    start=start,
)
