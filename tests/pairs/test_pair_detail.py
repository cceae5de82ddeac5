"""The page of a pair: the school, the mentor and the mentee each see their part of it."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from pairs.enums import PairStatus
from pairs.models import Feedback, Pair
from pairs.views.pairs import NOT_WORKING
from participants.enums import ConsentKind, ConsentSigner
from participants.models import Consent
from programs.enums import Role
from tests.assertions import queries_of
from tests.builders import (
    make_curator,
    make_meeting,
    make_mentee,
    make_mentor,
    make_pair,
    make_program,
    make_user,
)

pytestmark = pytest.mark.django_db
NOTE, ANSWER, REASON = "Плакал после контрольной", "Было скучно", "Общие интересы: шахматы"


@pytest.fixture
def pair():
    program = make_program()
    mentor = make_mentor(program, "Чижова Анна Львовна")
    mentee = make_mentee(program, "Гусев Пётр Ильич")
    for participant in (mentor, mentee):
        person = participant.person
        person.phone, person.birth_date = "+7 900 111-22-33", date(2011, 3, 5)
        person.save()
    pair = make_pair(program, mentor=mentor, mentees=[mentee], starts_on=date(2026, 10, 1))
    reasons = [{"code": "interests", "points": 10, "text": REASON}]
    pair.members.update(score=64, reasons=reasons)
    meeting = make_meeting(pair=pair, topic="Дроби", note=NOTE)
    Feedback.objects.create(
        meeting=meeting, person=mentee.person, side="mentee", rating=2, text=ANSWER
    )
    return pair


def page_for(client, pair, role, person=None, organization=None):
    user = make_user(role, organization or pair.program.organization)
    if person:
        person.user = user
        person.save()
    client.force_login(user)
    return client.get(reverse("pairs:pair_detail", args=[pair.pk]))


def shown(page):
    text = page.content.decode()
    said = {"topic": "Дроби", "note": NOTE, "answer": ANSWER, "reason": REASON}
    private = {"phone": "111-22-33", "birth": "2011"}
    return {key for key, words in (said | private).items() if words in text}


def test_the_school_reads_everything_of_the_pair(client, pair):
    page = page_for(client, pair, Role.GROUP_HEAD)

    assert shown(page) == {"topic", "note", "answer", "reason"}


def test_the_mentor_reads_the_own_notes_and_no_answers(client, pair):
    page = page_for(client, pair, Role.MENTOR, pair.mentor.person)

    assert shown(page) == {"topic", "note"}


def test_the_mentee_reads_the_own_answer_and_no_notes(client, pair):
    page = page_for(client, pair, Role.MENTEE, pair.mentees[0].person)

    assert shown(page) == {"topic", "answer"}


def test_a_colleague_who_is_a_mentee_reads_as_a_mentee(client, pair):
    page = page_for(client, pair, Role.GROUP_HEAD, pair.mentees[0].person)

    assert shown(page) == {"topic", "answer"}


def test_one_mentee_of_a_group_does_not_read_the_answer_of_another(client):
    program = make_program()
    mentees = [make_mentee(program), make_mentee(program)]
    pair = make_pair(program, mentees=mentees)
    meeting = make_meeting(pair=pair, topic="Дроби")
    Feedback.objects.create(
        meeting=meeting, person=mentees[0].person, side="mentee", rating=2, text=ANSWER
    )

    page = page_for(client, pair, Role.MENTEE, mentees[1].person)

    assert shown(page) == {"topic"}


@pytest.mark.parametrize("role", [Role.CURATOR, Role.GROUP_HEAD, Role.MENTOR, Role.MENTEE])
def test_a_stranger_of_any_role_gets_404(client, pair, role):
    page = page_for(client, pair, role, organization=make_program().organization)

    assert (page.status_code, shown(page)) == (404, set())


@pytest.mark.parametrize("role", [Role.MENTOR, Role.MENTEE])
def test_another_pair_of_the_same_school_is_not_found(client, pair, role):
    other = make_pair(pair.program)
    person = other.mentor.person if role == Role.MENTOR else other.mentees[0].person

    assert page_for(client, pair, role, person).status_code == 404


def test_a_proposal_is_hidden_from_its_mentor(client):
    pair = make_pair(status=PairStatus.PROPOSED)

    assert page_for(client, pair, Role.MENTOR, pair.mentor.person).status_code == 404


def test_a_municipal_coordinator_sees_no_pairs(client, pair):
    assert page_for(client, pair, Role.MUNICIPAL).status_code == 403


def test_history_adds_up_minutes_steps_and_breaks(client, pair):
    make_meeting(pair=pair, kind="acquaintance", day=date(2026, 10, 2), minutes=30)

    history = page_for(client, pair, Role.CURATOR).context["history"]

    assert history.minutes == 75
    assert [(step.days, step.is_next) for step in history.steps][:2] == [
        ([date(2026, 10, 2)], False),
        ([], True),
    ]


def test_the_page_costs_the_same_for_1_3_and_300_meetings(client):
    pair = make_pair()
    client.force_login(make_curator(pair.program))
    url = reverse("pairs:pair_detail", args=[pair.pk])

    def cost(rows):
        while pair.meetings.count() < rows:
            meeting = make_meeting(pair=pair)
            Feedback.objects.create(
                meeting=meeting, person=pair.mentees[0].person, side="mentee", rating=4
            )
        return queries_of(lambda: client.get(url))

    client.get(url)
    assert cost(1) == cost(3) == cost(300)


def test_the_page_costs_the_same_for_a_large_group(client):
    program = make_program()
    client.force_login(make_curator(program))
    small = make_pair(program)
    large = make_pair(program, mentees=[make_mentee(program) for _ in range(20)])

    costs = {
        queries_of(lambda pk=pair.pk: client.get(reverse("pairs:pair_detail", args=[pk])))
        for pair in (small, large)
    }

    assert len(costs) == 1


def test_a_goal_of_a_whole_book_is_refused(client, pair):
    client.force_login(make_curator(pair.program))

    page = client.post(reverse("pairs:pair_update", args=[pair.pk]), {"goal": "я" * 5_001})

    assert "goal" in page.context["form"].errors
    pair.refresh_from_db()
    assert len(pair.goal) < 5_000


def test_a_consent_taken_back_is_told_to_the_school_only(client, pair):
    person = pair.mentees[0].person
    today = timezone.localdate()
    Consent.objects.create(
        person=person,
        kind=ConsentKind.PARTICIPATION,
        signer=ConsentSigner.PERSON,
        signed_on=today,
        withdrawn_on=today,
    )

    school = page_for(client, pair, Role.CURATOR)
    mentor = page_for(client, pair, Role.MENTOR, pair.mentor.person)

    assert school.context["left"] == [person]
    assert "left" not in mentor.context


def test_the_curator_writes_the_goal(client, pair):
    client.force_login(make_curator(pair.program))

    client.post(
        reverse("pairs:pair_update", args=[pair.pk]),
        {
            "form": "student_student",
            "role_model": "peer_peer",
            "kind": "traditional",
            "goal": "Сдать физику",
            "starts_on": "2026-10-01",
            "ends_on": "2027-05-25",
        },
    )

    pair.refresh_from_db()
    assert (pair.goal, pair.role_model, pair.ends_on) == (
        "Сдать физику",
        "peer_peer",
        date(2027, 5, 25),
    )


@pytest.mark.parametrize(
    ("action", "data", "status"),
    [
        ("pair_pause", {}, "paused"),
        ("pair_complete", {"day": "2026-11-20", "reason": ""}, "completed"),
        ("pair_terminate", {"day": "2026-11-20", "reason": "Переезд"}, "terminated"),
    ],
)
def test_the_curator_pauses_and_ends_a_pair(client, pair, action, data, status):
    client.force_login(make_curator(pair.program))

    client.post(reverse(f"pairs:{action}", args=[pair.pk]), data)

    pair.refresh_from_db()
    assert pair.status == status


@pytest.mark.parametrize("action", ["pair_complete", "pair_terminate"])
@pytest.mark.parametrize("status", [PairStatus.COMPLETED, PairStatus.REJECTED, PairStatus.ACCEPTED])
def test_a_pair_that_is_not_at_work_is_not_ended(client, pair, action, status):
    Pair.objects.update(status=status)
    client.force_login(make_curator(pair.program))

    answer = client.get(reverse(f"pairs:{action}", args=[pair.pk]), follow=True)

    assert answer.redirect_chain == [(reverse("pairs:pair_detail", args=[pair.pk]), 302)]
    assert [str(said) for said in answer.context["messages"]] == [NOT_WORKING]


@pytest.mark.parametrize("action", ["pair_pause", "pair_resume", "pair_accept"])
def test_a_change_is_never_made_by_a_link(client, pair, action):
    client.force_login(make_curator(pair.program))

    assert client.get(reverse(f"pairs:{action}", args=[pair.pk])).status_code == 405


def test_an_impossible_move_is_a_message(client, pair):
    client.force_login(make_curator(pair.program))

    answer = client.post(reverse("pairs:pair_resume", args=[pair.pk]), follow=True)

    assert [str(message) for message in answer.context["messages"]] == [
        "Это уже сделано: состояние «действует»."
    ]
