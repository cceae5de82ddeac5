"""«Что проверить»: doubts about the roadmap with the pages where they are settled."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from mentoring_portal.shared.dates import short_date
from mentoring_portal.shared.plurals import counted
from programs.domain.responsible import NOBODY
from programs.domain.roadmap_checks import CheckedRow, early, findings, late_stages
from programs.models import Program, RoadmapItem
from programs.services.roadmap_import import calendar_of


@dataclass(frozen=True)
class Doubt:
    """``title`` is the link, ``message`` what stands beside it."""

    title: str
    message: str
    url: str


def doubts(program: Program, items: Iterable[RoadmapItem]) -> list[Doubt]:
    """One query more than the rows themselves."""
    known = {item.pk: item for item in items}
    rows = [checked(item) for item in known.values()]
    found = [
        Doubt(str(known[finding.pk]), finding.message, edit_url(finding.pk))
        for finding in findings(rows, calendar_of(program))
    ]
    return [
        *found,
        *of_early(program, rows),
        *of_stages(program, rows),
        *of_responsible(program, known.values()),
    ]


def checked(item: RoadmapItem) -> CheckedRow:
    return CheckedRow(
        pk=item.pk,
        section=item.section_id,
        number=item.number,
        title=item.title,
        stage=item.stage,
        kind=item.term_kind,
        text=item.term_text,
        starts_on=item.starts_on,
        due_on=item.due_on,
        is_done=item.is_done,
    )


def edit_url(pk: int) -> str:
    return reverse("programs:item_update", args=[pk])


def of_early(program: Program, rows: list[CheckedRow]) -> list[Doubt]:
    count = len(early(rows, program.year))
    if not count:
        return []
    url = reverse("programs:roadmap", args=[program.pk])
    message = (
        f"До августа {program.start_year} года надо выполнить "
        f"{counted(count, 'строку', 'строки', 'строк')}. Если это подготовка, всё в порядке."
    )
    return [Doubt("Сроки до начала учебного года", message, f"{url}?view=months")]


def of_stages(program: Program, rows: list[CheckedRow]) -> list[Doubt]:
    stages = {stage.code: stage for stage in program.stages.all()}
    late = late_stages(rows, {code: stage.due_on for code, stage in stages.items()})
    return [
        Doubt(
            f"Сроки этапа {stage.number}",
            f"Этап кончается {short_date(stage.due_on)}, а позже этого дня – "
            f"{counted(len(late[code]), 'его строка', 'его строки', 'его строк')}.",
            reverse("programs:stage_update", args=[stage.pk]),
        )
        for code, stage in stages.items()
        if code in late
    ]


def of_responsible(program: Program, items: Iterable[RoadmapItem]) -> list[Doubt]:
    count = sum(not item.responsible.strip() and not item.is_done for item in items)
    if not count:
        return []
    url = reverse("programs:roadmap", args=[program.pk])
    rows = counted(count, "строка", "строки", "строк")
    return [
        Doubt(
            "Строки без ответственного",
            f"Ответственный не указан: {rows}.",
            f"{url}?responsible={NOBODY}",
        )
    ]
