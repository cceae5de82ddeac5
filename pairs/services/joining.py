"""A mentee joins a pair or a group that works; the next amending order tells of it."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from pairs.enums import WORKING_STATUSES, PairStatus
from pairs.models import Pair, PairMember
from pairs.services.alternatives import objections
from pairs.services.composition import check_people, drop, drop_surplus, make_room
from pairs.services.departure import check_day
from pairs.services.group_limits import limits_of
from pairs.services.membership import ensure_no_overlap
from pairs.services.places import ensure_mentee_has_place
from pairs.services.plan_agreement import settle_people
from participants.models import Mentee
from programs.enums import MentoringKind
from programs.services import journal

NOT_WORKING = "Добавить наставляемого можно только в группу, которая работает."


def ensure_may_join(pair: Pair) -> None:
    if pair.status not in WORKING_STATUSES:
        raise ValidationError(NOT_WORKING)


def objections_to(pair: Pair, mentee: Mentee) -> list[str]:
    """Rules of the matching that the newcomer would break: it makes a group of one form."""
    found = objections(pair, [mentee])
    if pair.form and mentee.form and mentee.form != pair.form:
        form, own = pair.get_form_display(), mentee.get_form_display()
        found.append(f"{mentee.person.short_name}: форма в базе – «{own}», а у группы – «{form}»")
    return found


@transaction.atomic
def join(*, pair: Pair, mentee: Mentee, day: date, by: Any) -> PairMember:
    """By the rules of a pair made by hand: mere proposals of the mentor yield the place.

    A kind of one to one becomes a group; a reverse pair, say, stays so, whoever joins or leaves.
    A plan that everybody had agreed to waits for the newcomer's answer.
    """
    pair = Pair.objects.select_for_update().get(pk=pair.pk)
    _drop_own_proposal(pair, mentee, by)
    _check(pair, mentee, day)
    make_room(pair.mentor, 1, by)
    member = PairMember.objects.create(pair=pair, mentor=pair.mentor, mentee=mentee, joined_on=day)
    drop_surplus(mentee, by)
    if len(pair.mentees) > 1 and pair.kind == MentoringKind.TRADITIONAL:
        pair.kind = MentoringKind.GROUP
        pair.save(update_fields=["kind"])
    Mentee.objects.filter(pk=mentee.pk, entry_date=None).update(entry_date=day)
    organization = pair.program.organization
    journal.record(by=by, action="pair.join", obj=pair, organization=organization, member=member.pk)
    settle_people(pair=pair, by=by)
    return member


def _check(pair: Pair, mentee: Mentee, day: date) -> None:
    ensure_may_join(pair)
    check_day(pair, day)
    ensure_no_overlap(pair.members.filter(mentee=mentee), day)
    check_people(pair.program, pair.mentor, mentee)
    ensure_mentee_has_place(mentee)
    limits_of(pair.program).ensure(len(pair.mentees) + 1)


def _drop_own_proposal(pair: Pair, mentee: Mentee, by: Any) -> None:
    """What the matching has proposed for these two comes true here."""
    proposed = PairMember.objects.filter(
        mentor=pair.mentor_id, mentee=mentee, pair__status=PairStatus.PROPOSED
    )
    for proposal in proposed.select_related("pair__program"):
        drop(member=proposal, by=by)
