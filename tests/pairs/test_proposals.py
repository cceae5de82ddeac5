"""The distribution: the best there is, proven so, and the reasons of those left over."""

import random
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from pairs.domain.facts import MenteeFacts, MentorFacts
from pairs.domain.matching import assign
from pairs.domain.proposals import alternatives, forbids, propose
from pairs.domain.reasons import explain
from tests.pairs import strategies

SCORES = st.sampled_from((-np.inf, -np.inf, 0.0, 1.0, 2.0, 3.5, 7.25, 0.1))


@st.composite
def tasks(draw):
    shape = draw(st.tuples(st.integers(0, 5), st.integers(0, 3)))
    scores = draw(arrays.arrays(np.float64, shape, elements=SCORES))
    return scores, draw(arrays.arrays(np.int64, shape[1], elements=st.integers(0, 3)))


def every_way(allowed, places):
    """All distributions that keep the rules, as lists of pairs."""
    mentees, mentors = len(allowed), len(places)
    for choice in product(range(-1, mentors), repeat=mentees):
        pairs = [(row, column) for row, column in enumerate(choice) if column >= 0]
        if all(choice.count(column) <= places[column] for column in range(mentors)) and all(
            allowed[row][column] for row, column in pairs
        ):
            yield pairs


def aims(pairs, scores):
    return (
        len(pairs),
        len({column for _row, column in pairs}),
        round(sum(float(scores[row][column]) for row, column in pairs), 3),
    )


@settings(max_examples=300, deadline=None)
@given(tasks())
def test_no_other_distribution_is_better(task):
    scores, places = task

    found = assign(scores, places)

    assert aims(found.pairs, scores) == max(
        aims(pairs, scores) for pairs in every_way(np.isfinite(scores), places)
    )
    assert found.proven_optimal
    assert found.total_score == pytest.approx(aims(found.pairs, scores)[2], abs=0.001)


def test_one_more_mentee_is_worth_any_scores_and_any_first_places():
    scores = np.array([[100.0, 0.0], [0.0, -np.inf], [-np.inf, 100.0]])

    found = assign(scores, [1, 2])

    assert found.pairs == ((0, 1), (1, 0), (2, 1))


def test_one_more_mentor_is_worth_any_scores():
    scores = np.array([[100.0, 0.0], [100.0, 0.0], [100.0, 1.0]])

    found = assign(scores, [3, 3])

    assert found.pairs == ((0, 0), (1, 0), (2, 1))


@pytest.mark.parametrize("shape", [(0, 0), (0, 3), (3, 0), (2, 2)])
def test_nothing_to_distribute_is_an_answer_too(shape):
    found = assign(np.full(shape, -np.inf))

    assert (found.pairs, found.total_score, found.bound, found.proven_optimal) == (
        (),
        0.0,
        0.0,
        True,
    )
    assert len(found.shortage) == sum(shape)


@pytest.mark.parametrize("sign", [1, -1])
def test_structured_worst_cases_are_finished_and_proven(sign):
    scores = sign * np.outer(np.arange(150.0), np.arange(150.0))

    found = assign(scores)

    assert found.proven_optimal
    assert found.pairs == tuple((row, row if sign > 0 else 149 - row) for row in range(150))


def people_of(answer):
    served = [(p.mentor_id, p.mentee_id) for p in answer.proposals]
    return served, [(left.side, left.id) for left in answer.unmatched]


@settings(deadline=None)
@given(strategies.bases())
def test_proposals_are_the_best_of_all_that_keep_the_rules(bases):
    mentors, mentees, banned = bases
    allowed = [[not forbids(m, e, banned) for m in mentors] for e in mentees]
    scores = [[explain(m, e)[0] for m in mentors] for e in mentees]

    answer = propose(mentors, mentees, banned=banned)

    best = max(aims(way, scores) for way in every_way(allowed, [m.places for m in mentors]))
    assert (answer.mentees_served, answer.mentors_busy, answer.objective) == best
    assert answer.proven_optimal


@settings(deadline=None)
@given(strategies.bases())
def test_every_proposal_keeps_the_rules_and_everybody_is_accounted_for(bases):
    mentors, mentees, banned = bases
    mentor_of, mentee_of = {m.id: m for m in mentors}, {e.id: e for e in mentees}

    answer = propose(mentors, mentees, banned=banned)

    served, left = people_of(answer)
    assert all(not forbids(mentor_of[m], mentee_of[e], banned) for m, e in served)
    assert all(sum(m == id for m, _ in served) <= mentor_of[id].places for id in mentor_of)
    assert sorted([e for _, e in served] + [id for side, id in left if side == "mentee"]) == sorted(
        mentee_of
    )
    assert {m for m, _ in served} ^ {id for side, id in left if side == "mentor"} == set(mentor_of)
    assert all(lost.reasons and all(lost.reasons) for lost in answer.unmatched)


@settings(deadline=None)
@given(strategies.bases(), st.randoms(use_true_random=False))
def test_the_order_of_people_changes_nothing(bases, chance):
    mentors, mentees, banned = bases

    answer = propose(mentors, mentees, banned=banned)

    assert answer == propose(shuffled(mentors, chance), shuffled(mentees, chance), banned=banned)


def shuffled(people, chance: random.Random):
    return chance.sample(people, len(people))


def reasons_of(answer, side, id):
    return next(x.reasons for x in answer.unmatched if (x.side, x.id) == (side, id))


PUPILS = frozenset({"student_student"})


