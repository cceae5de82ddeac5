"""Words, tones and small parts that pages about people share."""

from django import template
from django.utils import timezone

from mentoring_portal.shared.plurals import counted
from participants.domain.experience import is_young_specialist
from participants.enums import (
    ApplicationStatus,
    ClearanceState,
    ConsentKind,
    CourseResult,
    ImportAction,
    OccupationKind,
    ParticipantStatus,
    SelectionDecision,
)
from participants.models import Application

register = template.Library()
TONES = {
    ParticipantStatus.CANDIDATE: "info",
    ParticipantStatus.APPROVED: "good",
    ParticipantStatus.PAUSED: "warn",
    ParticipantStatus.DECLINED: "neutral",
    ParticipantStatus.WITHDRAWN: "neutral",
    ParticipantStatus.COMPLETED: "good",
    ApplicationStatus.NEW: "info",
    ApplicationStatus.ACCEPTED: "good",
    SelectionDecision.ADMIT: "good",
    SelectionDecision.WAIT: "warn",
    SelectionDecision.DECLINE: "bad",
    CourseResult.LEARNING: "info",
    CourseResult.PASSED: "good",
    CourseResult.FAILED: "bad",
    ClearanceState.VALID: "good",
    ClearanceState.EXPIRING: "warn",
    ClearanceState.EXPIRED: "bad",
    ClearanceState.MISSING: "bad",
    ImportAction.CREATE: "good",
    ImportAction.UPDATE: "info",
    ImportAction.UNCHANGED: "neutral",
    ImportAction.QUESTION: "warn",
    ImportAction.ERROR: "bad",
}
WORDS = {
    "people": ("человек", "человека", "человек"),
    "applications": ("заявка", "заявки", "заявок"),
    "rows": ("строка", "строки", "строк"),
    "mentors": ("наставник", "наставника", "наставников"),
    "mentees": ("наставляемый", "наставляемых", "наставляемых"),
    "columns": ("столбец", "столбца", "столбцов"),
    "papers": ("согласие", "согласия", "согласий"),
    "years": ("год", "года", "лет"),
    "lessons": ("занятие", "занятия", "занятий"),
}
# What the marks of attendance speak for.
SUGGESTIONS = {
    CourseResult.LEARNING: "продолжает учиться",
    CourseResult.PASSED: "можно зачесть",
    CourseResult.FAILED: "не хватает занятий",
}


@register.filter
def tone(state):
    return TONES.get(state, "neutral")


@register.filter
def suggestion_words(result):
    return SUGGESTIONS[result]


@register.filter
def counted_as(number, noun):
    return counted(number, *WORDS[noun])


@register.filter
def life(occupations):
    """«педагог (стаж с 01.09.2025, молодой специалист), родитель»."""
    today = timezone.localdate()
    return ", ".join(in_life(occupation, today) for occupation in occupations)


def in_life(occupation, today):
    if occupation.kind != OccupationKind.TEACHER or occupation.since is None:
        return occupation.get_kind_display()
    is_young = is_young_specialist(occupation.since, today)
    young = ", молодой специалист" if is_young else ""
    return f"{occupation} (стаж с {occupation.since:%d.%m.%Y}{young})"


@register.filter
def consent_names(kinds):
    """«на обработку персональных данных, на участие в программе наставничества»."""
    return ", ".join(ConsentKind(kind).label for kind in kinds)


@register.inclusion_tag("participants/_sort_heading.html", takes_context=True)
def sort_heading(context, column, label):
    """A heading that sorts by its column, and once more the other way round."""
    query = context["request"].GET.copy()
    chosen = query.get("ordering", "")
    query["ordering"] = f"-{column}" if chosen == column else column
    query.pop("page", None)
    directions = {column: "ascending", f"-{column}": "descending"}
    return {"label": label, "query": query.urlencode(), "direction": directions.get(chosen, "")}


@register.inclusion_tag("participants/_application_notice.html")
def application_notice(program, kind):
    """How many people wait for an answer before they come into this base."""
    new = Application.objects.of_program(program).new().filter(kind=kind).count()
    return {"program": program, "kind": kind, "new": new}


@register.inclusion_tag("participants/_consent_badge.html")
def consent_badge(kinds):
    """Whether the required consents are there; ``kinds`` are those that are missing."""
    return {"kinds": kinds, "number": len(kinds)}
