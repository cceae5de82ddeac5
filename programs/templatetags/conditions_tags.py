"""Words and colors of stage 1: legal acts, partners and events."""

from django import template

from programs.domain import agreement, event
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
EVENT_TONES = {event.PLANNED: "info", event.OVERDUE: "warn", event.HELD: "good"}
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


@register.filter
def event_word(state):
    return event.WORDS[state]


@register.filter
def event_tone(state):
    return EVENT_TONES[state]
