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
from django.utils import timezone

from mentoring_portal.shared.dates import short_date
from pairs.domain.waiting import CHANGED, long_before
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
PROPOSED = "Пара предложена, её ещё не приняли."
REJECTED = "Предложенную пару отклонили: ждёт следующего подбора."
COMPLETED = "Прежняя пара завершила работу{day}, новую ещё не подобрали."
TERMINATED = "Прежняя пара прекращена досрочно{day}, новую ещё не подобрали."
LEFT = "Работа в группе закончилась{day}, новую пару ещё не подобрали."


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
        last_left=Subquery(last.values("left_on")[:1]),
        is_rejected=Exists(_own(is_open=False, pair__status=PairStatus.REJECTED)),
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

    Read ``with_waiting`` first: whatever has happened to a pair since then says more.
    """
    mentees = list(mentees)
    matching = steps.current(program)
    said = {
        row["id"]: row["reasons"]
        for row in (matching.unmatched if matching else [])
        if row["side"] == "mentee"
    }
    usual = NOT_ASKED if matching else NOT_MATCHED
    day = timezone.localtime(matching.created_at).date() if matching else None
    gone = withdrew({mentee.person_id for mentee in mentees}, today)
    return {
        mentee.pk: [REFUSAL]
        if mentee.person_id in gone
        else _after(mentee, day) or said.get(mentee.pk) or [_happened(mentee) or usual]
        for mentee in mentees
    }


def _after(mentee: Mentee, matched_on: date | None) -> list[str]:
    """The end of a pair later than the matching, which knew nothing of it."""
    is_later = matched_on and mentee.last_end and mentee.last_end > matched_on
    return [_happened(mentee)] if is_later else []


def _happened(mentee: Mentee) -> str:
    """What became of the pair that the mentee has had."""
    if mentee.is_proposed:
        return PROPOSED
    if mentee.comes_first:
        return NEXT_MENTOR
    if mentee.last_status:
        return _ended(mentee)
    return REJECTED if mentee.is_rejected else ""


def _ended(mentee: Mentee) -> str:
    words = COMPLETED if mentee.last_status == PairStatus.COMPLETED else TERMINATED
    words = LEFT if mentee.last_left else words
    return words.format(day=f" {short_date(mentee.last_end)}" if mentee.last_end else "")
