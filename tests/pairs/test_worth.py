"""What a draft is worth: counted by hand and by the solver in one way."""

import pytest

from pairs.services import by_hand, matching, steps
from pairs.services.board import board
from pairs.services.draft import Draft
from pairs.services.step_words import price
from tests.builders import make_mentee, make_mentor, make_pair, make_program
from tests.pairs.drafts import make_draft, members

pytestmark = pytest.mark.django_db


@pytest.fixture
def second_pair():
    """A mentee and a mentor who both have somebody already are proposed to each other."""
    program = make_program()
    mentor, mentee = make_mentor(program, max_mentees=2), make_mentee(program, max_mentors=2)
    make_pair(program, mentor, [make_mentee(program)], status="accepted")
    make_pair(program, make_mentor(program), [mentee], status="accepted")
    matching.propose(program=program, by=None)
    return program


def test_a_second_mentor_is_worth_a_score_and_no_served_people(second_pair):
    step = steps.current(second_pair)

    assert [len(step.snapshot[name]) for name in ("members", "worth")] == [1, 3]
    assert step.snapshot["worth"] == step.snapshot["best"] == [0, 0, step.objective]


def test_who_has_an_accepted_pair_is_not_said_to_lose_one(second_pair):
    (member,) = members(second_pair)

    change = by_hand.forbid(member=member, reason="", by=None)

    assert price(change) == f"Сумма оценок {member.score} → 0, лучшая возможная 0."


def test_a_lock_is_priced_though_it_takes_in_a_mentor_who_leads_somebody():
    program = make_program()
    busy = make_mentor(program, max_mentees=2)
    make_pair(program, busy, [make_mentee(program)], status="accepted")
    make_mentor(program, competences="физика, химия", max_mentees=2)
    for subject in ("физика", "химия"):
        make_mentee(program, request=subject)
    matching.propose(program=program, by=None)

    change = by_hand.move(member=members(program)[0], mentor=busy, by=None)

    lost = change.before.total - change.after.total
    assert lost > 0
    assert board(program).proof.lack == f"сумма оценок была бы больше на {lost}"


def test_a_run_and_the_draft_it_leaves_are_counted_alike():
    program = make_draft(max_mentees=2)
    make_pair(program, members(program)[0].mentor, [make_mentee(program)], status="accepted")
    answer = matching.compute(program=program).answer
    matching.propose(program=program, by=None)

    worth = Draft(program).worth

    assert (answer.mentees_served, answer.mentors_busy, answer.objective) == worth
