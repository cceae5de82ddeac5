"""The order on the pay for mentoring (ст. 351.8 ТК РФ): a paper of the personnel journal."""

from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.utils import timezone

from documents.domain.money import amount_in, amount_words
from documents.domain.placeholders import Manner
from documents.domain.row_lines import rows_of
from documents.enums import DocumentKind, Journal
from documents.kinds.base import Field
from documents.kinds.orders.changes import by_mentor
from documents.kinds.orders.entry import addenda
from documents.kinds.orders.fields import day
from documents.kinds.orders.named_lines import NAME, read_lines
from documents.kinds.orders.order import order
from documents.kinds.orders.words import acts_of, points
from documents.kinds.people import Named, name_in
from documents.kinds.values import day_of, details
from documents.models import Document
from pairs.enums import WORKING_STATUSES
from pairs.models import Pair
from programs.enums import EMPLOYEE_FORMS, ActTopic, StageCode

PARTS = (NAME, "размер доплаты")
AMOUNTS = Field(
    "amounts",
    "Кому и сколько",
    "С новой строки, части через точку с запятой: фамилия, имя, отчество; размер. Число – рубли в "
    "месяц, иначе словами: «15 процентов должностного оклада». Только наставники работников, у "
    "которых зарегистрировано дополнительное соглашение: портал предлагает размер из него.",
    rows=8,
    reads=rows_of(*PARTS),
)


def basis(document) -> str:
    agreements = "дополнительными соглашениями к трудовым договорам"
    acts = acts_of(document, [ActTopic.LABOR])
    return f"{acts} и {agreements}" if acts else f"В соответствии с {agreements}"


def paid_pairs(program) -> list[Pair]:
    pairs = Pair.objects.of_program(program).filter(
        status__in=WORKING_STATUSES, form__in=EMPLOYEE_FORMS
    )
    return list(by_mentor(pairs))


def payments(document) -> list[tuple[Named, str]]:
    found = read_lines(document.content.get("amounts") or "", PARTS, document)
    if not found:
        raise ValidationError("Впишите, кому и сколько доплачивать.")
    return [(somebody, amount) for somebody, (amount,) in found]


def clauses(document) -> str:
    return points(lines(document))


def lines(document) -> Iterator[str]:
    """Refused for a mentor without a worker to teach, an addendum or an amount."""
    pairs = paid_pairs(document.program)
    mentors = {pair.mentor.person_id for pair in pairs}
    papers = addenda(document.program, mentors, day_of(document))
    for somebody, amount in payments(document):
        own = [pair for pair in pairs if pair.mentor.person_id == somebody.person.pk]
        paper = papers.get(somebody.person.pk)
        ensure_paid(somebody, own, paper, amount)
        yield payment(somebody, own, paper, amount)


def ensure_paid(somebody: Named, own: list[Pair], paper: Document | None, amount: str) -> None:
    name = somebody.person.short_name
    if not own:
        raise ValidationError(f"{name}: нет действующей пары с работником, доплачивать не за что.")
    if paper is None:
        raise ValidationError(
            f"{name}: нет зарегистрированного дополнительного соглашения к трудовому договору."
        )
    if not amount:
        raise ValidationError(f"{name}: не указан размер доплаты.")


def payment(somebody: Named, own: list[Pair], paper: Document, amount: str) -> str:
    whom = somebody.words("datv", Manner.IN_FULL)
    mentees = (mentee.person for pair in own for mentee in pair.mentees)
    whose = ", ".join(dict.fromkeys(name_in(person, "gent") for person in mentees))
    return (
        f"{whom} – {amount_words(amount)} за наставничество в отношении {whose} "
        f"(дополнительное соглашение {details(paper)})"
    )


def readers(document, content) -> list[Named]:
    return [somebody for somebody, _amount in payments(document)]


def start(program) -> dict:
    """The mentors of workers with the amounts that their addenda name."""
    today = timezone.localdate()
    mentors = dict.fromkeys(pair.mentor.person for pair in paid_pairs(program))
    papers = addenda(program, [mentor.pk for mentor in mentors], today)
    lines = (f"{mentor.full_name}; {agreed(papers.get(mentor.pk))}" for mentor in mentors)
    return {"amounts": "\n".join(lines), "since": today, "until": program.year.day(5, 31)}


def agreed(paper: Document | None) -> str:
    return amount_in(paper.content.get("pay", "")) if paper else ""


KIND = order(
    DocumentKind.ORDER_PAY,
    stage=StageCode.PAIR_WORK,
    fields=(
        AMOUNTS,
        day("since", "Доплачивать с", "начало доплаты"),
        day("until", "Доплачивать по", "окончание доплаты"),
    ),
    words={"основание доплаты": basis, "доплаты": clauses},
    readers=readers,
    own_journal=Journal.PERSONNEL,
    start=start,
)
