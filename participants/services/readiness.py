"""What the bases and consents already show about the readiness of a program's stages."""

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone

from participants.enums import (
    ApplicationKind,
    AssignmentRole,
    ParticipantStatus,
    SelectionDecision,
)
from participants.models import Application, Assignment, Mentee, Mentor
from participants.services.clearance import standings
from participants.services.consent import missing_of, participants_of
from participants.services.training import passed_on
from programs.domain.readiness import Fact
from programs.enums import StageCode
from programs.models import Program

APPLIED_STAGES = {
    ApplicationKind.MENTEE: StageCode.MENTEE_BASE,
    ApplicationKind.MENTOR: StageCode.MENTOR_BASE,
}
APPLIED_WORDS = {ApplicationKind.MENTEE: "наставляемых", ApplicationKind.MENTOR: "наставников"}
# Of mentors about whom the commission has said something.
DECIDED = Q(selection__decision__in=SelectionDecision.values)


def facts(program: Program) -> list[Fact]:
    """Facts of stages 1–4 that this app knows; a constant number of queries."""
    return [
        *duties(program),
        *applied(program),
        *bases(program),
        *selection(program),
        *mentor_needs(program),
        *training(program),
        *clearances(program),
        consents(program),
    ]


def duties(program: Program) -> list[Fact]:
    held = set(
        Assignment.objects.in_force(timezone.localdate())
        .filter(organization=program.organization_id)
        .values_list("role", flat=True)
    )
    wanted = {
        AssignmentRole.DIRECTOR: ("Указан директор", "Указать директора"),
        AssignmentRole.CURATOR: ("Назначен куратор", "Назначить куратора"),
    }
    urls = {
        role: reverse("participants:assignment_create", args=[program.pk], query={"role": role})
        for role in wanted
    }
    return [
        Fact(StageCode.CONDITIONS, title, int(role in held), 1, urls[role], action, urgent=True)
        for role, (title, action) in wanted.items()
    ]


def beginnings(program: Program) -> list[Fact]:
    """What a new program still has nothing of: who signs, then the people of both bases."""
    return [fact for fact in (*duties(program), *bases(program)) if fact.total and not fact.done]


def applied(program: Program) -> list[Fact]:
    """Applications are answered before anything else: people wait. No applications, no fact."""
    url = reverse("participants:application_list", args=[program.pk])
    return [
        Fact(
            APPLIED_STAGES[kind],
            f"Заявки {APPLIED_WORDS[kind]} рассмотрены",
            total - new,
            total,
            f"{url}?status=new&kind={kind}",
            f"Рассмотреть заявки {APPLIED_WORDS[kind]}",
            urgent=True,
        )
        for kind, new, total in Application.objects.of_program(program).counts()
    ]


def bases(program: Program) -> list[Fact]:
    return [
        *base(program, Mentee, StageCode.MENTEE_BASE, "наставляемых"),
        *base(program, Mentor, StageCode.MENTOR_BASE, "наставников"),
    ]


def base(program: Program, model: type, stage: str, whom: str) -> list[Fact]:
    counts = model.objects.filter(program=program).aggregate(
        total=Count("pk", filter=Q(pk__in=model.objects.in_base().values("pk"))),
        candidates=Count("pk", filter=Q(status=ParticipantStatus.CANDIDATE)),
    )
    total, candidates = counts["total"], counts["candidates"]
    filled = Fact(
        stage,
        f"База {whom} заполнена",
        int(total > 0),
        1,
        reverse("participants:import_create", args=[program.pk]),
        f"Загрузить базу {whom}",
        main=True,
    )
    approved = Fact(
        stage if model is Mentee else StageCode.SELECTION_TRAINING,
        f"Кандидаты из базы {whom} рассмотрены",
        total - candidates,
        total,
        reverse(f"participants:{model._meta.model_name}_list", args=[program.pk])
        + "?status=candidate",
        f"Утвердить {whom} в реестре",
        main=True,
    )
    return [filled, approved]


def selection(program: Program) -> list[Fact]:
    """A fact only where the school has criteria: others approve candidates at once."""
    if not program.selection_criteria.exists():
        return []
    url = reverse("participants:selection_list", args=[program.pk])
    counts = Mentor.objects.of_program(program).aggregate(
        decided=Count("pk", filter=DECIDED),
        undecided=Count("pk", filter=~DECIDED & Q(status=ParticipantStatus.CANDIDATE)),
    )
    total = counts["decided"] + counts["undecided"]
    title, action = "Решения комиссии о кандидатах записаны", "Записать решения об отборе"
    url = f"{url}?decision=undecided&status=candidate"
    stage = StageCode.SELECTION_TRAINING
    return [Fact(stage, title, counts["decided"], total, url, action)] if total else []


def mentor_needs(program: Program) -> list[Fact]:
    """From the first analysis on: a school that keeps none is not asked for it here."""
    mentors = Mentor.objects.of_program(program).in_base()
    counts = mentors.aggregate(
        total=Count("pk", distinct=True),
        done=Count("pk", distinct=True, filter=Q(analyses__isnull=False)),
    )
    if not counts["done"]:
        return []
    return [
        Fact(
            StageCode.SELECTION_TRAINING,
            "Потребности наставников проанализированы",
            counts["done"],
            counts["total"],
            reverse("participants:mentor_list", args=[program.pk]) + "?analysis=no",
            "Записать анализ потребностей наставников",
        )
    ]


def training(program: Program) -> list[Fact]:
    """A fact from the first course on: a school may train its mentors elsewhere."""
    if not program.courses.exists():
        return []
    mentors = list(program.mentors.approved())
    return [
        Fact(
            StageCode.SELECTION_TRAINING,
            "Наставники реестра прошли обучение",
            len(passed_on(mentors)),
            len(mentors),
            reverse("participants:course_list", args=[program.pk]),
            "Обучить наставников",
        )
    ]


def clearances(program: Program) -> list[Fact]:
    """A fact only where somebody comes from outside."""
    asked = standings(program, timezone.localdate())
    if not asked:
        return []
    return [
        Fact(
            StageCode.SELECTION_TRAINING,
            "Справки наставников со стороны действуют",
            sum(standing.is_full for standing in asked),
            len(asked),
            reverse("participants:clearance_list", args=[program.pk]),
            "Внести недостающие справки",
        )
    ]


def consents(program: Program) -> Fact:
    lacking = missing_of(participants_of(program), timezone.localdate())
    return Fact(
        StageCode.SELECTION_TRAINING,
        "Собраны обязательные согласия",
        sum(not kinds for kinds in lacking.values()),
        len(lacking),
        reverse("participants:consent_gaps", args=[program.pk]),
        "Внести недостающие согласия",
        main=True,
    )
