"""The commission for the selection of mentors as its papers name it."""

from dataclasses import dataclass
from datetime import date

from documents.kinds.people import Named, on_duty
from participants.enums import AssignmentRole
from participants.models import Assignment


@dataclass(frozen=True)
class Commission:
    """Who sits in it on the day, the chair and the secretary first."""

    chair: Named | None
    secretary: Named | None
    members: tuple[Named, ...]

    @property
    def everyone(self) -> tuple[Named, ...]:
        found = [human for human in (self.chair, self.secretary, *self.members) if human]
        return tuple({human.person: human for human in found}.values())


def commission(organization, day: date) -> Commission:
    rows = Assignment.objects.of_organization(organization).in_force(day)
    members = rows.filter(role=AssignmentRole.COMMISSION_MEMBER).order_by("person__name_key", "pk")
    return Commission(
        chair=on_duty(organization, AssignmentRole.COMMISSION_CHAIR, day),
        secretary=on_duty(organization, AssignmentRole.COMMISSION_SECRETARY, day),
        members=tuple(Named(row.person, row.post) for row in members),
    )
