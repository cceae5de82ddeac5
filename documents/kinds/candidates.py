"""Whom a field of people offers, and whom or what a paper of a kind may be about."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet

from documents.enums import FROZEN_STATUSES, Among, Subject
from documents.kinds.base import Kind
from documents.models import Document
from pairs.enums import ORDERED_STATUSES, PairStatus
from pairs.models import Pair
from participants.enums import OccupationKind
from participants.models import Mentee, Mentor, Person
from programs.models import Event, Partner

STAFF = (
    OccupationKind.TEACHER,
    OccupationKind.YOUNG_SPECIALIST,
    OccupationKind.NEWCOMER,
    OccupationKind.HEAD,
)


def people(program, among: Among = Among.STAFF) -> QuerySet[Person]:
    """By name, each once; erased people are nobody."""
    found = Person.objects.filter(organization=program.organization_id, erased_on=None)
    if among == Among.STAFF:
        chosen = Q(occupations__kind__in=STAFF) | Q(assignments__isnull=False)
    else:
        chosen = Q(mentors__program=program) | Q(mentees__program=program)
    return found.filter(chosen).distinct().order_by("name_key", "pk")


def mentors(program) -> QuerySet[Mentor]:
    return Mentor.objects.of_program(program).in_base().by_name()


def mentees(program) -> QuerySet[Mentee]:
    return Mentee.objects.of_program(program).in_base().by_name()


def pairs(program) -> QuerySet[Pair]:
    working = Pair.objects.filter(status__in=(PairStatus.ACCEPTED, *ORDERED_STATUSES))
    return working.of_program(program).with_people()


def papers(program) -> QuerySet[Document]:
    return Document.objects.of_program(program).filter(status__in=FROZEN_STATUSES)


SUBJECTS = {
    Subject.PAIR: pairs,
    Subject.MENTOR: mentors,
    Subject.MENTEE: mentees,
    Subject.PERSON: lambda program: people(program, Among.PARTICIPANTS),
    Subject.EVENT: lambda program: Event.objects.filter(program=program),
    Subject.PARTNER: lambda program: Partner.objects.of_organization(program.organization),
    Subject.PAPER: papers,
}


def subjects(kind: Kind, program) -> QuerySet:
    """What one paper of the kind may be about; a kind about the whole program has none."""
    return kind.subjects(program) if kind.subjects else SUBJECTS[kind.subject](program)


def subject_fields(kind: Kind, subject: Any) -> dict[str, Any]:
    """The columns of ``Document`` (and ``pairs``) that keep the subject."""
    if kind.subject == Subject.PROGRAM:
        return {}
    if subject is None:
        raise ValidationError(f"Выберите, о чём документ: {Subject(kind.subject).label}.")
    return {
        Subject.PAIR: lambda: {"pairs": [subject]},
        Subject.MENTOR: lambda: {"person": subject.person},
        Subject.MENTEE: lambda: {"person": subject.person},
        Subject.PERSON: lambda: {"person": subject},
        Subject.EVENT: lambda: {"event": subject},
        Subject.PARTNER: lambda: {"partner": subject},
        Subject.PAPER: lambda: {"about": subject},
    }[kind.subject]()


def mentor_of(document) -> Mentor:
    """The mentor whom a paper is about, or who leads its pair."""
    return row_of(Mentor, document) if document.person_id else pair_of(document).mentor


def mentee_of(document) -> Mentee:
    return row_of(Mentee, document)


def row_of(base: type[Mentor] | type[Mentee], document):
    """Raises ValidationError when the person is in the base of this program no more."""
    rows = base.objects.select_related("person")
    row = rows.filter(program=document.program, person=document.person_id).first()
    if row is None:
        name = base._meta.verbose_name_plural
        raise ValidationError(f"Человека, о котором документ, в базе программы ({name}) нет.")
    return row


def pair_of(document) -> Pair:
    """Raises ValidationError for a paper that has lost its pair."""
    pair = Pair.objects.filter(pk__in=document_pairs(document)).with_people().first()
    if pair is None:
        raise ValidationError("В документе нет пары: выберите её заново.")
    return pair


def document_pairs(document) -> list[int]:
    """Of a kept paper its own; a sheet that is only printed carries them along."""
    if document.pk:
        return list(document.pairs.values_list("pk", flat=True))
    return [pair.pk for pair in getattr(document, "printed_pairs", [])]
