"""A school that can issue papers: its director, its curator, its pairs."""

from datetime import date

from documents.enums import DocumentKind, DocumentStatus, Journal
from documents.models import Document
from pairs.enums import PairStatus
from participants.enums import AssignmentRole, ConsentKind, ConsentSigner
from participants.models import Assignment, Consent, Mentee, Mentor
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


def make_teacher_pair(program, mentor="Зорин Лев Юрьевич", mentee="Якимова Ева Глебовна", **fields):
    """Both work for the school: its mentor is asked for a consent and an addendum."""
    defaults = {"form": "teacher_teacher", "status": PairStatus.ACCEPTED, "starts_on": None}
    return make_pair(
        program,
        make_mentor(program, mentor, position="учитель физики"),
        [make_mentee(program, mentee, position="учитель труда", form="teacher_teacher")],
        **defaults | fields,
    )


def make_working_teachers(program):
    """A pair that has worked since October and whose papers have something to say."""
    pair = make_teacher_pair(
        program,
        status=PairStatus.ACTIVE,
        starts_on=date(2026, 10, 15),
        goal="Научиться вести урок.",
        role_model="experienced_young",
    )
    Mentee.objects.filter(pair_members__pair=pair).update(request="Методика урока")
    Mentor.objects.filter(pairs=pair).update(competences="Подготовка к аттестации")
    return pair


def entitle(*pairs, day=date(2026, 9, 1)):
    """Give the mentors what the labor law asks for before an order about them."""
    for pair in pairs:
        make_consent(pair.mentor.person, day)
        make_addendum(pair, day)


def make_consent(person, day=date(2026, 9, 1), kind=ConsentKind.PARTICIPATION):
    return Consent.objects.create(
        person=person, kind=kind, signer=ConsentSigner.PERSON, signed_on=day
    )


def make_addendum(pair, day=date(2026, 9, 1), **fields):
    defaults = {
        "status": DocumentStatus.REGISTERED,
        "journal": Journal.CONTRACTS,
        "title": "Дополнительное соглашение к трудовому договору",
        "number_text": "2",
        "date": day,
        "snapshot": {},
    }
    return Document.objects.create(
        program=pair.program,
        organization=pair.program.organization,
        kind=DocumentKind.LABOUR_ADDENDUM,
        person=pair.mentor.person,
        **defaults | fields,
    )
