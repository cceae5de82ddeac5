"""Invented people of the demo school, made in bulk and repeatable for a seed."""

from datetime import date
from random import Random

from documents.services.demo import words
from participants.enums import FORM_SIDES, OccupationKind, ParticipantStatus, Sex
from participants.models import Mentee, Mentor, Occupation, Person

PUPIL_LIKE = (OccupationKind.PUPIL, OccupationKind.STUDENT)
# The last eighth of each base waits for the curator's approval.
CANDIDATES = 8


class Maker:
    """Makes people for one organization; ``year`` is the program's school year."""

    def __init__(self, organization, year, seed: int):
        self.organization, self.year = organization, year
        # Invented people must repeat for a seed, which a cryptographic generator cannot do.
        self.random = Random(seed)  # noqa: S311
        self.taken: set[str] = set()

    def person(self, born: int) -> Person:
        """A person; full names do not repeat until a very large school runs out of them."""
        for _attempt in range(50):
            person = self.draw(born)
            if person.full_name not in self.taken:
                break
        person.set_derived()
        self.taken.add(person.full_name)
        return person

    def draw(self, born: int) -> Person:
        choose = self.random.choice
        father, surname, is_male = choose(words.MALE), choose(words.SURNAMES), choose((True, False))
        return Person(
            organization=self.organization,
            last_name=surname if is_male else surname + "а",
            first_name=choose(words.MALE)[0] if is_male else choose(words.FEMALE),
            patronymic=father[1] if is_male else father[2],
            sex=Sex.MALE if is_male else Sex.FEMALE,
            birth_date=date(born, self.random.randint(1, 12), self.random.randint(1, 28)),
        )

    def theme(self):
        weights = [theme[1] for theme in words.THEMES]
        return self.random.choices(words.THEMES, weights)[0]

    def birth_year(self, side: str, *, elder: bool) -> int:
        if side in PUPIL_LIKE:
            age = self.random.randint(15, 17) if elder else self.random.randint(11, 15)
        else:
            age = self.random.randint(34, 58) if elder else self.random.randint(22, 30)
        return self.year.start_year - age


def make_mentees(program, count: int, maker: Maker) -> list[Mentee]:
    people, rows, sides = [], [], []
    for n in range(count):
        form, _weight, requests, _skills = maker.theme()
        side = FORM_SIDES[form][1]
        person = maker.person(maker.birth_year(side, elder=False))
        people.append(person)
        sides.append(side)
        rows.append(
            Mentee(
                program=program,
                person=person,
                form=form,
                request=maker.random.choice(requests),
                interests=maker.random.choice(words.INTERESTS),
                position=position(maker, side, person),
                status=status_of(n, count),
            )
        )
    save(people, rows, sides, program, young=True)
    return rows


def make_mentors(program, count: int, maker: Maker) -> list[Mentor]:
    people, rows, sides = [], [], []
    for n in range(count):
        form, _weight, _requests, skills = maker.theme()
        side = FORM_SIDES[form][0]
        person = maker.person(maker.birth_year(side, elder=True))
        people.append(person)
        sides.append(side)
        rows.append(mentor(program, person, form, skills, side, maker, status_of(n, count)))
    save(people, rows, sides, program, young=False)
    return rows


def mentor(program, person, form, skills, side, maker: Maker, status) -> Mentor:
    choose = maker.random.choice
    time_text, hours = choose(words.TIMES)
    low, high = (10, 16) if side != OccupationKind.TEACHER else (None, None)
    return Mentor(
        program=program,
        person=person,
        forms=[form],
        competences=choose(skills),
        achievements=choose(words.ACHIEVEMENTS),
        interests=choose(words.INTERESTS),
        preferred_age=f"{low}–{high}" if low else "",
        age_from=low,
        age_to=high,
        time_resource=time_text,
        hours_month=hours,
        max_mentees=maker.random.choice((1, 2, 2, 3)),
        position=position(maker, side, person),
        workplace=choose(words.ENTERPRISES) if side == OccupationKind.EMPLOYER_WORKER else "",
        status=status,
    )


def position(maker: Maker, side: str, person: Person) -> str:
    if side == OccupationKind.PUPIL:
        grade = maker.year.start_year - person.birth_date.year - 6
        return f"{max(1, min(11, grade))} «{maker.random.choice('АБВ')}» класс"
    if side == OccupationKind.EMPLOYER_WORKER:
        return "специалист"
    return maker.random.choice(words.POSTS)


def status_of(n: int, count: int) -> str:
    waiting = n >= count - count // CANDIDATES
    return ParticipantStatus.CANDIDATE if waiting else ParticipantStatus.APPROVED


def save(people, rows, sides, program, *, young: bool) -> None:
    """Three bulk inserts, whatever the size of the school."""
    Person.objects.bulk_create(people)
    if rows:
        type(rows[0]).objects.bulk_create(rows)
    Occupation.objects.bulk_create(
        Occupation(person=person, kind=side, since=teaching_since(side, person, program, young))
        for person, side in zip(people, sides, strict=True)
    )


def teaching_since(side: str, person: Person, program, young: bool) -> date | None:
    """Young teachers began within the last three years, the others long ago."""
    if side != OccupationKind.TEACHER:
        return None
    start = program.year.start_year
    return date(start - person.birth_date.day % 3, 9, 1) if young else date(start - 12, 9, 1)
