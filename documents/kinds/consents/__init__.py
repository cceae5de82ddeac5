from django.db.models import QuerySet
from django.utils import timezone

from documents.enums import DocumentKind
from documents.kinds.base import Kind
from documents.kinds.consents.sheet import consent
from participants.enums import ConsentKind
from participants.models import Person
from participants.services.consent import subject_of
from programs.enums import StageCode
from programs.models import Program


def mentors(program: Program) -> QuerySet[Person]:
    return by_name(program.mentors.in_base().values("person"))


def mentees(program: Program) -> QuerySet[Person]:
    return by_name(program.mentees.in_base().values("person"))


def minors(program: Program) -> QuerySet[Person]:
    """Mentees whose parents are asked: with the age unknown a pupil counts as a child."""
    day = timezone.localdate()
    rows = program.mentees.in_base().select_related("person")
    return by_name([row.person_id for row in rows if subject_of(row, day).is_minor])


def everybody(program: Program) -> QuerySet[Person]:
    return mentors(program) | mentees(program)


def by_name(ids) -> QuerySet[Person]:
    return Person.objects.filter(pk__in=ids, erased_on=None).order_by("name_key", "pk")


KINDS: tuple[Kind, ...] = (
    consent(
        DocumentKind.CONSENT_PD,
        ConsentKind.PROCESSING,
        stage=StageCode.MENTEE_BASE,
        subjects=everybody,
    ),
    consent(
        DocumentKind.CONSENT_PARENT_APO,
        ConsentKind.NEEDS_ANALYSIS,
        stage=StageCode.MENTEE_BASE,
        subjects=minors,
    ),
    consent(
        DocumentKind.CONSENT_MENTOR,
        ConsentKind.PARTICIPATION,
        stage=StageCode.PAIRING,
        subjects=mentors,
    ),
    consent(
        DocumentKind.CONSENT_MENTEE,
        ConsentKind.PARTICIPATION,
        stage=StageCode.PAIRING,
        subjects=mentees,
    ),
    consent(
        DocumentKind.CONSENT_DISTRIBUTION,
        ConsentKind.DISTRIBUTION,
        stage=StageCode.MENTEE_BASE,
        subjects=everybody,
    ),
    consent(
        DocumentKind.CONSENT_PHOTO,
        ConsentKind.PHOTO,
        stage=StageCode.MENTEE_BASE,
        subjects=everybody,
    ),
)
