"""Words and colors of stage 1: legal acts and partners."""

from django import template

from programs.domain import agreement
from programs.domain.legal_act import AHEAD, IN_FORCE, OVER, UNCHECKED

register = template.Library()
ACT_TONES = {IN_FORCE: "good", OVER: "neutral", AHEAD: "info", UNCHECKED: "warn"}
AGREEMENT_TONES = {
    agreement.ACTIVE: "good",
    agreement.ENDING: "warn",
    agreement.AHEAD: "info",
    agreement.OVER: "bad",
    agreement.NONE: "neutral",
}


@register.filter
def act_tone(state):
    return ACT_TONES[state]


@register.filter
def agreement_word(state):
    return agreement.WORDS[state]


@register.filter
def agreement_tone(state):
    return AGREEMENT_TONES[state]
