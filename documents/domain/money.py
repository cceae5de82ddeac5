"""Sums of money as orders print them."""

import re

from mentoring_portal.shared.plurals import plural

NBSP = "\u00a0"
WHOLE = re.compile(r"[\d\s]+")


def amount_words(text: str) -> str:
    """«3000» → «3 000 рублей в месяц»; words stay as they were typed."""
    bare = text.strip()
    if not WHOLE.fullmatch(bare):
        return bare
    number = int("".join(bare.split()))
    grouped = f"{number:,}".replace(",", NBSP)
    return f"{grouped}{NBSP}{plural(number, 'рубль', 'рубля', 'рублей')} в месяц"
