"""Names of people as a line of a page may hold them."""

import re

from django import template
from django.template.defaultfilters import stringfilter
from django.utils.html import format_html, format_html_join

from mentoring_portal.shared import names

register = template.Library()
GLUED = re.compile(f"([^ \n]*{names.NBSP}[^ \n]*)")
# Characters that a phone shows in one line; a longer name is parted like any long word.
LONGEST = 30


@register.filter
@stringfilter
def bound_names(text):
    """What somebody typed is kept as typed; only the page does not part a name.

    A narrow cell of a table breaks lines at hard spaces as well, so they alone do not hold.
    """
    pieces = GLUED.split(names.bound_names(text))
    return format_html_join("", "{}", ((in_one_line(piece),) for piece in pieces))


def in_one_line(piece):
    if names.NBSP in piece and len(piece) <= LONGEST:
        return format_html('<span class="nowrap">{}</span>', piece)
    return piece
