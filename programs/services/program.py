"""Opening a program: its seven stages and its roadmap from one of the five presets."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from mentoring_portal.shared.dates import SchoolYear
from programs.domain.roadmap import Calendar, relative, term_of
from programs.domain.roadmap_terms import plain, span_of
from programs.enums import ProgramStatus, StageCode, TermKind
from programs.models import Program, RoadmapItem, RoadmapSection, Stage
from programs.services import journal
from programs.services.legal_act import preload_once
from programs.services.preset import inventory
from programs.services.preset_rows import BASE_YEARS, PresetRow, relative_norms, roadmap_of
from programs.services.roadmap_copy import copy_roadmap, copy_stage_dates

# Windows of the stages (gymnasium's roadmap): (month, day) of the beginning and of the end.
STAGE_WINDOWS = {
    StageCode.CONDITIONS: ((9, 1), (9, 30)),
    StageCode.MENTEE_BASE: ((9, 1), (9, 15)),
    StageCode.MENTOR_BASE: ((9, 16), (9, 30)),
    StageCode.SELECTION_TRAINING: ((9, 16), (10, 31)),
    StageCode.PAIRING: ((10, 1), (10, 30)),
    StageCode.PAIR_WORK: ((10, 31), (5, 31)),
    StageCode.COMPLETION: ((5, 1), (6, 30)),
}
DEFAULT_TITLE = "Программа наставничества"


def program_by_id(pk: int) -> Program:
    """For commands: the program or a readable refusal."""
    program = Program.objects.select_related("organization").filter(pk=pk).first()
    if program is None:
        raise ValidationError(f"Программы № {pk} нет. Номера покажет команда programs.")
    return program


@transaction.atomic
def open_program(
    *,
    organization,
    start_year: int,
    preset: str,
    by,
    title: str = DEFAULT_TITLE,
    copy_of: Program | None = None,
) -> Program:
    """A draft program with its stages and every row of the preset, or of a former program.

    A school's first program brings the legal acts that its papers will quote.
    """
    program = Program(organization=organization, start_year=start_year, preset=preset, title=title)
    program.full_clean()
    program.save()
    Stage.objects.bulk_create(stages(program))
    if copy_of is None:
        fill_roadmap(program)
    else:
        copy_roadmap(source=copy_of, target=program, by=by)
        copy_stage_dates(copy_of, program)
    preload_once(organization=organization, by=by)
    journal.record(
        by=by, action="program.open", obj=program, organization=organization, preset=preset
    )
    return program


def stages(program: Program) -> list[Stage]:
    return [
        Stage(
            program=program,
            number=source["n"],
            code=source["code"],
            title=source["title"],
            starts_on=program.year.day(*STAGE_WINDOWS[StageCode(source["code"])][0]),
            due_on=program.year.day(*STAGE_WINDOWS[StageCode(source["code"])][1]),
        )
        for source in inventory()["G73_stages"]
    ]


def fill_roadmap(program: Program) -> None:
    roadmap = roadmap_of(program.preset, program.organization.short_name, program.year)
    sections = RoadmapSection.objects.bulk_create(
        RoadmapSection(program=program, number=number, title=title, position=position)
        for position, (number, title) in enumerate(roadmap.sections)
    )
    calendar = calendar_of(program)
    RoadmapItem.objects.bulk_create(
        item(program, row, sections, position, calendar)
        for position, row in enumerate(roadmap.rows)
    )


def calendar_of(program: Program) -> Calendar:
    year: SchoolYear = program.year
    base = BASE_YEARS.get(program.preset, year.start_year)
    introduced: date = program.introduced_on or year.start
    return Calendar(base, year, introduced)


def item(program, row: PresetRow, sections, position: int, calendar: Calendar) -> RoadmapItem:
    term = term_of(row.norm, calendar, row.printed)
    return RoadmapItem(
        program=program,
        section=None if row.section is None else sections[row.section],
        stage=row.stage,
        number=row.number,
        title=row.title,
        details="\n".join(row.details),
        term_kind=term.kind,
        term_text=term.text,
        starts_on=term.starts_on,
        due_on=term.due_on,
        responsible=row.responsible,
        result=row.result,
        position=position,
        preset_key=row.key,
    )


@transaction.atomic
def save_program(*, program: Program, by) -> None:
    """Changed texts and dates; rows that count from the order move together with its date."""
    before = Program.objects.get(pk=program.pk)
    program.full_clean()
    program.save()
    if before.introduced_on != program.introduced_on:
        move_relative_rows(program, calendar_of(before), calendar_of(program))
    journal.record(by=by, action="program.change", obj=program, organization=program.organization)


def move_relative_rows(program: Program, before: Calendar, after: Calendar) -> None:
    """A term that somebody has set by hand stays as it was set.

    Rows of a preset know their norm; the others say in words how many months they take.
    """
    norms = relative_norms(program.preset, program.year)
    items = list(program.roadmap_items.filter(term_kind=TermKind.RELATIVE))
    for item in items:
        norm = norms.get(item.preset_key) or span_of(plain(item.term_text))
        old, new = (relative(norm, calendar) for calendar in (before, after))
        if (item.starts_on, item.due_on) == old:
            item.starts_on, item.due_on = new
    RoadmapItem.objects.bulk_update(items, ["starts_on", "due_on"])


@transaction.atomic
def start(*, program: Program, by) -> None:
    """The draft begins: it appears on the public page and in the municipality's list."""
    program.move_to(ProgramStatus.ACTIVE)
    journal.record(by=by, action="program.start", obj=program, organization=program.organization)


@transaction.atomic
def close(*, program: Program, by) -> None:
    program.move_to(ProgramStatus.CLOSED)
    journal.record(by=by, action="program.close", obj=program, organization=program.organization)


@transaction.atomic
def resume(*, program: Program, by) -> None:
    """A closed program goes on: it was closed too early."""
    program.move_to(ProgramStatus.ACTIVE)
    journal.record(by=by, action="program.resume", obj=program, organization=program.organization)
