"""The order «О внедрении целевой модели наставничества» (regional type document, ZAB)."""

from documents.domain.blocks import BLANK_DATE, BLANK_NUMBER
from documents.domain.placeholders import BLANK
from documents.enums import DocumentKind, FieldType
from documents.kinds.base import Field
from documents.kinds.content import python_value
from documents.kinds.orders import suggestions
from documents.kinds.orders.fields import day, line, person
from documents.kinds.orders.order import order
from documents.kinds.orders.words import acts_of, in_full, points
from documents.kinds.people import Named, named
from documents.kinds.values import day_of
from mentoring_portal.shared.dates import long_date
from programs.enums import StageCode
from programs.services.program import save_program

MEMBERS = Field(
    "members",
    "Состав проектной группы",
    "Портал предлагает тех, кто отмечен в разделе «Ответственные».",
    type=FieldType.PEOPLE,
    required=False,
)
BASIS = (
    Field(
        "basis",
        "Основание: чей приказ",
        "В родительном падеже: «Министерства образования области». Если приказа нет, оставьте "
        "пустым: портал сошлётся на сверенные акты.",
        required=False,
    ),
    day("basis_day", "Дата этого приказа", ""),
    line("basis_number", "Номер этого приказа", ""),
)
FIELDS = (
    *BASIS,
    person("lead", "Руководитель проектной группы", "руководитель проектной группы"),
    MEMBERS,
    day("plan_due", "Срок разработки плана", "срок плана"),
    person("plan_leader", "Ответственный за план", "ответственный за план"),
    day("council_day", "День педагогического совета", "день педсовета"),
    day("rework_due", "Срок доработки после педсовета", "срок доработки"),
    person("regulation_leader", "Ответственный за Положение", "ответственный за положение"),
)
TOPIC = "«О внедрении целевой модели наставничества в образовательной организации»"


def basis(document) -> str:
    """The founder's order, else the acts in force, else the founder's order with blanks."""
    acts = acts_of(document)
    content = document.content
    if content.get("basis") or not acts:
        signed = python_value(BASIS[1], content.get("basis_day"), document)
        text = (
            f"На основании приказа {content.get('basis') or BLANK} "
            f"от {long_date(signed) if signed else BLANK_DATE} "
            f"№\u00a0{content.get('basis_number') or BLANK_NUMBER} {TOPIC}"
        )
        return f"{text}, {lowered(acts)}" if acts else text
    return f"{acts} и в целях внедрения целевой модели наставничества"


def lowered(text: str) -> str:
    return text[:1].lower() + text[1:]


def group(document) -> str:
    return points(in_full(members(document), "nomn"))


def members(document) -> list[Named]:
    people = python_value(MEMBERS, document.content.get("members"), document)
    return [named(somebody, document.program, day_of(document)) for somebody in people]


def start(program) -> dict:
    year = program.year
    council = suggestions.council_day(program) or year.start.replace(day=4)
    return {
        "lead": suggestions.lead(program),
        "members": suggestions.group(program),
        "plan_due": council,
        "plan_leader": suggestions.curator(program),
        "council_day": council,
        "rework_due": year.day(9, 15),
        "regulation_leader": suggestions.curator(program),
    }


def carry_out(document, by) -> None:
    """Terms of the kind «в течение месяца после приказа» count from this order."""
    program = document.program
    if program.introduced_on is None:
        program.introduced_on = document.date
        save_program(program=program, by=by)


KIND = order(
    DocumentKind.ORDER_IMPLEMENT,
    stage=StageCode.CONDITIONS,
    fields=FIELDS,
    words={"основание внедрения": basis, "состав проектной группы": group},
    readers=lambda document, content: members(document),
    start=start,
    carry_out=carry_out,
)
