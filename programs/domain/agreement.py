"""Agreements with partners: in what state one is on a day, and which partners a search finds."""

from collections.abc import Iterable
from datetime import date, timedelta

ACTIVE, ENDING, AHEAD, OVER, NONE = "active", "ending", "ahead", "over", "none"
# The school has this long to prolong an agreement.
NOTICE = timedelta(days=30)
WORDS = {
    ACTIVE: "действует",
    ENDING: "истекает в течение 30 дней",
    AHEAD: "ещё не действует",
    OVER: "истекло",
    NONE: "нет соглашения",
}


def agreement_state(signed_on: date | None, until: date | None, day: date) -> str:
    """An agreement is in force on its last day too; one without a date is not an agreement."""
    if signed_on is None:
        return NONE
    if day < signed_on:
        return AHEAD
    if until is None or until - day > NOTICE:
        return ACTIVE
    return OVER if until < day else ENDING


def has_words(texts: Iterable[str], query: str) -> bool:
    """Whether every word of ``query`` stands somewhere in ``texts``; case and ё do not matter."""
    heap = plain(" ".join(texts))
    return all(word in heap for word in plain(query).split())


def plain(text: str) -> str:
    return text.casefold().replace("ё", "е")
