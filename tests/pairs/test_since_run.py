"""When the people or the rules change after a run, the page of the matching advises a new one."""

from dataclasses import replace
from datetime import date

import pytest
from django.urls import reverse

from pairs.domain.facts import USUAL
from pairs.models import PairingRules
from pairs.services import by_hand, matching, returning, steps, weighting
from pairs.services.pair import accept_all, complete
from pairs.services.since_run import changes
from participants.enums import ParticipantStatus
from participants.models import Consent, Person, Tag
from programs.enums import MentoringForm
from tests.assertions import assert_flat
from tests.builders import make_curator, make_mentee, make_mentor, make_pair
from tests.pairs.drafts import make_draft, members

pytestmark = pytest.mark.django_db


@pytest.fixture
def program():
    return make_draft()


def told(program):
    return changes(steps.current(program))


def short(row):
    return row.person.short_name


def pause(row):
    row.move_to(ParticipantStatus.PAUSED)
    return f"больше не участвуют наставники: {short(row)}"


def take_consent_back(row):
    Consent.objects.create(
        person=row.person,
        kind="processing",
        signer="person",
        signed_on=date(2026, 9, 1),
        withdrawn_on=date(2026, 10, 1),
    )
    return f"больше не участвуют наставники: {short(row)}"


def change(**columns):
    def action(row):
        type(row).objects.filter(pk=row.pk).update(**columns)
        return f"данные наставников: {short(row)}"

    return action


def add_tag(row):
    row.tags.add(Tag.objects.create(organization=row.program.organization, name="театр"))
    return f"данные наставников: {short(row)}"


def add_wish(row):
    row.wishes.add(row.program.mentees.first())
    return f"данные наставников: {short(row)}"


def set_limits(row):
    PairingRules.objects.create(program=row.program, group_least=2, group_most=3)
    return "размер групп"


def set_weights(row):
    heavy = replace(USUAL, request=0, form=40)
    weighting.save(program=row.program, form=MentoringForm.STUDENT_STUDENT, weights=heavy, by=None)
    return "веса подбора"


@pytest.mark.parametrize(
    "action",
    [
        pause,
        take_consent_back,
        change(max_mentees=5),
        change(competences="лепка"),
        change(free_days="пн"),
        add_tag,
        add_wish,
        set_limits,
        set_weights,
    ],
)
def test_whatever_a_run_goes_by_is_told_when_it_changes(program, action):
    before = told(program)

    line = action(program.mentors.select_related("person").first())

    assert (before, told(program)) == ([], [line])


def test_the_erased_are_named_nowhere(program):
    erased, gone = members(program)[:2]
    pause(erased.mentor)
    line = pause(gone.mentor)
    Person.objects.filter(pk=erased.mentor.person_id).update(erased_on=date(2026, 11, 20))

    assert told(program) == [line]


def test_those_who_came_are_named_the_first_five(program):
    for number in range(7):
        make_mentee(program, f"Гусев Пётр{number} Ильич")

    five = ", ".join(["Гусев\u00a0П.\u00a0И."] * 5)
    assert told(program) == [f"теперь участвуют наставляемые: {five} и ещё 2"]


def test_a_mentor_who_came_back_is_nothing_new_for_the_former_run(program):
    mentor = members(program)[0].mentor
    pause(mentor)
    gone = told(program)

    mentor.move_to(ParticipantStatus.APPROVED)

    assert (len(gone), told(program)) == (1, [])


def test_after_a_new_run_nothing_is_told(program):
    pause(members(program)[0].mentor)

    matching.propose(program=program, by=None)

    assert told(program) == []


def test_a_note_of_the_curator_changes_no_run(program):
    change(note="Перезвонить", results="Диплом")(members(program)[0].mentor)

    assert told(program) == []


def test_whoever_was_accepted_is_not_gone_and_their_cards_do_not_matter(program):
    mentor = members(program)[0].mentor
    accept_all(program=program, by=None)

    change(competences="лепка")(mentor)

    assert told(program) == []


def test_a_mentor_whose_pair_has_ended_takes_part_again(program):
    pair = make_pair(program, make_mentor(program, "Панин Глеб Олегович"))
    matching.propose(program=program, by=None)

    complete(pair=pair, day=date(2026, 11, 1), by=None)

    assert told(program)[0] == "теперь участвуют наставники: Панин\u00a0Г.\u00a0О."


def test_a_change_by_hand_hides_nothing(program):
    line = pause(members(program)[0].mentor)

    by_hand.lock(member=members(program)[1], by=None)

    assert told(program) == [line]


def test_going_back_tells_what_changed_since_that_variant(program):
    first = steps.current(program)
    line = pause(members(program)[0].mentor)
    matching.propose(program=program, by=None)

    returning.return_to(matching=first, by=None)

    assert told(program) == [line]


def test_a_step_from_before_this_was_kept_tells_the_weights_only(program):
    step = steps.current(program)
    del step.snapshot["run"]
    step.save()
    pause(members(program)[0].mentor)

    line = set_weights(members(program)[0].mentor)

    assert told(program) == [line]


def page(client, program):
    client.force_login(make_curator(program))
    return client.get(reverse("pairs:matching", args=[program.pk]))


def test_the_page_lists_the_changes_and_dates_the_reasons(client, program):
    make_mentee(program, form=MentoringForm.TEACHER_TEACHER)
    matching.propose(program=program, by=None)
    before = page(client, program)
    line = pause(members(program)[0].mentor)
    step = steps.current(program)
    type(step).objects.filter(pk=step.pk).update(created_at="2026-11-20T10:05:00+03:00")

    after = page(client, program).content.decode()

    assert "После подбора изменилось" not in before.content.decode()
    assert f"<li>{line.capitalize()[:1]}{line[1:]}</li>" in after
    assert "Причины – на момент последнего шага, 20.11.2026 10:05." in after


def test_the_page_with_changes_costs_the_same_queries_for_any_number(client, program):
    matching.propose(program=program, by=None)
    pause(members(program)[0].mentor)
    make_mentee(program)

    def more():
        for _ in range(20):
            pause(make_mentor(program))
            make_mentor(program)
            make_mentee(program)

    url = reverse("pairs:matching", args=[program.pk])
    client.force_login(make_curator(program))
    assert_flat(lambda: client.get(url), more)
