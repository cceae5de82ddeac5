"""Plans of the demo school's pairs, one in each state; one pair has none yet."""

from collections.abc import Callable
from datetime import date, timedelta

from pairs.enums import TaskMark
from pairs.models import Pair, Plan, PlanTask
from pairs.services import plan as service
from pairs.services import plan_agreement, plan_task
from pairs.services.plan_seen import agreed_content
from participants.services import account
from programs.models import Program

# The sides agree so many days after the pair began, and look back at the first months later.
TALKED, LOOKED_BACK = timedelta(days=16), timedelta(days=34)
OBJECTION = "В декабре олимпиада, показать проект не успею. Давайте перенесём на февраль."
SUMMARY = (
    "Цель достигнута раньше срока: трудные темы разобраны, наставляемый занимается сам. "
    "Решили встречаться дальше без плана, по запросу."
)
GOAL = "Разобраться в трудных темах и почувствовать уверенность"


def write_plans(program: Program, today: date, by) -> None:
    pairs = Pair.objects.of_program(program).ordered().with_people().order_by("pk")
    for pair, bring in zip(pairs, STATES, strict=False):
        if pair.starts_on + TALKED <= today:
            bring(new_plan(pair, by), today, by)


def new_plan(pair: Pair, by) -> Plan:
    plan = service.start(pair=pair, source=service.SAMPLE, by=by)
    plan.pair = pair
    if not plan.goal:
        plan.goal = GOAL
        plan.save(update_fields=["goal"])
    return plan


def draft(plan: Plan, today: date, by) -> None:
    """Just begun: the starting set as it is."""


def offered(plan: Plan, today: date, by) -> None:
    plan_agreement.offer(plan=plan, by=by)
    sign(plan, plan.pair.mentor.person, by)


def refused(plan: Plan, today: date, by) -> None:
    """Only whoever signs in can object: a paper is signed or it is not."""
    offered(plan, today, by)
    mentee = plan.pair.mentees[0].person
    if not mentee.user_id:
        account.give(person=mentee, by=by)
    answer(plan, mentee, is_agreed=False, comment=OBJECTION)


def agreed(plan: Plan, today: date, by) -> None:
    """One task is done, another in part, and the one between them is soon late."""
    agreed_by_all(plan, by)
    day = min(plan.pair.starts_on + LOOKED_BACK, today)
    first, _soon_late, third = own_tasks(plan)[:3]
    mark(first, TaskMark.DONE, day, "", by)
    mark(third, TaskMark.PARTLY, day, "Посетили два урока, остальные – в декабре.", by)


def late(plan: Plan, today: date, by) -> None:
    agreed_by_all(plan, by)


def finished(plan: Plan, today: date, by) -> None:
    agreed_by_all(plan, by)
    day = min(plan.pair.starts_on + LOOKED_BACK, today)
    *done, last = own_tasks(plan)
    for task in done:
        mark(task, TaskMark.DONE, day, "", by)
    mark(last, TaskMark.DROPPED, day, "Решили обойтись без выступления.", by)
    service.finish(plan=plan, summary=SUMMARY, by=by)


STATES: tuple[Callable[[Plan, date, object], None], ...] = (
    agreed,
    offered,
    refused,
    late,
    finished,
    draft,
)


def agreed_by_all(plan: Plan, by) -> None:
    plan_agreement.offer(plan=plan, by=by)
    for person in plan_agreement.people_of(plan.pair):
        sign(plan, person, by)


def sign(plan: Plan, person, by) -> None:
    """Whoever has a login answers there; the others sign a paper that the curator writes down."""
    if person.user_id:
        answer(plan, person, is_agreed=True, comment="")
    else:
        plan_agreement.record_paper(plan=plan, person=person, day=talked_on(plan), by=by)


def answer(plan: Plan, person, **said) -> None:
    seen = agreed_content(plan)
    plan_agreement.answer(plan=plan, person=person, seen=seen, by=person.user, **said)
    plan.agreements.filter(person=person).update(agreed_on=talked_on(plan))


def talked_on(plan: Plan) -> date:
    return plan.pair.starts_on + TALKED


def own_tasks(plan: Plan) -> list[PlanTask]:
    return list(plan.tasks.planned().filter(meeting_kind=""))


def mark(task: PlanTask, how: str, day: date, comment: str, by) -> None:
    plan_task.mark(task=task, mark=how, day=day, comment=comment, by=by)
