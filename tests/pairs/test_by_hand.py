"""Changes of the draft by hand: what they do, what they cost, what they refuse."""

import pytest
from django.core.exceptions import ValidationError

from pairs.enums import PairStatus
from pairs.models import ForbiddenPair, Matching, Pair, PairingRules, PairMember
from pairs.services import by_hand, draft_seen, matching
from pairs.services.draft_seen import seen_draft
from pairs.services.exchange import exchanges
from pairs.services.step_words import price
from participants.enums import ParticipantStatus
from programs.models import AuditEvent
from tests.builders import make_mentee, make_mentor, make_pair, make_program
from tests.pairs.drafts import make_draft, members, total

pytestmark = pytest.mark.django_db


@pytest.fixture
def program():
    return make_draft()


def keys(program):
    return {(row.mentor_id, row.mentee_id) for row in members(program)}


def refusal(action, **kwargs):
    with pytest.raises(ValidationError) as refused:
        action(by=None, **kwargs)
    return " ".join(refused.value.messages)


def test_a_locked_pair_outlives_a_run_that_would_part_it(program):
    first, second, _third = members(program)
    by_hand.swap(member=first, other=second, by=None)
    chosen = keys(program)

    matching.propose(program=program, by=None)

    assert keys(program) == chosen


def test_an_unlocked_pair_is_matched_anew(program):
    best = keys(program)
    first, second, _third = members(program)
    by_hand.swap(member=first, other=second, by=None)
    for row in members(program):
        if row.is_locked:
            by_hand.unlock(member=row, by=None)

    matching.propose(program=program, by=None)

    assert keys(program) == best


def test_locking_costs_nothing_and_says_so(program):
    change = by_hand.lock(member=members(program)[0], by=None)

    assert (change.before, change.matching.objective) == (change.after, total(program))
    assert price(change) == (
        f"Сумма оценок прежняя: {total(program)}, лучшая возможная {total(program)}."
    )


def test_locking_twice_is_refused(program):
    member = members(program)[0]
    by_hand.lock(member=member, by=None)

    assert refusal(by_hand.lock, member=member) == by_hand.DONE


def test_the_price_of_a_swap_is_the_sum_computed_anew(program):
    before = total(program)
    first, second, _third = members(program)

    change = by_hand.swap(member=first, other=second, by=None)

    after = total(program)
    assert after < before
    assert (change.before.total, change.after.total, change.best.total) == (before, after, before)
    assert price(change) == f"Сумма оценок {before} → {after}, лучшая возможная {before}."
    assert change.matching.proven_optimal is False


def test_a_moved_mentee_is_locked_to_the_new_mentor(program):
    free = make_mentor(program, competences="шахматы")
    member = members(program)[0]

    by_hand.move(member=member, mentor=free, by=None)

    moved = PairMember.objects.get(mentee=member.mentee)
    assert (moved.pk, moved.mentor, moved.is_locked) == (member.pk, free, True)
    assert sum(reason["points"] for reason in moved.reasons) == moved.score


def test_a_move_that_leaves_a_mentor_idle_tells_it():
    program = make_draft(max_mentees=2)
    first, second, _third = members(program)

    change = by_hand.move(member=first, mentor=second.mentor, by=None)

    assert "Наставников с парой: 3 → 2." in price(change)
    assert Pair.objects.get(mentor=second.mentor).kind == "group"


def test_a_move_to_a_full_mentor_is_refused_with_the_limit(program):
    first, second, _third = members(program)
    name = second.mentor.person.short_name

    assert refusal(by_hand.move, member=first, mentor=second.mentor) == (
        f"{name} берёт не больше 1 наставляемого, свободных мест нет. Обменяйте наставляемых "
        "или увеличьте это число в карточке наставника."
    )


def test_a_yielding_move_puts_out_the_weakest_proposal(program):
    first, second, _third = members(program)

    by_hand.move(member=first, mentor=second.mentor, by=None, yielding=True)

    assert (second.mentor_id, first.mentee_id) in keys(program)
    assert not PairMember.objects.filter(mentee=second.mentee).exists()


def test_a_locked_proposal_does_not_yield(program):
    first, second, _third = members(program)
    by_hand.lock(member=second, by=None)

    said = refusal(by_hand.move, member=first, mentor=second.mentor, yielding=True)

    assert "свободных мест нет" in said


def test_a_move_against_a_wish_is_made_with_a_warning(program):
    teacher = make_mentor(program, forms=["teacher_teacher"])

    change = by_hand.move(member=members(program)[0], mentor=teacher, by=None)

    assert "ученик – ученик" in change.warning


def test_a_swap_against_wishes_says_which_mentor_each_rule_concerns(program):
    first, second, _third = members(program)
    told = exchanges(first)
    for mentor, form in ((first.mentor, "teacher_teacher"), (second.mentor, "head_teacher")):
        mentor.forms = [form]
        mentor.save()

    offered = exchanges(first)
    change = by_hand.swap(member=first, other=second, by=None)

    rule = "Наставник не работает в форме «ученик – ученик»"
    both = "; ".join(f"{row.mentor.person.short_name}: {rule}" for row in (second, first))
    assert {row.warning for row in told} == {""}
    assert next(row.warning for row in offered if row.member == second) == both
    assert change.warning == both


