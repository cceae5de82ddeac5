"""The order that approves the roadmap and starts the project (regional type document, ZAB)."""

from django.core.exceptions import ValidationError

from documents.enums import DocumentKind
from documents.kinds.acts.roadmap import roadmap_table
from documents.kinds.orders import suggestions
from documents.kinds.orders.fields import day, person
from documents.kinds.orders.order import AnnexPart, order
from programs.enums import StageCode


def annexes(document, content) -> tuple[AnnexPart, ...]:
    program = document.program
    table = roadmap_table(program)
    if not table.rows:
        raise ValidationError("В дорожной карте нет строк: сначала составьте её.")
    title = (
        "План реализации целевой модели наставничества (дорожная карта) "
        f"на {program.year} учебный год"
    )
    return (AnnexPart(title, (table,), landscape=True, is_approved=True),)


def start(program) -> dict:
    return {
        "since": program.introduced_on or program.year.start,
        "leader": suggestions.curator(program),
        "report_day": program.year.day(12, 25),
    }


KIND = order(
    DocumentKind.ORDER_ROADMAP,
    stage=StageCode.CONDITIONS,
    fields=(
        day("since", "Начало внедрения", "начало внедрения"),
        person("leader", "Ответственный", "ответственный"),
        day("report_day", "Педсовет с отчётом о промежуточных результатах", "день отчёта"),
    ),
    annexes=annexes,
    start=start,
)
