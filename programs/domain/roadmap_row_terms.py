"""The term of a row: from its words, or from columns with dates when the table has them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from mentoring_portal.shared.dates import short_date
from programs.domain.roadmap import Calendar, Term
from programs.domain.roadmap_columns import DUE, STARTS, TERM, TERM_KIND
from programs.domain.roadmap_lines import Value, text_of
from programs.domain.roadmap_shape import Words
from programs.domain.roadmap_terms import outside, quoted, read_term

DATED = {"deadline", "period", "month"}

NOT_A_DAY = "«{text}» – не дата. Напишите её как 15.09.2026."
UNKNOWN_KIND = "Вида срока «{text}» нет. Бывают: {known}."
REVERSED = "Начало срока {starts_on} позже его окончания {due_on}."
DIFFERENT = "Срок «{text}» не совпадает с датами в соседних столбцах: взяты даты из столбцов."


@dataclass(frozen=True)
class RowTerm:
    """``errors`` and ``warnings`` are pairs of a column's role and a sentence."""

    term: Term
    errors: tuple[tuple[str, str], ...] = ()
    warnings: tuple[tuple[str, str], ...] = ()


def row_term(values: Mapping[str, Value], calendar: Calendar, words: Words) -> RowTerm:
    if not {TERM_KIND, STARTS, DUE} & values.keys():
        reading = read_term(values.get(TERM, ""), calendar)
        return RowTerm(reading.term, warnings=tuple((TERM, text) for text in reading.remarks))
    return _dated(values, calendar, words)


def _dated(values: Mapping[str, Value], calendar: Calendar, words: Words) -> RowTerm:
    days: dict[str, date | None] = {}
    errors = []
    for role in (STARTS, DUE):
        value = values.get(role, "")
        days[role] = _day(value, role, calendar)
        if days[role] is None and text_of(value):
            errors.append((role, NOT_A_DAY.format(text=quoted(text_of(value)))))
    text = " ".join(text_of(values.get(TERM, "")).split())
    kind = _kind(values, days, words)
    if kind is None:
        named = quoted(text_of(values[TERM_KIND]))
        errors.append(
            (TERM_KIND, UNKNOWN_KIND.format(text=named, known=", ".join(words.term_kinds)))
        )
    term = Term(kind or "none", days[STARTS], days[DUE], text)
    if _reversed(term):
        errors.append((STARTS, _reversal(term)))
    return RowTerm(term, tuple(errors), tuple(_warnings(term, calendar)))


def _kind(values: Mapping[str, Value], days: Mapping[str, date | None], words: Words) -> str | None:
    """The stated kind; a table that states none has periods and deadlines only."""
    text = text_of(values.get(TERM_KIND, ""))
    if text:
        return words.term_kinds.get(text.lower())
    if days[STARTS]:
        return "period"
    return "deadline" if days[DUE] else "none"


def _day(value: Value, role: str, calendar: Calendar) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    term = read_term(value, calendar).term
    return (term.starts_on or term.due_on) if role == STARTS else term.due_on


def _reversed(term: Term) -> bool:
    return bool(term.starts_on and term.due_on and term.starts_on > term.due_on)


def _reversal(term: Term) -> str:
    return REVERSED.format(starts_on=short_date(term.starts_on), due_on=short_date(term.due_on))


def _warnings(term: Term, calendar: Calendar) -> list[tuple[str, str]]:
    """Dates outside the year, and words that name other dates than the columns do."""
    shown = term.text or short_date(term.due_on or term.starts_on)
    found = [(DUE, text) for text in outside(term.starts_on, term.due_on, shown, calendar.year)]
    said = read_term(term.text, calendar).term
    if said.kind in DATED and (said.starts_on, said.due_on) != (term.starts_on, term.due_on):
        found.append((TERM, DIFFERENT.format(text=quoted(term.text))))
    return found
