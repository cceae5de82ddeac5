"""Dates inside the words of a term: «с 1 по 15 сентября», «до 30.08. 2026», «март – май 2027 г.».

Only what is written is read. A date without a year belongs to the school year of the program;
in a period it takes the year that is written beside its other end.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from mentoring_portal.shared.dates import days_in_month
from programs.domain.roadmap import Calendar

MONTH_NAMES = (
    r"янв(?:ар[ьяе])?",
    r"фев(?:р(?:ал[ьяе])?)?",
    r"мар(?:т[ае]?)?",
    r"апр(?:ел[ьяе])?",
    r"ма[йяе]",
    r"июн[ьяе]?",
    r"июл[ьяе]?",
    r"авг(?:уст[ае]?)?",
    r"сен(?:т(?:ябр[ьяе])?)?",
    r"окт(?:ябр[ьяе])?",
    r"ноя(?:б(?:р[ьяе])?)?",
    r"дек(?:абр[ьяе])?",
)
MONTH = rf"(?:{'|'.join(MONTH_NAMES)})\b\.?"
TOKEN = re.compile(
    rf"""
    (?P<I>\d{{4}}-\d\d-\d\d)
    | (?P<D>\b\d{{1,2}}\s?\.\s?\d{{1,2}}(?:\s?\.\s?\d{{4}}|\.\d\d(?!\d))?\b\.?)
    | (?P<N>\b\d{{1,2}}(?:-?го)?\s+{MONTH}(?:\s+\d{{4}})?)
    | (?P<M>\b{MONTH}(?:\s+\d{{4}})?)
    | (?P<d>\b\d{{1,2}}(?:-?го)?\b)
    | (?P<r>-|\bпо\b)
    | (?P<u>\bдо\b|\bне\ (?:позднее|позже)\b|\bк\b|\bсрок\ до\b)
    | (?P<e>\bконца\b)
    | (?P<f>\bначиная\ с\b|\bсо?\b)
    | (?P<a>[,;/]|\bи\b)
    | (?P<noise>\b(?:ежегодно|ежемесячно|еженедельно|ежеквартально|регулярно|постоянно
        |систематически|каждый\ год|в|во|течение|период|числа|включительно)\b)
    | (?P<x>\w+)
    """,
    re.VERBOSE,
)
FIRST_MONTH, PREPARATION = 9, 8


@dataclass(frozen=True)
class Point:
    """A day or a whole month, with or without its year."""

    day: int | None
    month: int
    year: int | None

    def begins(self, year: int) -> date:
        return date(year, self.month, 1 if self.day is None else self.day)

    def ends(self, year: int) -> date:
        last = days_in_month(year, self.month) if self.day is None else self.day
        return date(year, self.month, last)


@dataclass(frozen=True)
class Dates:
    """What the words say; ``doubt`` is why they cannot be taken as they are."""

    kind: str = "none"
    starts_on: date | None = None
    due_on: date | None = None
    doubt: str = ""
    named: bool = True


NO_DATES = Dates(doubt="даты не названы или не поняты", named=False)
UNCLEAR = Dates(doubt="не понятны даты")
REVERSED = "начало периода позже его окончания"
UNCLEAR_END = "не понятно, каким днём кончается период"


def dates_of(words: str, calendar: Calendar, yearly: bool) -> Dates:
    """``words`` are lower case without «ё» and «г.»; raises ValueError for an impossible date."""
    tokens = [(match.lastgroup or "", match.group()) for match in TOKEN.finditer(words)]
    shape = "".join("D" if kind in "IN" else kind for kind, _text in tokens if kind != "noise")
    known = shape.replace("x", "").strip("a")
    points = list(_points(tokens))
    for pattern, read in SHAPES:
        if re.fullmatch(pattern, known):
            found = read(Span(points, calendar, yearly))
            return _partly(found) if "x" in shape and not found.doubt else found
    return UNCLEAR if {*shape} & {*"DM"} else NO_DATES


def _partly(found: Dates) -> Dates:
    return Dates(found.kind, found.starts_on, found.due_on, "понят не целиком")


def _points(tokens: Iterable[tuple[str, str]]) -> Iterator[Point]:
    for kind, text in tokens:
        read = POINTS.get(kind)
        if read is not None:
            yield read(text, [int(number) for number in re.findall(r"\d+", text)])


def _month(text: str) -> int:
    return next(n for n, name in enumerate(MONTH_NAMES, start=1) if re.search(rf"\b{name}\b", text))


def _year(numbers: list[int]) -> int | None:
    if not numbers:
        return None
    return numbers[0] + 2000 if numbers[0] < 100 else numbers[0]


POINTS: dict[str, Callable[[str, list[int]], Point]] = {
    "I": lambda text, numbers: Point(numbers[2], numbers[1], numbers[0]),
    "D": lambda text, numbers: Point(numbers[0], numbers[1], _year(numbers[2:])),
    "N": lambda text, numbers: Point(numbers[0], _month(text), _year(numbers[1:])),
    "M": lambda text, numbers: Point(None, _month(text), _year(numbers)),
    "d": lambda text, numbers: Point(numbers[0], 0, None),
}


class Span:
    """The first and the last of the points with their years made clear."""

    def __init__(self, points: list[Point], calendar: Calendar, yearly: bool):
        self.points = points
        self.first, self.last = points[0], points[-1]
        if not self.first.month:
            self.first = Point(self.first.day, self.last.month, self.last.year)
        years = [point.year for point in points if point.year is not None]
        self.yearly = yearly or not years
        self.calendar = calendar
        self.first_year = self._year_of(self.first, years[:1])
        self.last_year = self._year_of(self.last, years[-1:])

    def _year_of(self, point: Point, years: list[int]) -> int:
        if not self.yearly:
            return point.year or years[0]
        start = self.calendar.year.start_year
        return start if point.month >= FIRST_MONTH or self._prepares(point) else start + 1

    def _prepares(self, point: Point) -> bool:
        """August is before the school year, unless it closes a period of the summer."""
        return point.month == PREPARATION and self.first.month in range(8, 13)

    @property
    def begins(self) -> date:
        return self.first.begins(self.first_year)

    @property
    def ends(self) -> date:
        return self.last.ends(self.last_year)


def deadline(span: Span) -> Dates:
    return Dates("annual_deadline" if span.yearly else "deadline", None, span.ends)


def unclear_deadline(span: Span) -> Dates:
    return Dates(doubt="не понятно, до какого числа")


def several_deadlines(span: Span) -> Dates:
    found = deadline(span)
    return Dates(found.kind, None, found.due_on, "названо несколько дат, взята последняя")


def month(span: Span) -> Dates:
    return Dates("annual_months" if span.yearly else "month", span.begins, span.ends)


def months(span: Span) -> Dates:
    return _ordered(span, "annual_months" if span.yearly else "period")


def period(span: Span) -> Dates:
    whole_months = span.yearly and span.first.day is None and span.last.day is None
    kind = "annual_months" if whole_months else "annual_period" if span.yearly else "period"
    return _ordered(span, kind)


def open_period(span: Span) -> Dates:
    return Dates("annual_period" if span.yearly else "period", span.begins, None)


def _ordered(span: Span, kind: str) -> Dates:
    """Both ends must be in order; a day followed by its own month says nothing of the end."""
    if span.begins > span.ends:
        return Dates(kind, doubt=REVERSED)
    same_month = (span.first.month, span.first_year) == (span.last.month, span.last_year)
    if same_month and span.first.day is not None and span.last.day is None:
        return Dates(kind, span.begins, None, UNCLEAR_END)
    return Dates(kind, span.begins, span.ends)


SHAPES = (
    ("u?D", deadline),
    ("ueM", deadline),
    ("uM", unclear_deadline),
    ("u?D(?:au?D)+", several_deadlines),
    ("M", month),
    ("M(?:aM)+", months),
    ("f?[DdM]rD|f[DdM]uD|f?[DM]rM|f[DM]uM", period),
    ("f[DM]", open_period),
)
