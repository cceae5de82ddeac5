"""Refusals name a section of the portal; here its name becomes the way to it."""

import re

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from programs.models import Program

SECTIONS = {
    "«Ответственные»": "participants:assignment_list",
    "«Отбор наставников»": "participants:selection_list",
    "«Партнёры»": "programs:partner_list",
}
_NAMED = re.compile(f"({'|'.join(SECTIONS)})")


def with_links(sentence: str, program: Program) -> SafeString:
    """«Назначьте его в разделе «Ответственные»» as HTML that leads to the section."""
    pieces = _NAMED.split(sentence)
    return format_html_join("", "{}", ((_linked(piece, program),) for piece in pieces))


def _linked(piece: str, program: Program) -> str:
    if piece not in SECTIONS:
        return piece
    url = reverse(SECTIONS[piece], args=[program.pk])
    return format_html('<a href="{}">{}</a>', url, piece)
