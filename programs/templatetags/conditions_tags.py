"""Words and colors of stage 1: legal acts and partners."""

from django import template

from programs.domain.legal_act import AHEAD, IN_FORCE, OVER, UNCHECKED

register = template.Library()
ACT_TONES = {IN_FORCE: "good", OVER: "neutral", AHEAD: "info", UNCHECKED: "warn"}


@register.filter
def act_tone(state):
    return ACT_TONES[state]
