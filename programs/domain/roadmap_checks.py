"""What in a roadmap somebody should look at; nothing is corrected."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from mentoring_portal.shared.dates import SchoolYear, short_date
from programs.domain.numbering import shown_number
from programs.domain.roadmap import Calendar
from programs.domain.roadmap_terms import quoted, read_term
from programs.domain.terms import NAMED

DOUBLED = "Номер {number} стоит и в другой строке: «{title}»."
OUTSIDE = "Срок выходит за {year} учебный год: {days}."
CONTRADICTION = "Напечатано «{text}», а даты строки – {days}."
NO_DATES = "Напечатано «{text}», но даты у строки не стоят: она не попадёт в календарь."


@dataclass(frozen=True)
class CheckedRow:
    """``section`` tells apart rows with plain numbers that are counted anew in every section."""

    pk: int
    section: int | None
    number: str
    title: str
    stage: str
    kind: str
    text: str
    starts_on: date | None
    due_on: date | None
    is_done: bool

    @property
    def days(self) -> tuple[date, ...]:
        return tuple(day for day in (self.starts_on, self.due_on) if day)


@dataclass(frozen=True)
class Finding:
    pk: int
    message: str


def findings(rows: Iterable[CheckedRow], calendar: Calendar) -> list[Finding]:
    """Row after row; a row that is done is no longer asked about its term."""
    rows = list(rows)
    doubles = dict(doubled(rows))
    found = []
    for row in rows:
        messages = [doubles[row.pk]] if row.pk in doubles else []
        if not row.is_done:
            messages += term_problems(row, calendar)
        if messages:
            found.append(Finding(row.pk, " ".join(messages)))
    return found


def doubled(rows: Iterable[CheckedRow]) -> Iterator[tuple[int, str]]:
    first: dict[tuple[int | None, str], CheckedRow] = {}
    for row in rows:
        number = shown_number(row.number)
        key = (None if "." in number else row.section, number)
        earlier = first.setdefault(key, row)
        if number and earlier is not row:
            yield row.pk, DOUBLED.format(number=number, title=quoted(earlier.title))


def term_problems(row: CheckedRow, calendar: Calendar) -> Iterator[str]:
    year = calendar.year
    out = [day for day in row.days if not preparation(year)[0] <= day <= year.end]
    if out:
        yield OUTSIDE.format(year=year, days=", ".join(map(short_date, out)))
    said = read_term(row.text, calendar).term
    if said.kind not in NAMED or row.kind == "relative":
        return
    if not row.days:
        yield NO_DATES.format(text=row.text)
    elif differs(said.starts_on, row.starts_on) or differs(said.due_on, row.due_on):
        days = " – ".join(map(short_date, row.days))
        yield CONTRADICTION.format(text=row.text, days=days)


def preparation(year: SchoolYear) -> tuple[date, date]:
    """The spring and summer before the school year: some roadmaps begin there on purpose."""
    return date(year.start_year, 1, 1), date(year.start_year, 7, 31)


def early(rows: Iterable[CheckedRow], year: SchoolYear) -> list[CheckedRow]:
    """Rows that are to be done before August; August is everybody's time of preparation."""
    first, last = preparation(year)
    return [row for row in rows if row.days and first <= row.days[-1] <= last and not row.is_done]


def differs(said: date | None, stored: date | None) -> bool:
    """Words may name one end only; they contradict when they name another day."""
    return said is not None and said != stored


def late_stages(
    rows: Iterable[CheckedRow], ends: Mapping[str, date | None]
) -> dict[str, list[CheckedRow]]:
    """Rows that are to be done after the end of their own stage, by stage."""
    found: dict[str, list[CheckedRow]] = {}
    for row in rows:
        end = ends.get(row.stage)
        if end and row.due_on and not row.is_done and row.due_on > end:
            found.setdefault(row.stage, []).append(row)
    return found
