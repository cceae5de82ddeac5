"""What the pages say of a draft: figures and a proof that do not contradict each other."""

import pytest
from django.urls import reverse

from pairs.services import by_hand, matching, steps
from pairs.services.pair import accept, reject
from pairs.services.proof import Proof
from tests.builders import make_curator, make_mentee, make_mentor, make_program
from tests.pairs.drafts import make_draft, members

pytestmark = pytest.mark.django_db
WHOLE = "Доказано, что при этих данных лучше не подобрать"
PAST = "Эти цифры – на момент последнего шага: с тех пор часть пар принята, отклонена или снята."


@pytest.fixture
def program():
    return make_draft()


@pytest.fixture
def words(client, program):
    client.force_login(make_curator(program))
    return lambda name, pk: " ".join(
        client.get(reverse(f"pairs:{name}", args=[pk])).content.decode().split()
    )


@pytest.fixture
def crossed(program):
    """A run around two locked pairs that are not the best; the pairs and what they cost."""
    first, second, _third = members(program)
    change = by_hand.swap(member=first, other=second, by=None)
    matching.propose(program=program, by=None)
    return members(program), change.best.total - change.after.total


def test_around_locks_only_the_rest_is_proven_on_every_page(program, words, crossed):
    rows, cost = crossed
    said = (
        "Доказано, что вокруг закреплённых пар (2) лучше не подобрать; "
        f"без закреплений сумма оценок была бы больше на {cost}."
    )

    shown = [words("matching", program.pk), words("member_sheet", rows[2].pk)]

    assert [(said in page, WHOLE in page, PAST in page) for page in shown] == [
        (True, False, False)
    ] * 2
    assert "доказано: вокруг закреплённых пар (2) лучше не подобрать" in words(
        "step_list", program.pk
    )


def test_after_the_locked_pairs_are_accepted_the_step_is_told_as_of_then(program, words, crossed):
    rows, cost = crossed
    for row in rows:
        if row.is_locked:
            accept(pair=row.pair, by=None)

    shown = words("matching", program.pk)

    assert f"без закреплений сумма оценок была бы больше на {cost}. {PAST}" in shown
    assert WHOLE not in shown


@pytest.mark.parametrize("act", [accept, reject])
def test_a_pair_decided_since_the_step_makes_its_figures_past(program, act):
    proof = Proof(steps.current(program))
    assert proof.is_past is False

    act(pair=members(program)[0].pair, by=None, **({"reason": "Родня"} if act == reject else {}))

    assert Proof(steps.current(program)).is_past is True


def test_a_draft_changed_by_hand_says_what_the_best_has_more_of(words, program):
    program.mentors.update(max_mentees=2)
    first, second, _third = members(program)
    by_hand.move(member=first, mentor=second.mentor, by=None)

    said = "Черновик изменён вручную: в лучшем подборе занятых наставников было бы больше на 1."

    assert said in words("matching", program.pk)


def test_a_mentee_left_out_weighs_more_than_the_sum():
    program = make_program()
    make_mentor(program, competences="физика")
    make_mentee(program, request="физика")
    matching.propose(program=program, by=None)
    by_hand.forbid(member=members(program)[0], reason="", by=None)
    make_mentor(program)
    by_hand.allow(banned=program.forbidden_pairs.get(), by=None)

    assert Proof(steps.current(program)).lack == "наставляемых с парой было бы больше на 1"
