"""Another mentor without blame: the two part, nobody is said to have failed."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from pairs.domain.waiting import CHANGED
from pairs.models import Pair, PairMember, Verdict
from pairs.services.bans import ban
from pairs.services.departure import leave
from pairs.services.pair import end_in_agreement
from participants.models import Mentee


@transaction.atomic
def part(*, pair: Pair, mentee: Mentee, day: date, by: Any) -> PairMember:
    """End the pair, or take the mentee out of the group, for a neutral reason.

    The two are not offered to each other again, and no reason of it is kept. The mentee waits
    first in the line; the next amending order tells of the change.
    """
    member = PairMember.objects.filter(pair=pair, mentee=mentee, left_on=None).first()
    if member is None:
        raise ValidationError("Этого наставляемого в паре уже нет.")
    ban(program=pair.program, member=member, reason="", by=by)
    if len(pair.mentees) > 1:
        leave(member=member, day=day, reason=CHANGED, by=by)
    else:
        end_in_agreement(pair=pair, day=day, reason=CHANGED, by=by)
    _settle(pair, mentee)
    return member


def _settle(pair: Pair, mentee: Mentee) -> None:
    """The parting answers what this mentee and the mentor have said."""
    people = [mentee.person_id, pair.mentor.person_id]
    said = Verdict.objects.filter(pair=pair, person__in=people, settled_on=None)
    said.filter(fits=False).update(settled_on=timezone.localdate())
