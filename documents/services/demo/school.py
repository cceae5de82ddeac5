"""The demo municipality with two schools, its logins, and taking everything away again."""

from datetime import date

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db import transaction

from documents.models import Counter, Document, RegistrySending, Scan
from documents.services.demo.acts import (
    approve_regulation,
    hold_council,
    plan_pairs,
    publish_memos,
)
from documents.services.demo.conditions import make_partners
from documents.services.demo.depth import deepen
from documents.services.demo.draft import leave_draft
from documents.services.demo.families import make_families
from documents.services.demo.people import Maker, make_mentees, make_mentors
from documents.services.demo.plan import make_plan
from documents.services.demo.signing import put_on_the_desk
from documents.services.demo.story import tell
from documents.services.demo.talks import hold_talks
from documents.services.demo.waiting import make_waiting
from mentoring_portal.shared.dates import school_year_of
from monitoring.models import Report
from pairs.models import Pair
from participants.enums import AssignmentRole, OccupationKind, ParticipantStatus
from participants.models import Assignment, Erasure, Mentee, Mentor, Occupation, Person
from programs.enums import OrganizationKind, Preset, ProgramStatus, Role
from programs.models import Membership, Organization, Program, RoadmapItem
from programs.services.program import open_program

STAFF = (
    # (role, login, post in papers, surname, given name, patronymic, sex)
    (Role.DIRECTOR, AssignmentRole.DIRECTOR, "директор", "Ветрова", "Ирина", "Павловна", "f"),
    (Role.CURATOR, AssignmentRole.CURATOR, "заместитель директора по воспитательной работе",
     "Соколова", "Анна", "Игоревна", "f"),
    (Role.GROUP_HEAD, AssignmentRole.GROUP_HEAD, "руководитель методического объединения",
     "Громов", "Павел", "Андреевич", "m"),
    (Role.PSYCHOLOGIST, AssignmentRole.PSYCHOLOGIST, "педагог-психолог",
     "Лебедева", "Вера", "Олеговна", "f"),
)  # fmt: skip
# In the order in which nothing protects what is deleted next.
FROM_THE_TOP = (
    Scan,
    RegistrySending,
    Document,
    Counter,
    Report,
    Pair,
    Mentee,
    Mentor,
    Assignment,
    Erasure,
    RoadmapItem,
    Program,
    Person,
)
GOAL = (
    "Раскрытие личностного, творческого и профессионального потенциала обучающихся "
    "и поддержка молодых педагогов гимназии."
)


@transaction.atomic
def load(*, seed: int, mentees: int, mentors: int, today: date) -> Program:
    """Replace the demo with a fresh one. Refuses a database that holds a real organization."""
    clear()
    municipality, school, neighbor = organizations()
    logins = {role: login(role, school) for role, *_rest in STAFF}
    login(Role.MUNICIPAL, municipality)
    by = logins[Role.CURATOR]
    year = school_year_of(today)
    program = start_program(school, year, by)
    appoint(school, logins)
    make_partners(school, today, by)
    maker = Maker(school, year, seed)
    mentor_rows = make_mentors(program, mentors, maker)
    mentee_rows = make_mentees(program, mentees, maker)
    make_families([*mentor_rows, *mentee_rows], year)
    make_plan(program, today, by)
    hold_council(program, by)
    tell(program=program, mentees=mentee_rows, mentors=mentor_rows, maker=maker, today=today, by=by)
    give_logins(program, school)
    approve_regulation(program, by)
    publish_memos(program, today, by)
    plan_pairs(program, today, by)
    hold_talks(program, today, by)
    deepen(program=program, mentors=mentor_rows, mentees=mentee_rows, today=today)
    make_waiting(program, today, by)
    leave_draft(program, by)
    put_on_the_desk(program, today, by)
    start_program(neighbor, year, None)
    return program


def clear() -> None:
    if Organization.objects.filter(is_demo=False).exists():
        raise ValidationError(
            "В базе есть настоящие организации: учебный пример загружают только в пустую базу."
        )
    demo = Membership.objects.filter(organization__is_demo=True)
    get_user_model().objects.filter(pk__in=demo.values("user"), is_superuser=False).delete()
    Document.objects.update(cancelled_by=None, about=None)  # each would protect the other
    for model in FROM_THE_TOP:
        model.objects.all().delete()
    Organization.objects.filter(parent__isnull=False).delete()
    Organization.objects.all().delete()


def organizations():
    municipality = Organization.objects.create(
        kind=OrganizationKind.MUNICIPALITY,
        name="Управление образования администрации города Речного",
        short_name="Управление образования г. Речного",
        slug="demo-rechnoy",
        place="г. Речной",
        is_demo=True,
    )
    common = {
        "kind": OrganizationKind.SCHOOL,
        "parent": municipality,
        "founder": "Управление образования администрации города Речного",
        "place": "г. Речной",
        "is_demo": True,
    }
    school = Organization.objects.create(
        name="Муниципальное бюджетное общеобразовательное учреждение «Гимназия № 5»",
        short_name="МБОУ «Гимназия № 5»",
        slug="demo-gymnasium-5",
        address="ул. Садовая, д. 5",
        phone="8 (000) 000-00-05",
        email="school5@example.org",
        **common,
    )
    neighbor = Organization.objects.create(
        name="Муниципальное бюджетное общеобразовательное учреждение «Школа № 8»",
        short_name="МБОУ «Школа № 8»",
        slug="demo-school-8",
        **common,
    )
    return municipality, school, neighbor


def login(role: str, organization):
    """A login without a password; ``demo_logins`` gives one."""
    user, _created = get_user_model().objects.get_or_create(username=role)
    user.set_unusable_password()
    user.is_active = True
    user.save()
    Membership.objects.get_or_create(user=user, organization=organization, role=role)
    return user


def start_program(organization, year, by) -> Program:
    program = open_program(
        organization=organization,
        start_year=year.start_year,
        preset=Preset.GYMNASIUM,
        by=by,
    )
    program.goal = GOAL
    program.introduced_on = year.day(9, 1)
    program.status = ProgramStatus.ACTIVE
    program.save()
    return program


def appoint(school, logins) -> None:
    for role, duty, post, last, first, patronymic, sex in STAFF:
        person = Person.objects.create(
            organization=school,
            user=logins[role],
            last_name=last,
            first_name=first,
            patronymic=patronymic,
            sex=sex,
        )
        Occupation.objects.create(person=person, kind=OccupationKind.TEACHER)
        Assignment.objects.create(organization=school, person=person, role=duty, post=post)


def give_logins(program, school) -> None:
    """The mentor and the mentee who can sign in are those of the pair with the most meetings."""
    pairs = Pair.objects.filter(program=program).ordered().with_people()
    pair = max(pairs, key=lambda row: (row.meetings.count(), -row.pk), default=None)
    approved = {"program": program, "status": ParticipantStatus.APPROVED}
    mentor = pair.mentor if pair else Mentor.objects.filter(**approved).first()
    mentee = pair.members.all()[0].mentee if pair else Mentee.objects.filter(**approved).first()
    for role, participant in ((Role.MENTOR, mentor), (Role.MENTEE, mentee)):
        if participant:
            participant.person.user = login(role, school)
            participant.person.save(update_fields=["user"])
