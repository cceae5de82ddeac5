"""The amending order tells of those who joined a group that already worked."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from documents.kinds.orders.changes import fixing_order
from documents.services import issue
from documents.services.consent import lacking
from documents.services.erasure import erase
from documents.services.paper import draft_paper
from pairs.models import Pair
from pairs.services.departure import leave
from pairs.services.joining import join
from pairs.services.pair import complete, terminate
from tests.assertions import assert_flat
from tests.builders import make_mentee
from tests.documents.builders import make_accepted_pair
from tests.documents.orders.school import TODAY, order_pairs
from tests.documents.orders.test_order_amending import (
    NOTHING,
    changes_of,
    draft_of,
    register,
)

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 10)
TOLD = "включить с 10 ноября 2026 г. Мухина Олега Ильича в группу наставника Панина Глеба Олеговича"


@pytest.fixture
def group(program):
    """A pair fixed by an order; its mentor takes more."""
    pair = make_accepted_pair(program)
    pair.mentor.max_mentees = 30
    pair.mentor.save()
    order_pairs(program)
    return Pair.objects.get(pk=pair.pk)


def come(group, name="Мухин Олег Ильич"):
    return join(pair=group, mentee=make_mentee(group.program, name), day=DAY, by=None)


def end_by_order(pair):
    terminate(pair=pair, day=TODAY, reason="Увольнение", by=None)
    paper = draft_paper(program=pair.program, code="order_end", by=None, subject=pair)
    issue.register(document=paper, number=None, day=TODAY, by=None)


def test_the_order_names_the_newcomer_the_group_and_the_day(program, group):
    come(group)

    told = changes_of(draft_of(program))
    register(program)

    group.refresh_from_db()
    assert (told, group.status) == ([f"{TOLD}."], "active")


def test_who_joined_a_group_is_told_of_once(program, group):
    come(group)
    register(program)

    with pytest.raises(ValidationError, match=NOTHING):
        draft_of(program)


def test_the_order_that_told_of_a_joining_is_not_the_one_that_made_the_group(program, group):
    made = fixing_order(group)
    come(group)
    register(program)

    assert fixing_order(group) == made


def test_who_joined_and_left_before_the_order_is_told_of_in_that_order(program, group):
    member = come(group)
    leave(member=member, day=TODAY, reason="Переезд", by=None)

    assert changes_of(draft_of(program)) == [
        f"{TOLD};",
        "исключить с 21 ноября 2026 г. Мухина Олега Ильича из группы наставника "
        "Панина Глеба Олеговича (причина: переезд).",
    ]


def test_a_group_that_ends_is_still_told_to_have_grown(program, group):
    come(group)
    terminate(pair=group, day=TODAY, reason="Увольнение", by=None)

    joined, ended = changes_of(draft_of(program))

    assert joined == f"{TOLD};"
    assert ended.startswith("исключить с 21 ноября 2026 г. группу «Панин Глеб Олегович – ")


def test_a_group_that_came_to_its_planned_end_is_not_taken_out(program, group):
    come(group)
    complete(pair=group, day=TODAY, by=None, reason="Цель достигнута")

    assert changes_of(draft_of(program)) == [f"{TOLD}."]


def test_a_group_whose_end_an_order_has_told_is_not_taken_out_twice(program, group):
    come(group)
    end_by_order(group)

    assert changes_of(draft_of(program)) == [f"{TOLD}."]


def test_who_moved_to_another_group_leaves_the_first_one_first(program, group):
    other = make_accepted_pair(program, "Орлова Инна Львовна", "Алиев Пётр Ильич")
    other.mentor.max_mentees = 5
    other.mentor.save()
    order_pairs(program)
    mover = come(group)
    register(program)
    leave(member=mover, day=date(2026, 11, 15), reason="Переезд", by=None)

    join(pair=Pair.objects.get(pk=other.pk), mentee=mover.mentee, day=TODAY, by=None)

    assert [line.split(" Мухина")[0] for line in changes_of(draft_of(program))] == [
        "исключить с 15 ноября 2026 г.",
        "включить с 21 ноября 2026 г.",
    ]


def test_who_came_and_went_in_one_day_is_first_let_in(program, group):
    leave(member=come(group), day=DAY, reason="Переезд", by=None)

    assert [line.split(" с ")[0] for line in changes_of(draft_of(program))] == [
        "включить",
        "исключить",
    ]


def test_the_order_is_silent_of_somebody_erased(program, group):
    gone = come(group)
    come(group, "Алиев Пётр Ильич")
    leave(member=gone, day=TODAY, reason="Переезд", by=None)
    erase(person=gone.mentee.person, reason="Отзыв согласия", requested_on=TODAY, by=None)

    (line,) = changes_of(draft_of(program))

    assert "Алиева Петра Ильича" in line


def test_the_draft_names_the_newcomer_who_lacks_a_consent(program, group):
    member = come(group)

    assert [gap.person for gap in lacking(draft_of(program), TODAY)] == [member.mentee.person]


def test_the_changes_cost_the_same_for_many_newcomers(program, group):
    come(group)
    document = draft_of(program)

    def more():
        for number in range(8):
            come(group, f"Мухин{number} Олег Ильич")

    assert_flat(lambda: changes_of(document), more)
