"""Pairs that the tables of the bases name as working already.

Both tables speak: a mentee's row names the mentor, a mentor's row names the mentees. Nothing is
guessed: a name that fits nobody or several people is a question.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.utils import timezone

from pairs.enums import PairStatus
from pairs.models import PairMember
from pairs.services.named_people import People, Row
from participants.domain.import_names import split_names
from participants.enums import ParticipantStatus
from participants.models import Mentee, Mentor
from programs.enums import MentoringForm
from programs.models import Program

INITIALS = "«{name}» – это {who}: найдено по инициалам"
SECOND = "{who}: в таблицах назван и другой наставник"
REFUSED_BEFORE = "{mentor} и {mentee}: эту пару вы уже отклоняли, составьте её вручную"


@dataclass(frozen=True)
class Question:
    """A name that fits several people (``choices``) or nobody."""

    key: str
    row: Row
    name: str
    choices: tuple[Row, ...]


@dataclass
class Named:
    """A pair or a group that the tables name."""

    mentor: Mentor
    form: str
    mentees: list[Mentee] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    is_sure: bool = True

    @property
    def key(self) -> str:
        return f"{self.mentor.pk}:{self.form}"

    @property
    def form_label(self) -> str:
        return dict(MentoringForm.choices).get(self.form, "не указана")

    @property
    def people(self) -> list[Row]:
        return [self.mentor, *self.mentees]

    @property
    def candidates(self) -> list[Row]:
        return [row for row in self.people if row.status == ParticipantStatus.CANDIDATE]


@dataclass
class Reading:
    """What the tables say, without the pairs that the portal has already."""

    pairs: list[Named]
    questions: list[Question]
    refused: list[str]
    known: int

    @property
    def has_candidates(self) -> bool:
        return any(named.candidates for named in self.pairs)


class Reader:
    """``answers`` tell who is meant: key of a question → id of the chosen row."""

    def __init__(self, program: Program, answers: Mapping[str, int], today: date) -> None:
        self.answers, self.today = answers, today
        self.mentors = list(program.mentors.in_base().select_related("person").order_by("pk"))
        self.mentees = list(program.mentees.in_base().select_related("person").order_by("pk"))
        self.questions: list[Question] = []
        self.links: dict[tuple[int, int], tuple[Mentor, Mentee, list[str]]] = {}
        for rows, others in ((self.mentees, self.mentors), (self.mentors, self.mentees)):
            self.read(rows, People(others))
        self.questions = [each for each in self.questions if not self.is_answered(each)]

    def read(self, rows: list[Row], people: People) -> None:
        for row in rows:
            for number, name in enumerate(self.names(row)):
                self.meet(row, f"{row._meta.model_name}_{row.pk}_{number}", name, people)

    def is_answered(self, question: Question) -> bool:
        """The other table names one of the choices beside this very person."""
        if question.key in self.answers:
            return False  # stays on the page, so that the answer may be changed
        row = question.row
        pairs = (
            (choice.pk, row.pk) if isinstance(row, Mentee) else (row.pk, choice.pk)
            for choice in question.choices
        )
        return any(pair in self.links for pair in pairs)

    def names(self, row: Row) -> tuple[str, ...]:
        """A partner of a finished participation is not a running one."""
        is_over = row.end_date is not None and row.end_date < self.today
        is_over = is_over or row.status == ParticipantStatus.COMPLETED
        return () if is_over else split_names(row.partner_names)

    def meet(self, row: Row, key: str, name: str, people: People) -> None:
        found = people.find(name)
        if found.row is None:
            self.questions.append(Question(key, row, name, found.rows))
        answer = self.answers.get(key)
        partner = found.row or next((each for each in found.rows if each.pk == answer), None)
        if partner is None or partner.person_id == row.person_id:
            return
        mentor, mentee = (partner, row) if isinstance(row, Mentee) else (row, partner)
        link = self.links.setdefault((mentor.pk, mentee.pk), (mentor, mentee, []))
        if found.by_initials and found.row:
            link[2].append(INITIALS.format(name=name, who=partner.person.full_name))


def read_named(
    *, program: Program, answers: Mapping[str, int] | None = None, today: date | None = None
) -> Reading:
    """The pairs named in both bases; a constant number of queries."""
    if not any_named(program):
        return Reading([], [], [], 0)
    reader = Reader(program, answers or {}, today or timezone.localdate())
    held = _held(program)
    pairs: dict[str, Named] = {}
    refused, known = [], 0
    mentors_of = _mentors_of(reader, held)
    for key, (mentor, mentee, notes) in reader.links.items():
        if held.get(key) == PairStatus.REJECTED:
            names = {"mentor": mentor.person.short_name, "mentee": mentee.person.short_name}
            refused.append(REFUSED_BEFORE.format(**names))
        elif key in held:
            known += 1
        else:
            _join(pairs, mentor, mentee, notes, is_only=len(mentors_of[mentee.pk]) == 1)
    return Reading(list(pairs.values()), reader.questions, refused, known)


def any_named(program: Program) -> bool:
    bases = (program.mentors, program.mentees)
    return any(base.in_base().exclude(partner_names="").exists() for base in bases)


def _join(
    pairs: dict[str, Named], mentor: Mentor, mentee: Mentee, notes: list[str], *, is_only: bool
) -> None:
    """Mentees of one mentor and one form are a group, as everywhere in the portal."""
    form = mentee.form or (mentor.forms[0] if len(mentor.forms) == 1 else "")
    named = Named(mentor, form)
    named = pairs.setdefault(named.key, named)
    named.mentees.append(mentee)
    named.notes += notes
    if not is_only:
        named.is_sure = False
        named.notes.append(SECOND.format(who=mentee.person.full_name))


def _held(program: Program) -> dict[tuple[int, int], str]:
    """(mentor, mentee) → the state of their last pair; an open one outweighs a closed one."""
    members = PairMember.objects.filter(pair__program=program).order_by("is_open", "pk")
    rows = members.values_list("mentor", "mentee", "pair__status")
    return {(mentor, mentee): status for mentor, mentee, status in rows}


def _mentors_of(
    reader: Reader, held: Mapping[tuple[int, int], str]
) -> Mapping[int, Collection[int]]:
    """Mentee → mentors of the tables and of the portal."""
    found: dict[int, set[int]] = defaultdict(set)
    open_now = (key for key, status in held.items() if status != PairStatus.REJECTED)
    for mentor, mentee in (*reader.links, *open_now):
        found[mentee].add(mentor)
    return found
