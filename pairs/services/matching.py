"""The pairing of a program: compute, store as proposals, offer other mentors."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from pairs.domain import facts as told
from pairs.domain import proposals as rules
from pairs.enums import MatchingStep
from pairs.models import Matching
from pairs.services import step_words as words
from pairs.services import steps
from pairs.services.draft import Draft, cells_of, form_of
from pairs.services.matching_facts import Facts, collect
from pairs.services.obstacles import broken_locks, named
from participants.models import Mentee, Mentor
from programs.enums import MentoringKind
from programs.models import Program


@dataclass(frozen=True)
class Group:
    """Mentees proposed to one mentor in one form: a future pair, or group."""

    mentor: Mentor
    form: str
    proposals: list[told.Proposal]

    @property
    def kind(self) -> MentoringKind:
        return MentoringKind.GROUP if len(self.proposals) > 1 else MentoringKind.TRADITIONAL

    @property
    def score(self) -> int:
        return sum(proposal.score for proposal in self.proposals)


@dataclass(frozen=True)
class Result:
    """An answer of the matcher beside the rows it was asked about; nothing is stored yet."""

    facts: Facts
    answer: told.Matching

    @property
    def groups(self) -> list[Group]:
        found = defaultdict(list)
        for proposal in self.answer.proposals:
            mentor = self.facts.mentors[proposal.mentor_id]
            form = form_of(mentor, self.facts.mentees[proposal.mentee_id])
            found[mentor.pk, form].append(proposal)
        return [
            Group(self.facts.mentors[mentor], form, proposals)
            for (mentor, form), proposals in sorted(found.items())
        ]

    @property
    def proposed_people(self) -> list[Mentor | Mentee]:
        """Everyone who has found a pair, mentors first."""
        mentors = {part.mentor_id: None for part in self.answer.proposals}
        mentees = [self.facts.mentees[part.mentee_id] for part in self.answer.proposals]
        return [*(self.facts.mentors[pk] for pk in mentors), *mentees]

    @property
    def unmatched(self) -> list[tuple[told.Unmatched, Mentor | Mentee]]:
        rows = {"mentor": self.facts.mentors, "mentee": self.facts.mentees}
        return [(left, rows[left.side][left.id]) for left in self.answer.unmatched]


def compute(*, program: Program, with_candidates: bool = False) -> Result:
    """The best pairs for the people of the registry; the same data give the same pairs.

    Locked proposals stay as they are.
    """
    facts = collect(program, with_candidates=with_candidates)
    locked = frozenset(cell.key for cell in cells_of(program) if cell.locked)
    answer = rules.propose(
        facts.mentor_facts, facts.mentee_facts, banned=facts.banned, locked=locked
    )
    return Result(facts, answer)


@transaction.atomic
def propose(*, program: Program, by: Any, seen: str | None = None) -> Matching:
    """Store the best pairs as proposals instead of the earlier ones.

    Locked, accepted and working pairs stay and hold their places; forbidden ones are not offered.
    """
    draft = steps.open_draft(program, seen)
    return _store(draft, compute(program=program), by)


def lost_locks(matching: Matching) -> list[str]:
    """Locked pairs that the run has not kept, each with the reason; the first by name."""
    rows = matching.snapshot.get("lost", ())
    return named({(mentor, mentee): why for mentor, mentee, why in rows})


@transaction.atomic
def store(*, program: Program, result: Result, by: Any) -> Matching:
    """The second half of :func:`propose`, for those who have looked at the result first."""
    return _store(steps.open_draft(program), result, by)


def _store(draft: Draft, result: Result, by: Any) -> Matching:
    former = [cell for cell in draft.cells.values() if cell.locked]
    locked = draft.locked
    draft.facts, draft.cells = result.facts, {}
    for found in result.answer.proposals:
        key = found.mentor_id, found.mentee_id
        draft.put(draft.told_cell(key, found.score, found.reasons, locked=key in locked))
    note = words.counted_pairs(len({cell.home for cell in draft.cells.values()}))
    lost = [[*key, why] for key, why in broken_locks(draft, former).items()]
    return steps.write(
        draft, step=MatchingStep.RUN, note=note, by=by, answer=result.answer, lost=lost
    )
