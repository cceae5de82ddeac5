"""The printed term of a roadmap row, read for a school year; doubts are said, never mended."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from mentoring_portal.shared.dates import SchoolYear, short_date
from programs.domain.roadmap import Calendar, Term, relative
from programs.domain.roadmap_term_dates import Dates, dates_of

DAYS = r"\b(\d{1,3}) (?:календарн\w+ )?дн[яей]+"
# Words that decide at once, whatever dates stand beside them.
DECISIVE = (
    ("by_ministry", r"срок\w*.*(?:минпросвещ|министерств)"),
    ("by_program", r"с[ро]{2,3}к\w* реализаци\w* программ"),
    ("relative", r"течени[ие] (?:перв\w+ )?(?:(\d|одного|двух|трех) )?(?:первых )?месяц"),
    (
        "relative",
        r"(?:не позднее|через) (?:чем через )?(?:(\d|одного|двух|трех|два|три) )?месяц.*приказ",
    ),
    ("relative", rf"{DAYS} (?:после|со дня|с момента|с даты|с) .*приказ"),
)
# Words that decide when no date is named.
WORDY = (
    (
        "by_schedule",
        r"график|\bплан(?:у|а|ом|ам|ами)\b|дорожной карт|необходимости|запрос|согласовани"
        r"|мере поступлени",
    ),
    (
        "ongoing",
        r"постоянно|ежедневно|еженедельно|ежемесячно|ежеквартально|систематически|регулярно"
        r"|(?:весь|всего|всему) (?:период|срок|учебн|год)|(?:течени[ие]|весь) (?:учебного )?год"
        r"|раза? в (?:неделю|месяц|квартал|четверть|полугодие|год)|кажд(?:ый|ого) месяц"
        r"|20\d\d *[-/] *(?:20)?\d\d уч",
    ),
)
COUNTS = {"2": 2, "3": 3, "двух": 2, "трех": 3, "два": 2, "три": 3}
YEAR_SUFFIX = re.compile(
    r"(?:(?<=\d{4})|(?<=\.\d\d))\s*(?:г\s?\.?\s?г\s?\.?|год[а-я]*|г\.?)(?![а-я])"
)
SCHOOL_YEARS = re.compile(r"(20\d\d) *[-/] *(20\d\d|\d\d)\b")
YEARS = re.compile(
    r"(20\d\d)\s*[-/]\s*(20\d\d|\d\d)\b(?!\.)(?:\s*уч[а-я]*\.?\s*(?:г\.?|год[а-я]*)?)?"
)
YEARS = re.compile(r"\(?\s*(?:в )?(?:период )?\bс (20\d\d) по (20\d\d)\s*(?:уч\w*)?\s*\)?")
EMPTY = {"", "-", "–", "—"}
QUOTE = 80
READ = 300  # characters: a longer term is refused by the row anyway

OUTSIDE = "Срок «{text}» выходит за учебный год {year}: {days}. Он записан так, как напечатан."
OUTSIDE_YEARS = (
    "Срок «{text}» назван для {first}–{last} годов, а программа – на {year} учебный год."
)
DOUBTFUL = "Срок «{text}»: {doubt}. {outcome}"
NO_DATES = "Он записан словами, без дат."
WITH_DATES = "Проверьте даты."
IMPOSSIBLE = "такой даты нет в календаре"


@dataclass(frozen=True)
class Reading:
    """A term as it goes into the roadmap and sentences for the person who must look at it."""

    term: Term
    remarks: tuple[str, ...] = ()


def read_term(value: str | date, calendar: Calendar) -> Reading:
    """Never raises: what is not understood stays as words of the kind «none» with a remark."""
    if isinstance(value, date):
        return read_day(value, calendar.year)
    text = " ".join(value.split())
    if text in EMPTY:
        return Reading(Term("none", None, None, ""))
    words = plain(text[:READ])
    kind = phrase_kind(words, DECISIVE)
    if kind == "relative":
        return reading(kind, *relative(span_of(words), calendar), text, calendar.year)
    if kind == "by_program":
        return by_program(words, text, calendar)
    if kind:
        return Reading(Term(kind, None, None, text))
    return read_dates(words, text, calendar)


def read_day(value: date, year: SchoolYear) -> Reading:
    day = value.date() if isinstance(value, datetime) else value
    return reading("deadline", None, day, f"до {short_date(day)}", year)


def plain(text: str) -> str:
    """Lower case, «е» for «ё», one kind of dash, no «г.» after a year."""
    words = re.sub(r"\s*[-‐‑‒–—−]\s*", "-", text.lower().replace("ё", "е"))
    return " ".join(YEAR_SUFFIX.sub("", words).split())


def phrase_kind(words: str, phrases: tuple[tuple[str, str], ...]) -> str:
    return next((kind for kind, pattern in phrases if re.search(pattern, words)), "")


def span_of(words: str) -> Mapping[str, int]:
    """How long after the order that introduces the program: days or months, one month if unsaid."""
    days = re.search(DAYS, words)
    if days:
        return {"days": int(days[1])}
    found = (re.search(pattern, words) for kind, pattern in DECISIVE if kind == "relative")
    match = next(filter(None, found), None)
    return {"months": COUNTS.get(match[1] or "", 1) if match else 1}


def by_program(words: str, text: str, calendar: Calendar) -> Reading:
    """«…или май 2027 г.», «…(май 2027 г.)» add a date for the case that programs name none."""
    fallback = words.partition(" или ")[2] or words.partition("(")[2].rstrip(") ")
    found = safe_dates(fallback, calendar, yearly=False) if fallback else Dates()
    return reading("by_program", None, found.due_on, text, calendar.year)


def read_dates(words: str, text: str, calendar: Calendar) -> Reading:
    span = YEARS.search(words)
    found = safe_dates(YEARS.sub(" ", words), calendar, yearly="ежегодно" in words)
    kind = phrase_kind(words, WORDY)
    if kind and found.kind == "none":
        answer = in_words(kind, words, text, calendar.year)
        return Reading(answer.term, answer.remarks + (doubts(found, text) if found.named else ()))
    answer = reading(found.kind, found.starts_on, found.due_on, text, calendar.year)
    remarks = (*doubts(found, text), *answer.remarks)
    if span:
        remarks += years_remark(span, answer.term, calendar.year)
    return Reading(answer.term, remarks)


def safe_dates(words: str, calendar: Calendar, yearly: bool) -> Dates:
    try:
        return dates_of(words, calendar, yearly)
    except (ValueError, OverflowError):
        return Dates(doubt=IMPOSSIBLE)


def in_words(kind: str, words: str, text: str, year: SchoolYear) -> Reading:
    """A term without dates; the school year it names must be the program's."""
    named = SCHOOL_YEARS.search(words)
    remarks: tuple[str, ...] = ()
    if named and int(named[1]) != year.start_year:
        remarks = (
            OUTSIDE_YEARS.format(text=quoted(text), first=named[1], last=named[2], year=year),
        )
    return Reading(Term(kind, None, None, text), remarks)


