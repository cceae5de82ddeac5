"""Teaching experience: 0–3 years inclusive make a young specialist (G73, ZAB)."""

from datetime import date

YOUNG_YEARS = 3


def is_young_specialist(teaches_since: date | None, day: date) -> bool:
    """Counted to the day: the third anniversary is still young, the day after is not."""
    if teaches_since is None or teaches_since > day:
        return False
    last_year = teaches_since.year + YOUNG_YEARS
    return (day.year, day.month, day.day) <= (last_year, teaches_since.month, teaches_since.day)
