"""The order on one internal monitoring (roadmap G73 5.3–5.7)."""

from datetime import date

from django.utils import timezone

from documents.enums import DocumentKind
from documents.kinds.orders import suggestions
from documents.kinds.orders.fields import day, person
from documents.kinds.orders.order import order
from documents.kinds.people import curator
from programs.enums import StageCode

# Months of the two windows and the days of each: begins, mentors report, ends, reported.
MONTHS = (12, 6)
DAYS = (1, 15, 20, 25)


def next_month(program, today: date) -> int:
    return MONTHS[0] if today <= program.year.day(MONTHS[0], DAYS[-1]) else MONTHS[1]


def start(program) -> dict:
    month = next_month(program, timezone.localdate())
    begins, told, ends, reported = (program.year.day(month, number) for number in DAYS)
    return {
        "begins": begins,
        "ends": ends,
        "told": told,
        "reported": reported,
        "leader": suggestions.curator(program),
    }


def check(document, signed_on) -> None:
    curator(document.program.organization, signed_on)


KIND = order(
    DocumentKind.ORDER_MONITORING,
    stage=StageCode.PAIR_WORK,
    fields=(
        day("begins", "Начало мониторинга", "начало"),
        day("ends", "Окончание мониторинга", "окончание"),
        person("leader", "Ответственный", "ответственный"),
        day("told", "Наставники отчитываются к", "срок отчётов наставников"),
        day("reported", "Отчёт о мониторинге к", "срок отчёта"),
    ),
    start=start,
    check=check,
)
