"""Other mentors for one mentee, the best first, with what speaks against each."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import asdict, dataclass, replace

from pairs.domain.facts import MenteeFacts, MentorFacts
from pairs.domain.proposals import explain, forbids
from pairs.enums import PairStatus
from pairs.models import Pair, PairMember
from pairs.services.matching_facts import facts_of
from pairs.services.places import count_by_mentor, weakest_proposals
from participants.models import Mentee, Mentor


@dataclass(frozen=True)
class Alternative:
    """A mentor who may be chosen by hand; ``warning`` is the rule that the matching would keep."""

    mentor: Mentor
    score: int
    reasons: list[dict]
    free: int
    warning: str = ""
    is_banned: bool = False
    yields: PairMember | None = None
    delta: int = 0

    @property
    def is_open(self) -> bool:
        """A place is free, or a mere proposal holds it and may yield."""
        return bool(self.free or self.yields)


def alternatives(*, member: PairMember) -> list[Alternative]:
    """All mentors of the registry but those whom the mentee has and the mentee in person.

    Those with a free place come first, then those whose place another proposal holds; inside,
    the suitable ones, then by score. The curator may go against a wished form or age, never
    against the number of places.
    """
    return sorted(_each(member), key=_rank)


def _each(member: PairMember) -> Iterator[Alternative]:
    program = member.pair.program
    everybody = PairMember.objects.filter(pair__program=program, is_open=True)
    yielding = weakest_proposals(everybody)
    proposed = everybody.filter(pair__status=PairStatus.PROPOSED)
    held = count_by_mentor(proposed)
    # Scores are those of the draft: proposals do not lessen the time of a mentor.
    agreed = everybody.exclude(pair__status=PairStatus.PROPOSED)
    facts = facts_of(program, Mentee.objects.filter(pk=member.mentee_id), agreed)
    (mentee,) = facts.mentee_facts
    asked = mentee if member.pair.status == PairStatus.PROPOSED else _as_in(member.pair, mentee)
    own = {
        member.mentor_id,
        *everybody.filter(mentee=member.mentee).values_list("mentor", flat=True),
    }
    for mentor in facts.mentor_facts:
        if mentor.id not in own and mentor.person_id != mentee.person_id:
            score, reasons = explain(mentor, mentee)
            free = max(0, mentor.places - held.get(mentor.id, 0))
            yields = None if free else yielding.get(mentor.id)
            yield Alternative(
                mentor=facts.mentors[mentor.id],
                score=score,
                reasons=[asdict(reason) for reason in reasons],
                free=free,
                warning=_warning(mentor, asked, facts.banned),
                is_banned=(mentor.id, mentee.id) in facts.banned,
                yields=yields,
                delta=_delta(member, score, yields),
            )


def objections(pair: Pair, mentees: Sequence[Mentee]) -> list[str]:
    """Rules of the matching that a pair made by hand would break; bans and places are no wishes."""
    mentors = Mentor.objects.filter(pk=pair.mentor_id)
    rows = Mentee.objects.filter(pk__in=[mentee.pk for mentee in mentees])
    facts = facts_of(pair.program, rows, PairMember.objects.none(), mentors=mentors)
    (mentor,) = facts.mentor_facts
    apart = [row for row in mentees if row.person_id != mentor.person_id]
    found = {told.id: _warning(mentor, _as_in(pair, told), set()) for told in facts.mentee_facts}
    return [f"{row.person.short_name}: {found[row.pk]}" for row in apart if found[row.pk]]


def _as_in(pair: Pair, mentee: MenteeFacts) -> MenteeFacts:
    """A pair keeps the form and the role model that it has, whatever the base says."""
    return replace(
        mentee,
        form=pair.form or mentee.form,
        role_model=pair.role_model or mentee.role_model,
    )


def _delta(member: PairMember, score: int, yields: PairMember | None) -> int:
    """What the sum of the draft's scores gains; whoever yields a place loses the own score."""
    lost = (yields.score or 0) if yields else 0
    return score - (member.score or 0) - lost


def _warning(mentor: MentorFacts, mentee: MenteeFacts, banned: Set[tuple[int, int]]) -> str:
    """What the matching would not do; full places are said by ``free`` already."""
    return forbids(replace(mentor, places=max(mentor.places, 1)), mentee, banned)


def _rank(row: Alternative) -> tuple[bool, bool, bool, int, int]:
    return not row.is_open, not row.free, bool(row.warning), -row.score, row.mentor.pk
