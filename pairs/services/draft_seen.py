"""What a page of the draft has shown: a button of a stale page changes nothing."""

from django.core.exceptions import ValidationError

from mentoring_portal.shared.fingerprints import fingerprint
from pairs.enums import PairStatus
from pairs.models import PairMember
from programs.models import Program

STALE = "stale"
MOVED_ON = (
    "Черновик пар изменился в другом окне, или его изменил коллега. "
    "Ниже – как он выглядит сейчас: посмотрите и решите ещё раз."
)


def seen_draft(program: Program) -> str:
    """The step and everyone in an open pair: to accept or to reject a pair is no step."""
    step = program.matchings.values_list("pk", flat=True).first()
    rows = PairMember.objects.filter(pair__program=program, is_open=True).order_by("pk")
    held = rows.values_list("pk", "pair", "mentor", "mentee", "is_locked", "pair__status")
    return fingerprint([step, [(*row, status == PairStatus.PROPOSED) for *row, status in held]])


def hold(program: Program, seen: str | None) -> None:
    """The draft is held until commit; refused when it is not what the page has shown.

    Nothing ``seen`` is a caller without a page.
    """
    Program.objects.select_for_update().get(pk=program.pk)
    if seen is not None and seen != seen_draft(program):
        raise ValidationError(MOVED_ON, code=STALE)
