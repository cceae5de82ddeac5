"""A plan as its page shows it: tasks with their state, who has answered, what looks odd."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from pairs.domain.plan_progress import Progress, is_overdue, progress
from pairs.enums import PairStatus, PlanStatus, TaskMark
from pairs.models import Plan, PlanAgreement, PlanTask
from pairs.services.plan import lacking
from pairs.services.plan_agreement import ANSWERABLE, people_of
from pairs.services.plan_sample import term_doubt
from pairs.services.plan_seen import agreed_content
from participants.models import Person


@dataclass(frozen=True)
class Side:
    """One who has to agree, with the answer that was given."""

    person: Person
    role: str
    answer: PlanAgreement | None

    @property
    def is_agreed(self) -> bool:
        return self.answer is not None and self.answer.is_agreed


@dataclass(frozen=True)
class PlanPage:
    plan: Plan
    tasks: list[PlanTask]
    progress: Progress
    sides: list[Side]
    lacking: list[str]
    term_doubt: str
    outside: int = 0

    @property
    def waits_for_answers(self) -> bool:
        return self.plan.status in ANSWERABLE

    @property
    def unsigned(self) -> list[Person]:
        """Those without a login who have not agreed: the curator records their paper."""
        silent = (side for side in self.sides if not side.is_agreed)
        return [side.person for side in silent if side.person.user_id is None]

    @property
    def objections(self) -> list[Side]:
        return [side for side in self.sides if side.answer and not side.answer.is_agreed]

    @property
    def seen(self) -> str:
        return agreed_content(self.plan)

    def asks(self, user: Any) -> bool:
        """Whether the page has a question to ``user``; a no may be taken back by a yes."""
        if not self.waits_for_answers:
            return False
        return any(side.person.user_id == user.pk and not side.is_agreed for side in self.sides)


def plan_page(plan: Plan) -> PlanPage:
    """A constant number of queries; read the pair of the plan ``with_people`` first."""
    today = timezone.localdate()
    frozen = plan.status == PlanStatus.FINISHED
    tasks = list(plan.tasks.all())
    for task in tasks:
        task.is_unfinished = task.mark in (TaskMark.PLANNED, TaskMark.PARTLY)
        task.is_outside = not frozen and is_outside(plan, task.due_on)
        task.is_overdue = hurries(plan) and is_overdue(task.mark, task.due_on, today)
    return PlanPage(
        plan=plan,
        tasks=tasks,
        progress=plan_progress(plan, tasks),
        sides=sides_of(plan),
        lacking=lacking(plan),
        term_doubt="" if plan.is_term_confirmed or frozen else term_doubt(plan),
        outside=sum(task.is_outside for task in tasks),
    )


def plan_progress(plan: Plan, tasks: list[PlanTask]) -> Progress:
    known = ((task.mark, task.due_on if hurries(plan) else None) for task in tasks)
    return progress(known, timezone.localdate())


def hurries(plan: Plan) -> bool:
    """Nobody hurries a pair that has paused or ended."""
    return plan.pair.status == PairStatus.ACTIVE and plan.status != PlanStatus.FINISHED


def sides_of(plan: Plan) -> list[Side]:
    answers = {answer.person_id: answer for answer in plan.agreements.all()}
    mentor, *mentees = people_of(plan.pair)
    roles = [(mentor, "наставник"), *((person, "наставляемый") for person in mentees)]
    return [Side(person, role, answers.get(person.pk)) for person, role in roles]


def is_outside(plan: Plan, day: date | None) -> bool:
    """Pointed out beside the task, not refused: the term of the plan may be the mistake."""
    if day is None:
        return False
    early = plan.starts_on is not None and day < plan.starts_on
    return early or (plan.ends_on is not None and day > plan.ends_on)
