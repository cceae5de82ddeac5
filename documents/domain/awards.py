"""What an award is printed as, by the words of the order that gives it; its greeting."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AwardForm:
    """``verb`` stands before the name, which is in ``case``; without one the sheet is a letter."""

    key: str
    title: str
    verb: str = ""
    case: str = "nomn"


LETTER = AwardForm("letter", "Благодарственное письмо")
HONOR = AwardForm("honor", "Почётная грамота", "награждается")
CERTIFICATE = AwardForm("honor", "Грамота", "награждается")
DIPLOMA = AwardForm("honor", "Диплом", "награждается")
THANKS = AwardForm("thanks", "Благодарность", "объявляется", "datv")
KNOWN = (
    ("благодарност", THANKS),
    ("почётн", HONOR),
    ("почетн", HONOR),
    ("грамот", CERTIFICATE),
    ("диплом", DIPLOMA),
)


def award_form(reward: str) -> AwardForm:
    """A gift or an unknown reward is handed over with a letter of thanks."""
    words = reward.casefold()
    return next((form for stem, form in KNOWN if words.startswith(stem)), LETTER)


def greeting(first: str, patronymic: str, sex: str) -> str:
    """«Уважаемая Мария Петровна!»; both endings where the sex is not known."""
    word = {"m": "Уважаемый", "f": "Уважаемая"}.get(sex, "Уважаемый (-ая)")
    return f"{' '.join(filter(None, (word, first, patronymic)))}!"
