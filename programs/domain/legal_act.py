"""How acts are named in papers, and whether they are in force: no database here."""

import re
from collections.abc import Sequence
from datetime import date

IN_FORCE, UNCHECKED, AHEAD, OVER = "in_force", "unchecked", "ahead", "over"
WORDS = {
    IN_FORCE: "действует",
    UNCHECKED: "не сверен",
    AHEAD: "ещё не действует",
    OVER: "утратил силу",
}
# The first word of an act in the instrumental, after «в соответствии с».
HEADS = {
    "закон": "законом",
    "инструкция": "инструкцией",
    "концепция": "концепцией",
    "методические рекомендации": "методическими рекомендациями",
    "письмо": "письмом",
    "план": "планом",
    "положение": "положением",
    "порядок": "порядком",
    "постановление": "постановлением",
    "приказ": "приказом",
    "программа": "программой",
    "протокол": "протоколом",
    "распоряжение": "распоряжением",
    "региональный закон": "региональным законом",
    "решение": "решением",
    "соглашение": "соглашением",
    "статья": "статьёй",
    "стратегия": "стратегией",
    "указ": "указом",
    "устав": "уставом",
    "федеральный закон": "федеральным законом",
}
LATIN = str.maketrans("ABCEHKMOPTXaceopx", "АВСЕНКМОРТХасеорх")
# Р-145 is often misprinted with the letter at the end.
MISPRINTS = {"145-р": "Р-145"}
# «со статьёй», but «с законом»: a hissing or whistling sound before another consonant.
HARD_START = re.compile(r"[сзшж][бвгджзйклмнпрстфхцчшщ]", re.IGNORECASE)


def clean_number(text: str) -> str:
    """The number without «№», with Russian letters in place of lookalike Latin ones."""
    number = " ".join(text.replace("№", " ").split()).translate(LATIN)
    return MISPRINTS.get(number, number)


def instrumental(name: str) -> str:
    """«приказ Минпросвещения России» → «приказом…»; nothing when the head is not known."""
    lower = name.lower()
    heads = [head for head in HEADS if lower.startswith(f"{head} ") or lower == head]
    if not heads:
        return ""
    head = max(heads, key=len)
    word = HEADS[head]
    return (word.capitalize() if name[0].isupper() else word) + name[len(head) :]


def requisites(signed_on: date | None, number: str) -> str:
    """« от 25.12.2019 № Р-145», as far as known."""
    day = f" от {signed_on:%d.%m.%Y}" if signed_on else ""
    return f"{day} № {number}" if number else day


def citation(quoted_name: str, signed_on: date | None, number: str, title: str) -> str:
    """«распоряжением Минпросвещения России от 25.12.2019 № Р-145 «Об утверждении…»»."""
    inner = " ".join(title.split()).replace("«", "„").replace("»", "“")
    return quoted_name + requisites(signed_on, number) + (f" «{inner}»" if inner else "")


def in_accordance(citations: Sequence[str]) -> str:
    """«В соответствии со статьёй …, распоряжением …»."""
    preposition = "со" if HARD_START.match(citations[0]) else "с"
    return f"В соответствии {preposition} {', '.join(citations)}"


def state_of(since: date | None, until: date | None, *, is_confirmed: bool, day: date) -> str:
    """What the list says of an act on ``day``; the term matters more than the check."""
    if until is not None and until < day:
        return OVER
    if since is not None and day < since:
        return AHEAD
    return IN_FORCE if is_confirmed else UNCHECKED
