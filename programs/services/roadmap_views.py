"""One roadmap seen by section, by stage, by month or by what is late."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from mentoring_portal.shared.plurals import counted
from programs.domain.responsible import choices_of, people_of
from programs.domain.roadmap_months import (
    month_note,
    month_of,
    month_title,
    months_of,
    months_under_way,
)
from programs.domain.row_state import OVERDUE, RowState, row_state, tally
from programs.enums import RoadmapView, StageCode, TermKind
from programs.models import Program, RoadmapItem, RoadmapSection

DATED = {
    TermKind.DEADLINE,
    TermKind.PERIOD,
    TermKind.MONTH,
    TermKind.YEARLY_DEADLINE,
    TermKind.YEARLY_PERIOD,
    TermKind.YEARLY_MONTHS,
}


@dataclass(frozen=True)
class Row:
    item: RoadmapItem
    state: RowState
    days_late: int = 0

    @property
    def late_words(self) -> str:
        return f"на {counted(self.days_late, 'день', 'дня', 'дней')}" if self.days_late else ""


@dataclass
class Group:
    """``going`` are rows under way in the month that are to be done later."""

    title: str
    key: str = ""
    rows: list[Row] = field(default_factory=list)
    going: list[Row] = field(default_factory=list)
    note: str = ""


@dataclass(frozen=True)
class Chosen:
    """What the reader has asked for; an odd value finds nothing."""

    view: str = ""
    stage: str = ""
    state: str = ""
    responsible: str = ""


@dataclass(frozen=True)
class Roadmap:
    """``counts`` are for the chosen stage and person, ``items`` are all rows of the program."""

    groups: list[Group]
    counts: dict[str, int]
    total: int
    found: int
    people: list[tuple[str, str, int]]
    items: list[RoadmapItem]


def roadmap_page(*, program: Program, today: date, chosen: Chosen = Chosen()) -> Roadmap:
    """Two queries, whatever the number of rows."""
    items = list(program.roadmap_items.in_order().prefetch_related("files"))
    rows = [row for row in rows_of(items, today) if is_chosen(row.item, chosen)]
    state = OVERDUE if chosen.view == RoadmapView.OVERDUE else chosen.state
    shown = [row for row in rows if state in ("", row.state.group)]
    return Roadmap(
        groups=GROUPINGS.get(chosen.view, by_section)(program, shown),
        counts=tally(row.state for row in rows),
        total=len(rows),
        found=len(shown),
        people=choices_of(item.responsible for item in items),
        items=items,
    )


def is_chosen(item: RoadmapItem, chosen: Chosen) -> bool:
    by_stage = chosen.stage in ("", item.stage)
    return by_stage and (
        not chosen.responsible or chosen.responsible in people_of(item.responsible)
    )


def rows_of(items: Iterable[RoadmapItem], today: date) -> list[Row]:
    rows = []
    for item in items:
        state = row_state(due_on=item.due_on, done_on=item.done_on, today=today)
        late = (today - item.due_on).days if state.code == OVERDUE and item.due_on else 0
        rows.append(Row(item, state, late))
    return rows


def by_section(program: Program, rows: list[Row]) -> list[Group]:
    groups: dict[RoadmapSection | None, Group] = {}
    for row in rows:
        section = row.item.section
        if section not in groups:
            key = f"section-{section.pk}" if section else "no-section"
            groups[section] = Group(str(section) if section else "Без раздела", key)
        groups[section].rows.append(row)
    return list(groups.values())


def by_stage(program: Program, rows: list[Row]) -> list[Group]:
    groups = {code.value: Group(code.label, f"stage-{code.value}") for code in StageCode}
    groups[""] = Group("Все этапы", "stage-all")
    for number, code in enumerate(StageCode, start=1):
        groups[code.value].title = f"Этап {number}. {code.label}"
    for row in rows:
        groups[row.item.stage].rows.append(row)
    return [group for group in groups.values() if group.rows]


def by_month(program: Program, rows: list[Row]) -> list[Group]:
    """Every month of the school year, months outside it that rows name, then rows without dates."""
    year = program.year
    months = {month: new_month(month, year) for month in months_of(year)}
    dateless: dict[str, Group] = {}
    for row in sorted(rows, key=due_order):
        item = row.item
        month = month_of(item.starts_on, item.due_on)
        if month is None:
            add_dateless(dateless, row)
            continue
        months.setdefault(month, new_month(month, year)).rows.append(row)
        under_way = months_under_way(item.starts_on, item.due_on, item.term_kind, item.term_text)
        for earlier in under_way:
            months.setdefault(earlier, new_month(earlier, year)).going.append(row)
    order = [kind.value for kind in TermKind]
    return [
        *(months[month] for month in sorted(months)),
        *(dateless[kind] for kind in sorted(dateless, key=order.index)),
    ]


def new_month(month: tuple[int, int], year) -> Group:
    key = f"month-{month[0]}-{month[1]:02}"
    return Group(month_title(month), key, note=month_note(month, year))


def add_dateless(groups: dict[str, Group], row: Row) -> None:
    kind = TermKind(row.item.term_kind)
    kind = TermKind.NONE if kind in DATED else kind
    reason = kind.label if kind != TermKind.NONE else "дата не названа"
    group = groups.setdefault(kind, Group(f"Без даты: {reason}", f"dateless-{kind.value}"))
    group.rows.append(row)


def by_lateness(program: Program, rows: list[Row]) -> list[Group]:
    late = sorted(rows, key=due_order)
    return [Group("Просрочено", "overdue", late)] if late else []


def due_order(row: Row) -> tuple[date, int]:
    return row.item.due_on or row.item.starts_on or date.max, row.item.position


GROUPINGS: dict[str, Callable[[Program, list[Row]], list[Group]]] = {
    RoadmapView.STAGES: by_stage,
    RoadmapView.MONTHS: by_month,
    RoadmapView.OVERDUE: by_lateness,
}
