"""Words and colors of stage 1: legal acts and partners."""

from django import template

from programs.domain import agreement
from programs.domain.legal_act import AHEAD, IN_FORCE, OVER, UNCHECKED, WORDS
from programs.enums import ActLevel

register = template.Library()
ACT_TONES = {IN_FORCE: "good", OVER: "neutral", AHEAD: "info", UNCHECKED: "warn"}
AGREEMENT_TONES = {
    agreement.ACTIVE: "good",
    agreement.ENDING: "warn",
    agreement.AHEAD: "info",
    agreement.OVER: "bad",
    agreement.NONE: "neutral",
}
LEVEL_HEADINGS = {
    ActLevel.FEDERAL: "Федеральный уровень",
    ActLevel.REGIONAL: "Региональный уровень",
    ActLevel.MUNICIPAL: "Муниципальный уровень",
    ActLevel.LOCAL: "Уровень организации",
}
LEVEL_HINTS = {
    ActLevel.REGIONAL: "Обычно это приказ министерства региона о внедрении целевой модели.",
    ActLevel.MUNICIPAL: "Обычно это приказ управления образования о внедрении целевой модели.",
    ActLevel.LOCAL: "Обычно это положение о наставничестве и приказ о внедрении целевой модели.",
}


@register.filter
def level_heading(level):
    return LEVEL_HEADINGS[level]


@register.filter
def level_hint(level):
    return LEVEL_HINTS.get(level, "")


@register.filter
def act_chips(counts):
    """(code, label, number): every act and each state, to filter the list by."""
    states = [(state, word, counts[state]) for state, word in WORDS.items()]
    return [("", "все", sum(counts.values())), *states]


@register.filter
def act_word(state):
    return WORDS[state]


@register.filter
def act_tone(state):
    return ACT_TONES[state]


@register.filter
def agreement_word(state):
    return agreement.WORDS[state]


@register.filter
def agreement_tone(state):
    return AGREEMENT_TONES[state]
