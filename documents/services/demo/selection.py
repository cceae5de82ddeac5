"""How the commission of the demo school chose its mentors at the end of September."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import cycle

from documents.enums import DocumentKind
from documents.services import issue
from documents.services.demo.past import put_back
from documents.services.paper import draft_paper
from documents.services.registry import order_in_force
from documents.services.registry_sending import send
from participants.enums import (
    AnalysisMethod,
    AssignmentRole,
    ParticipantStatus,
    SelectionDecision,
)
from participants.models import (
    Assignment,
    Mentor,
    MentorAnalysis,
    Selection,
    SelectionCriterion,
    SelectionMark,
)
from participants.services.criterion import fill_from_preset
from participants.services.mentor_history import APPROVED_BY_ORDER
from programs.models import Program
from programs.services import journal

LISTED, ANALYZED, DECIDED, SENT = (9, 8), (9, 21), (9, 28), (10, 3)
# (duty of the commission, whose holder of another duty takes it)
COMMISSION = (
    (AssignmentRole.COMMISSION_CHAIR, AssignmentRole.DIRECTOR),
    (AssignmentRole.COMMISSION_SECRETARY, AssignmentRole.COUNCIL_SECRETARY),
    (AssignmentRole.COMMISSION_MEMBER, AssignmentRole.GROUP_HEAD),
    (AssignmentRole.COMMISSION_MEMBER, AssignmentRole.CURATOR),
    (AssignmentRole.COMMISSION_MEMBER, AssignmentRole.SUPPLIES),
)
REASONS = {
    SelectionDecision.WAIT: "Комиссия ждёт отзыв методического объединения.",
    SelectionDecision.DECLINE: "В этом учебном году нет времени на регулярные встречи.",
}
# By the place of the criterion in the checklist.
COMMENTS = {1: "есть грамоты и публикации", 3: "рассказал на собеседовании", 7: "отзывы коллег"}
NEEDS = (
    "Научить ставить цель вместе с наставляемым и делить её на шаги.",
    "Помочь с первой встречей: как познакомиться и договориться о правилах.",
    "Уверен в предмете, нужны приёмы обратной связи.",
)
BY_MAIL = "по электронной почте, исх. № 112"


def select(program: Program, mentors: Sequence[Mentor], today: date, by) -> None:
    """Criteria and the commission always; decisions when their day has come."""
    fill_from_preset(program=program, by=by)
    appoint_commission(program)
    listed = min(program.year.day(*LISTED), today)
    program.mentors.update(listed_on=listed)
    day = date(program.start_year, *DECIDED)
    if mentors and day <= today:
        analyze(mentors, date(program.start_year, *ANALYZED))
        decide(mentors, day, by)
        keep_history(program, mentors, day, by)
        minute(program, day, by)


def appoint_commission(program: Program) -> None:
    duties = Assignment.objects.filter(organization=program.organization)
    for role, other in COMMISSION:
        holder = duties.get(role=other)
        duties.create(
            organization=program.organization,
            person=holder.person,
            role=role,
            post=holder.post,
            starts_on=program.year.start,
        )


def analyze(mentors: Sequence[Mentor], day: date) -> None:
    """Every third has not been asked yet."""
    asked = [mentor for number, mentor in enumerate(mentors) if number % 3 != 2]
    MentorAnalysis.objects.bulk_create(
        MentorAnalysis(
            mentor=mentor,
            method=method,
            held_on=day + timedelta(days=number % 5),
            held_by="куратор Соколова А. И.",
            conclusion=conclusion,
        )
        for number, (mentor, method, conclusion) in enumerate(
            zip(asked, cycle(AnalysisMethod), cycle(NEEDS), strict=False)
        )
    )


def decide(mentors: Sequence[Mentor], day: date, by) -> None:
    """Those of the registry were admitted; of the candidates one waits and one is declined."""
    others = cycle((SelectionDecision.WAIT, SelectionDecision.DECLINE))
    decisions = [
        SelectionDecision.ADMIT if row.status == ParticipantStatus.APPROVED else next(others)
        for row in mentors
    ]
    rows = Selection.objects.bulk_create(
        Selection(
            mentor=mentor,
            decision=decision,
            reason=REASONS.get(decision, ""),
            decided_on=day,
            recorded_by=by,
        )
        for mentor, decision in zip(mentors, decisions, strict=True)
    )
    mark(rows, list(mentors[0].program.selection_criteria.all()))
    for row in rows:
        if row.decision == SelectionDecision.DECLINE:
            row.mentor.move_to(ParticipantStatus.DECLINED)


def mark(rows: Sequence[Selection], criteria: Sequence[SelectionCriterion]) -> None:
    """The declined have nothing for their time, the others never less than the half."""
    SelectionMark.objects.bulk_create(
        SelectionMark(
            selection=row,
            criterion=criterion,
            points=points(row, criterion, number + place),
            comment=COMMENTS.get(place, "") if number % 2 else "",
        )
        for number, row in enumerate(rows)
        for place, criterion in enumerate(criteria)
    )


def points(row: Selection, criterion: SelectionCriterion, turn: int) -> int:
    if row.decision == SelectionDecision.DECLINE and criterion.title.startswith("Готовность"):
        return 0
    return criterion.most - turn % (criterion.most // 2 + 1)


def keep_history(program: Program, mentors: Sequence[Mentor], day: date, by) -> None:
    """The journal as it would stand if the clicks had been made on that day."""
    by_decision = {decision: [] for decision in SelectionDecision}
    for row in Selection.objects.filter(mentor__in=mentors).order_by("pk"):
        by_decision[SelectionDecision(row.decision)].append(row.mentor_id)
    moved = {
        SelectionDecision.ADMIT: f"mentor.{ParticipantStatus.APPROVED}",
        SelectionDecision.DECLINE: f"mentor.{ParticipantStatus.DECLINED}",
    }
    for decision, rows in by_decision.items():
        if rows:
            note(program, f"selection.{decision}", rows, by, day=day.isoformat())
            put_back(program, f"selection.{decision}", day)
        if rows and decision in moved:
            note(program, moved[decision], rows, by)
            put_back(program, moved[decision], day, hour=13)


def note(program: Program, action: str, rows: list[int], by, **more) -> None:
    journal.record(
        by=by, action=action, obj=program, organization=program.organization, rows=rows, **more
    )


def minute(program: Program, day: date, by) -> None:
    values = {"day": day, "votes": "единогласно"}
    document = draft_paper(
        program=program, code=DocumentKind.PROTOCOL_SELECTION, by=by, values=values
    )
    issue.register(document=document, day=day, by=by)


def send_registry(program: Program, today: date, by) -> None:
    day, order = date(program.start_year, *SENT), order_in_force(program)
    if order and day <= today:
        recipient = program.organization.parent.name
        send(document=order, sent_on=day, recipient=recipient, note=BY_MAIL, by=by)
        put_back(program, APPROVED_BY_ORDER, order.date)
