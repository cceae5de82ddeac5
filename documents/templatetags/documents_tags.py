"""Panels that lower apps' pages show: readiness, published papers."""

from contextlib import suppress

from django import template

from documents.enums import DocumentKind, DocumentStatus
from documents.kinds.orders.words import is_ground_of_acts
from documents.models import Document
from documents.services.advice import stage_papers
from documents.services.pair_order import ABOUT_PAIRS, can_amend, waiting
from documents.services.publication import published
from documents.services.readiness import actions, readiness
from documents.services.registry import order_of
from documents.services.report import with_approved
from documents.services.section_links import with_links
from mentoring_portal.shared.names import name_key
from mentoring_portal.shared.plurals import counted
from programs.access import manages

register = template.Library()
register.filter(with_links)
TONES = {
    DocumentStatus.AGREED: "info",
    DocumentStatus.REGISTERED: "good",
    DocumentStatus.CANCELLED: "bad",
    DocumentStatus.EXPIRED: "warn",
}


@register.filter
def paper_tone(status):
    return TONES.get(status, "neutral")


@register.filter
def papers_counted(number):
    return counted(number, "документ", "документа", "документов")


@register.filter
def kinds_counted(number):
    return counted(number, "вид", "вида", "видов")


@register.filter
def says_its_kind(document):
    """«Протокол заседания Педагогического совета»: the title begins with the words of the kind."""
    return name_key(document.title).startswith(name_key(document.get_kind_display()))


@register.inclusion_tag("documents/_stage_papers.html")
def advised_papers(program, stage, titles, user):
    """The papers that the stage advises, each with a link to its kind for those who make them."""
    papers = stage_papers(program, stage.code, titles)
    return {"papers": papers, "can_open": manages(user, program.organization)}


@register.inclusion_tag("documents/_signing_notice.html")
def signing_notice(program, user):
    """How many papers of the school wait for its director; shown to those who may register."""
    papers = Document.objects.editable_by(user).of_organization(program.organization_id)
    waiting = papers.waiting().count()
    return {"program": program, "waiting": waiting, "words": papers_counted(waiting)}


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


@register.inclusion_tag("documents/_left_out.html")
def left_out_pairs(program):
    """Accepted pairs of workers that may not enter an order yet, with links to what they lack."""
    return {"program": program, "waiting": waiting(program)}


@register.filter
def may_amend(program):
    """An order about pairs is there to be changed."""
    return can_amend(program)


@register.filter
def is_about_pairs(document):
    return document.kind in ABOUT_PAIRS


@register.simple_tag
def registry_order(mentor):
    """The order in force that names this mentor, or None."""
    return order_of(mentor)


@register.filter
def has_registry_file(document):
    """A registered order about the registry: its people go above as a file."""
    is_order = document.kind == DocumentKind.ORDER_REGISTRY
    return is_order and document.status == DocumentStatus.REGISTERED


@register.filter
def quotes_acts(document):
    """The ground of the draft is the portal's own and names acts."""
    return document.is_draft and is_ground_of_acts(document)


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
