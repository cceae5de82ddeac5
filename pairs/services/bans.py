"""Pairs that the curator forbids: not offered again until the ban is lifted."""

from collections.abc import Set
from typing import Any

from django.db.models import Q

from pairs.enums import PairStatus
from pairs.models import ForbiddenPair, PairMember
from programs.models import Program
from programs.services import journal

LONGEST = ForbiddenPair._meta.get_field("reason").max_length


def ban(*, program: Program, member: PairMember, reason: str, by: Any) -> ForbiddenPair:
    """Forbidden anew, the pair keeps one row with the latest reason."""
    banned, _created = ForbiddenPair.objects.update_or_create(
        mentor_id=member.mentor_id,
        mentee_id=member.mentee_id,
        defaults={
            "program": program,
            "reason": reason.strip()[:LONGEST],
            "forbidden_by": by,
            "is_lifted": False,
        },
    )
    organization = program.organization
    journal.record(by=by, action="ban.create", obj=banned, organization=organization)
    return banned


def lift(*, banned: ForbiddenPair, by: Any) -> None:
    banned.is_lifted = True
    banned.save(update_fields=["is_lifted"])
    organization = banned.program.organization
    journal.record(by=by, action="ban.lift", obj=banned, organization=organization)


def _settled(program: Program) -> Set[tuple[int, int]]:
    over = Q(pair__status__in=(PairStatus.REJECTED, PairStatus.PARTED)) | ~Q(left_on=None)
    members = PairMember.objects.filter(over, pair__program=program)
    return set(members.values_list("mentor", "mentee"))


def unlike(program: Program, wanted: Set[tuple[int, int]]) -> list[ForbiddenPair]:
    """Rows that stand and should not, or the reverse, when exactly ``wanted`` are forbidden.

    Bans of pairs that were rejected or parted are no steps of the draft: they stay.
    """
    rows = list(ForbiddenPair.objects.of_program(program))
    settled = _settled(program)
    return [
        row
        for row in rows
        if row.is_lifted is ((row.mentor_id, row.mentee_id) in wanted)
        and (row.is_lifted or (row.mentor_id, row.mentee_id) not in settled)
    ]


def restore(program: Program, wanted: Set[tuple[int, int]]) -> None:
    """Exactly ``wanted`` bans (mentor, mentee) stand; a lifted one comes back with its reason."""
    changed = unlike(program, wanted)
    for row in changed:
        row.is_lifted = not row.is_lifted
    ForbiddenPair.objects.bulk_update(changed, ["is_lifted"])
