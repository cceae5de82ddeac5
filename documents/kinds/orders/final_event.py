"""The order on the final event (regional type document, ZAB)."""

from django.core.exceptions import ValidationError
from django.utils import timezone

from documents.enums import DocumentKind
from documents.kinds.base import Field
from documents.kinds.orders import suggestions
from documents.kinds.orders.fields import day, line, person
from documents.kinds.orders.named_lines import read_people
from documents.kinds.orders.order import order
from documents.kinds.orders.words import in_full, points, somebody
from pairs.enums import PairStatus
from pairs.models import Pair
from programs.enums import StageCode

WORKED = (PairStatus.ACTIVE, PairStatus.PAUSED, PairStatus.COMPLETED)
FIELDS = (
    line("event", "Мероприятие", "мероприятие", "Название из плана событий."),
    day("event_day", "День мероприятия", "день мероприятия"),
    line("place", "Место", "место"),
    person("leader", "Ответственный за мероприятие", "ответственный"),
    Field(
        "presenting",
        "Какие пары выступают",
        "Пара – с новой строки. Пусто – все пары программы, которые работали.",
        rows=6,
        required=False,
    ),
    Field(
        "thanked",
        "Кого отметить",
        "Фамилия, имя, отчество – с новой строки. Портал поставит их в дательный падеж. Пусто – "
        "наставники всех пар программы, которые работали.",
        rows=6,
        required=False,
    ),
    person("thanks_leader", "Ответственный за благодарности", "ответственный за благодарности"),
)


def worked(program) -> list[Pair]:
    pairs = Pair.objects.of_program(program).filter(status__in=WORKED).with_people()
    return list(pairs.order_by("mentor__person__name_key", "pk"))


def presenting(document) -> str:
    """The curator's own list, otherwise every pair that worked."""
    typed = document.content.get("presenting") or ""
    lines = [text.strip() for text in typed.splitlines() if text.strip()]
    return points(lines or [names(pair) for pair in worked(document.program)])


def names(pair: Pair) -> str:
    mentees = ", ".join(mentee.person.full_name for mentee in pair.mentees)
    return f"{pair.mentor.person.full_name} – {mentees}"


def thanked(document) -> str:
    typed = document.content.get("thanked") or ""
    if typed.strip():
        return points(in_full(read_people(typed, document), "datv"))
    mentors = dict.fromkeys(pair.mentor for pair in worked(document.program))
    return points(in_full([somebody(mentor) for mentor in mentors], "datv"))


def start(program) -> dict:
    event = suggestions.final_event(program)
    people = {
        "leader": suggestions.curator(program),
        "thanks_leader": suggestions.curator(program),
    }
    if event is None:
        return people
    return people | {"event": event.title, "event_day": event.starts_on, "place": event.place}


def check(document, signed_on) -> None:
    held = document.content.get("event_day") or timezone.localdate().isoformat()
    if held < signed_on.isoformat():
        raise ValidationError("Мероприятие раньше приказа: проверьте день мероприятия.")


KIND = order(
    DocumentKind.ORDER_FINAL_EVENT,
    stage=StageCode.COMPLETION,
    fields=FIELDS,
    words={"выступающие пары": presenting, "кого отметить": thanked},
    start=start,
    check=check,
)
