"""Real dates of a term and their words."""

from datetime import date

from mentoring_portal.shared.dates import short_date

# Kinds of terms whose words name days or months.
NAMED = {"deadline", "period", "month", "annual_deadline", "annual_period", "annual_months"}


def dates_words(starts_on: date | None, due_on: date | None) -> str:
    """«01.09.2026 – 15.09.2026», «до 15.09.2026», «с 01.09.2026» or nothing."""
    if starts_on and due_on:
        return f"{short_date(starts_on)} – {short_date(due_on)}"
    if due_on:
        return f"до {short_date(due_on)}"
    return f"с {short_date(starts_on)}" if starts_on else ""
