"""The matcher against plain Python and against the bare kernel, all in one run.

    python -m benchmarks.kernel            sizes up to 1,000 × 1,000
    python -m benchmarks.kernel --large    also 5,000 × 1,500 × 4

Seconds are the processor's, so that neighbors on the machine do not count; still, read the
ratios and the proofs rather than the seconds.
"""

import argparse
import random
import resource
from collections.abc import Callable
from time import process_time
from typing import Any

import numpy as np
from scipy.optimize import linear_sum_assignment

from pairs.domain.facts import FORM_TITLES, MenteeFacts, MentorFacts
from pairs.domain.matching import assign
from pairs.domain.proposals import propose
from pairs.domain.score_table import ScoreTable
from pairs.domain.scoring import need_of, offer_of, points_of, sixths_of

SIZES = ((200, 200, 1), (300, 80, 4), (500, 500, 1), (1000, 1000, 1))
LARGE = (5000, 1500, 4)
WORST = 1000
PLAIN_ROWS = 100
ROUNDS = 3
FORMS = tuple(FORM_TITLES)[:3]
DAYS = ("пн", "вт", "ср", "чт", "пт")
OFFERS = ("математика", "физика", "робототехника", "английский язык", "спорт", "вокал", "химия")
REQUESTS = ("выбор профессии", "ОГЭ по алгебре", "проект по робототехнике", "физика, олимпиада")
INTERESTS = ("музыка", "шахматы", "туризм", "чтение", "кино", "театр")
TAGS = ("лето", "учёба", "проекты", "спорт", "театр")

Base = tuple[list[MentorFacts], list[MenteeFacts]]


def invent(mentees: int, mentors: int, places: int, seed: int = 1) -> Base:
    chance = random.Random(seed)
    return (
        [mentor(chance, number, places) for number in range(mentors)],
        [mentee(chance, number, mentors) for number in range(mentees)],
    )


def mentor(chance: random.Random, number: int, places: int) -> MentorFacts:
    age = chance.randint(8, 12)
    return MentorFacts(
        id=number,
        forms=frozenset(chance.sample(FORMS, chance.randint(0, 2))),
        competences=", ".join(chance.sample(OFFERS, 2)),
        interests=", ".join(chance.sample(INTERESTS, 2)),
        tags=frozenset(chance.sample(TAGS, 2)),
        age_from=age,
        age_to=age + 5,
        hours_month=chance.choice((None, 1.0, 4.0, 8.0)),
        places=places,
        days=frozenset(chance.sample(DAYS, 2)),
    )


def mentee(chance: random.Random, number: int, mentors: int) -> MenteeFacts:
    return MenteeFacts(
        id=number,
        form=chance.choice(FORMS),
        request=chance.choice(REQUESTS),
        interests=chance.choice(INTERESTS),
        tags=frozenset(chance.sample(TAGS, 2)),
        age=chance.choice((None, *range(8, 18))),
        wishes=tuple(chance.sample(range(mentors), 2)),
        days=frozenset(chance.sample(DAYS, 2)),
    )


def median_of(work: Callable[[], Any]) -> tuple[float, Any]:
    times, answer = [], None
    for _round in range(ROUNDS):
        started = process_time()
        answer = work()
        times.append(process_time() - started)
    return sorted(times)[ROUNDS // 2], answer


def plain_scores(base: Base, rows: int) -> list[list[int]]:
    """The same rule pair by pair; texts are read once per person, as a fair loop would."""
    offers = [offer_of(facts) for facts in base[0]]
    needs = [need_of(facts) for facts in base[1][:rows]]
    return [
        [sum(points_of(sixths_of(offer, need), need.facts.weights).values()) for offer in offers]
        for need in needs
    ]


def kernel(scores: np.ndarray, places: int) -> Any:
    """What nothing can undercut: scipy on the scores alone, columns repeated per place."""
    cost = np.repeat(np.where(np.isfinite(scores), -scores, 0.0), places, axis=1)
    started = process_time()
    linear_sum_assignment(cost)
    return process_time() - started


def report_scores(base: Base) -> None:
    mentors, mentees = base
    quick, table = median_of(lambda: ScoreTable(mentors, mentees))
    started = process_time()
    plain = plain_scores(base, PLAIN_ROWS)
    slow = (process_time() - started) * len(mentees) / min(PLAIN_ROWS, len(mentees))
    equal = np.array_equal(table.points[:PLAIN_ROWS], plain)
    print(
        f"scores {len(mentees)} × {len(mentors)}: numpy {quick:.3f} s, plain {slow:.2f} s "
        f"(from {PLAIN_ROWS} rows), {slow / quick:.0f} × faster, equal: {equal}"
    )


def report_matching(base: Base) -> None:
    mentors, mentees = base
    places = mentors[0].places
    whole, answer = median_of(lambda: propose(mentors, mentees))
    table = ScoreTable(mentors, mentees)
    scores = np.where(table.allowed, table.points, -np.inf)
    bare = sorted(kernel(scores, places) for _round in range(ROUNDS))[ROUNDS // 2]
    dense, _answer = median_of(lambda: assign(scores, [places] * len(mentors)))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{len(mentees)} × {len(mentors)} × {places}: all with sheets {whole:.3f} s, "
        f"solve + proof {dense:.3f} s, bare kernel {bare:.3f} s; "
        f"all ÷ kernel {whole / bare:.1f}, solve + proof ÷ kernel {dense / bare:.1f}; "
        f"{answer.mentees_served} mentees, {answer.mentors_busy} mentors, "
        f"score {answer.objective:.0f}, proven {answer.proven_optimal}; peak {memory:.0f} MiB"
    )


def report_worst(size: int) -> None:
    """Product scores make the longest chains of displaced people."""
    scores = np.outer(np.arange(float(size)), np.arange(float(size)))
    started = process_time()
    found = assign(scores)
    spent = process_time() - started
    bare = kernel(scores, 1)
    print(
        f"product scores {size} × {size}: solve + proof {spent:.2f} s, "
        f"÷ kernel {spent / bare:.1f}, proven {found.proven_optimal}"
    )


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--large", action="store_true", help="also 5,000 × 1,500 × 4")
    sizes = (*SIZES, LARGE) if asked.parse_args().large else SIZES
    report_scores(invent(1000, 1000, 1))
    for size in sizes:
        report_matching(invent(*size))
    report_worst(WORST)


if __name__ == "__main__":
    main()
