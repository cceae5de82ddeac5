"""A term changed by hand: its words, its kind and its dates brought into agreement.

What the person typed is never overridden: dates follow the words, or the words follow the dates.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace

from programs.domain.roadmap import WORDS, Calendar, Term, relative
from programs.domain.roadmap_terms import plain, read_term, span_of
from programs.domain.terms import NAMED, dates_words

DATES = {"starts_on", "due_on"}
REWRITTEN = "Срок теперь напечатан так: «{text}»."
FIRST_MONTH = "в течение первого месяца после приказа о внедрении"


@dataclass(frozen=True)
class Edited:
    """``notes`` are sentences for the person who has changed the term."""

    term: Term
    notes: tuple[str, ...] = ()


def edited(term: Term, former: Term, changed: Collection[str], calendar: Calendar) -> Edited:
    """``changed`` names the fields that were typed: term_kind, term_text, starts_on, due_on."""
    typed = DATES & set(changed)
    if typed:
        return after_dates(term, former, changed, calendar)
    if "term_text" in changed and term.text:
        return after_text(term, changed, calendar)
    if "term_kind" in changed:
        return after_kind(term, changed, calendar)
    return Edited(term)


def after_text(term: Term, changed: Collection[str], calendar: Calendar) -> Edited:
    """Dates are read out of the words; so is the kind unless it was chosen."""
    found = read_term(term.text, calendar)
    kind = term.kind if "term_kind" in changed else found.term.kind
    return Edited(replace(found.term, kind=kind, text=term.text), found.remarks)


def after_kind(term: Term, changed: Collection[str], calendar: Calendar) -> Edited:
    if term.kind in WORDS:
        text = "" if "term_text" in changed else WORDS[term.kind]
        return Edited(Term(term.kind, None, None, text))
    if term.kind == "relative":
        starts_on, due_on = relative(span_of(plain(term.text)), calendar)
        counted = read_term(term.text, calendar).term.kind == "relative"
        return Edited(Term(term.kind, starts_on, due_on, term.text if counted else FIRST_MONTH))
    found = read_term(term.text, calendar).term
    if found.starts_on or found.due_on:
        return Edited(replace(term, starts_on=found.starts_on, due_on=found.due_on))
    return Edited(term)


def after_dates(term: Term, former: Term, changed: Collection[str], calendar: Calendar) -> Edited:
    """Words that named the former dates would now be wrong; other words stay as they are."""
    if "term_kind" not in changed and term.kind in {"none", "deadline", "period", "month"}:
        term = replace(term, kind=kind_of(term))
    said = read_term(former.text, calendar).term
    same = (said.starts_on, said.due_on) == (former.starts_on, former.due_on)
    stale = said.kind in NAMED and same
    words = dates_words(term.starts_on, term.due_on)
    if "term_text" in changed or not words or former.text and not stale:
        return Edited(term)
    return Edited(replace(term, text=words), (REWRITTEN.format(text=words),))


def kind_of(term: Term) -> str:
    if term.starts_on:
        return "period"
    return "deadline" if term.due_on else "none"