def doubts(found: Dates, text: str) -> tuple[str, ...]:
    if not found.doubt:
        return ()
    dated = found.starts_on or found.due_on
    outcome = WITH_DATES if dated else NO_DATES
    return (DOUBTFUL.format(text=quoted(text), doubt=found.doubt, outcome=outcome),)


def years_remark(span: re.Match[str], term: Term, year: SchoolYear) -> tuple[str, ...]:
    """«Ежегодно с 2022 по 2024 г.» says nothing about 2026."""
    first, last = int(span[1]), int(span[2])
    days = [day for day in (term.starts_on, term.due_on) if day]
    if all(first <= day.year <= last for day in days):
        return ()
    return (OUTSIDE_YEARS.format(text=quoted(term.text), first=first, last=last, year=year),)


def quoted(text: str) -> str:
    return text if len(text) <= QUOTE else f"{text[:QUOTE]}…"


def reading(
    kind: str, starts_on: date | None, due_on: date | None, text: str, year: SchoolYear
) -> Reading:
    """The term with its dates as written and a remark about those outside the school year."""
    return Reading(Term(kind, starts_on, due_on, text), outside(starts_on, due_on, text, year))


def outside(
    starts_on: date | None, due_on: date | None, text: str, year: SchoolYear
) -> tuple[str, ...]:
    """August before the school year is its preparation and is not remarked on."""
    first = date(year.start_year, 8, 1)
    days = [day for day in (starts_on, due_on) if day and not first <= day <= year.end]
    if not days:
        return ()
    listed = ", ".join(map(short_date, days))
    return (OUTSIDE.format(text=quoted(text), year=year, days=listed),)
