"""Last year's roadmap in a new program: moved dates, no marks, no files."""

from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Count

from programs.domain.roadmap import relative
from programs.domain.roadmap_shift import moved_term, moved_term_text, moved_words
from programs.domain.roadmap_terms import plain, span_of
from programs.enums import ProgramStatus, TermKind
from programs.models import AuditEvent, Program, RoadmapItem, RoadmapSection, Stage
from programs.services import journal
from programs.services.preset_rows import relative_norms
from programs.services.roadmap_import import calendar_of

ACTION = "roadmap.copy"
SAME = "Это та же самая программа. Выберите другую."
EMPTY = "В выбранной программе нет строк дорожной карты."
NO_SOURCES = "Других программ с дорожной картой у вас нет."
RUNNING = (
    "Программа уже идёт, и строки в её дорожной карте есть. Скопировать можно только в пустую "
    "дорожную карту или в черновик."
)
TOUCHED = (
    "В дорожной карте уже есть строки с отметкой о выполнении или с файлом. Копия стёрла бы их."
)
WORDS = ("title", "details", "result")
PLAIN = ("stage", "number", "term_kind", "responsible", "position", "preset_key")


@dataclass
class Copy:
    """``moved`` are rows where a year stood in the text, ``doubtful`` those where one was left."""

    rows: int = 0
    relative: int = 0
    moved: list[RoadmapItem] = field(default_factory=list)
    doubtful: list[RoadmapItem] = field(default_factory=list)


@dataclass(frozen=True)
class Told:
    """What the last copying into a program has done, for its page."""

    source: Program | None
    rows: int
    relative: int
    moved: list[tuple[RoadmapItem, RoadmapItem | None]]
    doubtful: list[RoadmapItem]


def sources_for(user, *, but: int | None = None):
    """Programs whose roadmap may be copied, the latest year first."""
    programs = Program.objects.editable_by(user).select_related("organization").exclude(pk=but)
    rows = programs.annotate(rows=Count("roadmap_items")).filter(rows__gt=0)
    return rows.order_by("-start_year", "title", "pk")


def refusal(target: Program) -> str:
    """Why nothing may be copied into the program; empty when it may."""
    items = target.roadmap_items
    if not items.exists():
        return ""
    if target.status != ProgramStatus.DRAFT:
        return RUNNING
    touched = items.exclude(done_on=None).exists() or items.exclude(files=None).exists()
    return TOUCHED if touched else ""


@transaction.atomic
def copy_roadmap(*, source: Program, target: Program, by) -> Copy:
    """The rows of ``source`` instead of those of ``target``, moved by the difference of years."""
    ensure_possible(source, target)
    target.roadmap_items.all().delete()
    target.roadmap_sections.all().delete()
    # Terms that count from the order are worked out by the preset that the rows came from.
    target.preset = source.preset
    target.save(update_fields=["preset"])
    done = fill(source, target)
    journal.record(
        by=by,
        action=ACTION,
        obj=target,
        organization=target.organization,
        source=source.pk,
        rows=done.rows,
        relative=done.relative,
        moved=[item.pk for item in done.moved],
        doubtful=[item.pk for item in done.doubtful],
    )
    return done


def ensure_possible(source: Program, target: Program) -> None:
    reason = SAME if source.pk == target.pk else refusal(target)
    if not reason and not source.roadmap_items.exists():
        reason = EMPTY
    if reason:
        raise ValidationError(reason)


def fill(source: Program, target: Program) -> Copy:
    sections = copied_sections(source, target)
    copier = Copier(source, target)
    items = [
        copier.copied(row, sections.get(row.section_id))
        for row in source.roadmap_items.order_by("position")
    ]
    RoadmapItem.objects.bulk_create(items)
    copier.copy.rows = len(items)
    return copier.copy


def copied_sections(source: Program, target: Program) -> dict[int, RoadmapSection]:
    years = target.start_year - source.start_year
    former = list(source.roadmap_sections.order_by("position"))
    made = RoadmapSection.objects.bulk_create(
        RoadmapSection(
            program=target,
            number=section.number,
            title=moved_words(section.title, years, source.year).text,
            position=section.position,
        )
        for section in former
    )
    return {old.pk: new for old, new in zip(former, made, strict=True)}


class Copier:
    """Copies row after row and remembers which of them a person should look at."""

    def __init__(self, source: Program, target: Program):
        self.target, self.year = target, source.year
        self.years = target.start_year - source.start_year
        self.calendars = calendar_of(source), calendar_of(target)
        self.norms = relative_norms(source.preset, source.year)
        self.copy = Copy()

    def copied(self, row: RoadmapItem, section: RoadmapSection | None) -> RoadmapItem:
        plain_values = {name: getattr(row, name) for name in PLAIN}
        item = RoadmapItem(program=self.target, section=section, **plain_values)
        item.starts_on, item.due_on = self.dates(row)
        texts = {name: moved_words(getattr(row, name), self.years, self.year) for name in WORDS}
        texts["term_text"] = moved_term_text(row.term_text, self.years, self.year)
        for name, text in texts.items():
            setattr(item, name, text.text)
        if self.years and any(text.moved for text in texts.values()):
            self.copy.moved.append(item)
        if self.years and any(text.doubtful for text in texts.values()):
            self.copy.doubtful.append(item)
        return item

    def dates(self, row: RoadmapItem):
        """A term that counts from the order is counted anew unless its dates were set by hand."""
        if row.term_kind == TermKind.RELATIVE:
            norm = self.norms.get(row.preset_key) or span_of(plain(row.term_text))
            old, new = (relative(norm, calendar) for calendar in self.calendars)
            if (row.starts_on, row.due_on) == old:
                self.copy.relative += 1
                return new
        return moved_term(row.starts_on, row.due_on, row.term_kind, row.term_text, self.years)


def copy_stage_dates(source: Program, target: Program) -> None:
    """Stages keep the dates that the school gave them, moved to the new year."""
    years = target.start_year - source.start_year
    former = {stage.code: stage for stage in source.stages.all()}
    changed = [stage for stage in target.stages.all() if stage.code in former]
    for stage in changed:
        old = former[stage.code]
        stage.starts_on, stage.due_on = moved_term(old.starts_on, old.due_on, "", "", years)
    Stage.objects.bulk_update(changed, ["starts_on", "due_on"])


def last_copy(program: Program) -> Told | None:
    """What the last copying has done, out of the journal; rows deleted since are left out."""
    events = AuditEvent.objects.filter(action=ACTION, object_id=program.pk)
    event = events.filter(object_type=program._meta.label_lower).first()
    if event is None:
        return None
    details = event.details
    source = Program.objects.filter(pk=details["source"]).first()
    former = {row.position: row for row in source.roadmap_items.all()} if source else {}
    items = program.roadmap_items.in_order().in_bulk([*details["moved"], *details["doubtful"]])
    moved = [items[pk] for pk in details["moved"] if pk in items]
    return Told(
        source,
        details["rows"],
        details["relative"],
        [(item, former.get(item.position)) for item in moved],
        [items[pk] for pk in details["doubtful"] if pk in items],
    )
