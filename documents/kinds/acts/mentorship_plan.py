"""«План менторства» (ZAB): the head teaches a deputy or a teacher by steps."""

from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.utils import timezone

from documents.domain.blocks import Block, Heading, KeyValues, Stamps
from documents.domain.form_blocks import SignLine
from documents.enums import DocumentKind, FieldType, PaperType
from documents.kinds.acts.act import RETURN, act, director_stamp
from documents.kinds.acts.pair import full
from documents.kinds.acts.plan import listed, paragraphs, plan_field, plan_table
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


def stamps(document, content) -> Stamps:
    return Stamps(right=director_stamp(document))


def body(document, content) -> Iterator[Block]:
    mentor, worker = sides(document, content)
    if mentor and worker and mentor.person == worker.person:
        raise ValidationError("Ментор и сотрудник – один человек. Выберите двух разных.")
    yield KeyValues(
        (
            ("Ментор", full(mentor)),
            ("Сотрудник", full(worker)),
            ("Срок", f"{document.program.year} учебный год"),
        )
    )
    yield Heading("1. Цель и порядок работы")
    yield from paragraphs(content["goal"])
    yield Heading("2. Ожидаемые результаты")
    yield from listed(content["results"])
    yield Heading("3. План работы")
    yield plan_table(content["plan"])
    yield SignLine("Ментор", mentor.person.signature_name if mentor else "")
    yield SignLine("Сотрудник", worker.person.signature_name if worker else "")


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
    check=check,
)
