"""Making the pairs that the tables name: only those that a curator ticked."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from mentoring_portal.shared.plurals import counted
from pairs.models import Pair, PairMember
from pairs.services import composition
from pairs.services.named_pairs import Named, Reading, read_named
from participants.enums import ParticipantStatus
from participants.models import Mentee, Mentor
from participants.services import enrollment
from programs.models import Organization, Program
from programs.services import journal

# One step makes no more pairs than this; the others are offered again.
MOST_AT_ONCE = 200


@transaction.atomic
def create_named(
    *,
    program: Program,
    chosen: Collection[str],
    by: Any,
    answers: Mapping[str, int] | None = None,
    approve: bool = False,
    add_places: bool = False,
) -> list[Pair]:
    """Make the ticked pairs, all or none; they are accepted and wait for the order.

    ``approve`` takes candidates into the registry; ``add_places`` lets a mentor take as many
    mentees as the table names.
    """
    # Two clicks at once would each see the pairs as not made yet.
    Organization.objects.select_for_update().get(pk=program.organization_id)
    picked = list(_picked(read_named(program=program, answers=answers), chosen))
    if approve:
        _approve(picked, by)
    return [_create(program, named, add_places=add_places, by=by) for named in picked]


def _picked(reading: Reading, chosen: Collection[str]) -> Iterator[Named]:
    if not chosen:
        raise ValidationError("Отметьте хотя бы одну пару.")
    offered = [named for named in reading.pairs if named.key in chosen]
    if not offered:
        raise ValidationError("Эти пары уже созданы.")
    yield from offered


def _approve(picked: list[Named], by: Any) -> None:
    for model in (Mentor, Mentee):
        rows = {row.pk: row for named in picked for row in named.candidates if type(row) is model}
        if rows:
            enrollment.approve(participants=list(rows.values()), by=by)
            for named in picked:
                for row in named.people:
                    if isinstance(row, model) and row.pk in rows:
                        row.status = ParticipantStatus.APPROVED


def _create(program: Program, named: Named, *, add_places: bool, by: Any) -> Pair:
    if add_places:
        _add_places(named, by)
    for mentee in named.mentees:
        _add_mentor(mentee, by)
    pair = Pair(program=program, mentor=named.mentor, form=named.form)
    return composition.create(pair=pair, mentees=named.mentees, by=by)


def _add_places(named: Named, by: Any) -> None:
    taken = PairMember.objects.filter(mentor=named.mentor, is_open=True).count()
    wanted = taken + len(named.mentees)
    if wanted <= named.mentor.max_mentees:
        return
    _raise(named.mentor, "max_mentees", wanted, by)


def _add_mentor(mentee: Mentee, by: Any) -> None:
    """The curator ticked a second mentor whom the table names: then there may be two."""
    wanted = PairMember.objects.filter(mentee=mentee, is_open=True).count() + 1
    if wanted > mentee.max_mentors:
        _raise(mentee, "max_mentors", wanted, by)


def _raise(row: Mentor | Mentee, name: str, wanted: int, by: Any) -> None:
    setattr(row, name, wanted)
    row.full_clean(validate_unique=False)
    row.save(update_fields=[name])
    organization = row.program.organization
    action = f"{row._meta.model_name}.places"
    journal.record(by=by, action=action, obj=row, organization=organization, places=wanted)


def told(pairs: list[Pair]) -> str:
    return f"Создано: {counted(len(pairs), 'пара', 'пары', 'пар')}. Теперь подготовьте приказ."
