"""Which days a signed consent can name: not before the law, nor before the person was born."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from mentoring_portal.shared.dates import short_date

# Федеральный закон от 27.07.2006 № 152-ФЗ: nobody gave such consents before it.
LAW_YEAR = 2006
TOO_EARLY = f"Проверьте год: закон о персональных данных принят в {LAW_YEAR} году."
BEFORE_BIRTH = "Проверьте год: согласие не может быть подписано раньше рождения. Родились позже: {}"
ENDED = "Согласие не может закончиться раньше, чем подписано."
NAMED = 5


@dataclass(frozen=True)
class Birth:
    """What is known of somebody's birth: the day, only the year, or nothing."""

    name: str
    year: int | None = None
    day: date | None = None

    def is_after(self, day: date) -> bool:
        if self.day:
            return day < self.day
        return self.year is not None and day.year < self.year

    def __str__(self) -> str:
        return f"{self.name} ({short_date(self.day) or self.year})"


def refusals(signed_on: date, valid_until: date | None, births: Iterable[Birth]) -> dict[str, str]:
    """Field → why its day cannot stand in the papers of these people; empty when it can."""
    found = {}
    if fault := signing_refusal(signed_on, births):
        found["signed_on"] = fault
    if valid_until and valid_until < signed_on:
        found["valid_until"] = ENDED
    return found


def signing_refusal(day: date, births: Iterable[Birth]) -> str:
    if day.year < LAW_YEAR:
        return TOO_EARLY
    unborn = [str(birth) for birth in births if birth.is_after(day)]
    return BEFORE_BIRTH.format(listed(unborn)) if unborn else ""


def listed(names: list[str]) -> str:
    more = f" и ещё {len(names) - NAMED}" if len(names) > NAMED else ""
    return f"{', '.join(names[:NAMED])}{more}."
