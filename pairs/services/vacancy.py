"""Mentors who cannot work any more though their pairs are open, and who could take over."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cached_property

import numpy as np
from django.db.models import Q
from django.utils import timezone

from pairs.domain import proposals as rules
from pairs.domain.replacement import replace
from pairs.enums import PairStatus
from pairs.models import PairMember
from pairs.services.draft import Key
from pairs.services.grid import Grid
from pairs.services.matching_facts import Facts, facts_of
from participants.enums import ParticipantStatus
from participants.models import Mentee, Mentor
from participants.services.withdrawal import willing, withdrew
from programs.models import Program


@dataclass(frozen=True)
class Handover:
    """A mentee of the gone mentor, or of a proposal that has to make room.

    ``mentor`` is None when nobody can take the mentee.
    """

    member: PairMember
    mentor: Mentor | None
    score: int
    reasons: list[dict]

    @property
    def is_proposed(self) -> bool:
        return self.member.pair.status == PairStatus.PROPOSED


def vacant(program: Program) -> list[Mentor]:
    """Mentors with open pairs who left the registry or took a consent back."""
    busy = program.mentors.filter(pairs__members__is_open=True).distinct().by_name()
    gone = withdrew({mentor.person_id for mentor in busy}, timezone.localdate())
    return [
        mentor
        for mentor in busy
        if mentor.status != ParticipantStatus.APPROVED or mentor.person_id in gone
    ]


class Takeover:
    """Who takes the mentees of ``mentor`` with the fewest changes to the rest.

    Accepted and working pairs of other mentors stay; proposals may give way, locked ones last.
    """

    def __init__(self, mentor: Mentor) -> None:
        self.mentor, self.program = mentor, mentor.program
        everybody = PairMember.objects.filter(pair__program=self.program, is_open=True)
        movable = Q(mentor=mentor) | Q(pair__status=PairStatus.PROPOSED)
        self.members = list(everybody.filter(movable).with_people().order_by("mentee", "pk"))
        self.fixed = everybody.exclude(movable).order_by()

    @cached_property
    def facts(self) -> Facts:
        mentees = Mentee.objects.filter(pk__in={member.mentee_id for member in self.members})
        approved = self.program.mentors.approved().exclude(pk=self.mentor.pk)
        others = willing(approved, timezone.localdate())
        return facts_of(self.program, mentees, self.fixed, mentors=others)

    @cached_property
    def handovers(self) -> list[Handover]:
        """Only those whose mentor changes, the gone mentor's first."""
        news = self._new_mentors()
        changed = [self._handover(each, news[each.mentee_id]) for each in self._parted]
        return sorted(changed, key=lambda row: row.member.mentor_id != self.mentor.pk)

    @property
    def is_beyond_draft(self) -> bool:
        """More than proposals changes: then the mentor himself is paused."""
        return not all(row.is_proposed for row in self.handovers)

    @cached_property
    def left(self) -> list[Handover]:
        """Mentees of the gone mentor whom nobody can take."""
        return [row for row in self.handovers if row.mentor is None]

    @cached_property
    def _given(self) -> frozenset[Key]:
        """Pairs after the change."""
        grid = Grid(self.facts)
        known = [member for member in self.members if grid.knows(key_of(member))]
        gone = len(self.facts.mentor_facts)
        current = [grid.at(key_of(member)) for member in known]
        current += [
            (grid.row[member.mentee_id], gone)
            for member in self.members
            if member.mentor_id == self.mentor.pk
        ]
        answer = replace(
            np.column_stack([grid.scores, np.full(len(grid.scores), -np.inf)]),
            [*grid.mentor_places, 0],
            current,
            [gone],
            [sum(1 for at in current if at[0] == row) or 1 for row in range(len(grid.scores))],
            [grid.at(key_of(member)) for member in known if member.is_locked],
            [grid.at(key) for key in self.fixed.values_list("mentor", "mentee") if grid.knows(key)],
        )
        return frozenset(grid.key(at) for at in answer.pairs)

    @property
    def _parted(self) -> list[PairMember]:
        return [member for member in self.members if key_of(member) not in self._given]

    def _new_mentors(self) -> Mapping[int, list[int]]:
        """Mentee → mentors whom the mentee has not had."""
        had = {key_of(member) for member in self.members}
        news = defaultdict(list)
        for mentor, mentee in sorted(self._given - had):
            news[mentee].append(mentor)
        return news

    def _handover(self, member: PairMember, news: list[int]) -> Handover:
        if not news:
            return Handover(member, None, 0, [])
        mentor = news.pop(0)
        told = next(told for told in self.facts.mentor_facts if told.id == mentor)
        asked = next(told for told in self.facts.mentee_facts if told.id == member.mentee_id)
        score, reasons = rules.explain(told, asked)
        worded = [asdict(reason) for reason in reasons]
        return Handover(member, self.facts.mentors[mentor], score, worded)


def key_of(member: PairMember) -> Key:
    return member.mentor_id, member.mentee_id
