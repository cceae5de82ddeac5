"""What an open form accepts: words of strangers, put in order, never believed."""

import re
from datetime import date

from mentoring_portal.shared.dates import full_years

# Below this age only a parent may agree for the child (152-ФЗ with ст. 28 ГК).
OWN_CONSENT_AGE = 14
LEAST_AGE, GREATEST_AGE = 5, 100

# Control characters and marks that turn the direction of a line; line breaks stay.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")
_NAME = re.compile(r"[^\W\d_]+(?:[ .’'‐-]+[^\W\d_]+)*\.?")


def without_unseen(text: str) -> str:
    return _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def is_name(text: str) -> bool:
    """Letters of any alphabet with spaces, hyphens and apostrophes between them."""
    return _NAME.fullmatch(text) is not None


def needs_parent(birth_date: date, day: date) -> bool:
    return full_years(birth_date, day) < OWN_CONSENT_AGE


def is_possible_birth(birth_date: date, day: date) -> bool:
    return birth_date <= day and LEAST_AGE <= full_years(birth_date, day) <= GREATEST_AGE
