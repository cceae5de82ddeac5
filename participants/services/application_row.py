"""How the answers of an application become a row of a base."""

from decimal import Decimal
from typing import Any

from mentoring_portal.shared.names import split_name
from participants.domain.declension import guess_sex
from participants.domain.mentor_wishes import hours_month, wished_ages
from participants.enums import OccupationKind, Relation, RequestSource
from participants.models import Application, Mentee, Mentor, Occupation, Person, Representative
from participants.services.person import lookalikes

COMMON = ("position", "workplace", "interests", "free_days", "free_hours")
COLUMNS = {
    "mentee": (*COMMON, "request"),
    "mentor": (
        *COMMON,
        "competences",
        "achievements",
        "preferred_age",
        "time_resource",
        "portfolio_url",
    ),
}


def fill_person(person: Person, application: Application) -> None:
    """A known person keeps what the school knows; only empty places are filled."""
    if person.pk is None:
        person.last_name, person.first_name, person.patronymic = application.name
    for column in ("birth_date", "phone", "email"):
        if not getattr(person, column):
            setattr(person, column, getattr(application, column))


def fill_row(row: Mentor | Mentee, application: Application, form: str) -> None:
    """Words of the applicant; what the base already says otherwise stays and goes to the note."""
    noun = application.kind
    answers = application.answers
    rest = [put(row, column, answers.get(column, "")) for column in COLUMNS[noun]]
    if isinstance(row, Mentee):
        rest.append(fill_mentee(row, application, form))
    else:
        fill_mentor(row, answers)
    row.note = "\n".join(part for part in (row.note, *rest) if part)


def put(row: Mentor | Mentee, column: str, value: str) -> str:
    """Fill an empty column; otherwise give the line for the note."""
    known = getattr(row, column)
    if not known:
        setattr(row, column, value)
    if not known or not value or known == value:
        return ""
    label = row._meta.get_field(column).verbose_name
    return f"Из заявки, {label}: {value}"


def fill_mentee(row: Mentee, application: Application, form: str) -> str:
    row.form = form or row.form
    by_parent = application.answers.get("parent_name")
    row.request_source = RequestSource.PARENTS if by_parent else RequestSource.SELF
    wished = application.answers.get("wished_mentor")
    return f"Желаемый наставник: {wished}" if wished else ""


def fill_mentor(row: Mentor, answers: dict[str, Any]) -> None:
    """A new row only: the curator may have corrected the numbers of a known one."""
    if row.pk:
        return
    row.forms = list(answers.get("forms", []))
    row.max_mentees = answers.get("max_mentees") or 1
    row.age_from, row.age_to = wished_ages(row.preferred_age)
    hours = hours_month(row.time_resource)
    row.hours_month = None if hours is None else Decimal(str(hours))


def add_representative(*, child: Person, application: Application) -> None:
    """The parent who filled the form in."""
    answers = application.answers
    if not answers.get("parent_name"):
        return
    parent = parent_of(child, answers)
    Occupation.objects.get_or_create(person=parent, kind=OccupationKind.PARENT)
    relation = answers.get("parent_relation") or Relation.OTHER
    Representative.objects.get_or_create(
        child=child, person=parent, defaults={"relation": relation}
    )


def parent_of(child: Person, answers: dict[str, Any]) -> Person:
    """Known by the name together with the telephone, or as this child's representative already."""
    name = split_name(answers["parent_name"])
    parent = Person(
        organization=child.organization,
        last_name=name.last,
        first_name=name.first,
        patronymic=name.patronymic,
        phone=answers.get("parent_phone", ""),
    )
    parent.sex = guess_sex(parent.full_name) or ""
    of_child = set(child.representatives.values_list("person", flat=True))
    for known in lookalikes(organization=child.organization, person=parent):
        if known.pk in of_child or digits(known.phone) == digits(parent.phone):
            return known
    parent.save()
    return parent


def digits(phone: str) -> str:
    """The last ten: «8 900…» and «+7 900…» are one telephone."""
    return "".join(filter(str.isdigit, phone))[-10:]
