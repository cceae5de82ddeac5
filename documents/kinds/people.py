"""People as papers name them: the right case, the right post, the person's own corrections."""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError

from documents.domain.placeholders import Manner
from mentoring_portal.shared.names import short_name, split_name
from participants.domain import declension
from participants.domain.name_forms import in_case
from participants.enums import AssignmentRole
from participants.models import Assignment, Mentee, Mentor, Person

NOMINATIVE = "nomn"


@dataclass(frozen=True)
class Named:
    """A person with the post that the paper gives him."""

    person: Person
    post: str = ""

    def words(self, case: str, manner: Manner) -> str:
        if manner is Manner.IN_FULL:
            post = f", {post_in(self.post, case)}," if self.post else ""
            return name_in(self.person, case) + post
        short = short_name_in(self.person, case)
        if manner is Manner.WITH_POST and self.post:
            return f"{post_in(self.post, case)} {short}"
        return short


def name_in(person: Person, case: str) -> str:
    """The full name in a case; the person's own correction wins."""
    if case == NOMINATIVE:
        return person.full_name
    return in_case(person.full_name, person.sex, person.name_forms, case)


def short_name_in(person: Person, case: str) -> str:
    """«Ивановой М. П.», «Алиеву Р. А.»: «Али оглы» is one patronymic."""
    return short_name(split_name(name_in(person, case)))


def post_in(post: str, case: str) -> str:
    return post if case == NOMINATIVE else declension.post(post, case)


def on_duty(organization, role: str, day: date) -> Named | None:
    found = Assignment.objects.holder(organization, role, day)
    return Named(found.person, found.post) if found else None


def curator(organization, day: date) -> Assignment:
    """Raises ValidationError when the school has named none."""
    assignment = Assignment.objects.holder(organization, AssignmentRole.CURATOR, day)
    if assignment is None:
        raise ValidationError("Не указан куратор: назначьте его в разделе «Ответственные».")
    return assignment


def named(person: Person, program, day: date) -> Named:
    """A person of the school with the post of a duty or of this program's bases."""
    duties = Assignment.objects.of_organization(person.organization).filter(person=person)
    post = duties.in_force(day).values_list("post", flat=True).first()
    for base in (Mentor, Mentee):
        post = (
            post
            or base.objects.filter(program=program, person=person)
            .values_list("position", flat=True)
            .first()
        )
    return Named(person, post or "")
