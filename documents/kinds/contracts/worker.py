"""Workers of the school whom contracts about mentoring are made with, and whom they help."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from documents.kinds.people import Named, named
from documents.kinds.values import day_of
from mentoring_portal.shared.dates import long_date
from pairs.enums import PairStatus
from pairs.models import Pair
from participants.enums import AssignmentRole, OccupationKind, ParticipantStatus
from participants.models import Person
from programs.enums import EMPLOYEE_FORMS
from programs.models import Program

WORKERS = (
    OccupationKind.TEACHER,
    OccupationKind.YOUNG_SPECIALIST,
    OccupationKind.NEWCOMER,
    OccupationKind.HEAD,
)
GONE = (ParticipantStatus.DECLINED, ParticipantStatus.WITHDRAWN)
SINCE_SIGNED = "со дня подписания настоящего соглашения"
AGREED = (PairStatus.ACCEPTED, PairStatus.ACTIVE, PairStatus.PAUSED)


def workers(program: Program) -> QuerySet[Person]:
    """Mentors who work for the school, and its curators; by name, each once."""
    pairs = Pair.objects.of_program(program).filter(form__in=EMPLOYEE_FORMS)
    mentors = program.mentors.exclude(status__in=GONE)
    own = mentors.filter(Q(person__occupations__kind__in=WORKERS) | Q(pairs__in=pairs))
    curators = Q(assignments__role=AssignmentRole.CURATOR)
    found = Person.objects.filter(organization=program.organization_id, erased_on=None)
    chosen = found.filter(Q(pk__in=own.values("person")) | curators)
    return chosen.distinct().order_by("name_key", "pk")


def worker_of(document) -> Named:
    return named(document.person, document.program, day_of(document))


def own_pairs(document) -> list[Pair]:
    return pairs_of_mentor(document.program, document.person_id)


def pairs_of_mentor(program: Program, person: int) -> list[Pair]:
    """Pairs in which the worker helps other workers, agreed or working."""
    pairs = Pair.objects.of_program(program).filter(
        mentor__person=person, form__in=EMPLOYEE_FORMS, status__in=AGREED
    )
    return list(pairs.with_people().order_by("pk"))


def term_words(document, pairs: Iterable[Pair]) -> str:
    """«с 15 октября 2026 г. по 31 августа 2027 г.»

    From the beginning of the first pair to the end of the last; else the rest of the year from the
    signature, whenever that is: what is signed must be what is registered.
    """
    pairs = list(pairs)
    starts = [pair.starts_on for pair in pairs if pair.starts_on]
    ends = [pair.ends_on for pair in pairs if pair.ends_on]
    since = f"с {long_date(min(starts))}" if starts else SINCE_SIGNED
    return f"{since} по {long_date(max(ends, default=document.program.year.end))}"
