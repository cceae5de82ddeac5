"""Plain makers of test objects: sensible defaults, keyword overrides."""

from datetime import date
from itertools import count

from django.contrib.auth import get_user_model

from mentoring_portal.shared.names import split_name
from pairs.enums import PairStatus
from pairs.models import Encounter, Meeting, Pair, PairMember, Plan, PlanTask, SupportRecord
from participants.enums import ParticipantStatus
from participants.models import Course, CourseSession, Mentee, Mentor, Person, Training
from programs.enums import OrganizationKind, Preset, ProgramStatus, Role
from programs.models import (
    Event,
    LegalAct,
    Membership,
    Organization,
    Partner,
    Program,
    ProgramForm,
)

number = count(1)


def anew(standing):
    """What a module has built once, read for one test: what that test changes stays its own."""
    return type(standing).objects.get(pk=standing.pk)


def make_organization(**fields):
    n = next(number)
    defaults = {
        "kind": OrganizationKind.SCHOOL,
        "name": f"Муниципальное бюджетное общеобразовательное учреждение «Школа № {n}»",
        "short_name": f"МБОУ «Школа № {n}»",
        "slug": f"school-{n}",
        "place": "г. Новый",
    }
    return Organization.objects.create(**defaults | fields)


def make_program(**fields):
    organization = fields.pop("organization", None) or make_organization()
    defaults = {"start_year": 2026, "preset": Preset.GYMNASIUM, "status": ProgramStatus.ACTIVE}
    return Program.objects.create(organization=organization, **defaults | fields)


def make_act(organization=None, **fields):
    defaults = {
        "level": "federal",
        "topic": "target_model",
        "name": "приказ",
        "quoted_name": "приказом",
        "is_confirmed": True,
    }
    return LegalAct.objects.create(
        organization=organization or make_organization(), **defaults | fields
    )


def make_partner(organization=None, **fields):
    return Partner.objects.create(
        organization=organization or make_organization(),
        **{"name": f"Завод № {next(number)}"} | fields,
    )


def make_user(role=None, organization=None, **fields):
    user = get_user_model().objects.create_user(
        username=fields.pop("username", f"user{next(number)}"), password="слово-для-входа", **fields
    )
    if role:
        Membership.objects.create(
            user=user, organization=organization or make_organization(), role=role
        )
    return user


def make_curator(program, **fields):
    return make_user(Role.CURATOR, program.organization, **fields)


def make_person(full_name="", **fields):
    organization = fields.pop("organization", None) or make_organization()
    name = split_name(full_name or f"Тестов{chr(1072 + next(number) % 32)} Иван Петрович")
    defaults = {
        "last_name": name.last,
        "first_name": name.first,
        "patronymic": name.patronymic,
        "sex": "m",
        "birth_year": 2012,
    }
    return Person.objects.create(organization=organization, **defaults | fields)


def make_mentor(program=None, full_name="", **fields):
    program = program or make_program()
    person = fields.pop("person", None) or make_person(
        full_name, organization=program.organization, birth_year=1980
    )
    defaults = {"status": ParticipantStatus.APPROVED, "forms": ["student_student"]}
    return Mentor.objects.create(program=program, person=person, **defaults | fields)


def make_mentee(program=None, full_name="", **fields):
    program = program or make_program()
    person = fields.pop("person", None) or make_person(full_name, organization=program.organization)
    defaults = {"status": ParticipantStatus.APPROVED, "form": "student_student"}
    return Mentee.objects.create(program=program, person=person, **defaults | fields)


def make_pair(program=None, mentor=None, mentees=None, **fields):
    program = program or (mentor.program if mentor else make_program())
    mentor = mentor or make_mentor(program)
    mentees = mentees if mentees is not None else [make_mentee(program)]
    defaults = {
        "status": PairStatus.ACTIVE,
        "form": "student_student",
        "starts_on": date(2026, 10, 1),
    }
    pair = Pair.objects.create(program=program, mentor=mentor, **defaults | fields)
    PairMember.objects.bulk_create(
        PairMember(pair=pair, mentor=mentor, mentee=mentee, is_open=pair.is_open)
        for mentee in mentees
    )
    return pair


def make_meeting(pair=None, **fields):
    defaults = {
        "kind": "work",
        "day": date(2026, 11, 1),
        "minutes": 45,
        "topic": "Подготовка к олимпиаде",
        "rating": 4,
    }
    return Meeting.objects.create(pair=pair or make_pair(), **defaults | fields)


def make_course(program=None, **fields):
    defaults = {"title": "Основы наставничества"}
    return Course.objects.create(program=program or make_program(), **defaults | fields)


def make_session(course=None, day=date(2026, 10, 7), **fields):
    """``title`` is the event's."""
    course = course or make_course()
    title = fields.pop("title", "Первая встреча")
    event = fields.pop("event", None) or make_event(
        course.program, kind="mentor_school", title=title, starts_on=day
    )
    return CourseSession.objects.create(course=course, event=event, **fields)


def make_training(course=None, mentor=None, **fields):
    course = course or make_course()
    mentor, program = mentor or make_mentor(course.program), course.program
    issued = {"issued_by": program.organization, "issued_year": program.start_year}
    defaults = issued if fields.get("number") else {}
    return Training.objects.create(course=course, mentor=mentor, **defaults | fields)


def make_plan(pair=None, **fields):
    defaults = {
        "kind": "route",
        "goal": "Сдать физику",
        "starts_on": date(2026, 10, 1),
        "ends_on": date(2027, 5, 31),
    }
    return Plan.objects.create(pair=pair or make_pair(), **defaults | fields)


def make_plan_task(plan=None, **fields):
    plan = plan or make_plan()
    defaults = {"title": "Разобрать трудную тему", "position": plan.tasks.count() + 1}
    return PlanTask.objects.create(plan=plan, **defaults | fields)


def make_support(mentee=None, **fields):
    defaults = {"held_on": date(2026, 11, 10), "content": "Беседа о друзьях"}
    return SupportRecord.objects.create(mentee=mentee or make_mentee(), **defaults | fields)


def make_encounter(mentor=None, mentee=None, **fields):
    mentor = mentor or make_mentor()
    defaults = {"kind": "situational", "day": date(2026, 11, 1), "topic": "Как готовить доклад"}
    return Encounter.objects.create(
        program=mentor.program,
        mentor=mentor,
        mentee=mentee or make_mentee(mentor.program),
        **defaults | fields,
    )


def make_event(program=None, **fields):
    defaults = {"kind": "seminar", "title": "Семинар наставников", "starts_on": date(2026, 12, 10)}
    return Event.objects.create(program=program or make_program(), **defaults | fields)


def make_program_form(program=None, **fields):
    defaults = {"form": "student_student"}
    return ProgramForm.objects.create(program=program or make_program(), **defaults | fields)
