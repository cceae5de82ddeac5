"""Panels that lower apps' pages show: readiness, published papers."""

from contextlib import suppress

from django import template

from documents.services.publication import published
from documents.services.readiness import actions, readiness
from documents.services.report import with_approved

register = template.Library()


@register.inclusion_tag("documents/_published_documents.html")
def published_documents(program):
    """Papers of the public page with their files."""
    return {"documents": published(program)}


@register.filter
def with_sizes(attachments):
    """(attachment, bytes) of those whose files are there: a lost file must not break the page."""
    found = []
    for attachment in attachments:
        with suppress(FileNotFoundError):
            found.append((attachment, attachment.file.size))
    return found


@register.simple_tag
def stage_readiness(program):
    """The seven stages with per cent and missing facts: one list for the whole page."""
    return readiness(program)


@register.simple_tag
def useful_actions(stages, limit=3):
    """The next steps out of what ``stage_readiness`` gave."""
    return actions(stages, limit)


@register.simple_tag
def with_approved_reports(programs, user):
    """The programs, each with the reports that the user may open."""
    return with_approved(programs=programs, user=user)
