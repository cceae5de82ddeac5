"""Who signs for a participant: the person, a parent, or both, by the rules of ``participants``."""

from dataclasses import dataclass
from datetime import date

from documents.kinds.people import name_in
from participants.domain.consent import BOTH, PERSON, REPRESENTATIVE, signer_for
from participants.enums import Relation
from participants.models import Mentee, Mentor, Person, Representative
from participants.services.consent import subject_as, subject_of

RELATIONS = {
    Relation.MOTHER: ("мать", "матери"),
    Relation.FATHER: ("отец", "отца"),
    Relation.GUARDIAN: ("опекун (попечитель)", "опекуна (попечителя)"),
}
UNKNOWN = ("законный представитель", "законного представителя")


@dataclass(frozen=True)
class Signers:
    """``who`` is a code of the rules; the parents who are known, one of them signs."""

    person: Person
    who: str
    parents: tuple[Representative, ...]

    @property
    def signs_himself(self) -> bool:
        return self.who in (PERSON, BOTH)

    @property
    def is_represented(self) -> bool:
        return self.who in (REPRESENTATIVE, BOTH)

    @property
    def parent(self) -> Representative | None:
        """The only known one; of several the one who comes writes the name by hand."""
        return self.parents[0] if len(self.parents) == 1 else None


def signers_of(participant: Mentor | Mentee, kind: str, day: date) -> Signers:
    subject = subject_of(participant, day)
    return Signers(participant.person, signer_for(subject, kind), parents_of(participant.person))


def signers_as(person: Person, kind: str, day: date) -> Signers:
    """For papers about a person in whatever role."""
    return Signers(person, signer_for(subject_as(person, day), kind), parents_of(person))


def parents_of(person: Person) -> tuple[Representative, ...]:
    return tuple(person.representatives.select_related("person").order_by("pk"))


def relation(link: Representative, case: str = "nomn") -> str:
    nominative, genitive = RELATIONS.get(Relation(link.relation), UNKNOWN)
    return genitive if case == "gent" else nominative


def parent_in_genitive(link: Representative) -> str:
    """«матери Ершовой Ольги Юрьевны»"""
    return f"{relation(link, 'gent')} {name_in(link.person, 'gent')}"
