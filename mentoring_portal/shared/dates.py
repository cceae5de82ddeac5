"""School years, full years of age and dates in words."""

from dataclasses import dataclass
from datetime import date, timedelta

MONTHS_GENITIVE = (
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
)


@dataclass(frozen=True, order=True)
class SchoolYear:
    """A Russian school year: 1 September of ``start_year`` to 31 August of the next year."""

    start_year: int

    @property
    def start(self) -> date:
        return date(self.start_year, 9, 1)

    @property
    def end(self) -> date:
        return date(self.start_year + 1, 8, 31)

    def day(self, month: int, day: int) -> date:
        """The date of a month and day inside this school year."""
        year = self.start_year if month >= 9 else self.start_year + 1
        return date(year, month, min(day, days_in_month(year, month)))

    def is_near(self, day: date) -> bool:
        """In this school year, the former or the next one; farther off is a slip of the year."""
        return abs(school_year_of(day).start_year - self.start_year) <= 1

    def doubt(self, day: date) -> str:
        """What to say of a day of another time; empty when it is near."""
        return "" if self.is_near(day) else f"Проверьте год: программа – {self} учебного года."

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end

    def __str__(self) -> str:
        return f"{self.start_year}–{self.start_year + 1}"


def school_year_of(day: date) -> SchoolYear:
    return SchoolYear(day.year if day.month >= 9 else day.year - 1)


def days_in_month(year: int, month: int) -> int:
    following = date(year + month // 12, month % 12 + 1, 1)
    return (following - timedelta(days=1)).day


def long_date(day: date) -> str:
    """«12 ноября 2026 г.» with non-breaking spaces, as orders print it."""
    return f"{day.day}\u00a0{MONTHS_GENITIVE[day.month - 1]} {day.year}\u00a0г."


def days_words(first: date, last: date) -> str:
    """«с 7 по 21 октября 2026 г.»: a month and a year that both ends share are said once."""
    if first == last:
        return long_date(last)
    beginning = long_date(first)
    if first.year == last.year:
        beginning = f"{first.day}\u00a0{MONTHS_GENITIVE[first.month - 1]}"
    if (first.year, first.month) == (last.year, last.month):
        beginning = str(first.day)
    return f"с\u00a0{beginning} по\u00a0{long_date(last)}"


def short_date(day: date | None) -> str:
    return f"{day:%d.%m.%Y}" if day else ""


def full_years(born: date, day: date) -> int:
    """Full years on ``day``; someone born on 29 February has the birthday on 1 March."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
