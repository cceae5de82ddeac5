"""A mentor who cannot work any more is replaced with the fewest changes to the rest."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from pairs.models import Matching, Pair, PairMember
from pairs.services import replacement, returning
from pairs.services.matching import propose
from pairs.services.matching_facts import collect
from pairs.services.vacancy import Takeover, vacant
from participants.enums import ParticipantStatus
from participants.models import Mentee, Mentor
from tests.builders import make_curator, make_mentee, make_mentor, make_pair, make_program
from tests.pairs.drafts import make_draft, members, state

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 20)


def replace(mentor, **fields):
    given = {"day": DAY, "reason": "Уволился", "by": None} | fields
    return replacement.replace_mentor(mentor=mentor, **given)


def keys(program):
    found = PairMember.objects.filter(pair__program=program, is_open=True)
    return set(found.values_list("mentor", "mentee", "pair__status"))


def test_a_mentor_who_left_with_open_pairs_is_vacant(program):
    pair = make_pair(program)
    make_pair(program)
    make_mentor(program, status=ParticipantStatus.PAUSED)
    pair.mentor.move_to(ParticipantStatus.PAUSED)

    assert vacant(program) == [pair.mentor]


def test_a_pair_of_an_order_ends_and_a_new_one_waits_for_the_next(program):
    pair = make_pair(program, goal="Сдать ОГЭ", role_model="leader_passive")
    heir = make_mentor(program)

    done = replace(pair.mentor)

    pair.refresh_from_db()
    (new,) = done.begun
    assert (pair.status, pair.ended_on, pair.end_reason) == ("terminated", DAY, "Уволился")
    assert (new.mentor, new.status, new.goal, new.role_model) == (
        heir,
        "accepted",
        "Сдать ОГЭ",
        "leader_passive",
    )
    assert new.members.get().mentee == pair.mentees[0]
    assert sum(reason["points"] for reason in new.members.get().reasons) == new.members.get().score


def test_a_replaced_mentor_who_comes_back_has_not_failed_with_anybody(program):
    pair = make_pair(program)
    mentee = pair.mentees[0]
    replace(pair.mentor)
    pair.mentor.move_to(ParticipantStatus.APPROVED)

    told = next(row for row in collect(program).mentee_facts if row.id == mentee.pk)

    assert (told.previous, dict(told.broken)) == (frozenset(), {})


def test_working_pairs_of_others_are_not_touched(program):
    pair, other = make_pair(program), make_pair(program)
    heir = make_mentor(program)

    replace(pair.mentor)

    assert keys(program) == {
        (heir.pk, pair.mentees[0].pk, "accepted"),
        (other.mentor_id, other.mentees[0].pk, "active"),
    }


def test_an_accepted_pair_changes_hands_without_a_ban(program):
    mentee = make_mentee(program)
    pair = make_pair(program, mentees=[mentee], status="accepted", starts_on=None)
    heir = make_mentor(program)

    replace(pair.mentor)

    assert keys(program) == {(heir.pk, mentee.pk, "accepted")}
    assert not Pair.objects.filter(pk=pair.pk).exists()


def test_proposals_change_in_the_draft_by_one_step_that_can_be_undone():
    program = make_draft()
    gone = members(program)[0]
    heir = make_mentor(program, competences="шахматы")
    before = state(program)

    done = replace(gone.mentor, pause=False)

    step = Matching.objects.first()
    assert (done.in_draft, step.step, step.note) == (
        1,
        "replace",
        f"замена наставника {{m{gone.mentor_id}}}",
    )
    assert (heir.pk, gone.mentee_id, "proposed") in keys(program)
    returning.undo(program=program, by=None)
    assert state(program) == before


def test_no_other_proposal_moves_when_a_free_mentor_is_there():
    program = make_draft()
    gone, *others = members(program)
    make_mentor(program, competences="шахматы")

    handovers = Takeover(gone.mentor).handovers

    assert [row.member for row in handovers] == [gone]
    assert {(row.mentor_id, row.mentee_id, "proposed") for row in others} <= keys(program)


def test_whoever_nobody_can_take_is_named(program):
    pair = make_pair(program)

    done = replace(pair.mentor)

    assert [row.member.mentee for row in done.left] == pair.mentees
    assert (done.begun, keys(program)) == ([], set())


def test_a_group_is_shared_among_those_who_have_places(program):
    mentor = make_mentor(program, max_mentees=3)
    group = make_pair(program, mentor, [make_mentee(program) for _ in range(3)], kind="group")
    roomy, narrow = make_mentor(program, max_mentees=2), make_mentor(program)

    done = replace(group.mentor)

    sizes = {new.mentor: (new.kind, new.members.count()) for new in done.begun}
    assert sizes == {roomy: ("group", 2), narrow: ("traditional", 1)}


def test_nobody_is_given_the_other_mentor_whom_he_has_already(program):
    mentee = make_mentee(program, max_mentors=2)
    pair = make_pair(program, mentees=[mentee])
    make_pair(program, make_mentor(program, max_mentees=5), [mentee])

    assert [row.mentor for row in Takeover(pair.mentor).handovers] == [None]


def test_a_replaced_mentor_of_a_working_pair_is_paused_and_not_offered_again(program):
    pair = make_pair(program, starts_on=date(2026, 10, 1))

    replace(pair.mentor)

    pair.mentor.refresh_from_db()
    assert pair.mentor.status == ParticipantStatus.PAUSED


@pytest.mark.parametrize(("ticked", "offered"), [({"pause": "on"}, False), ({}, True)])
def test_a_mentor_of_mere_proposals_leaves_the_matching_when_ticked(client, ticked, offered):
    program = make_draft()
    gone = members(program)[0].mentor
    Mentor.objects.filter(pk=gone.pk).update(note="Звонить вечером")
    client.force_login(make_curator(program))

    sent = {"day": "2026-11-20", "reason": "Заболел"} | ticked
    client.post(reverse("pairs:mentor_replace", args=[gone.pk]), sent)
    propose(program=program, by=None)

    gone.refresh_from_db()
    assert (gone.pk in {member.mentor_id for member in members(program)}) is offered
    assert gone.note == "Звонить вечером\nЗаменён, последний день – 20.11.2026: Заболел"


@pytest.mark.parametrize(
    ("day", "said"), [(date(2099, 1, 1), "не наступила"), (date(1026, 1, 1), "Проверьте год")]
)
def test_the_last_day_is_a_day_of_this_year_gone_by(program, day, said):
    with pytest.raises(ValidationError, match=said):
        replace(make_pair(program, status="proposed").mentor, day=day)


def test_a_replacement_needs_a_reason_and_somebody_to_replace(program):
    pair = make_pair(program)
    with pytest.raises(ValidationError):
        replace(pair.mentor, reason=" ")
    with pytest.raises(ValidationError) as refused:
        replace(make_mentor(program))

    assert refused.value.messages == [replacement.NOTHING]
    assert keys(program) == {(pair.mentor_id, pair.mentees[0].pk, "active")}


def test_the_page_shows_what_the_button_does(client, program):
    pair, heir = make_pair(program), make_mentor(program)
    client.force_login(make_curator(program))
    url = reverse("pairs:mentor_replace", args=[pair.mentor_id])

    shown = client.get(url).context["takeover"].handovers
    answer = client.post(url, {"day": "2026-11-20", "reason": "Уволился"}, follow=True)

    assert [(row.member.mentee, row.mentor) for row in shown] == [(pair.mentees[0], heir)]
    assert [str(said) for said in answer.context["messages"]] == [
        "Наставник заменён и приостановлен: подбор его не предложит, пока вы не вернёте его в "
        "реестр. Ждёт приказа об изменениях: 1\u00a0пара. День и причина – в заметке его карточки."
    ]


def test_a_replaced_mentor_of_an_accepted_pair_leads_to_the_order_of_pairs(client, program):
    mentees = [make_mentee(program), make_mentee(program)]
    pair = make_pair(program, mentees=mentees, status="accepted")
    make_mentor(program, max_mentees=1)
    client.force_login(make_curator(program))
    url = reverse("pairs:mentor_replace", args=[pair.mentor_id])

    page = client.get(url).content.decode()
    answer = client.post(url, {"day": "2026-11-20", "reason": "Уволился"}, follow=True)

    paired = PairMember.objects.filter(is_open=True).values("mentee")
    left = Mentee.objects.exclude(pk__in=paired).get()
    nobody, done = [str(said) for said in answer.context["messages"]]
    assert (page.count("новая принятая пара"), page.count("принятая пара снимается")) == (1, 1)
    assert nobody == f"Пока без наставника: {left.person.short_name}"
    assert " Ждёт приказа о парах: 1\u00a0пара. " in done


@pytest.mark.parametrize(("status", "told"), [("proposed", False), ("active", True)])
def test_the_page_tells_of_the_pause_when_there_will_be_one(client, program, status, told):
    mentor = make_pair(program, status=status).mentor
    client.force_login(make_curator(program))

    page = client.get(reverse("pairs:mentor_replace", args=[mentor.pk])).content.decode()
    replace(mentor)

    mentor.refresh_from_db()
    assert mentor.status == "paused"
    assert ("станет приостановленным" in page, 'name="pause"' in page) == (told, not told)


def test_a_mentor_of_another_school_is_not_found(client, program):
    client.force_login(make_curator(make_program()))

    url = reverse("pairs:mentor_replace", args=[make_pair(program).mentor_id])

    assert client.get(url).status_code == 404
