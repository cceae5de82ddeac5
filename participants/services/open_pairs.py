"""Open pairs of somebody who leaves the base; the relations come from above, by name only."""

from typing import Any

from participants.enums import ParticipantStatus
from participants.models import Mentee, Mentor

# Whoever is in the registry, or back in it soon, keeps the pairs.
STAYING = (ParticipantStatus.APPROVED, ParticipantStatus.PAUSED)
# A code of the app above: pairs that meet.
WORKING = "active"


def open_pairs(participant: Mentor | Mentee) -> list[Any]:
    """Proposed, accepted and working pairs, the oldest first."""
    if isinstance(participant, Mentor):
        found = participant.pairs.with_people().order_by("pk")
        return [pair for pair in found if any(row.is_open for row in pair.members.all())]
    members = participant.pair_members.filter(is_open=True).order_by("pair")
    return [row.pair for row in members.select_related("pair__mentor__person")]


def left_behind(participant: Mentor | Mentee, status: str) -> list[Any]:
    """Pairs that the move to ``status`` leaves without this person."""
    return [] if status in STAYING else open_pairs(participant)


def going_on(participant: Mentor | Mentee, status: str) -> list[Any]:
    """Pairs that meet on while their mentor is paused."""
    if status != ParticipantStatus.PAUSED or not isinstance(participant, Mentor):
        return []
    return [pair for pair in open_pairs(participant) if pair.status == WORKING]
