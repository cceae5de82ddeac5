"""What a pair has done so far, as one of its sides or the school may see it."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch
from django.utils import timezone

from pairs.domain.meeting_rhythm import Gap, gaps, next_kind
from pairs.enums import ONCE_KINDS, MeetingKind, PairStatus
from pairs.models import Feedback, Meeting, Pair, PairMember
from participants.models import Person

KINDS = tuple(MeetingKind)


@dataclass(frozen=True)
class Step:
    """One of the six kinds of meetings in the plan of a pair."""

    title: str
    days: list[date]
    is_next: bool


@dataclass(frozen=True)
class History:
    meetings: list[Meeting]
    gaps: list[Gap]
    steps: list[Step]
    next_kind: str

    @property
    def minutes(self) -> int:
        return sum(meeting.minutes for meeting in self.meetings)

    @property
    def last_day(self) -> date | None:
        return self.meetings[0].day if self.meetings else None


def history(
    pair: Pair, *, viewer: Person | None = None, reads_all: bool = False, sees_notes: bool = False
) -> History:
    """``viewer`` reads own answers, or everybody's with ``reads_all``.

    A mentee sees the meetings held since joining: the earlier ones are the others' own.
    Notes are blanked here, not only left out by a template: a page can never leak them.
    """
    answers = Feedback.objects.select_related("person").order_by("pk")
    if not reads_all:
        answers = answers.filter(person=viewer)
    held = list(pair.meetings.prefetch_related(Prefetch("feedback", queryset=answers)))
    own = [] if sees_notes else _memberships(pair, viewer)
    meetings = [meeting for meeting in held if _was_there(own, meeting)]
    for meeting in meetings:
        meeting.note = meeting.note if sees_notes else ""
        meeting.is_answered = any(one.person_id == _key(viewer) for one in meeting.feedback.all())
    upcoming = next_kind(KINDS, ONCE_KINDS, {meeting.kind for meeting in held})
    return History(
        meetings=meetings,
        gaps=gaps((meeting.day for meeting in meetings), _first_day(pair, own), _last_day(pair)),
        steps=[_step(kind, meetings, upcoming) for kind in KINDS],
        next_kind=upcoming,
    )


def _key(viewer: Person | None) -> int | None:
    return viewer.pk if viewer else None


def _memberships(pair: Pair, viewer: Person | None) -> list[PairMember]:
    """Of a mentee; empty for anybody else."""
    members = pair.members.all() if viewer else []
    return [member for member in members if member.mentee.person_id == _key(viewer)]


def _was_there(own: list[PairMember], meeting: Meeting) -> bool:
    return not own or any(member.was_in(meeting.day, meeting.day) for member in own)


def _first_day(pair: Pair, own: list[PairMember]) -> date | None:
    joined = [member.joined_on for member in own if member.joined_on]
    return min(joined) if own and len(joined) == len(own) else pair.starts_on


def _last_day(pair: Pair) -> date:
    """A closed pair owes no meetings after its end, a paused one none after the last."""
    if pair.status == PairStatus.PAUSED:
        return pair.starts_on or timezone.localdate()
    return pair.ended_on or timezone.localdate()


def _step(kind: MeetingKind, meetings: list[Meeting], upcoming: str) -> Step:
    days = sorted(meeting.day for meeting in meetings if meeting.kind == kind)
    return Step(title=kind.label, days=days, is_next=kind == upcoming)
