"""The School of mentors on cards of people."""

from django import template
from django.utils import timezone

from participants.services.training_card import cards_of

register = template.Library()
PRESENCE = {
    True: {"label": "посещено", "tone": "good"},
    False: {"label": "пропущено", "tone": "warn"},
    None: {"label": "не отмечено", "tone": "neutral"},
}
AHEAD = {"label": "впереди", "tone": "info"}


@register.inclusion_tag("participants/_trainings.html")
def person_trainings(person):
    """What a mentor learns and has learnt; nothing for those who never did."""
    return {"cards": cards_of(person, timezone.localdate())}


@register.inclusion_tag("includes/_status.html")
def presence(line):
    is_ahead = line.session.event.last_day > timezone.localdate()
    return AHEAD if is_ahead and line.was_there is None else PRESENCE[line.was_there]
