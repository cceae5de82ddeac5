"""What an upload would do, row by row. Nothing is written here."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from participants.domain.duplicates import Same
from participants.domain.import_lines import NAME_CODES
from participants.domain.import_rows import MenteeRow, MentorRow, Note, RowVerdict
from participants.enums import FORM_SIDES, BaseKind, ImportAction
from participants.models import Mentee, Mentor, Person
from participants.services.import_known import Known, identity_of_row
from participants.services.import_table import Base, BaseTable
from participants.services.import_values import (
    Draft,
    Record,
    blanks,
    changes,
    held,
    participant_values,
    person_values,
    put,
    titles,
)
from participants.services.import_write import Writes
from programs.models import Program

MODELS = {BaseKind.MENTEES: Mentee, BaseKind.MENTORS: Mentor}
BIRTH = ("birth_year", "birth_date")
ASK = "Похож на человека, который уже есть, – {who}: если это он, отметьте это перед загрузкой."
REPEATED = "Этот человек уже есть в другой таблице файла; повтор дополняет только пустые графы."


@dataclass
class Line:
    """The verdict on one row of the file."""

    table: int
    row: int
    kind: str
    title: str
    action: ImportAction
    errors: tuple[Note, ...] = ()
    warnings: tuple[Note, ...] = ()
    changed: tuple[str, ...] = ()
    lookalike: str = ""
    is_same: bool = False
    person: Person | Draft | None = None

    @property
    def key(self) -> str:
        return f"{self.table}:{self.row}"

    @property
    def label(self) -> str:
        return self.action.label


class Plan:
    """``same`` holds the keys of doubtful rows that the curator called a known person."""

    def __init__(self, program: Program, base: Base, same: Collection[str] = ()) -> None:
        self.program = program
        self.captions = [name_caption(table) for table in base.tables]
        self.same = frozenset(same)
        self.known = Known(program)
        self.writes = Writes()
        self.touched: set[int] = set()
        self.of_row: dict[tuple[int, int | None], Person | Draft] = {}
        self.lines = [
            self.line(number, table.kind, verdict)
            for number, table in enumerate(base.tables)
            for verdict in table.verdicts
        ]

    @property
    def people(self) -> int:
        return len({id(line.person) for line in self.lines if line.person is not None})

    def counts(self) -> Counter:
        return Counter(line.action for line in self.lines)

    def line(self, table: int, kind: str, verdict: RowVerdict) -> Line:
        line = Line(
            table,
            verdict.row,
            kind,
            verdict.title,
            ImportAction.ERROR,
            verdict.errors,
            verdict.warnings,
        )
        if verdict.parsed is not None:
            self.decide(line, verdict, verdict.parsed)
        return line

    def decide(self, line: Line, verdict: RowVerdict, row: MenteeRow | MentorRow) -> None:
        model = MODELS[line.kind]
        person = self.of_row.get((line.table, verdict.same_as)) or self.find(line, row, model)
        changed = self.update_person(person, row) if person else ()
        person = person or self.new_person(row)
        self.of_row[line.table, line.row] = line.person = person
        known = self.known.rows[model].get(id(person))
        if known is None:
            self.new_participant(model, person, row)
            line.action = ImportAction.QUESTION if line.lookalike else ImportAction.CREATE
            return
        line.changed = (*changed, *self.update_participant(line, known, row))
        line.action = ImportAction.UPDATE if line.changed else ImportAction.UNCHANGED

    def find(self, line: Line, row: MenteeRow | MentorRow, model: type) -> Person | Draft | None:
        same, person = self.known.find(identity_of_row(row), model)
        if same is not Same.MAYBE:
            return person if same is Same.YES else None
        line.lookalike = described(person)
        line.is_same = line.key in self.same
        note = Note(line.row, self.captions[line.table], ASK.format(who=line.lookalike))
        line.warnings = (*line.warnings, note)
        return person if line.is_same else None

    def new_person(self, row: MenteeRow | MentorRow) -> Draft:
        names = {
            "last_name": row.last_name,
            "first_name": row.first_name,
            "patronymic": row.patronymic,
        }
        person = Draft(Person, names | person_values(row))
        self.known.add(person, identity_of_row(row))
        self.writes.people.append(person)
        return person

    def update_person(self, person: Person | Draft, row: MenteeRow | MentorRow) -> tuple[str, ...]:
        values = person_values(row)
        births = {name: values.pop(name) for name in BIRTH}
        changed = changes(person, values) | blanks(person, births)
        put(person, changed)
        if changed and person.pk:
            self.writes.changed_people[person.pk] = person
        return titles(Person, changed)

    def new_participant(
        self, model: type, person: Person | Draft, row: MenteeRow | MentorRow
    ) -> None:
        participant = Draft(model, participant_values(model, row), person)
        self.known.rows[model][id(person)] = participant
        self.touched.add(id(participant))
        self.writes.rows[model].append(participant)
        self.occupy(model, person, row.forms)
        self.writes.tags += [(participant, tag) for tag in row.tags]

    def update_participant(
        self, line: Line, participant: Record, row: MenteeRow | MentorRow
    ) -> tuple[str, ...]:
        model = MODELS[line.kind]
        is_repeat = id(participant) in self.touched
        values = participant_values(model, row)
        changed = (blanks if is_repeat else changes)(participant, values)
        self.touched.add(id(participant))
        if is_repeat and not line.warnings:
            line.warnings = (Note(line.row, self.captions[line.table], REPEATED),)
        if changed:
            put(participant, changed)
            self.occupy(model, participant.person, row.forms)
        if changed and participant.pk:
            self.writes.changed_rows[model][participant.pk] = participant
        new_tags = self.new_tags(participant, row)
        if is_repeat and not participant.pk:
            return ()
        return (*titles(model, changed), *(("метки",) if new_tags else ()))

    def new_tags(self, participant: Record, row: MenteeRow | MentorRow) -> list[str]:
        known = {tag.name for tag in participant.tags.all()} if participant.pk else set()
        added = [name for name in row.tags if name not in known]
        self.writes.tags += [(participant, name) for name in added]
        return added

    def occupy(self, model: type, person: Person | Draft, forms: Collection[str]) -> None:
        """What the person is in life follows from the side of the form."""
        for form in forms:
            kind = FORM_SIDES[form][model is Mentee]
            self.writes.occupations[id(person), kind] = person


def name_caption(table: BaseTable) -> str:
    """The caption of the column with names, where doubts about a person are pointed at."""
    found = (table.recognized.caption(code) for code in NAME_CODES[table.kind])
    return next(filter(None, found), "")


def described(person: Person | Draft | None) -> str:
    if person is None:
        return ""
    year = held(person, "birth_year")
    return f"{person} ({year} г. р.)" if year else str(person)
