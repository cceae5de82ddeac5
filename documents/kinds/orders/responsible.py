"""The order on who answers for what, supplies too (roadmap G73 1.11)."""

from documents.enums import DocumentKind
from documents.kinds.orders import suggestions
from documents.kinds.orders.fields import person
from documents.kinds.orders.order import order
from participants.enums import AssignmentRole
from programs.enums import StageCode


def start(program) -> dict:
    return {
        "leader": suggestions.curator(program),
        "supplies": suggestions.holder(program, AssignmentRole.SUPPLIES),
        "site": suggestions.curator(program),
    }


KIND = order(
    DocumentKind.ORDER_RESPONSIBLE,
    stage=StageCode.CONDITIONS,
    fields=(
        person("leader", "За внедрение и реализацию", "ответственный за внедрение"),
        person("supplies", "За материально-техническое обеспечение", "ответственный за ресурсы"),
        person("site", "За сведения на сайте", "ответственный за сайт"),
    ),
    start=start,
)
