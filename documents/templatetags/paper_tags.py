"""Papers on the pages of lower apps: what may be made about a mentor, a pair, and what lacks."""

from django import template

from documents.enums import DocumentKind
from documents.services import paper_links

register = template.Library()


@register.inclusion_tag("documents/_subject_papers.html")
def mentor_papers(mentor):
    """Addenda of the mentor, and what may be made."""
    papers = paper_links.kept_about(mentor.program, mentor.person_id, DocumentKind.LABOUR_ADDENDUM)
    return {"papers": papers, "links": paper_links.of_mentor(mentor)}


@register.inclusion_tag("documents/_subject_papers.html")
def pair_papers(pair):
    papers = pair.documents.order_by("-pk")
    return {"papers": papers, "links": paper_links.of_pair(pair)}


@register.inclusion_tag("documents/_pair_obstacles.html")
def pair_obstacles(pair):
    """Before the order: a mentor of workers owes a consent and an addendum (ст. 351.8 ТК РФ)."""
    return {"pair": pair, "left": paper_links.obstacles(pair)}
