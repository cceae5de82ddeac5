"""A school that can issue papers: its director, its curator, its pairs."""

from pairs.enums import PairStatus
from participants.enums import AssignmentRole
from participants.models import Assignment
from tests.builders import make_mentee, make_mentor, make_pair, make_person, make_program


def make_school_program(**fields):
    program = make_program(**fields)
    organization = program.organization
    director = make_person("Ветрова Ирина Павловна", organization=organization, sex="f")
    curator = make_person("Соколова Анна Игоревна", organization=organization, sex="f")
    appoint(director, AssignmentRole.DIRECTOR, "директор")
    appoint(curator, AssignmentRole.CURATOR, "учитель физики")
    return program


def appoint(person, role, post):
    return Assignment.objects.create(
        organization=person.organization, person=person, role=role, post=post
    )


def make_accepted_pair(program, mentor="Панин Глеб Олегович", mentee="Ершова Яна Тимуровна"):
    return make_pair(
        program,
        make_mentor(program, mentor, position="учитель химии"),
        [make_mentee(program, mentee, position="8 «А» класс")],
        status=PairStatus.ACCEPTED,
        starts_on=None,
    )
