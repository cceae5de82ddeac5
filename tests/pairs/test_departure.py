"""A mentee leaves a running group: the group works on, the history stays."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from pairs.models import Pair, PairMember
from pairs.services import departure
from pairs.services import pair as service
from pairs.services.places import free_places
from programs.enums import Role
from tests.builders import make_curator, make_mentee, make_mentor, make_pair, make_user

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 10)


@pytest.fixture
def group():
    mentor = make_mentor(max_mentees=2)
    mentees = [make_mentee(mentor.program), make_mentee(mentor.program)]
    return make_pair(mentor=mentor, mentees=mentees, kind="group")


def leave(member, **fields):
    given = {"day": DAY, "reason": "Переезд", "by": None} | fields
    return departure.leave(member=member, **given)


def refusal(member, **fields):
    with pytest.raises(ValidationError) as refused:
        leave(member, **fields)
    return " ".join(refused.value.messages)


def test_the_group_works_on_without_the_one_who_left(group):
    gone, stays = group.members.all()

    leave(gone)

    group = Pair.objects.with_people().get()
    assert (group.status, group.kind, group.mentees) == ("active", "traditional", [stays.mentee])
    assert [(member.mentee, member.left_on, member.left_reason) for member in group.former] == [
        (gone.mentee, DAY, "Переезд")
    ]


def test_the_place_is_free_again(group):
    leave(group.members.first())

    assert free_places(group.mentor) == 1


def test_whoever_left_does_not_come_back_with_a_pause(group):
    gone = leave(group.members.first())

    service.pause(pair=group, by=None)
    service.resume(pair=group, by=None)

    gone.refresh_from_db()
    assert gone.is_open is False


def test_whoever_left_no_longer_sees_the_group(group):
    gone = group.members.first()
    user = make_user(Role.MENTEE, group.program.organization)
    gone.mentee.person.user = user
    gone.mentee.person.save()
    before = list(Pair.objects.visible_to(user))

    leave(gone)

    assert (before, list(Pair.objects.visible_to(user))) == ([group], [])


def test_the_only_mentee_of_a_pair_does_not_leave_it():
    assert refusal(make_pair().members.get()) == departure.THE_ONLY_ONE


def test_leaving_needs_a_reason(group):
    assert refusal(group.members.first(), reason=" ") == (
        "Напишите, почему наставляемый выходит из группы."
    )


def test_nobody_leaves_twice(group):
    make_third = PairMember(pair=group, mentor=group.mentor, mentee=make_mentee(group.program))
    make_third.save()
    gone = leave(group.members.first())

    assert refusal(gone) == departure.LEFT_ALREADY


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 9, 1), "Группа работает с 01.10.2026."),
        (date(2100, 1, 1), "Эта дата ещё не наступила."),
    ],
)
def test_the_day_lies_within_the_work_of_the_group(group, day, words):
    assert refusal(group.members.first(), day=day) == words


def test_a_draft_is_changed_on_the_matching_page(group):
    Pair.objects.update(status="accepted")

    assert refusal(group.members.first()) == departure.NOT_WORKING


def test_the_curator_takes_a_mentee_out_on_the_page(client, group):
    gone = group.members.first()
    client.force_login(make_curator(group.program))
    page = reverse("pairs:pair_detail", args=[group.pk])
    url = reverse("pairs:member_leave", args=[gone.pk])
    offered = f'href="{url}"' in client.get(page).content.decode()

    answer = client.post(url, {"day": "2026-11-10", "reason": "Переезд"}, follow=True)

    assert (offered, answer.redirect_chain[-1][0]) == (True, page)
    assert "Вышел из группы 10.11.2026" in answer.content.decode()


def who_left(member):
    PairMember.objects.filter(pk=member.pk).update(left_on=DAY, is_open=False)


def whose_group_is_over(member):
    Pair.objects.update(status="completed")


@pytest.mark.parametrize(
    ("happen", "words"),
    [(who_left, departure.LEFT_ALREADY), (whose_group_is_over, departure.NOT_WORKING)],
)
def test_a_page_of_whoever_cannot_leave_leads_back_to_the_pair(client, group, happen, words):
    gone = group.members.first()
    happen(gone)
    client.force_login(make_curator(group.program))

    answer = client.get(reverse("pairs:member_leave", args=[gone.pk]), follow=True)

    assert answer.redirect_chain == [(reverse("pairs:pair_detail", args=[group.pk]), 302)]
    assert [str(said) for said in answer.context["messages"]] == [words]
