"""People on the public page: only what their consents name."""

from django import template
from django.utils import timezone

from participants.services.distribution import public_curator as curator_of

register = template.Library()


@register.simple_tag
def public_curator(organization):
    """The curator of today, or nothing without a consent to distribution for the name."""
    return curator_of(organization, timezone.localdate())
