"""Rewards as the curator types them, and the clause that each asks for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reward:
    """``clause`` begins the clause of the order, whose people stand in ``case``."""

    clause: str
    case: str


KNOWN = (
    ("благодарност", Reward("Объявить благодарность", "datv")),
    ("благодарственн", Reward("Вручить благодарственное письмо", "datv")),
    ("почётн", Reward("Наградить почётной грамотой", "accs")),
    ("почетн", Reward("Наградить почётной грамотой", "accs")),
    ("грамот", Reward("Наградить грамотой", "accs")),
    ("диплом", Reward("Наградить дипломом", "accs")),
    ("памятн", Reward("Вручить памятный подарок", "datv")),
    ("ценн", Reward("Наградить ценным подарком", "accs")),
    ("доск", Reward("Занести на Доску почёта", "accs")),
)


def reward_of(text: str) -> Reward:
    """By the first words of the reward; an unknown one is handed over under its own name."""
    words = text.casefold()
    known = next((reward for stem, reward in KNOWN if words.startswith(stem)), None)
    return known or Reward(f"Вручить награду «{text}»", "datv")
