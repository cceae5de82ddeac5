"""With whom a proposed mentee may change mentors, and what each exchange is worth."""

from dataclasses import dataclass

from pairs.enums import PairStatus
from pairs.models import PairMember
from pairs.services.draft import Draft, Key


@dataclass(frozen=True)
class Exchange:
    """``delta`` is what the sum of scores gains."""

    member: PairMember
    delta: int
    total: int
    warning: str = ""


def exchanges(member: PairMember) -> list[Exchange]:
    """Every proposal of another mentor that the rules let be exchanged, the dearest last."""
    draft = Draft(member.pair.program)
    own = member.mentor_id, member.mentee_id
    if own not in draft.cells or not draft.knows(own):
        return []
    members = PairMember.objects.filter(
        pair__program=draft.program, pair__status=PairStatus.PROPOSED
    ).exclude(mentor=member.mentor_id)
    rows = members.select_related("mentee__person", "mentor__person").order_by("pk")
    found = [_exchange(draft, own, other) for other in rows if _possible(draft, own, other)]
    return sorted(found, key=lambda row: (bool(row.warning), -row.delta, row.member.pk))


def _crossed(own: Key, other: PairMember) -> tuple[Key, Key]:
    return (other.mentor_id, own[1]), (own[0], other.mentee_id)


def _possible(draft: Draft, own: Key, other: PairMember) -> bool:
    return draft.knows((other.mentor_id, other.mentee_id)) and not any(
        key in draft.cells or key in draft.agreed or key in draft.facts.banned or draft.oneself(key)
        for key in _crossed(own, other)
    )


def _exchange(draft: Draft, own: Key, other: PairMember) -> Exchange:
    crossed = _crossed(own, other)
    former = draft.cells[own].score + draft.cells[other.mentor_id, other.mentee_id].score
    delta = sum(draft.score(key) for key in crossed) - former
    return Exchange(other, delta, draft.before.total + delta, draft.objections(crossed))
