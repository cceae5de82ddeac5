"""The acts of the demo school: its council's protocol, the regulation, papers of two pairs."""

import re
from datetime import date, timedelta

from documents.enums import FROZEN_STATUSES, DocumentKind
from documents.kinds.candidates import people
from documents.kinds.wordings import preset
from documents.models import Document
from documents.services import issue
from documents.services.demo.pair_plans import write_plans
from documents.services.paper import draft_paper
from documents.services.publication import publish
from mentoring_portal.shared.dates import long_date
from pairs.models import Pair
from participants.enums import AssignmentRole, OccupationKind
from participants.models import Assignment, Occupation, Person
from programs.enums import MentoringForm, RoleModel
from programs.models import Program

COUNCIL_DAY = (8, 28)
UNION_DAY = (8, 27)
UNION = "с первичной профсоюзной организацией,\nпротокол от {day} №\u00a04"
# Of the council, so many were away.
ABSENT = 3
SECRETARY = ("Маслова", "Дарья", "Сергеевна", "учитель русского языка и литературы")
SPEECHES = (
    "{руководитель мо с должностью} – о запросах молодых педагогов на поддержку.",
    "{руководитель мо с должностью} – о сроках обучения наставников.",
    "{секретарь педсовета с должностью} – о порядке согласования индивидуальных маршрутов.",
)
ABSTAINED = (0, 1, 2)
# Form → (role model, goal of its pairs).
WORK = {
    MentoringForm.TEACHER_TEACHER: (
        RoleModel.EXPERIENCED,
        "Помочь молодому педагогу уверенно вести урок и освоиться в коллективе",
    ),
    MentoringForm.STUDENT_STUDENT: (
        RoleModel.ACHIEVER,
        "Помочь освоить трудные темы и обрести уверенность в учёбе",
    ),
    MentoringForm.EMPLOYER_STUDENT: ("", "Познакомить с профессией и помочь с осознанным выбором"),
}
# The day before the first lesson of the School of mentors.
MEMOS_DAY = (10, 6)
MEMOS = (DocumentKind.MEMO_MENTOR, DocumentKind.MEMO_MENTEE, DocumentKind.METHOD_MATERIALS)
# A paper about a pair is ready so many days after the pair began.
READY = timedelta(days=18)


def hold_council(program: Program, by) -> Document:
    """The council of the end of August; the regulation that it adopted waits for its order."""
    appoint_council(program.organization)
    document = draft_paper(
        program=program, code=DocumentKind.PROTOCOL_PEDSOVET, by=by, values=minutes(program)
    )
    day = date(program.start_year, *COUNCIL_DAY)
    issue.register(document=document, day=day, by=by)
    agreed = UNION.format(day=long_date(date(program.start_year, *UNION_DAY)))
    draft_paper(program=program, code=DocumentKind.REGULATION, by=by, values={"agreed": agreed})
    return document


def appoint_council(school) -> None:
    duties = Assignment.objects.filter(organization=school)
    director = duties.get(role=AssignmentRole.DIRECTOR)
    last, first, patronymic, post = SECRETARY
    secretary = Person.objects.create(
        organization=school, last_name=last, first_name=first, patronymic=patronymic, sex="f"
    )
    Occupation.objects.create(person=secretary, kind=OccupationKind.TEACHER)
    for role, person, words in (
        (AssignmentRole.COUNCIL_CHAIR, director.person, director.post),
        (AssignmentRole.COUNCIL_SECRETARY, secretary, post),
    ):
        Assignment.objects.create(organization=school, person=person, role=role, post=words)


def minutes(program: Program) -> dict:
    present = list(people(program))
    members = len(present) + ABSENT
    return {"present": present, "members": members, "course": course(len(present))}


def course(present: int) -> str:
    """The portal's own text with who spoke and how they voted."""
    text = preset(DocumentKind.PROTOCOL_PEDSOVET)["course"]
    speeches, silent = iter(SPEECHES), iter(ABSTAINED)
    text = re.sub("(?m)^Выступили:$", lambda found: f"{found[0]} {next(speeches)}", text)
    return re.sub(
        "(?m)^Голосовали:$", lambda found: f"{found[0]} {votes(present, next(silent))}", text
    )


def votes(present: int, abstained: int) -> str:
    abstained = min(abstained, present)
    return f"за {present - abstained}, против 0, воздержались {abstained}"


def approve_regulation(program: Program, by) -> None:
    """On the day of the order that approves it; it names nobody, so everybody may read it."""
    order = last_frozen(program, DocumentKind.ORDER_REGULATION)
    regulation = program.documents.get(kind=DocumentKind.REGULATION)
    if order:
        regulation = issue.register(document=regulation, day=order.date, by=by)
        publish(document=regulation, shown=True, by=by)


def publish_memos(program: Program, today: date, by) -> None:
    day = program.year.day(*MEMOS_DAY)
    if day <= today:
        for kind in MEMOS:
            document = draft_paper(program=program, code=kind, by=by)
            paper = issue.register(document=document, day=day, by=by)
            publish(document=paper, shown=True, by=by)


def last_frozen(program: Program, kind: str) -> Document | None:
    found = Document.objects.of_program(program).filter(kind=kind, status__in=FROZEN_STATUSES)
    return found.order_by("date", "pk").last()


def plan_pairs(program: Program, today: date, by) -> None:
    """A personal program of a pair of teachers and the route of one mentee."""
    pairs = Pair.objects.of_program(program).ordered()
    for form, (role_model, goal) in WORK.items():
        end = program.year.day(5, 31)
        pairs.filter(form=form).update(role_model=role_model, goal=goal, ends_on=end)
    write_plans(program, today, by)
    teachers = pairs.filter(form=MentoringForm.TEACHER_TEACHER).with_people().first()
    if teachers:
        approve_paper(teachers, DocumentKind.PERSONAL_PROGRAM, teachers, today, by)
    others = pairs.exclude(form=MentoringForm.TEACHER_TEACHER).with_people().first()
    if others:
        approve_paper(others, DocumentKind.INDIVIDUAL_PLAN, others.mentees[0], today, by)


def approve_paper(pair: Pair, kind: str, subject, today: date, by) -> None:
    document = draft_paper(program=pair.program, code=kind, by=by, subject=subject)
    day = pair.starts_on + READY
    if day <= today:
        issue.register(document=document, day=day, by=by)