def test_a_forbidden_pair_leaves_the_draft_and_is_not_offered_again(program):
    member = members(program)[0]

    change = by_hand.forbid(member=member, reason="родственники", by=None)
    matching.propose(program=program, by=None)

    assert (member.mentor_id, member.mentee_id) not in keys(program)
    assert change.after.mentees == 2
    assert ForbiddenPair.objects.get().reason == "родственники"


def test_a_forbidden_pair_cannot_be_made_by_a_move(program):
    member = members(program)[0]
    by_hand.forbid(member=member, reason="", by=None)
    make_mentor(program, competences="шахматы")
    matching.propose(program=program, by=None)
    moved = PairMember.objects.select_related("pair__program").get(mentee=member.mentee)

    assert refusal(by_hand.move, member=moved, mentor=member.mentor) == by_hand.BANNED


def test_a_lifted_ban_lets_the_pair_be_offered_again(program):
    best = keys(program)
    by_hand.forbid(member=members(program)[0], reason="", by=None)

    by_hand.allow(banned=ForbiddenPair.objects.get(), by=None)
    matching.propose(program=program, by=None)

    assert keys(program) == best


def test_a_ban_is_lifted_once(program):
    by_hand.forbid(member=members(program)[0], reason="", by=None)
    banned = ForbiddenPair.objects.get()
    by_hand.allow(banned=banned, by=None)

    assert refusal(by_hand.allow, banned=banned) == by_hand.DONE


def test_mentees_of_one_mentor_have_nothing_to_swap():
    program = make_program()
    make_mentor(program, max_mentees=2)
    for _each in range(2):
        make_mentee(program)
    matching.propose(program=program, by=None)
    first, second = members(program)

    assert refusal(by_hand.swap, member=first, other=second) == by_hand.SAME_MENTOR


def test_a_mentee_with_two_mentors_is_not_swapped_with_itself():
    program = make_program()
    for _ in range(2):
        make_mentor(program)
    make_mentee(program, max_mentors=2)
    matching.propose(program=program, by=None)
    one, other = members(program)

    said = refusal(by_hand.swap, member=one, other=other)

    assert said == "Это один и тот же наставляемый у двух наставников: обменивать нечего."
    assert not PairMember.objects.filter(is_locked=True).exists()


def test_an_accepted_pair_is_not_touched(program):
    member = members(program)[0]
    Pair.objects.filter(pk=member.pair_id).update(status=PairStatus.ACCEPTED)
    member.pair.refresh_from_db()

    assert refusal(by_hand.lock, member=member) == by_hand.FIXED


def test_a_page_that_shows_an_earlier_step_changes_nothing(program):
    shown = seen_draft(program)
    matching.propose(program=program, by=None)
    before = Matching.objects.count()

    said = refusal(by_hand.lock, member=members(program)[0], seen=shown)

    assert (said, Matching.objects.count()) == (draft_seen.MOVED_ON, before)


def test_a_mentor_who_left_the_registry_takes_nobody(program):
    gone = make_mentor(program, status=ParticipantStatus.PAUSED)

    assert refusal(by_hand.move, member=members(program)[0], mentor=gone) == by_hand.LEFT


def test_a_group_does_not_outgrow_the_rule():
    program = make_draft(max_mentees=3)
    PairingRules.objects.create(program=program, group_least=2, group_most=2)
    first, second, third = members(program)
    by_hand.move(member=first, mentor=second.mentor, by=None)

    said = refusal(by_hand.move, member=third, mentor=second.mentor)

    assert said == (
        "Наибольшая группа – 2\u00a0наставляемых, и больше черновик одному наставнику не даёт, "
        "в том числе по разным формам: здесь было бы 3. "
        "Выберите другого наставника или измените правила подбора."
    )


def test_by_hand_a_mentor_gets_no_more_mentees_of_two_forms_than_a_run_gives():
    program = make_program()
    PairingRules.objects.create(program=program, group_least=2, group_most=2)
    forms = ["student_student", "studentspo_student"]
    both = make_mentor(program, forms=forms, max_mentees=4)
    for form in (*forms, *forms):
        make_mentee(program, form=form)
    matching.propose(program=program, by=None)
    given = len(members(program))
    for form in forms:
        make_mentor(program, forms=[form])
    matching.propose(program=program, by=None)
    placed = [row for row in members(program) if row.mentor_id == both.pk]
    moved = next(row for row in members(program) if row.mentor_id != both.pk)

    said = refusal(by_hand.move, member=moved, mentor=both)

    assert (given, len(placed), "здесь было бы 3" in said) == (2, 2, True)


def test_every_step_is_in_the_journal_and_holds_no_names(program):
    member = members(program)[0]

    change = by_hand.lock(member=member, by=None)

    assert change.matching.note == (
        f"закреплена пара {{m{member.mentor_id}}} – {{e{member.mentee_id}}}"
    )
    assert AuditEvent.objects.filter(action="matching.lock").count() == 1


def test_a_proposal_tells_the_role_model_that_its_people_state():
    program = make_program()
    make_mentor(program, role_models=["leader_passive"])
    make_mentee(program)

    matching.propose(program=program, by=None)

    assert Pair.objects.get().role_model == "leader_passive"


def test_a_pair_of_another_program_is_no_part_of_the_swap(program):
    stranger = make_pair(status=PairStatus.PROPOSED).members.get()

    said = refusal(by_hand.swap, member=members(program)[0], other=stranger)

    assert said == by_hand.FIXED
