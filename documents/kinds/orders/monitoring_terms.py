"""The order on the terms of monitoring and the planned results (roadmap G73 1.11)."""

from django.core.exceptions import ValidationError

from documents.domain.blocks import Column, Table
from documents.domain.clauses import SUBCLAUSE, TYPED_NUMBER
from documents.enums import DocumentKind
from documents.kinds.orders.fields import day
from documents.kinds.orders.order import AnnexPart, order
from documents.kinds.people import curator
from programs.enums import StageCode

COLUMNS = (Column("№ п/п", 8, "center"), Column("Планируемый результат", 92))
TITLE = "Планируемые результаты внедрения целевой модели наставничества"


def annexes(document, content) -> tuple[AnnexPart, ...]:
    lines = results(document.program)
    if not lines:
        raise ValidationError(
            "Не указаны ожидаемые результаты: впишите их в паспорт программы, "
            "каждый с новой строки."
        )
    title = f"{TITLE} в {document.program.year} учебном году"
    return (AnnexPart(title, (Table(COLUMNS, tuple(enumerate(lines, 1))),), is_approved=True),)


def results(program) -> list[str]:
    """One result a line; dashes and numbers typed before it are dropped."""
    lines = filter(str.strip, program.expected_results.splitlines())
    bare = (TYPED_NUMBER.sub("", SUBCLAUSE.sub("", line)).strip() for line in lines)
    return [line.rstrip(";.") for line in bare]


def start(program) -> dict:
    on = program.year.day
    return {
        "first_start": on(12, 1),
        "first_end": on(12, 20),
        "first_due": on(12, 25),
        "second_start": on(6, 1),
        "second_end": on(6, 20),
        "second_due": on(6, 25),
    }


def check(document, signed_on) -> None:
    curator(document.program.organization, signed_on)


KIND = order(
    DocumentKind.ORDER_MONITORING_TERMS,
    stage=StageCode.CONDITIONS,
    fields=(
        day("first_start", "Первый мониторинг: начало", "начало первого"),
        day("first_end", "Первый мониторинг: окончание", "окончание первого"),
        day("first_due", "Первый отчёт к", "срок первого отчёта"),
        day("second_start", "Второй мониторинг: начало", "начало второго"),
        day("second_end", "Второй мониторинг: окончание", "окончание второго"),
        day("second_due", "Второй отчёт к", "срок второго отчёта"),
    ),
    annexes=annexes,
    start=start,
    check=check,
)
