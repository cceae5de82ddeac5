"""Proposals that a choice of the curator has put aside: whom the page names afterwards."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db.models import Q

from pairs.enums import PairStatus
from pairs.models import PairMember
from participants.models import Mentee, Mentor


@dataclass(frozen=True)
class Dropped:
    """``yielded`` wait for the next run; ``others`` are mentors whom the chosen mentees lost."""

    yielded: Sequence[str]
    others: Sequence[str]


class Proposals:
    """What is proposed to a mentor and to mentees; make it before the choice is stored."""

    def __init__(self, mentor: Mentor, mentees: Collection[Mentee]) -> None:
        self.chosen = {mentee.pk for mentee in mentees}
        around = Q(mentor=mentor) | Q(mentee__in=self.chosen)
        proposed = PairMember.objects.filter(around, is_open=True)
        proposed = proposed.filter(pair__status=PairStatus.PROPOSED).order_by("pk")
        self.rows = list(proposed.select_related("mentor__person", "mentee__person"))
        self.mentor = mentor

    def dropped(self) -> Dropped:
        """What these two sides have between themselves is no loss: it has come true."""
        rows = PairMember.objects.filter(pk__in=[row.pk for row in self.rows])
        kept = set(rows.values_list("pk", flat=True))
        gone = [row for row in self.rows if row.pk not in kept]
        others = [row for row in gone if row.mentor_id != self.mentor.pk]
        return Dropped(
            [row.mentee.person.short_name for row in gone if row.mentee_id not in self.chosen],
            [f"{row.mentee.person.short_name} – {row.mentor.person.short_name}" for row in others],
        )
