"""A school in the middle of its year, with odd names: everything that an order may speak of."""

from datetime import date, time

from documents.services import issue, pair_order
from documents.services.paper import draft_paper
from pairs.enums import PairStatus
from participants.enums import AssignmentRole, OccupationKind
from participants.models import Occupation
from programs.models import RoadmapItem, RoadmapSection
from tests.builders import (
    make_event,
    make_mentee,
    make_mentor,
    make_organization,
    make_pair,
    make_person,
)
from tests.documents.builders import appoint, entitle, make_school_program, make_teacher_pair

TODAY = date(2026, 11, 21)
ORDER_DAY = date(2026, 10, 15)
REGISTRY_DAY = date(2026, 10, 1)


def make_school():
    """A program with duties, a roadmap, events, three pairs: pupils, teachers, an employer."""
    above = make_organization(
        kind="municipality", name="Управление образования города Нового", short_name="УО"
    )
    organization = make_organization(
        name="МБОУ «Школа № 9»", short_name="МБОУ СОШ № 9", slug="school-nine", parent=above
    )
    program = make_school_program(organization=organization)
    program.expected_results = "– Рост успеваемости;\n2. Тёплый климат в коллективе.\n"
    program.save()
    fill_duties(organization)
    fill_plan(program)
    fill_pairs(program)
    return program


def fill_duties(organization):
    for name, sex, role, post in (
        ("Ткаченко Лев Олегович", "m", AssignmentRole.PROJECT_LEAD, "учитель истории"),
        ("Черных Ольга Юрьевна", "f", AssignmentRole.GROUP_MEMBER, "педагог-психолог"),
        ("Алиев Рашад Али оглы", "m", AssignmentRole.SUPPLIES, "заведующий хозяйством"),
    ):
        appoint(make_person(name, organization=organization, sex=sex), role, post)


def fill_plan(program):
    section = RoadmapSection.objects.create(
        program=program, number="1", title="Подготовка", position=1
    )
    RoadmapItem.objects.create(
        program=program,
        section=section,
        number="1.1",
        title="Назначить куратора",
        term_text="до 30.08.2026",
        responsible="Директор",
        result="Приказ",
        position=1,
    )
    make_event(
        program,
        kind="pedsovet",
        title="Педагогический совет",
        stage="conditions",
        starts_on=date(2026, 9, 4),
    )
    make_event(
        program,
        kind="mentor_school",
        title="Первая встреча пары",
        starts_on=date(2026, 10, 7),
        starts_at=time(15),
        responsible="Соколова А. И.",
    )
    make_event(
        program,
        kind="final_event",
        title="Фестиваль наставничества",
        starts_on=date(2027, 5, 26),
        place="актовый зал",
    )


def fill_pairs(program):
    """Accepted: teachers, pupils, and a worker of a factory with a pupil."""
    teachers = make_teacher_pair(program, "Никитин Никита Львович", "Гайдай Алла Ильинична")
    entitle(teachers)
    pupils = make_pair(
        program,
        make_mentor(program, "Дюма Ева Яновна", position="10 «А» класс"),
        [
            make_mentee(program, "Лев Марк Олегович", position="7 «Б» класс"),
            make_mentee(program, "Швец Зоя Львовна", position="7 «Б» класс"),
        ],
        status=PairStatus.ACCEPTED,
        starts_on=None,
    )
    factory = make_pair(
        program,
        make_mentor(
            program, "Живаго Пётр Ильич", position="инженер", workplace="ООО «Речной завод»"
        ),
        [make_mentee(program, "Ткач Инна Юрьевна", position="9 класс")],
        form="employer_student",
        status=PairStatus.ACCEPTED,
        starts_on=None,
    )
    women = (teachers.mentees[0], pupils.mentor, pupils.mentees[1], factory.mentees[0])
    for row in women:
        row.person.sex = "f"
        row.person.save()
    for row in (teachers.mentor, teachers.mentees[0]):
        Occupation.objects.create(person=row.person, kind=OccupationKind.TEACHER)


def order_pairs(program, day=ORDER_DAY):
    draft = pair_order.draft_order_pairs(program=program, by=None, day=day)
    return issue.register(document=draft, day=day, by=None)


def register(program, code, day, subject=None, **values):
    draft = draft_paper(program=program, code=code, by=None, subject=subject, values=values)
    return issue.register(document=draft, day=day, by=None)


def order_registry(program, day):
    return register(program, "order_registry", day)
