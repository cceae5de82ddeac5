"""The School of mentors on cards of people."""

from django import template
from django.utils import timezone

from participants.services.training_card import cards_of

register = template.Library()
PRESENCE = {
    True: {"label": "был на занятии", "tone": "good"},
    False: {"label": "не был", "tone": "warn"},
    None: {"label": "ещё не отмечено", "tone": "neutral"},
}


@register.inclusion_tag("participants/_trainings.html")
def person_trainings(person):
    """What a mentor learns and has learnt; nothing for those who never did."""
    return {"cards": cards_of(person, timezone.localdate())}


@register.inclusion_tag("includes/_status.html")
def presence(was_there):
    return PRESENCE[was_there]
