"""Two variants of the draft beside each other."""

import pytest
from django.urls import reverse

from pairs.services import by_hand, matching, steps
from pairs.services.board import board
from pairs.services.comparison import compare, news
from pairs.services.pair import accept
from pairs.services.step_list import step_list
from tests.builders import make_curator, make_mentee, make_mentor, make_pair, make_program
from tests.pairs.drafts import make_draft, members, total

pytestmark = pytest.mark.django_db


@pytest.fixture
def program():
    return make_draft()


def names(lines):
    return [line.mentee for line in lines]


def test_a_swap_is_two_mentees_with_another_mentor(program):
    before, first_total = steps.current(program), total(program)
    first, second, _third = members(program)
    by_hand.swap(member=first, other=second, by=None)

    found = compare(before, steps.current(program))

    assert sorted(names(found.moved)) == sorted(
        member.mentee.person.short_name for member in (first, second)
    )
    assert (found.gained, found.lost, found.rescored) == ([], [], [])
    assert (found.first.worth.total, found.second.worth.total) == (first_total, total(program))
    assert sum(line.gain for line in found.moved) == total(program) - first_total


def test_who_gained_and_who_lost_a_pair_is_told(program):
    before = steps.current(program)
    lost = members(program)[0]
    by_hand.forbid(member=lost, reason="", by=None)
    after = steps.current(program)

    assert names(compare(before, after).lost) == [lost.mentee.person.short_name]
    assert names(compare(after, before).gained) == [lost.mentee.person.short_name]


def test_a_pair_that_was_accepted_is_not_called_lost(program):
    before = steps.current(program)
    accepted = members(program)[0]
    accept(pair=accepted.pair, by=None)
    matching.propose(program=program, by=None)

    found = news(steps.current(program))

    assert found.first.matching == before
    assert (names(found.accepted), found.lost) == ([accepted.mentee.person.short_name], [])


def test_a_changed_request_shows_as_another_score_with_the_same_mentor(program):
    member = members(program)[0]
    member.mentee.request = ""
    member.mentee.save()
    matching.propose(program=program, by=None)

    found = news(steps.current(program))

    (line,) = [line for line in found.rescored if line.mentee == member.mentee.person.short_name]
    assert (line.before, line.after, line.score_before) == (
        member.mentor.person.short_name,
        member.mentor.person.short_name,
        member.score,
    )


def test_locking_changes_no_pair(program):
    by_hand.lock(member=members(program)[0], by=None)

    found = news(steps.current(program))

    assert (found.is_same, found.second.locked) == (True, 1)


def test_two_mentors_of_one_mentee_stand_in_one_line():
    program = make_program()
    for _each in range(2):
        make_mentor(program)
    mentee = make_mentee(program)
    matching.propose(program=program, by=None)
    one = steps.current(program)
    cell = one.snapshot["members"][0]
    other = next(pk for pk in program.mentors.values_list("pk", flat=True) if pk != cell[0])
    one.snapshot["members"].append([other, *cell[1:]])

    (line,) = compare(one, steps.current(program)).moved

    assert (line.mentee, line.before.count(",")) == (mentee.person.short_name, 1)


def test_a_second_mentor_of_somebody_paired_counts_as_the_matching_page_counts(client):
    program = make_program()
    paired = make_mentee(program, max_mentors=2)
    make_pair(program, mentees=[paired])
    make_mentor(program, max_mentees=2)
    make_mentee(program)
    matching.propose(program=program, by=None)

    (line,) = step_list(program)
    client.force_login(make_curator(program))
    page = client.get(reverse("pairs:step_list", args=[program.pk])).content.decode()

    assert (line.people, line.worth[:2]) == ((2, 1), (1, 1))
    assert board(program).mentees_proposed == 2
    assert "наставляемых – 2, наставников – 1" in page


def test_the_page_compares_the_last_two_steps_unless_told_otherwise(client, program):
    client.force_login(make_curator(program))
    first, second, _third = members(program)
    by_hand.swap(member=first, other=second, by=None)
    by_hand.lock(member=members(program)[2], by=None)
    url = reverse("pairs:step_compare", args=[program.pk])
    lock, swap, run = program.matchings.all()

    latest = client.get(url).context["comparison"]
    chosen = client.get(url, {"first": run.pk, "second": swap.pk}).context["comparison"]

    assert (latest.first.matching, latest.second.matching) == (swap, lock)
    assert (chosen.first.matching, chosen.second.matching) == (run, swap)
    assert len(chosen.moved) == 2


def test_a_step_of_another_school_is_no_choice(client, program):
    client.force_login(make_curator(program))
    stranger = steps.current(make_draft())
    url = reverse("pairs:step_compare", args=[program.pk])

    answer = client.get(url, {"first": stranger.pk, "second": stranger.pk})

    assert (answer.status_code, answer.context["comparison"]) == (200, None)
