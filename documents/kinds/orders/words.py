"""Words in braces that only orders know, read when a text asks for them."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from django.core.exceptions import ValidationError

from documents.domain.placeholders import BLANK, Manner, Value
from documents.domain.row_lines import LineError
from documents.enums import DocumentKind
from documents.kinds.people import Named
from documents.kinds.values import day_of, former_paper, topics
from documents.kinds.wordings import wordings
from participants.domain.school_class import class_of
from participants.enums import Sex
from participants.models import Mentee, Mentor
from programs.services.legal_act import ground

Reader = Callable[..., Value]
# Words that become the acts in force.
GROUNDS = ("{основание", "{в целях}")


class Words(Mapping[str, Value]):
    """The words of one document; each is read only when it is asked for.

    What cannot be read yet is a line to fill in by hand, so that the draft can be opened and
    mended; the page itself is refused with the reason.
    """

    def __init__(self, readers: Mapping[str, Reader], document):
        self.readers, self.document = readers, document

    def __getitem__(self, name: str) -> Value:
        try:
            return self.readers[name](self.document)
        except (ValidationError, LineError):
            return None

    def __iter__(self) -> Iterator[str]:
        return iter(self.readers)

    def __len__(self) -> int:
        return len(self.readers)


def aims(document) -> str:
    """«В соответствии с … и в целях»: the acts in force, when there are any."""
    acts = acts_of(document)
    return f"{acts} и в целях" if acts else "В целях"


def acts_of(document, about=None) -> str:
    return ground(
        organization=document.program.organization,
        day=day_of(document),
        topics=about or topics(document),
    )


def plan(document) -> str:
    """The plan that the other orders carry out, with the order that approved it."""
    text = (
        "планом мероприятий (дорожной картой) внедрения целевой модели наставничества "
        f"на {document.program.year} учебный год"
    )
    approved = former_paper(DocumentKind.ORDER_ROADMAP)(document)
    return f"{text}, утверждённым приказом {approved}," if approved else text


def is_ground_of_acts(document) -> bool:
    """The curator has not written a ground of his own, and the usual one quotes acts."""
    general = wordings(document.program.organization, document.kind).get("preamble", "")
    own = document.content.get("preamble")
    return not own and any(word in general for word in GROUNDS)


COMMON: dict[str, Reader] = {"в целях": aims, "план": plan}


def points(lines: Iterable[str]) -> str:
    """Lines as subclauses: «– …;», the last with a full stop; a blank to fill in for nobody."""
    text = ";\n".join(f"– {line}" for line in lines) or f"– {BLANK}"
    return text if text.endswith(".") else f"{text}."


def somebody(row: Mentor | Mentee) -> Named:
    """A participant with the post that suits a sentence: «ученица 8 «А» класса»."""
    group = class_of(row.position)
    if group:
        pupil = "ученица" if row.person.sex == Sex.FEMALE else "ученик"
        return Named(row.person, f"{pupil} {group} класса")
    return Named(row.person, ", ".join(filter(None, (row.position, row.workplace))))


def in_full(people: Iterable[Named], case: str) -> list[str]:
    """«Иванову Марию Петровну, учителя математики»"""
    return [person.words(case, Manner.IN_FULL).removesuffix(",") for person in people]
