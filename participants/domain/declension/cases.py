"""The six cases, the two sexes and how a changed word gets its capitals back."""

from itertools import takewhile
from typing import Literal

Sex = Literal["m", "f"]

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
OBLIQUE = CASES[1:]
SEXES = ("m", "f")


def check_case(case: str) -> None:
    if case not in CASES:
        raise ValueError(f"Unknown case {case!r}: expected one of {', '.join(CASES)}")


def check_sex(sex: str) -> None:
    if sex not in SEXES:
        raise ValueError(f"Unknown sex {sex!r}: expected 'm' or 'f'")


def recase(original: str, changed: str) -> str:
    """Give lower-case `changed` the capitals of `original`: ИВАНОВ → ИВАНОВА."""
    pairs = zip(original.split("-"), changed.split("-"), strict=True)
    return "-".join(_recase_part(old, new, original) for old, new in pairs)


def _recase_part(old: str, new: str, whole: str) -> str:
    if len(whole) > 1 and whole.isupper():
        return new.upper()
    both = zip(old.lower(), new, strict=False)
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], both))
    return old[:same] + new[same:]
