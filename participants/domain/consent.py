"""Which consents a participant needs and who must sign them (152-ФЗ, ст. 9 и 10.1; facts §6).

A child under 14 is represented by a parent; from 14 to 17 both sign, unless the school chose
otherwise; an adult signs alone. With the age unknown a pupil counts as a child: the strict rule.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

PROCESSING = "processing"
DISTRIBUTION = "distribution"
PARTICIPATION = "participation"
NEEDS_ANALYSIS = "needs_analysis"
PHOTO = "photo"

PERSON = "person"
REPRESENTATIVE = "representative"
BOTH = "both"

AGE_OF_OWN_SIGNATURE = 14
AGE_OF_MAJORITY = 18


@dataclass(frozen=True)
class Subject:
    """What the rules ask about a person: age, whether a pupil, whether a mentee."""

    age: int | None
    is_pupil: bool
    is_mentee: bool

    @property
    def is_minor(self) -> bool:
        return self.is_pupil if self.age is None else self.age < AGE_OF_MAJORITY


def required_kinds(subject: Subject) -> tuple[str, ...]:
    """Without these the person does not begin; distribution and photo are always a free choice."""
    by_parent = (NEEDS_ANALYSIS,) if subject.is_mentee and subject.is_minor else ()
    return (PROCESSING, PARTICIPATION, *by_parent)


def signer_for(subject: Subject, kind: str, *, minors_sign_from_14: bool = True) -> str:
    """Who signs a new paper of ``kind``."""
    if not subject.is_minor:
        return PERSON
    if kind == NEEDS_ANALYSIS or not minors_sign_from_14:
        return REPRESENTATIVE
    return BOTH if (subject.age or 0) >= AGE_OF_OWN_SIGNATURE else REPRESENTATIVE


def is_signed(
    subject: Subject, kind: str, signers: Collection[str], *, minors_sign_from_14: bool = True
) -> bool:
    """Whether the papers of ``kind`` in force, signed by ``signers``, are enough together."""
    needed = signer_for(subject, kind, minors_sign_from_14=minors_sign_from_14)
    if BOTH in signers:
        return True
    if needed == BOTH:
        return {PERSON, REPRESENTATIVE} <= set(signers)
    return needed in signers


def missing(
    subject: Subject,
    held: Mapping[str, Collection[str]],
    *,
    minors_sign_from_14: bool = True,
) -> list[str]:
    """Required kinds that ``held`` (kind → who signed) does not cover."""
    return [
        kind
        for kind in required_kinds(subject)
        if not is_signed(subject, kind, held.get(kind, ()), minors_sign_from_14=minors_sign_from_14)
    ]


def joined(subjects: Iterable[Subject]) -> Subject:
    """One subject of a person in several roles: a mentee in any of them, a pupil in any of them."""
    several = list(subjects)
    return Subject(
        age=next((subject.age for subject in several if subject.age is not None), None),
        is_pupil=any(subject.is_pupil for subject in several),
        is_mentee=any(subject.is_mentee for subject in several),
    )


@dataclass(frozen=True)
class Need:
    """A line of the rule table: who signs a paper of each kind, and which kinds are required."""

    who: str
    signers: dict[str, str]
    required: tuple[str, ...]


RULE_SUBJECTS = (
    ("Наставляемый до 14 лет", Subject(AGE_OF_OWN_SIGNATURE - 1, True, True)),
    ("Наставляемый от 14 до 17 лет", Subject(AGE_OF_OWN_SIGNATURE, True, True)),
    ("Наставник до 14 лет", Subject(AGE_OF_OWN_SIGNATURE - 1, True, False)),
    ("Наставник от 14 до 17 лет", Subject(AGE_OF_OWN_SIGNATURE, True, False)),
    ("Ученик, возраст которого не указан", Subject(None, True, True)),
    ("Взрослый наставник или наставляемый", Subject(AGE_OF_MAJORITY, False, True)),
)


def rule_table() -> list[Need]:
    """The rules as a table for people, computed by the rules themselves."""
    kinds = (PROCESSING, PARTICIPATION, NEEDS_ANALYSIS, DISTRIBUTION, PHOTO)
    return [
        Need(
            who,
            {kind: signer_for(subject, kind) for kind in kinds},
            required_kinds(subject),
        )
        for who, subject in RULE_SUBJECTS
    ]
