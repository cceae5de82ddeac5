"""Numbers of participants for statistical forms: role × form × age group × sex on a day.

No row of an official form is named: the forms change, and none of them has such a row for sure.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from documents.domain.age_groups import AgeGroups, parse_age_groups
from documents.domain.blocks import Block, Column, Heading, Note, Row, Table
from documents.enums import DocumentKind, FieldType
from documents.kinds.base import CROSS, Field
from documents.kinds.reports.monitoring import NUMBER
from documents.kinds.reports.report import AS_OF, day_in, head, nearest_day, report
from mentoring_portal.shared.dates import long_date, short_date
from monitoring.domain.periods import Window
from monitoring.services.figures import people_of, worked_pairs
from pairs.models import Pair
from participants.enums import Sex
from participants.models import Person
from programs.enums import MentoringForm

COLUMNS = (
    Column("Форма наставничества, возраст", 40),
    Column("мужской", 14, NUMBER, "Пол"),
    Column("женский", 14, NUMBER, "Пол"),
    Column("не указан", 14, NUMBER, "Пол"),
    Column("Всего", 18, NUMBER),
)
SEXES = (Sex.MALE, Sex.FEMALE, "")
NO_FORM = "форма не указана"
# form → its people
People = dict[str, set[Person]]
AGE_ON = Field(
    "age_on",
    "Возраст считать на дату",
    "Число полных лет на этот день: правило у каждой формы своё, сверьте его с указаниями.",
    type=FieldType.DATE,
)
GROUPS = Field(
    "groups",
    "Возрастные группы",
    "Последние годы групп через запятую: «14, 17» – до 14 лет, 15–17 лет, 18 лет и старше.",
    required=False,
    worded=True,
    reads=parse_age_groups,
)


def body(document, content: dict[str, Any]) -> Iterator[Block]:
    program, day = document.program, day_in(document, content)
    age_on = content["age_on"] or day
    groups = parse_age_groups(content["groups"])
    pairs = pairs_on(program, day)
    yield head(program, day, ("Возраст", f"полных лет на {long_date(age_on)}"))
    yield Heading("1. Наставники")
    yield table(mentors_of(pairs), groups, age_on)
    yield Heading("2. Наставляемые")
    yield table(mentees_of(pairs, day), groups, age_on)
    yield Note(
        f"Учтены участники пар и групп, которые работали {short_date(day)} по приказу. В каждой "
        "форме и в итоге человек учтён один раз, поэтому итог может быть меньше суммы строк. Если "
        "известен только год рождения, возраст считается так, будто день рождения – 31 декабря."
    )


def pairs_on(program, day: date) -> list[Pair]:
    """The pairs that monitoring counts, on one day; a future day is not known yet."""
    if day not in program.year:
        raise ValidationError(
            f"Дата сведений {short_date(day)} вне учебного года {program.year}: измените её."
        )
    return worked_pairs(program, Window(day, day))


def mentors_of(pairs: list[Pair]) -> People:
    found: People = defaultdict(set)
    for pair in pairs:
        found[pair.form].add(pair.mentor.person)
    return found


def mentees_of(pairs: list[Pair], day: date) -> People:
    """In their pairs on that day: neither who had left before nor who joined later."""
    found: People = defaultdict(set)
    for pair in pairs:
        found[pair.form].update(people_of(pair, Window(day, day)))
    return found


def table(people: People, groups: AgeGroups, age_on: date) -> Table:
    everybody = set().union(*people.values())
    rows = tuple(form_rows(people, groups, age_on))
    return Table(COLUMNS, (*rows, row("Всего человек", everybody)), totals=1)


def form_rows(people: People, groups: AgeGroups, age_on: date) -> Iterator[Row]:
    """A section for each form in use, its age groups that are not empty, its sum."""
    for form in (*MentoringForm.values, ""):
        if not people.get(form):
            continue
        yield MentoringForm(form).label if form else NO_FORM
        by_age = defaultdict(set)
        for person in people[form]:
            by_age[groups.label(person.age_on(age_on))].add(person)
        yield from (row(label, by_age[label]) for label in groups.labels if by_age[label])
        yield row("всего по форме", people[form])


def row(label: str, people: set[Person]) -> Row:
    sexes = Counter(person.sex for person in people)
    return (label, *(sexes[sex] for sex in SEXES), len(people))


def start(program) -> dict[str, Any]:
    day = nearest_day(program).isoformat()
    return {"as_of": day, "age_on": day}


KIND = report(
    DocumentKind.FSN_DATA,
    stage=CROSS,
    body=body,
    fields=(AS_OF, AGE_ON, GROUPS),
    start=start,
)