@pytest.mark.parametrize(
    ("mentors", "banned", "reasons"),
    [
        ([], [], ["В программе нет ни одного наставника"]),
        (
            [MentorFacts(id=1, forms=frozenset({"head_teacher"}))],
            [],
            ["Нет ни одного наставника формы «ученик – ученик»"],
        ),
        (
            [MentorFacts(id=1, age_from=15), MentorFacts(id=2, age_from=13, age_to=17)],
            [],
            ["Возраст 9\xa0лет не подходит 2\xa0наставникам; ближайший желаемый – 13–17"],
        ),
        (
            [MentorFacts(id=1), MentorFacts(id=2, places=0), MentorFacts(id=3, age_from=15)],
            [(1, 7)],
            [
                "Возраст 9\xa0лет не подходит 1\xa0наставнику; ближайший желаемый – от 15",
                "Подходящие по форме и возрасту наставники, пару с которыми запретил куратор: 1",
                "Подходящие по форме и возрасту наставники без свободных мест: 1",
            ],
        ),
    ],
)
def test_a_mentee_without_a_mentor_is_told_why(mentors, banned, reasons):
    mentee = MenteeFacts(id=7, form="student_student", age=9)

    answer = propose(mentors, [mentee], banned=frozenset(banned))

    assert list(reasons_of(answer, "mentee", 7)) == reasons


def test_each_veto_is_told_by_its_own_fact():
    mentors = [MentorFacts(id=number, person_id=number) for number in (1, 2, 3, 4)]
    mentee = MenteeFacts(id=7, person_id=1, broken={2: "ссора", 3: "ссора"})

    answer = propose(mentors, [mentee], banned=frozenset({(3, 7), (4, 7)}))

    near = "Подходящие по форме и возрасту"
    assert reasons_of(answer, "mentee", 7) == (
        "Наставник и наставляемый – один и тот же человек: 1",
        f"{near} наставники, пару с которыми запретил куратор: 2",
        f"{near} наставники, с которыми пара уже не сложилась: 1",
    )
    assert [reasons_of(answer, "mentor", number) for number in (1, 2, 4)] == [
        ("Наставник и наставляемый – один и тот же человек: 1",),
        (f"{near} наставляемые, с которыми пара уже не сложилась: 1",),
        (f"{near} наставляемые, пару с которыми запретил куратор: 1",),
    ]


def test_a_mentee_who_lost_to_others_is_told_how_many_asked():
    mentors = [MentorFacts(id=1, competences="химия"), MentorFacts(id=2, age_to=5)]
    mentees = [MenteeFacts(id=id, age=12, request="химия" * (id != 8)) for id in (7, 8)]

    answer = propose(mentors, mentees)

    assert reasons_of(answer, "mentee", 8) == (
        "Подходит 1\xa0наставник, но все места (1) заняты другими: на них 2\xa0претендента",
    )


@pytest.mark.parametrize(
    ("mentor", "banned", "reasons"),
    [
        (MentorFacts(id=2, places=0), [], ["Свободных мест нет"]),
        (
            MentorFacts(id=2, forms=frozenset({"head_teacher"})),
            [],
            ["Нет наставляемых формы «руководитель образовательной организации – педагог»"],
        ),
        (
            MentorFacts(id=2, age_from=15),
            [],
            ["Возраст 1\xa0наставляемого далёк от желаемого (от 15)"],
        ),
        (
            MentorFacts(id=2),
            [(2, 7)],
            ["Подходящие по форме и возрасту наставляемые, пару с которыми запретил куратор: 1"],
        ),
        (MentorFacts(id=2), [], ["Подходящие наставляемые (1) распределены к другим наставникам"]),
    ],
)
def test_a_mentor_left_alone_is_told_why(mentor, banned, reasons):
    chosen = MentorFacts(id=1, forms=PUPILS, competences="химия")
    mentee = MenteeFacts(id=7, form="student_student", age=9, request="химия")

    answer = propose([chosen, mentor], [mentee], banned=frozenset(banned))

    assert list(reasons_of(answer, "mentor", 2)) == reasons


def test_a_program_without_mentees_says_so_to_its_mentors():
    assert reasons_of(propose([MentorFacts(id=1)], []), "mentor", 1) == (
        "Нет ни одного наставляемого без пары",
    )


def test_load_is_spread_before_scores_are_raised():
    gifted = MentorFacts(id=1, competences="химия", places=2)
    idle = MentorFacts(id=2, competences="вокал", places=2)
    mentees = [MenteeFacts(id=id, request="химия") for id in (7, 8)]

    answer = propose([gifted, idle], mentees)

    assert people_of(answer) == ([(1, 7), (2, 8)], [])


def test_other_mentors_are_ranked_among_those_with_a_place_left():
    mentee = MenteeFacts(id=7, request="химия", form="student_student", wishes=(4,))
    mentors = [
        MentorFacts(id=1, competences="химия", places=2),
        MentorFacts(id=2, competences="вокал"),
        MentorFacts(id=3, competences="химия", places=2),
        MentorFacts(id=4, competences="химия", places=1),
        MentorFacts(id=5, competences="химия", forms=frozenset({"head_teacher"})),
        MentorFacts(id=6, competences="химия"),
    ]

    offered = alternatives(mentee, mentors, {3: 1, 4: 1}, 3, banned=frozenset({(6, 7)}))

    assert [(offer.mentor_id, offer.score) for offer in offered] == [(1, 35), (3, 35), (2, 7)]
    assert offered[0].reasons == explain(mentors[0], mentee)[1]


def test_who_does_not_fit_into_a_group_reads_that_its_size_is_limited():
    mentor = MentorFacts(id=1, places=400, group_most=2)
    mentees = [MenteeFacts(id=number) for number in (1, 2, 3)]

    (left,) = propose([mentor], mentees).unmatched

    assert left.reasons == (
        "Подходит 1\u00a0наставник, но все места (2, размер группы ограничен) заняты другими: "
        "на них 3\u00a0претендента",
    )
