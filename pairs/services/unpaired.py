"""Mentees of the registry who have no mentor: since when, why, and what is being done."""

from collections.abc import Iterable
from datetime import date

from django.db.models import (
    Case,
    Count,
    DateField,
    Exists,
    F,
    Max,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from pairs.domain.waiting import long_before
from pairs.enums import HELD_STATUSES, ORDERED_STATUSES, PairStatus
from pairs.models import PairMember, SupportRecord
from pairs.services import steps
from pairs.services.terms import terms_of
from participants.models import Mentee
from participants.services.withdrawal import REFUSAL, withdrew
from programs.models import Program

NOT_MATCHED = "Пары ещё не подбирали."
NOT_ASKED = "Ждёт следующего подбора: в последнем участия не было."
NEXT_MENTOR = "Смена наставника по взаимному согласию сторон, нового ещё не подобрали."
CHANGED = "смена наставника по взаимному согласию сторон"


def unpaired(program: Program) -> QuerySet[Mentee]:
    """``waits_since``, ``comes_first`` after a change of mentor, ``is_proposed`` to a mentor.

    A mere proposal is the curator's draft: its mentee still waits.
    """
    return with_waiting(without_pair(Mentee.objects.of_program(program).approved()))


def without_pair(mentees: QuerySet[Mentee]) -> QuerySet[Mentee]:
    return mentees.exclude(Exists(_own(is_open=True, pair__status__in=HELD_STATUSES)))


def with_waiting(mentees: QuerySet[Mentee]) -> QuerySet[Mentee]:
    ended = _own(is_open=False, pair__status__in=ORDERED_STATUSES)
    last = ended.annotate(day=Coalesce("left_on", "pair__ended_on")).order_by("-day", "-pk")
    return mentees.annotate(
        last_end=Subquery(last.values("day")[:1], output_field=DateField()),
        last_status=Subquery(last.values("pair__status")[:1]),
        last_reason=Subquery(last.values("left_reason")[:1]),
        is_proposed=Exists(_own(is_open=True, pair__status=PairStatus.PROPOSED)),
    ).annotate(
        waits_since=Case(
            When(last_end__gt=F("listed_on"), then=F("last_end")), default=F("listed_on")
        ),
        comes_first=Case(
            When(Q(last_status=PairStatus.PARTED) | Q(last_reason=CHANGED), then=Value(True)),
            default=Value(False),
        ),
    )


def _own(**conditions) -> QuerySet[PairMember]:
    return PairMember.objects.filter(mentee=OuterRef("pk"), **conditions)


def with_support(mentees: QuerySet[Mentee]) -> QuerySet[Mentee]:
    """``supports``, ``last_support`` and ``next_support``: only for those who may know them.

    The next meeting is the one that the last record names, so a held meeting answers it.
    """
    own = SupportRecord.objects.filter(mentee=OuterRef("pk")).order_by()
    latest = own.order_by("-held_on", "-pk")
    grouped = own.values("mentee")
    return mentees.annotate(
        supports=Coalesce(Subquery(grouped.annotate(n=Count("pk")).values("n")), 0),
        last_support=Subquery(grouped.annotate(day=Max("held_on")).values("day")),
        next_support=Subquery(latest.values("next_on")[:1]),
    )


def support_due(mentees: QuerySet[Mentee], today: date) -> QuerySet[Mentee]:
    """Whose next meeting has come; read ``with_support`` first."""
    return mentees.filter(next_support__lte=today)


def waiting_long(mentees: QuerySet[Mentee], today: date, days: int) -> QuerySet[Mentee]:
    """Longer than ``days``; read ``with_waiting`` first."""
    return mentees.filter(waits_since__lte=long_before(today, days))


def long_waiters(program: Program, today: date) -> QuerySet[Mentee]:
    return waiting_long(unpaired(program), today, terms_of(program).wait_days)


def due_supports(program: Program, today: date) -> QuerySet[Mentee]:
    return support_due(with_support(unpaired(program)), today)


def reasons_of(program: Program, mentees: Iterable[Mentee], today: date) -> dict[int, list[str]]:
    """What the last matching said of each; a constant number of queries.

    Read ``with_waiting`` first: of whom it said nothing, a change of mentor is the reason.
    """
    mentees = list(mentees)
    matching = steps.current(program)
    said = {
        row["id"]: row["reasons"]
        for row in (matching.unmatched if matching else [])
        if row["side"] == "mentee"
    }
    usual = NOT_ASKED if matching else NOT_MATCHED
    unsaid = {row.pk: [NEXT_MENTOR if row.comes_first else usual] for row in mentees}
    gone = withdrew({mentee.person_id for mentee in mentees}, today)
    return {
        mentee.pk: [REFUSAL]
        if mentee.person_id in gone
        else (said.get(mentee.pk) or unsaid[mentee.pk])
        for mentee in mentees
    }
