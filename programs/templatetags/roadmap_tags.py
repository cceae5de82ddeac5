"""Words and figures of the pages of the roadmap."""

from django import template

from programs.domain.numbering import shown_number
from programs.domain.terms import dates_words
from programs.enums import StageCode, TermKind
from programs.services.roadmap_import import told

register = template.Library()
DATELESS = {TermKind.NONE: "без срока"}

register.filter("display_number", shown_number)
register.filter("note_words", told)


@register.filter
def section_words(section):
    """«1. Подготовка условий»; a section may have no number."""
    number = shown_number(section.number)
    return f"{number}. {section.title}" if number else section.title


@register.filter
def term_words(term):
    """What the portal has understood: the kind of the term and its real dates."""
    days = dates_words(term.starts_on, term.due_on)
    kind = DATELESS.get(term.kind) or TermKind(term.kind).label
    return f"{kind}: {days}" if days else kind


@register.filter
def stage_label(code):
    return StageCode(code).label if code else "все этапы"


@register.filter
def upload_tiles(preview):
    """Figures above the preview of a file."""
    roadmap = preview.check.roadmap
    figures = (
        ("Разделов", roadmap.sections),
        ("Строк", roadmap.items),
        ("Ошибок", roadmap.errors),
        ("Замечаний", roadmap.warnings),
    )
    return [{"label": label, "count": len(rows)} for label, rows in figures]


@register.filter
def shown_groups(groups, found):
    """Nothing at all when no row was found: empty months alone say nothing."""
    return groups if found else []


@register.filter
def month_links(groups):
    """Where to jump in the calendar: months that are not empty, then rows without dates at once."""
    months = [group for group in groups if group.key.startswith("month-")]
    links = [(group.title, group.key, len(group.rows)) for group in months if group.rows]
    rest = groups[len(months) :]
    if rest:
        links.append(("Без даты", rest[0].key, sum(len(group.rows) for group in rest)))
    return links
