"""A roadmap of one school year moved to another: dates by whole years, years in words too.

The day of the week is not kept: a school's terms are days of the month.
"""

import re
from dataclasses import dataclass
from datetime import date

from mentoring_portal.shared.dates import SchoolYear, days_in_month

WHOLE_MONTHS = {"month", "period", "annual_months", "annual_period"}
NEAR = 1  # years on either side of the school year that a term may name
# «29.02.2028» and «29 февраля 2028», «2026/27», or a year alone.
DATED_YEAR = re.compile(
    r"(?:\b29(?P<leap>\s?\.\s?0?2\s?\.\s?|\s+февраля\s+))?"
    r"\b(?P<year>20\d\d)(?:(?P<dash>\s?[-–/]\s?)(?P<next>\d\d)(?![\d.]))?\b"
)
SHORT_DATE = re.compile(r"\b(\d{1,2})(\.\d{1,2}\.)(\d\d)(?!\d)")
YEAR_PAIR = re.compile(r"\b(20\d\d)(\s*[-‐‑–—/]\s*)(20\d\d)\b")
ANY_YEAR = re.compile(r"\b20\d\d\b")


@dataclass(frozen=True)
class MovedText:
    """``moved`` when a year in the text has changed, ``doubtful`` when another one was left."""

    text: str
    moved: bool = False
    doubtful: bool = False


def moved_day(day: date, years: int) -> date:
    """29 February becomes 28 in a common year."""
    year = day.year + years
    return date(year, day.month, min(day.day, days_in_month(year, day.month)))


def moved_term(
    starts_on: date | None, due_on: date | None, kind: str, text: str, years: int
) -> tuple[date | None, date | None]:
    """A term of whole months still ends with the last day of its month, be it 28 or 29."""
    start = moved_day(starts_on, years) if starts_on else None
    if due_on is None:
        return start, None
    due = moved_day(due_on, years)
    if ends_a_month(starts_on, due_on, kind, text):
        due = due.replace(day=days_in_month(due.year, due.month))
    return start, due


def ends_a_month(starts_on: date | None, due_on: date, kind: str, text: str) -> bool:
    last = due_on.day == days_in_month(due_on.year, due_on.month)
    whole = kind in WHOLE_MONTHS and (starts_on is None or starts_on.day == 1)
    return last and (whole or "конца" in text.lower())


def moved_term_text(text: str, years: int, year: SchoolYear) -> MovedText:
    """«до 25.12.2025» → «до 25.12.2026»; years far from the school year stay and are doubted."""
    near = range(year.start_year - NEAR, year.start_year + 2 + NEAR)
    found = [int(written) for written in ANY_YEAR.findall(full_years(text))]
    if not found:
        return MovedText(text)
    if any(written not in near for written in found):
        return MovedText(text, doubtful=True)
    words = DATED_YEAR.sub(lambda match: _moved_year(match, years), full_years(text))
    return MovedText(words, moved=words != text)


def full_years(text: str) -> str:
    """«25.12.25» → «25.12.2025»."""
    return SHORT_DATE.sub(r"\1\g<2>20\3", text)


def _moved_year(match: re.Match[str], years: int) -> str:
    """29 February takes the day that its new year has."""
    year = int(match["year"]) + years
    day = f"{days_in_month(year, 2)}{match['leap']}" if match["leap"] else ""
    following = f"{match['dash']}{int(match['next']) + years:02}" if match["next"] else ""
    return f"{day}{year}{following}"


def moved_words(text: str, years: int, year: SchoolYear) -> MovedText:
    """In titles and contents only the school year moves: a lone year may be that of an act."""
    words = YEAR_PAIR.sub(lambda match: _pair(match, years, year), text)
    rest = {int(written) for written in ANY_YEAR.findall(YEAR_PAIR.sub("", text))}
    doubtful = bool(rest & {year.start_year, year.start_year + 1})
    return MovedText(words, moved=words != text, doubtful=doubtful)


def _pair(match: re.Match[str], years: int, year: SchoolYear) -> str:
    if (int(match[1]), int(match[3])) != (year.start_year, year.start_year + 1):
        return match[0]
    return f"{int(match[1]) + years}{match[2]}{int(match[3]) + years}"
