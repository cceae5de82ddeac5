"""Certificates of adults from outside: who is asked for them and whether they are in force."""

import re
from collections.abc import Collection, Iterable
from datetime import date, timedelta

from mentoring_portal.shared.dates import full_years

ADULT = 18
EXPIRES_SOON = timedelta(days=30)
# An older certificate tells nothing of today: such a day is a slip of the year.
OLDEST_YEARS = 10
TOO_OLD = f"Проверьте год: выходит, что справке больше {OLDEST_YEARS} лет."

VALID, EXPIRING, EXPIRED, MISSING = "valid", "expiring", "expired", "missing"

# «9 «А» класс», «11-Б», «10 кл.»: the tables of mentors hold pupils without a year of birth.
_SCHOOL_CLASS = re.compile(
    r"\s*(?:[1-9]|1[01])\s*-?\s*[«\"']?[а-яё]?[»\"']?\s*(?:кл\b.*|класс.*)?", re.I
)

Term = tuple[date, date | None]


def is_asked(occupations: Collection[str], age: int | None, outside: Collection[str]) -> bool:
    """Adults who come from outside only.

    The school asks its own workers when it hires them; a pupil is never asked. The base of
    mentors may know no year of birth of an adult.
    """
    comes_from_outside = bool(occupations) and set(occupations) <= set(outside)
    return comes_from_outside and (age is None or age >= ADULT)


def is_school_class(text: str) -> bool:
    return bool(text.strip()) and _SCHOOL_CLASS.fullmatch(text) is not None


def issue_refusal(issued_on: date, today: date) -> str:
    """Why a certificate of this day cannot be recorded; empty when it can."""
    return TOO_OLD if full_years(issued_on, today) >= OLDEST_YEARS else ""


def state_of(terms: Iterable[Term], day: date) -> str:
    """The best of the certificates of one kind; each is a day of issue and a last day."""
    known = list(terms)
    ends = [until for issued, until in known if issued <= day and (until is None or until >= day)]
    if not ends:
        return EXPIRED if known else MISSING
    lasts = any(until is None or until - day > EXPIRES_SOON for until in ends)
    return VALID if lasts else EXPIRING
