"""How well a mentor suits a mentee: one rule in two notations.

``sixths_of`` says it for one pair in plain Python, ``ScoreTable`` for all pairs at once in
numpy; a test keeps them equal. Each criterion is met by so many sixths, so the halves and the
thirds below are whole numbers and scores are exact.
"""

from collections.abc import Callable
from dataclasses import dataclass

from pairs.domain.facts import MenteeFacts, MentorFacts, Weights
from pairs.domain.words import folded, offered, wanted

FULL = 6
HALF = FULL // 2
WISH_SIXTHS = (6, 4, 2)
HOURS_ENOUGH = 2
# How many words in common are as good as any more.
ENOUGH = {"request": 3, "interests": 2, "tags": 2, "days": 2}
YOUNGEST, OLDEST = 0, 999


Sets = dict[str, frozenset[str]]


@dataclass(frozen=True)
class Need:
    """A mentee and what the criteria that compare sets look for."""

    facts: MenteeFacts
    sets: Sets


@dataclass(frozen=True)
class Offer:
    """A mentor and the sets in which it is looked for."""

    facts: MentorFacts
    sets: Sets


def need_of(mentee: MenteeFacts) -> Need:
    return Need(mentee, _sets(wanted, mentee.request, mentee))


def offer_of(mentor: MentorFacts) -> Offer:
    return Offer(mentor, _sets(offered, mentor.competences, mentor))


def _sets(
    read: Callable[[str], frozenset[str]], request: str, facts: MentorFacts | MenteeFacts
) -> Sets:
    return {
        "request": read(request),
        "interests": read(facts.interests),
        "tags": folded(facts.tags),
        "days": facts.days,
    }


def step(named: int, enough: int) -> int:
    """What one word in common is worth to somebody who named so many."""
    return FULL // max(min(named, enough), 1)


def age_gap(mentor: MentorFacts, age: int | None) -> int:
    """Years between an age and the wished range; an unknown age breaks no wish."""
    low, high = age_range(mentor)
    return 0 if age is None else max(low - age, age - high, 0)


def age_range(mentor: MentorFacts) -> tuple[int, int]:
    low, high = mentor.age_from, mentor.age_to
    return (YOUNGEST if low is None else low), (OLDEST if high is None else high)


def age_sixths(gap: int, tolerance: int) -> int:
    return FULL * max(tolerance + 1 - gap, 0) // (tolerance + 1)


def hours_sixths(mentor: MentorFacts) -> int:
    """Whether the time declared is enough for everybody the mentor would take."""
    hours = (mentor.hours_month or 0) / max(mentor.places, 1)
    return int(FULL * min(max(hours, 0) / HOURS_ENOUGH, 1))


def wish_sixths(rank: int) -> int:
    return WISH_SIXTHS[min(rank, len(WISH_SIXTHS) - 1)]


def wish_ranks(mentee: MenteeFacts) -> dict[int, int]:
    """A mentor named twice stands where first named."""
    return {mentor_id: rank for rank, mentor_id in enumerate(dict.fromkeys(mentee.wishes))}


def form_fits(mentor: MentorFacts, form: str) -> bool:
    return not mentor.forms or not form or form in mentor.forms


def same_person(mentor: MentorFacts, mentee: MenteeFacts) -> bool:
    return mentor.person_id is not None and mentor.person_id == mentee.person_id


def sixths_of(offer: Offer, need: Need, weights: Weights) -> dict[str, int]:
    """How far each criterion is met by this pair, in sixths."""
    mentor, mentee = offer.facts, need.facts
    met = {name: _overlap(offer, need, name) for name in ENOUGH}
    met["age"] = _age(mentor, mentee.age, weights.age_tolerance)
    met["form"] = _form(mentor, mentee.form)
    rank = wish_ranks(mentee).get(mentor.id)
    met["wish"] = 0 if rank is None else wish_sixths(rank)
    met["previous"] = FULL if mentor.id in mentee.previous else 0
    met["hours"] = hours_sixths(mentor)
    return met


def points_of(sixths: dict[str, int], weights: Weights) -> dict[str, int]:
    return {name: most * sixths[name] // FULL for name, most in weights.points.items()}


def _overlap(offer: Offer, need: Need, name: str) -> int:
    asked = need.sets[name]
    return min(len(asked & offer.sets[name]) * step(len(asked), ENOUGH[name]), FULL)


def _age(mentor: MentorFacts, age: int | None, tolerance: int) -> int:
    return HALF if age is None else age_sixths(age_gap(mentor, age), tolerance)


def _form(mentor: MentorFacts, form: str) -> int:
    if not form_fits(mentor, form):
        return 0
    return FULL if mentor.forms and form else HALF
