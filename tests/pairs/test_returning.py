"""Undo, and going back to any earlier variant of the draft."""

import pytest
from django.core.exceptions import ValidationError

from pairs.models import Matching, Pair, PairMember
from pairs.services import by_hand, matching, returning, steps
from pairs.services.pair import accept, accept_all, reject
from participants.enums import ParticipantStatus
from tests.builders import anew, make_mentee, make_mentor, make_pair, make_program
from tests.pairs.drafts import make_draft, members, state

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def drawn(standing):
    return make_draft()


@pytest.fixture
def program(drawn):
    return anew(drawn)


def undo(program):
    return returning.undo(program=program, by=None)


def lock(program, number=0):
    return by_hand.lock(member=members(program)[number], by=None)


def swap(program):
    first, second, _third = members(program)
    return by_hand.swap(member=first, other=second, by=None)


def forbid(program):
    return by_hand.forbid(member=members(program)[0], reason="ссора", by=None)


@pytest.mark.parametrize("step", [lock, swap, forbid])
def test_undo_restores_exactly_what_was(program, step):
    before = state(program)
    step(program)
    changed = state(program)

    undo(program)

    assert (changed != before, state(program)) == (True, before)


def test_several_steps_are_undone_one_after_another(program):
    states = [state(program)]
    for step in (lock, swap, forbid):
        step(program)
        states.append(state(program))

    seen = []
    for _step in range(3):
        undo(program)
        seen.append(state(program))

    assert seen == states[-2::-1]


def test_a_run_is_undone_like_any_step(program):
    swap(program)
    before = state(program)
    PairMember.objects.update(is_locked=False)
    matching.propose(program=program, by=None)

    undo(program)

    told, _bans = state(program)
    assert {key[:2] for key in told} == {key[:2] for key in before[0]}


def test_an_undone_run_is_named_a_run():
    program = make_draft(2)
    matching.propose(program=program, by=None)

    undo(program)

    assert steps.current(program).note == "отменён подбор (2\u00a0пары)"


def test_before_the_first_variant_there_is_nothing_to_undo(program):
    with pytest.raises(ValidationError) as refused:
        undo(program)

    assert refused.value.messages == [returning.NOTHING_BEFORE]


def test_any_earlier_variant_comes_back_with_its_locks_and_bans(program):
    lock(program)
    forbid(program)
    wanted, chosen = state(program), steps.current(program)
    returning.undo(program=program, by=None)
    matching.propose(program=program, by=None)

    returning.return_to(matching=chosen, by=None)

    assert state(program) == wanted


def test_going_back_can_itself_be_undone(program):
    first = steps.current(program)
    swap(program)
    swapped = state(program)
    returning.return_to(matching=first, by=None)

    undo(program)

    assert state(program) == swapped


def test_an_undone_ban_comes_back_with_its_reason(program):
    forbid(program)
    banned = steps.current(program)
    undo(program)
    lifted = state(program)[1]

    returning.return_to(matching=banned, by=None)

    assert lifted == set()
    assert [reason for _mentor, _mentee, reason in state(program)[1]] == ["ссора"]


def test_accepted_pairs_stay_and_are_named(program):
    lock(program)
    accepted = members(program)[0].pair
    names = Pair.objects.with_people().get(pk=accepted.pk).names
    accept(pair=accepted, by=None)

    change = undo(program)

    assert change.left_out == (f"{names}: пара уже принята",)
    assert (Pair.objects.get(pk=accepted.pk).status, len(members(program))) == ("accepted", 2)


def test_a_rejected_pair_does_not_come_back_with_an_undone_step(program):
    lock(program)
    rejected = members(program)[1].pair
    names = Pair.objects.with_people().get(pk=rejected.pk).names
    reject(pair=rejected, reason="Братья", by=None)

    change = undo(program)

    assert change.left_out == (f"{names}: пара запрещена",)
    assert [reason for _mentor, _mentee, reason in state(program)[1]] == ["Братья"]


