"""How long a mentee has been without a mentor."""

from datetime import date, timedelta

# The reason of a change of mentor without blame: kept with whoever leaves, quoted by the order.
CHANGED = "смена наставника по взаимному согласию сторон"


def waiting_since(listed_on: date, last_pair_ended: date | None) -> date:
    """The day of entry into the base, or the end of the last pair of this program."""
    return max(listed_on, last_pair_ended) if last_pair_ended else listed_on


def days_waited(since: date, today: date) -> int:
    return max(0, (today - since).days)


def long_before(today: date, days: int) -> date:
    """Who waits since this day or longer is to be reminded of: «дольше ``days`` дней»."""
    return today - timedelta(days=days + 1)


def is_long(since: date, today: date, days: int) -> bool:
    return since <= long_before(today, days)
