"""Names of people as a line of a page may hold them."""

from django import template
from django.template.defaultfilters import stringfilter

from mentoring_portal.shared import names

register = template.Library()


@register.filter
@stringfilter
def bound_names(text):
    """What somebody typed is kept as typed; only the page does not part a name."""
    return names.bound_names(text)