def test_people_who_left_do_not_come_back_and_are_named(program):
    gone = members(program)[0]
    lock(program, 1)
    gone.mentee.move_to(ParticipantStatus.PAUSED)

    change = undo(program)

    names = f"{gone.mentor.person.short_name} – {gone.mentee.person.short_name}"
    assert change.left_out == (f"{names}: наставляемого нет в реестре (приостановлен)",)


def test_a_place_given_away_meanwhile_is_not_given_twice(program):
    taken = members(program)[0]
    lock(program, 1)
    PairMember.objects.filter(pk=taken.pk).delete()
    make_pair(program, taken.mentor, [make_mentee(program)], status="accepted")

    change = undo(program)

    names = f"{taken.mentor.person.short_name} – {taken.mentee.person.short_name}"
    assert change.left_out == (f"{names}: у наставника не осталось мест",)


def can_undo(program):
    return returning.can_undo(steps.current(program))


def test_undo_is_offered_until_everything_is_accepted(program):
    lock(program)
    accept(pair=members(program)[1].pair, by=None)
    offered = can_undo(program)

    accept_all(program=program, by=None)

    assert (offered, can_undo(program)) == (True, False)


def test_undo_is_offered_while_somebody_of_the_former_pairs_is_in_the_registry():
    program = make_draft(2)
    gone = members(program)[0].mentor
    gone.move_to(ParticipantStatus.PAUSED)
    matching.propose(program=program, by=None)
    offered = can_undo(program)

    gone.move_to(ParticipantStatus.APPROVED)

    assert (len(members(program)), offered, can_undo(program)) == (1, False, True)


def test_a_run_that_changed_nothing_is_still_undone(program):
    matching.propose(program=program, by=None)

    assert can_undo(program)


def test_bans_alone_are_reason_enough_to_undo(program):
    forbid(program)
    accept_all(program=program, by=None)

    assert can_undo(program)


def test_the_first_variant_is_not_undone(program):
    assert not can_undo(program)


def test_of_many_pairs_that_do_not_come_back_five_are_named():
    program = make_program()
    for _each in range(8):
        make_mentor(program)
        make_mentee(program)
    matching.propose(program=program, by=None)
    lock(program)
    accept_all(program=program, by=None)

    *named, rest = undo(program).left_out

    assert [said.split(": ")[1] for said in named] == ["пара уже принята"] * 5
    assert rest == "и ещё 3\u00a0пары"


def test_old_steps_go_but_named_variants_stay(program, monkeypatch):
    monkeypatch.setattr(steps, "KEPT", 2)
    named = steps.rename(matching=steps.current(program), title=" Первый ", by=None)

    for number in (0, 1, 2):
        lock(program, number)

    assert list(Matching.objects.order_by("pk").values_list("title", flat=True)) == [
        "Первый",
        "",
        "",
    ]
    returning.return_to(matching=named, by=None)
    assert not any(member.is_locked for member in members(program))


def test_a_run_from_before_the_variants_is_not_returned_to(program):
    old = Matching.objects.create(
        program=program, objective=1, proven_optimal=True, seconds=0, snapshot={}
    )

    with pytest.raises(ValidationError) as refused:
        returning.return_to(matching=old, by=None)

    assert refused.value.messages == [returning.NOT_KEPT]


def test_a_mentee_with_two_mentors_comes_back_with_both():
    program = make_draft(2)
    first, second = members(program)
    first.mentee.max_mentors = 2
    first.mentee.save()
    by_hand.forbid(member=second, reason="", by=None)
    make_pair(program, second.mentor, [first.mentee], status="proposed")
    lock(program)
    both = state(program)[0]
    lock(program, 1)

    undo(program)

    assert {key[:2] for key in state(program)[0]} == {key[:2] for key in both}
    assert len(both) == 2
