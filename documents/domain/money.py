"""Sums of money as orders print them."""

import re

from mentoring_portal.shared.plurals import plural

NBSP = "\u00a0"
WHOLE = re.compile(r"[\d\s]+")
# «15 процентов должностного оклада», «3 000 рублей» inside the words of a contract.
AMOUNT = re.compile(
    r"\d[\d\s]*(?:[,.]\d+)?\s*(?:(?:процент\w*|%)(?:\s+[\w-]*\s*(?:оклада|ставки))?|рубл\w+)"
)


def amount_words(text: str) -> str:
    """«3000» → «3 000 рублей в месяц»; words stay as they were typed."""
    bare = text.strip()
    if not WHOLE.fullmatch(bare):
        return bare
    number = int("".join(bare.split()))
    grouped = f"{number:,}".replace(",", NBSP)
    return f"{grouped}{NBSP}{plural(number, 'рубль', 'рубля', 'рублей')} в месяц"


def amount_in(text: str) -> str:
    """The first amount that a contract names, or nothing."""
    found = AMOUNT.search(text)
    return " ".join(found[0].split()) if found else ""
