"""The term of a row as somebody has typed it."""

from collections.abc import Collection, Mapping
from typing import Any

from programs.domain.roadmap import Term
from programs.domain.roadmap_edit import edited
from programs.models import RoadmapItem
from programs.services.roadmap_import import calendar_of


def settle_term(
    *, item: RoadmapItem, former: Mapping[str, Any], changed: Collection[str]
) -> tuple[str, ...]:
    """Bring words, kind and dates of ``item`` into agreement; returns what to tell the person."""
    found = edited(
        Term(item.term_kind, item.starts_on, item.due_on, item.term_text),
        Term(
            former.get("term_kind") or "none",
            former.get("starts_on"),
            former.get("due_on"),
            former.get("term_text") or "",
        ),
        changed,
        calendar_of(item.program),
    )
    term = found.term
    item.term_kind, item.term_text = term.kind, term.text
    item.starts_on, item.due_on = term.starts_on, term.due_on
    return found.notes
