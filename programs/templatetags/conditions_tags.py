"""Words and colors of stage 1: legal acts and partners."""

from django import template

from programs.domain.legal_act import AHEAD, IN_FORCE, OVER, UNCHECKED

register = template.Library()
ACT_TONES = {IN_FORCE: "good", OVER: "neutral", AHEAD: "info", UNCHECKED: "warn"}


@register.filter
def act_tone(state):
    return ACT_TONES[state]


@register.filter
def force_period(act):
    """«с 01.03.2022 по 01.03.2028», as far as known."""
    since = f"с {act.in_force_from:%d.%m.%Y}" if act.in_force_from else ""
    until = f"по {act.in_force_to:%d.%m.%Y}" if act.in_force_to else ""
    return " ".join(filter(None, [since, until])) or "не указан"
