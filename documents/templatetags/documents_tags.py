"""Panels that lower apps' pages show: readiness, published papers."""

from django import template

from documents.services.publication import published
from documents.services.readiness import actions, readiness

register = template.Library()


@register.inclusion_tag("documents/_published_documents.html")
def published_documents(program):
    """Papers of the public page with their files."""
    return {"documents": published(program)}


@register.simple_tag
def stage_readiness(program):
    """The seven stages with per cent and missing facts: one list for the whole page."""
    return readiness(program)


@register.simple_tag
def useful_actions(stages, limit=3):
    """The next steps out of what ``stage_readiness`` gave."""
    return actions(stages, limit)
