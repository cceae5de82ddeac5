"""Which columns of the bases speak about the person and which only count."""

from participants.models import Mentee, Mentor

WORDS = (
    "position",
    "workplace",
    "interests",
    "free_days",
    "free_hours",
    "results",
    "case_link",
    "partner_names",
    "partner_workplace",
    "note",
)
MENTEE_WORDS = (*WORDS, "request", "request_source")
MENTOR_WORDS = (
    *WORDS,
    "competences",
    "achievements",
    "preferred_age",
    "time_resource",
    "portfolio_url",
)
NUMBERS = ("age_from", "age_to", "hours_month")


def wipe_row(row: Mentor | Mentee) -> None:
    """Program, state, form, dates and the mark stay: figures are counted from them."""
    for column in MENTEE_WORDS if isinstance(row, Mentee) else MENTOR_WORDS:
        setattr(row, column, "")
    if isinstance(row, Mentee):
        row.needs_support = False
    else:
        for column in NUMBERS:
            setattr(row, column, None)
    forget_wishes(row)
    row.tags.clear()


def forget_wishes(row: Mentor | Mentee) -> None:
    """Whom the person wished and who wished the person."""
    row.wishes.clear()
    links = row.wishes.model.wishes.through.objects
    links.filter(**{row._meta.model_name: row}).delete()
