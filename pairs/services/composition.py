"""Who is in a pair: made by hand, or a mentee given to another mentor."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from pairs.enums import DRAFT_STATUSES, PairStatus
from pairs.models import ForbiddenPair, Pair, PairMember
from pairs.services.draft import form_of, role_model_of
from pairs.services.draft_seen import hold
from pairs.services.group_limits import limits_of
from pairs.services.places import (
    ensure_mentee_has_place,
    lock_with_places,
    surplus_proposals,
    yielding_proposals,
)
from participants.enums import ParticipantStatus
from participants.models import Mentee, Mentor, Person
from participants.services.withdrawal import refusals
from programs.enums import MentoringKind
from programs.models import Program
from programs.services import journal
from programs.services.program_form import check_role_models

WITHDRAWN = "согласие отозвано. Запишите новое или выберите другого человека."


@transaction.atomic
def create(*, pair: Pair, mentees: Sequence[Mentee], by: Any) -> Pair:
    """A pair (a group when there are several mentees) that the curator puts together by hand.

    It is accepted at once: nobody has to agree with the curator's own choice, and mere proposals
    of the mentor yield their places.
    """
    if not mentees:
        raise ValidationError("Выберите хотя бы одного наставляемого.")
    for mentee in mentees:
        check_people(pair.program, pair.mentor, mentee)
        ensure_mentee_has_place(mentee)
    limits_of(pair.program).ensure(len(mentees))
    make_room(pair.mentor, len(mentees), by)
    pair.status = PairStatus.ACCEPTED
    pair.form = pair.form or form_of(pair.mentor, mentees[0])
    models = {role_model_of(pair.mentor, mentee) for mentee in mentees}
    pair.role_model = pair.role_model or (models.pop() if len(models) == 1 else "")
    check_role_models(filter(None, [pair.form]), filter(None, [pair.role_model]))
    pair.kind = pair.kind if len(mentees) == 1 else MentoringKind.GROUP
    pair.save()
    PairMember.objects.bulk_create(
        PairMember(pair=pair, mentor=pair.mentor, mentee=mentee) for mentee in mentees
    )
    for mentee in mentees:
        drop_surplus(mentee, by)
    _journal(pair, "pair.create", by)
    return pair


def make_room(mentor: Mentor, wanted: int, by: Any) -> None:
    """Mere proposals yield their places; the mentor is held until commit."""
    for proposal in yielding_proposals(mentor, wanted):
        drop(member=proposal, by=by)
    lock_with_places(mentor, wanted)


def drop_surplus(mentee: Mentee, by: Any) -> None:
    """Proposals beyond the mentors that the mentee may have."""
    for proposal in surplus_proposals(mentee):
        drop(member=proposal, by=by)


def drop(*, member: PairMember, by: Any) -> None:
    """Take a mentee out of a draft pair; an emptied one disappears."""
    member.delete()
    _settle(member.pair, by)


@transaction.atomic
def dissolve(*, pair: Pair, by: Any) -> None:
    """An accepted pair that no order knows disappears; its people are not banned."""
    if pair.status not in DRAFT_STATUSES:
        raise ValidationError("Пара закреплена приказом: завершите её.")
    _journal(pair, "pair.dissolve", by)
    pair.delete()


@transaction.atomic
def change_mentor(
    *,
    member: PairMember,
    mentor: Mentor,
    by: Any,
    score: int | None = None,
    reasons: Sequence = (),
    seen: str | None = None,
) -> Pair:
    """Give the mentee of a draft pair to ``mentor``; returns the pair the mentee is now in.

    The choice is the curator's, so the new pair is accepted at once: the next run of the
    matching keeps it, and a mere proposal of the new mentor yields its place. An emptied
    proposal disappears without banning its people.
    """
    hold(member.pair.program, seen)
    source = Pair.objects.select_for_update().get(pk=member.pair_id)
    if source.status not in DRAFT_STATUSES:
        raise ValidationError("Пара закреплена приказом: завершите её и составьте новую.")
    check_people(source.program, mentor, member.mentee)
    make_room(mentor, 1, by)
    target = _accepted_pair(source, mentor)
    member.pair, member.mentor, member.is_open = target, mentor, True
    member.score, member.reasons = score, list(reasons)
    member.save()
    _settle(source, by)
    _settle(target, by)
    return target


def _accepted_pair(source: Pair, mentor: Mentor) -> Pair:
    """The mentor's accepted pair of the same form, or a new one."""
    accepted = Pair.objects.accepted().filter(
        program=source.program, mentor=mentor, form=source.form
    )
    return accepted.first() or Pair.objects.create(
        program=source.program,
        mentor=mentor,
        status=PairStatus.ACCEPTED,
        form=source.form,
        role_model=source.role_model,
        matching=source.matching,
    )


def _settle(pair: Pair, by: Any) -> None:
    """An empty draft goes; one with several mentees is a group, with one – a pair again."""
    size = pair.members.count()
    _journal(pair, "pair.change_mentor", by, members=size)
    if not size:
        pair.delete()
    elif size > 1:
        pair.kind = MentoringKind.GROUP
        pair.save(update_fields=["kind"])
    elif pair.kind == MentoringKind.GROUP:
        pair.kind = MentoringKind.TRADITIONAL
        pair.save(update_fields=["kind"])


def check_people(program: Program, mentor: Mentor, mentee: Mentee) -> None:
    for participant in (mentor, mentee):
        if participant.program_id != program.pk or not _is_approved(participant):
            name = participant.person.short_name
            raise ValidationError(f"{name} – не в реестре программы. Сначала включите в реестр.")
    if withdrawn := refusals([mentor, mentee], timezone.localdate()):
        raise ValidationError(f"{', '.join(withdrawn)}: {WITHDRAWN}")
    if mentor.person_id == mentee.person_id:
        raise ValidationError("Наставник и наставляемый – один и тот же человек.")
    _ensure_apart(mentor, mentee)


def _ensure_apart(mentor: Mentor, mentee: Mentee) -> None:
    """Neither forbidden to each other nor together already."""
    if ForbiddenPair.objects.standing().filter(mentor=mentor, mentee=mentee).exists():
        raise ValidationError(_banned(mentor.person, mentee.person))
    if PairMember.objects.filter(mentor=mentor, mentee=mentee, is_open=True).exists():
        raise ValidationError(_already_together(mentor.person, mentee.person))


def _is_approved(participant: Mentor | Mentee) -> bool:
    return participant.status == ParticipantStatus.APPROVED


def _already_together(mentor: Person, mentee: Person) -> str:
    return f"{mentor.short_name} и {mentee.short_name}: у этих людей уже есть открытая пара."


def _banned(mentor: Person, mentee: Person) -> str:
    return (
        f"{mentor.short_name} и {mentee.short_name}: эта пара запрещена. "
        "Сначала снимите запрет в списке запретов."
    )


def _journal(pair: Pair, action: str, by: Any, **details: Any) -> None:
    organization = pair.program.organization
    journal.record(by=by, action=action, obj=pair, organization=organization, **details)
