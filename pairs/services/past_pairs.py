"""What became of earlier pairs of the same people: some may go on, others did not work out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q

from mentoring_portal.shared.dates import short_date
from pairs.domain.waiting import CHANGED
from pairs.enums import ORDERED_STATUSES, FeedbackSide, PairStatus
from pairs.models import PairMember, Verdict
from participants.models import Mentor
from programs.models import Program

# Parted in agreement, a pair or one of a group, or left by a mentor who could not go on.
BLAMELESS = (
    Q(pair__status=PairStatus.PARTED) | Q(left_reason=CHANGED) | Q(pair__is_handed_over=True)
)


@dataclass(frozen=True)
class Past:
    """This year's rows of mentors who led the person before.

    ``broken`` tells what parted them. The latest fact counts.
    """

    good: frozenset[int] = frozenset()
    broken: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, order=True)
class _Fact:
    """People of a pair; an empty ``parted`` means that they stayed together."""

    day: date
    mentee: int
    mentor: int
    parted: str = ""


def past_of(program: Program, mentors: Iterable[Mentor]) -> Mapping[int, Past]:
    """Person of a mentee → what is known; two queries."""
    rows = {row.person_id: row.pk for row in mentors}
    last: dict[int, dict[int, str]] = defaultdict(dict)
    for fact in sorted((*_ended(program), *_refused(program))):
        if fact.mentor in rows:
            last[fact.mentee][rows[fact.mentor]] = fact.parted
    return defaultdict(Past) | {person: _past(facts) for person, facts in last.items()}


def _past(facts: Mapping[int, str]) -> Past:
    good = frozenset(mentor for mentor, parted in facts.items() if not parted)
    return Past(good, {mentor: parted for mentor, parted in facts.items() if parted})


def _ended(program: Program) -> Iterator[_Fact]:
    """Pairs fixed by an order that are over, and all of earlier years."""
    members = PairMember.objects.filter(
        pair__program__organization=program.organization_id, pair__status__in=ORDERED_STATUSES
    )
    # A change of mentor without blame is neither a success to repeat nor a failure to explain.
    members = members.exclude(BLAMELESS).order_by("pk")
    for mentee, mentor, year, status, ended, left in members.values_list(
        "mentee__person",
        "mentor__person",
        "pair__program__start_year",
        "pair__status",
        "pair__ended_on",
        "left_on",
    ):
        day = left or ended or date(year + 1, 8, 31)
        parted = _parted(status, day, left)
        is_over = year < program.start_year or status == PairStatus.COMPLETED
        if parted or is_over:
            yield _Fact(day, mentee, mentor, parted)


def _parted(status: str, day: date, left: date | None) -> str:
    if left:
        return f"наставляемый перешёл к другому наставнику или вышел из группы {short_date(day)}"
    if status == PairStatus.TERMINATED:
        return f"прекращена досрочно {short_date(day)}"
    return ""


def _refused(program: Program) -> Iterator[_Fact]:
    """«Не подошли» of either side after the trial meeting."""
    refusals = Verdict.objects.filter(
        fits=False, pair__program__organization=program.organization_id
    ).order_by("pk")
    for side, person, mentor, mentee, day in refusals.values_list(
        "side", "person", "pair__mentor__person", "pair__members__mentee__person", "given_on"
    ):
        who = "наставник" if side == FeedbackSide.MENTOR else "наставляемый"
        if mentee is not None and person in (mentor, mentee):
            yield _Fact(day, mentee, mentor, f"{who} ответил «не подошли» {short_date(day)}")
