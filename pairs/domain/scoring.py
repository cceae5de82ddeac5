"""How well a mentor suits a mentee: one rule in two notations.

``sixths_of`` says it for one pair in plain Python, ``ScoreTable`` for all pairs at once in
numpy; a test keeps them equal. Each criterion is met by so many sixths, so the halves and the
thirds below are whole numbers and scores are exact.
"""

from collections.abc import Callable
from dataclasses import dataclass

from pairs.domain.facts import Hours, MenteeFacts, MentorFacts, Weights
from pairs.domain.places import settlement, workplace_key
from pairs.domain.words import folded, offered, subjects, wanted

FULL = 6
HALF = FULL // 2
WISH_SIXTHS = (6, 4, 2)
HOURS_ENOUGH = 2
TALK_MINUTES = 60
WAITED_DAYS = 30  # each month of waiting is worth a sixth
# How many words in common are as good as any more.
ENOUGH = {"request": 3, "subject": 1, "interests": 2, "tags": 2, "days": 2}
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
        "subject": subjects(f"{facts.position}\n{request}"),
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


def is_elder(mentor: MentorFacts, mentee: MenteeFacts) -> bool:
    """Whether the mentor is older by as much as the form asks; unknown ages break no rule."""
    elder = mentee.weights.elder
    if elder is None or mentor.age is None or mentee.age is None:
        return True
    return mentor.age - mentee.age >= elder


def hours_sixths(mentor: MentorFacts) -> int:
    """Whether the time declared is enough for everybody the mentor would take."""
    hours = (mentor.hours_month or 0) / max(mentor.places, 1)
    return int(FULL * min(max(hours, 0) / HOURS_ENOUGH, 1))


def waiting_sixths(mentee: MenteeFacts) -> int:
    return min(max(mentee.days_waited, 0) // WAITED_DAYS, FULL)


def wish_sixths(rank: int) -> int:
    return WISH_SIXTHS[min(rank, len(WISH_SIXTHS) - 1)]


def ranks(wishes: tuple[int, ...]) -> dict[int, int]:
    """Somebody named twice stands where first named."""
    return {each: rank for rank, each in enumerate(dict.fromkeys(wishes))}


def form_fits(mentor: MentorFacts, form: str) -> bool:
    return not mentor.forms or not form or form in mentor.forms


def role_fits(mentor: MentorFacts, role_model: str) -> bool:
    return not mentor.role_models or not role_model or role_model in mentor.role_models


def same_person(mentor: MentorFacts, mentee: MenteeFacts) -> bool:
    return mentor.person_id is not None and mentor.person_id == mentee.person_id


def common_hours(one: Hours, other: Hours) -> Hours:
    """Stretches long enough for a talk; who names no hours is free at any."""
    if not (one and other):
        return one or other
    both = ((max(a, c), min(b, d)) for a, b in one for c, d in other)
    return tuple(sorted((start, end) for start, end in both if end - start >= TALK_MINUTES))


def hours_meet(one: Hours, other: Hours) -> bool:
    return not (one and other) or bool(common_hours(one, other))


def place_sixths(one: str, other: str) -> int:
    """One workplace, one settlement, or no more than is known."""
    if not (one and other):
        return 0
    if workplace_key(one) == workplace_key(other):
        return FULL
    return HALF if settlement(one) and settlement(one) == settlement(other) else 0


def sixths_of(offer: Offer, need: Need) -> dict[str, int]:
    """How far each criterion is met by this pair, in sixths."""
    mentor, mentee = offer.facts, need.facts
    met = {name: _overlap(offer, need, name) for name in ENOUGH}
    met["days"] *= hours_meet(mentor.hours, mentee.hours)
    met["age"] = age_met(mentor, mentee.age, mentee.weights.age_tolerance)
    met["form"] = named_met(mentor.forms, mentee.form)
    met["role"] = named_met(mentor.role_models, mentee.role_model)
    met["place"] = place_sixths(mentor.workplace, mentee.workplace)
    met["wish"] = _wish(mentee.wishes, mentor.id)
    met["welcome"] = _wish(mentor.wishes, mentee.id)
    met["previous"] = FULL if mentor.id in mentee.previous else 0
    met["hours"] = hours_sixths(mentor)
    met["waiting"] = waiting_sixths(mentee)
    return met


def points_of(sixths: dict[str, int], weights: Weights) -> dict[str, int]:
    return {name: most * sixths[name] // FULL for name, most in weights.points.items()}


def age_met(mentor: MentorFacts, age: int | None, tolerance: int) -> int:
    return HALF if age is None else age_sixths(age_gap(mentor, age), tolerance)


def named_met(open_to: frozenset[str], asked: str) -> int:
    """A form or a role model: named by both, or open on one side, or another one."""
    if open_to and asked:
        return FULL if asked in open_to else 0
    return HALF


def _overlap(offer: Offer, need: Need, name: str) -> int:
    asked = need.sets[name]
    return min(len(asked & offer.sets[name]) * step(len(asked), ENOUGH[name]), FULL)


def _wish(wishes: tuple[int, ...], wanted_id: int) -> int:
    rank = ranks(wishes).get(wanted_id)
    return 0 if rank is None else wish_sixths(rank)
