"""«План менторства» (ZAB): the head teaches a deputy or a teacher by steps."""

from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.utils import timezone

from documents.domain.blocks import Block, Heading, KeyValues, Stamps
from documents.domain.form_blocks import SignLine
from documents.enums import DocumentKind, FieldType, PaperType
from documents.kinds.acts.act import RETURN, act, director_stamp
from documents.kinds.acts.pair import full, term_words
from documents.kinds.acts.pair_plan import (
    answered,
    is_planned,
    plan_of,
    plan_text,
    tasks_table,
)
from documents.kinds.acts.plan import (
    joined_on,
    listed,
    meetings_of,
    paragraphs,
    plan_field,
    plan_table,
)
from documents.kinds.base import Field
from documents.kinds.people import Named, named, on_duty
from documents.kinds.values import day_of
from pairs.models import Pair
from participants.enums import AssignmentRole
from programs.enums import MentoringForm, StageCode

FORMS = (MentoringForm.HEAD_DEPUTY, MentoringForm.MENTORSHIP_TEACHER)
DEPUTY = "заместитель директора"
MENTOR = Field(
    "mentor",
    "Ментор",
    "Не выбран – директор.",
    required=False,
    type=FieldType.PERSON,
    name="ментор",
)
WORKER = Field(
    "worker",
    "Сотрудник",
    "Заместитель директора или педагог, которого готовит ментор.",
    required=False,
    type=FieldType.PERSON,
    name="сотрудник",
)
GOAL = Field("goal", "Цель и порядок работы", RETURN, rows=8, required=False, worded=True)
RESULTS = Field(
    "results",
    "Ожидаемые результаты",
    f"Каждый результат с новой строки. {RETURN}",
    rows=5,
    required=False,
    worded=True,
)


def start(program) -> dict:
    """The people of the program's pair of this kind; without one, the deputy who is the curator."""
    pair = Pair.objects.of_program(program).open().filter(form__in=FORMS).with_people().first()
    if pair:
        worker = next((mentee.person_id for mentee in pair.mentees), None)
        return {"mentor": pair.mentor.person_id, "worker": worker}
    curator = on_duty(program.organization, AssignmentRole.CURATOR, timezone.localdate())
    if curator and curator.post.casefold().startswith(DEPUTY):
        return {"worker": curator.person.pk}
    return {}


def sides(document, content) -> tuple[Named | None, Named | None]:
    program, day = document.program, day_of(document)
    mentor, worker = (
        named(content[key], program, day) if content[key] else None for key in ("mentor", "worker")
    )
    return mentor or on_duty(program.organization, AssignmentRole.DIRECTOR, day), worker


def own_pair(document) -> Pair | None:
    """The pair of these very people, whose plan the paper prints."""
    worker, mentor = (document.content.get(key) for key in ("worker", "mentor"))
    if not worker:
        return None
    found = Pair.objects.of_program(document.program).ordered().with_people()
    pairs = found.filter(form__in=FORMS, members__mentee__person=worker)
    if mentor:
        pairs = pairs.filter(mentor__person=mentor)
    pairs = list(pairs.order_by("-starts_on", "-pk"))
    present = [pair for pair in pairs if worker in {mentee.person_id for mentee in pair.mentees}]
    return next(iter(present or pairs), None)


def texts(document) -> dict[str, str]:
    """Goal, expected results and the table as the pair has written them in its plan."""
    pair = own_pair(document)
    plan = plan_of(pair)
    if plan is None:
        return {}
    day, worker = day_of(document), document.content["worker"]
    return {
        "goal": plan.goal.strip(),
        "results": plan.results.strip(),
        "plan": plan_text(plan, meetings_of(pair, day, worker), day, joined_on(pair, worker)),
    }


def stamps(document, content) -> Stamps:
    return Stamps(right=director_stamp(document))


def body(document, content) -> Iterator[Block]:
    mentor, worker = sides(document, content)
    if mentor and worker and mentor.person == worker.person:
        raise ValidationError("Ментор и сотрудник – один человек. Выберите двух разных.")
    pair = own_pair(document)
    plan = plan_of(pair)
    yield KeyValues(
        (
            ("Ментор", full(mentor)),
            ("Сотрудник", full(worker)),
            ("Срок", term_of(document, pair, plan)),
        )
    )
    yield Heading("1. Цель и порядок работы")
    yield from paragraphs(content["goal"])
    yield Heading("2. Ожидаемые результаты")
    yield from listed(content["results"])
    yield Heading("3. План работы")
    yield table(document, content, pair, plan)
    yield from answered(plan, document, pair.mentees if pair else ())
    yield SignLine("Ментор", mentor.person.signature_name if mentor else "")
    yield SignLine("Сотрудник", worker.person.signature_name if worker else "")


def term_of(document, pair: Pair | None, plan) -> str:
    if plan and plan.starts_on and plan.ends_on:
        return term_words(pair, plan.ends_on, joined_on(pair, document.content["worker"]))
    return f"{document.program.year} учебный год"


def table(document, content, pair: Pair | None, plan) -> Block:
    if not is_planned(plan, document, "plan"):
        return plan_table(content["plan"])
    day, worker = day_of(document), document.content["worker"]
    meetings = meetings_of(pair, day, worker)
    return tasks_table(plan, meetings, day, since=joined_on(pair, worker))


def check(document, day) -> None:
    if not document.content.get("worker"):
        raise ValidationError("Выберите сотрудника, для которого составлен план менторства.")


KIND = act(
    DocumentKind.MENTORSHIP_PLAN,
    type=PaperType.PLAN,
    stage=StageCode.CONDITIONS,
    stamps=stamps,
    body=body,
    fields=(MENTOR, WORKER, GOAL, RESULTS, plan_field(label="План работы")),
    start=start,
    texts=texts,
    check=check,
)
