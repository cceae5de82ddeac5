"""What the program itself adds to the readiness of the stages."""

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone

from programs.domain.readiness import Fact
from programs.enums import EventKind, ProgramStatus, StageCode


def facts(program) -> list[Fact]:
    return [
        started(program),
        *conditions(program),
        *forms(program),
        *agreements(program),
        *events(program),
        *roadmap(program),
    ]


def started(program) -> Fact:
    """Nobody outside sees a draft, whatever is registered in it: so this comes before all else."""
    return Fact(
        StageCode.CONDITIONS,
        "Программа начата",
        int(program.status != ProgramStatus.DRAFT),
        1,
        reverse("programs:program_detail", args=[program.pk]),
        "Начать программу",
        urgent=True,
    )


def conditions(program) -> list[Fact]:
    edit = reverse("programs:program_update", args=[program.pk])
    return [
        Fact(
            StageCode.CONDITIONS,
            "Дата приказа о внедрении указана",
            int(program.introduced_on is not None),
            1,
            edit,
            "Указать дату приказа о внедрении",
        ),
        Fact(
            StageCode.CONDITIONS,
            "Цель программы записана",
            int(bool(program.goal)),
            1,
            edit,
            "Записать цель программы",
        ),
        Fact(
            StageCode.CONDITIONS,
            "Текст для страницы «Наставничество» написан",
            int(bool(program.page_text)),
            1,
            edit,
            "Написать текст для страницы «Наставничество»",
        ),
    ]


def forms(program) -> list[Fact]:
    return [
        Fact(
            StageCode.CONDITIONS,
            "Формы наставничества в программе описаны",
            min(1, program.forms.count()),
            1,
            reverse("programs:passport_detail", args=[program.pk]),
            "Описать формы наставничества",
        )
    ]


def events(program) -> list[Fact]:
    """The open final event ends the program (Р-145, stage 7); what is past has a result."""
    today = timezone.localdate()
    counts = program.events.aggregate(
        final=Count("pk", filter=Q(kind=EventKind.FINAL_EVENT, is_held=True)),
        past=Count("pk", filter=Q(starts_on__lt=today)),
        held=Count("pk", filter=Q(starts_on__lt=today, is_held=True)),
    )
    url = reverse("programs:event_list", args=[program.pk])
    found = [
        Fact(
            StageCode.COMPLETION,
            "Итоговое открытое мероприятие проведено",
            min(1, counts["final"]),
            1,
            url,
            "Провести итоговое мероприятие и записать результат",
        )
    ]
    if counts["past"]:
        found.append(
            Fact(
                StageCode.PAIR_WORK,
                "Прошедшие события отмечены проведёнными",
                counts["held"],
                counts["past"],
                url,
                "Отметить, как прошли события",
                routine=True,
            )
        )
    return found


def agreements(program) -> list[Fact]:
    """Only for a school that has made agreements: one without partners lacks nothing."""
    today = timezone.localdate()
    partners = program.organization.partners
    made = partners.exclude(agreement_on=None).count()
    if not made:
        return []
    return [
        Fact(
            StageCode.CONDITIONS,
            "Соглашения с партнёрами действуют",
            partners.with_agreement(today).count(),
            made,
            reverse("programs:partner_list", args=[program.pk]),
            "Продлить соглашения с партнёрами",
        )
    ]


def roadmap(program) -> list[Fact]:
    """Rows of a stage whose term has come: what lies ahead does not spoil the picture."""
    url = reverse("programs:roadmap", args=[program.pk])
    due = Q(due_on__lte=timezone.localdate()) | Q(done_on__isnull=False)
    rows = program.roadmap_items.exclude(stage="").filter(due).values("stage").order_by("stage")
    counts = rows.annotate(total=Count("pk"), done=Count("pk", filter=Q(done_on__isnull=False)))
    return [
        Fact(
            stage=row["stage"],
            title="Строки дорожной карты со сроком до сегодня выполнены",
            done=row["done"],
            total=row["total"],
            url=f"{url}?stage={row['stage']}",
            action="Отметить выполненные строки дорожной карты",
            routine=True,
        )
        for row in counts
    ]
