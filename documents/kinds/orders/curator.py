"""The order that names the curator (roadmap G73 1.3)."""

from documents.enums import DocumentKind
from documents.kinds.orders import suggestions
from documents.kinds.orders.fields import day, person
from documents.kinds.orders.order import order
from programs.enums import StageCode


def start(program) -> dict:
    return {"curator": suggestions.curator(program), "since": program.year.start}


KIND = order(
    DocumentKind.ORDER_CURATOR,
    stage=StageCode.CONDITIONS,
    fields=(
        person("curator", "Куратор", "куратор"),
        day("since", "С какого дня", "день назначения"),
    ),
    start=start,
)
