"""What the pages say of a draft: figures and a proof that do not contradict each other."""

from dataclasses import replace

import pytest
from django.urls import reverse

from pairs.domain.facts import USUAL
from pairs.services import by_hand, matching, steps, weighting
from pairs.services.pair import accept, reject
from pairs.services.proof import Proof
from programs.enums import MentoringForm
from tests.builders import make_curator, make_mentee, make_mentor, make_program
from tests.pairs.drafts import make_draft, members, total

pytestmark = pytest.mark.django_db
WHOLE = "Доказано, что по данным на момент последнего шага лучше не подобрать"
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


@pytest.fixture
def reweighed(program):
    """The weights have become others since the run."""
    heavy = replace(USUAL, request=0, form=40)
    weighting.save(program=program, form=MentoringForm.STUDENT_STUDENT, weights=heavy, by=None)
    return total(program)


def test_a_step_after_other_weights_scores_the_whole_draft_anew(program, reweighed):
    before = steps.current(program).objective

    change = by_hand.lock(member=members(program)[0], by=None)

    rows = members(program)
    assert before != reweighed == change.before.total == change.after.total
    assert sum(row.score for row in rows) == reweighed
    assert [sum(part["points"] for part in row.reasons) for row in rows] == [
        row.score for row in rows
    ]
    assert Proof(change.matching).is_reweighed is False


def test_variants_by_different_weights_are_compared_with_a_warning(client, program, reweighed):
    client.force_login(make_curator(program))
    url = reverse("pairs:step_compare", args=[program.pk])
    seen = []
    for _run in range(2):
        matching.propose(program=program, by=None)
        page = client.get(url)
        told = "посчитаны по разным весам" in page.content.decode()
        seen.append((page.context["comparison"].is_reweighed, told))

    assert seen == [(True, True), (False, False)]


def test_pages_of_scores_by_former_weights_say_so(program, words, reweighed):
    row = members(program)[0]

    pages = [
        words("matching", program.pk),
        words("member_sheet", row.pk),
        words("member_change", row.pk),
    ]

    said = "Веса подбора</li></ul> <p>Оценки и сумма – по прежним весам."
    assert [page.count(said) for page in pages] == [1, 0, 0]
    assert "баллы и сумма на этом листе – по прежним весам" in pages[1]
    points = next(part["points"] for part in row.reasons if part["code"] == "form")
    assert f'class="text-end nowrap">{points}</td>' in pages[1]
    assert 'form="draft-run-form">Подобрать пары заново</button>' in pages[0]
    assert "Второй по выгоде" not in pages[1]
    assert "нынешняя оценка – по прежним весам, остальные – по новым." in pages[2]
    matching.propose(program=program, by=None)
    assert said not in words("matching", program.pk)
