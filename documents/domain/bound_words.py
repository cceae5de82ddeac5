"""Words that a line must not part: «№ 5», «ст. 351.8», «12 ноября», «г. Чита», «И. О. Петров»."""

import re

from documents.domain.column_widths import word_width
from mentoring_portal.shared.dates import MONTHS_GENITIVE
from mentoring_portal.shared.names import NBSP, bound_names

# A number stands after these: «п. 3», «приложению 1», «д. 5», «тел. 8 (800) …».
SHORT_COUNTED = "п|пп|ст|ч|гл|абз|подп|разд|д|кв|корп|стр|каб|оф|рис|табл|прил|с|т|вып|тел"
COUNTED = "пункт|подпункт|стат|част|глав|абзац|раздел|приложени|этап|кабинет"
# And a name after these: «г. Чита», «ул. Садовая», «им. А. С. Пушкина».
NAMED = "г|ул|просп|пер|пл|наб|мкр|пос|п|с|д|дер|обл|им"
UNITS = r"[%‰₽]|(?:руб|коп|тыс|чел|экз|шт|г|гг)\.|(?:руб|млн|млрд|ч|мин|г|гг|лет|года?)\b"
PLACES_TO_BREAK = re.compile(rf"([^\S{NBSP}]+)")
LONE = re.compile(f"(?<!{NBSP}){NBSP}(?!{NBSP})")
GLUED = re.compile(
    "(?:"
    r"[№§](?= )"
    rf"|\b(?i:{SHORT_COUNTED})\.(?= \d)"
    rf"|\b(?i:{COUNTED})[а-я]{{0,3}}(?= \d)"
    # The «г.» of a year does not begin the name of a town: «2026 г. Директор».
    rf"|(?<![\d_][ {NBSP}])\b(?:{NAMED})\.(?= [«А-ЯЁ])"
    r"|\bт\.(?= [дпке]\.)"
    rf"|\d(?= (?:{'|'.join(MONTHS_GENITIVE)})\b)"
    rf"|[\d_](?= (?:{UNITS}))"
    r"|\d(?= «[А-ЯЁ]»)"
    r"|\S(?= (?:[–—](?:\s|$)|др\.|пр\.))"
    ") "
)


def bound(text: str) -> str:
    """The same text with hard spaces where typesetters put them."""
    if " " not in text:
        return text
    return GLUED.sub(_glued, bound_names(text))


def plain(text: str) -> str:
    """For cells that people search, sort and copy."""
    return text.replace(NBSP, " ")


def fitted(text: str, room: float) -> str:
    """What is too wide for its column breaks at its spaces, not amid a word."""
    if NBSP not in text:
        return text
    return "".join(_loosened(piece, room) for piece in PLACES_TO_BREAK.split(text))


def _loosened(piece: str, room: float) -> str:
    wide = NBSP in piece and word_width(piece) > room
    return LONE.sub(" ", piece) if wide else piece


def _glued(found: re.Match[str]) -> str:
    return found[0][:-1] + NBSP
