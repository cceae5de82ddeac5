"""The pairing of a program: compute, store as proposals, offer other mentors."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from django.db import transaction

from pairs.domain import facts as told
from pairs.domain import matching as rules
from pairs.models import Matching, Pair, PairMember
from pairs.services.matching_facts import Facts, collect
from participants.models import Mentee, Mentor
from programs.enums import MentoringKind
from programs.models import Program
from programs.services import journal


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
            form = _form(mentor, self.facts.mentees[proposal.mentee_id])
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
    """The best pairs for the people of the registry; the same data give the same pairs."""
    facts = collect(program, with_candidates=with_candidates)
    answer = rules.propose(facts.mentor_facts, facts.mentee_facts, banned=facts.banned)
    return Result(facts, answer)


@transaction.atomic
def propose(*, program: Program, by: Any) -> Matching:
    """Store the best pairs as proposals instead of the earlier ones.

    Accepted and working pairs stay and hold their places; rejected ones are not offered again.
    """
    Program.objects.select_for_update().get(pk=program.pk)
    return store(program=program, result=compute(program=program), by=by)


@transaction.atomic
def store(*, program: Program, result: Result, by: Any) -> Matching:
    """The second half of :func:`propose`, for those who have looked at the result first."""
    Pair.objects.proposed().of_program(program).delete()
    matching = _matching(program, result.answer)
    _store_pairs(matching, result.groups)
    journal.record(
        by=by,
        action="matching.propose",
        obj=matching,
        organization=program.organization,
        pairs=len(result.groups),
        unmatched=len(matching.unmatched),
    )
    return matching


def _matching(program: Program, answer: told.Matching) -> Matching:
    return Matching.objects.create(
        program=program,
        objective=answer.objective,
        proven_optimal=answer.proven_optimal,
        seconds=answer.seconds,
        unmatched=[asdict(left) for left in answer.unmatched],
    )


def _store_pairs(matching: Matching, groups: list[Group]) -> None:
    pairs = Pair.objects.bulk_create(
        Pair(
            program=matching.program,
            mentor=group.mentor,
            form=group.form,
            kind=group.kind,
            matching=matching,
        )
        for group in groups
    )
    PairMember.objects.bulk_create(_members(zip(pairs, groups, strict=True)))


def _members(pairs: Iterable[tuple[Pair, Group]]) -> list[PairMember]:
    return [
        PairMember(
            pair=pair,
            mentor=group.mentor,
            mentee_id=proposal.mentee_id,
            score=proposal.score,
            reasons=[asdict(reason) for reason in proposal.reasons],
        )
        for pair, group in pairs
        for proposal in group.proposals
    ]


def _form(mentor: Mentor, mentee: Mentee) -> str:
    """The mentee's form; when the base does not say, the mentor's only one."""
    return mentee.form or (mentor.forms[0] if len(mentor.forms) == 1 else "")
