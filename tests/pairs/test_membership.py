"""What happens to a mentee of a group lies between the day of joining and that of leaving."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.html import strip_tags

from pairs.models import ForbiddenPair, Meeting, Pair, PairMember
from pairs.services import departure, erasure, feedback, joining, parting
from pairs.services import pair as service
from pairs.services.plan_agreement import record_paper
from pairs.templatetags.pairs_tags import my_pairs
from programs.enums import Role
from tests.builders import (
    make_curator,
    make_meeting,
    make_mentee,
    make_mentor,
    make_pair,
    make_plan,
    make_user,
)

pytestmark = pytest.mark.django_db
JOINED = date(2026, 11, 10)
BEFORE = date(2026, 11, 9)
SINCE = "Гусев П. И. – в группе с 10.11.2026. Укажите этот день или более поздний."


@pytest.fixture
def member():
    mentor = make_mentor(max_mentees=2)
    group = make_pair(mentor=mentor)
    newcomer = make_mentee(group.program, "Гусев Пётр Ильич")
    return joining.join(pair=group, mentee=newcomer, day=JOINED, by=None)


def leave(member, day):
    return departure.leave(member=member, day=day, reason="Переезд", by=None)


def part(member, day):
    return parting.part(pair=member.pair, mentee=member.mentee, day=day, by=None)


def complete(member, day):
    return service.complete(pair=member.pair, day=day, by=None)


def terminate(member, day):
    return service.terminate(pair=member.pair, day=day, reason="Переезд", by=None)


def refusal(action, *args):
    with pytest.raises(ValidationError) as refused:
        action(*args)
    (words,) = refused.value.message_dict["day"]
    return words.replace("\u00a0", " ")


@pytest.mark.parametrize("action", [leave, part, complete, terminate])
def test_nothing_ends_before_the_newcomer_joined(member, action):
    assert refusal(action, member, BEFORE) == SINCE
    member.refresh_from_db()
    member.pair.refresh_from_db()
    assert (member.left_on, member.pair.ended_on, member.pair.status) == (None, None, "active")
    assert not ForbiddenPair.objects.exists()


@pytest.mark.parametrize("action", [leave, part])
def test_the_newcomer_may_leave_on_the_first_day(member, action):
    action(member, JOINED)

    member.refresh_from_db()
    assert (member.joined_on, member.left_on) == (JOINED, JOINED)


@pytest.mark.parametrize("action", [complete, terminate])
def test_the_group_may_end_on_the_day_somebody_joined(member, action):
    assert action(member, JOINED).ended_on == JOINED


def test_those_of_the_first_day_leave_whenever_the_group_works(member):
    first = PairMember.objects.get(pair=member.pair, joined_on=None)

    assert leave(first, BEFORE).left_on == BEFORE


def test_the_group_does_not_end_before_somebody_left_it(member):
    leave(member, date(2026, 11, 15))

    assert refusal(complete, member, date(2026, 11, 14)) == (
        "Гусев П. И. – в группе до 15.11.2026. Укажите этот день или более поздний."
    )


def test_nobody_comes_back_before_having_left(member):
    leave(member, date(2026, 11, 15))

    def come_back(day):
        return joining.join(pair=member.pair, mentee=member.mentee, day=day, by=None)

    words = refusal(come_back, date(2026, 11, 14))
    again = come_back(date(2026, 11, 15))
    assert words == (
        "Гусев П. И. – уже в этой группе до 15.11.2026. Укажите этот день или более поздний."
    )
    assert again.joined_on == date(2026, 11, 15)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("pairs:pair_complete", {}),
        ("pairs:pair_terminate", {"reason": "Переезд"}),
        ("pairs:pair_part", {}),
    ],
)
def test_the_form_says_so_beside_the_day(client, member, name, data):
    client.force_login(make_curator(member.pair.program))

    url = reverse(name, args=[member.pair_id])
    answer = client.post(url, data | {"mentee": member.mentee_id, "day": BEFORE})

    (words,) = answer.context["form"].errors["day"]
    assert words.replace("\u00a0", " ") == SINCE


def meetings_of(member, *days):
    return [make_meeting(member.pair, day=day) for day in days]


def login_of(member):
    person = member.mentee.person
    person.user = make_user(Role.MENTEE, person.organization)
    person.save()
    return person.user


def test_only_meetings_since_the_join_ask_the_newcomer(member):
    user = login_of(member)
    first = member.pair.members.get(joined_on=None)
    other = login_of(first)
    earlier, same, later = meetings_of(member, BEFORE, JOINED, date(2026, 11, 12))

    asked = [list(Meeting.objects.unanswered_by(one)) for one in (user, other)]

    assert asked == [[later, same], [later, same, earlier]]


def test_the_form_of_an_earlier_meeting_is_not_for_the_newcomer(client, member):
    client.force_login(login_of(member))
    meetings = meetings_of(member, BEFORE, JOINED)

    urls = [reverse("pairs:feedback_create", args=[meeting.pk]) for meeting in meetings]

    assert [client.get(url).status_code for url in urls] == [404, 200]


def test_only_whoever_was_there_that_day_is_a_side_of_the_meeting(member):
    days = (BEFORE, JOINED, date(2026, 11, 15), date(2026, 11, 16))
    meetings = meetings_of(member, *days)
    leave(member, date(2026, 11, 15))

    sides = [feedback.side_of(meeting, member.mentee.person) for meeting in meetings]

    assert sides == [None, "mentee", "mentee", None]


def test_whoever_came_back_is_asked_about_both_times(member):
    user = login_of(member)
    days = (BEFORE, JOINED, date(2026, 11, 14), date(2026, 11, 18))
    _before, first, _between, second = meetings_of(member, *days)
    leave(member, date(2026, 11, 12))
    joining.join(pair=member.pair, mentee=member.mentee, day=date(2026, 11, 16), by=None)

    assert list(Meeting.objects.unanswered_by(user)) == [second, first]


def test_the_newcomer_sees_the_meetings_since_the_join(client, member):
    client.force_login(login_of(member))
    _earlier, same = meetings_of(member, BEFORE, JOINED)
    make_meeting(member.pair, day=date(2026, 10, 2), kind="acquaintance")

    page = client.get(reverse("pairs:pair_detail", args=[member.pair_id])).context["history"]

    assert (page.meetings, page.gaps, page.next_kind) == ([same], [], "trial")


def test_the_mentor_and_the_school_see_every_meeting(client, member):
    earlier, same = meetings_of(member, BEFORE, JOINED)
    client.force_login(make_curator(member.pair.program))

    page = client.get(reverse("pairs:pair_detail", args=[member.pair_id])).context["history"]

    assert page.meetings == [same, earlier]


def test_an_erased_newcomer_takes_only_the_notes_since_the_join(member):
    days = (BEFORE, JOINED, date(2026, 11, 15), date(2026, 11, 16))
    meetings = [make_meeting(member.pair, day=day, note="Заметка") for day in days]
    leave(member, date(2026, 11, 15))

    count = erasure.destroy(member.mentee.person)["Заметки о встречах"]

    notes = [Meeting.objects.get(pk=meeting.pk).note for meeting in meetings]
    assert (count, notes) == (2, ["Заметка", "", "", "Заметка"])


def test_an_erased_mentor_takes_the_notes_of_every_meeting(member):
    make_meeting(member.pair, day=BEFORE, note="Заметка")

    erasure.destroy(member.mentor.person)

    assert Meeting.objects.get().note == ""


def test_the_newcomer_signs_the_plan_on_paper_since_the_join(member):
    plan = make_plan(member.pair, status="offered")

    def sign(day):
        return record_paper(plan=plan, person=member.mentee.person, day=day, by=None)

    words = refusal(sign, BEFORE)
    sign(JOINED)
    assert words == SINCE
    assert plan.agreements.get().agreed_on == JOINED


def test_the_others_have_signed_before_the_newcomer_joined(member):
    plan = make_plan(member.pair, status="offered")
    first = PairMember.objects.get(pair=member.pair, joined_on=None)

    for person in (member.mentor.person, first.mentee.person):
        record_paper(plan=plan, person=person, day=BEFORE, by=None)

    assert plan.agreements.count() == 2


@pytest.mark.parametrize(
    ("kind", "grown"),
    [("traditional", "group"), ("reverse", "reverse"), ("virtual", "virtual"), ("group", "group")],
)
def test_only_a_pair_of_one_to_one_becomes_a_group(kind, grown):
    pair = make_pair(mentor=make_mentor(max_mentees=2), kind=kind)

    def kind_now():
        return Pair.objects.get(pk=pair.pk).kind

    member = joining.join(pair=pair, mentee=make_mentee(pair.program), day=JOINED, by=None)
    with_two = kind_now()
    leave(member, JOINED)

    assert (with_two, kind_now()) == (grown, "traditional" if grown == "group" else kind)


def test_the_page_of_the_group_says_from_when_to_when_somebody_was_in_it(client, member):
    leave(member, date(2026, 11, 15))
    client.force_login(make_curator(member.pair.program))

    words = client.get(reverse("pairs:pair_detail", args=[member.pair_id])).content.decode()

    assert "Вышел из группы 15.11.2026 (в ней с 10.11.2026): Гусев Пётр Ильич" in words


def card(client, member):
    client.force_login(make_curator(member.pair.program))
    page = client.get(reverse("participants:mentee_detail", args=[member.mentee_id]))
    words = page.content.decode().partition('id="person-pairs"')[2].partition("</ul>")[0]
    return " ".join(strip_tags(words.partition("</a>")[2]).replace("\u00a0", " ").split())


def test_the_card_tells_the_meetings_since_the_join(client, member):
    meetings_of(member, BEFORE, JOINED)

    assert card(client, member) == "действует 1 встреча, последняя 10.11.2026"


def test_the_card_of_whoever_left_a_group_says_when(client, member):
    meetings_of(member, BEFORE, JOINED, date(2026, 11, 18))
    leave(member, date(2026, 11, 15))

    assert card(client, member) == "Выход из группы 15.11.2026 1 встреча, последняя 10.11.2026"


def test_the_card_of_whoever_came_back_says_that_the_group_works(client, member):
    leave(member, date(2026, 11, 15))
    joining.join(pair=member.pair, mentee=member.mentee, day=date(2026, 11, 18), by=None)

    assert card(client, member) == "действует Встреч нет"


def test_the_cabinet_counts_what_the_history_shows(rf, member):
    meetings_of(member, BEFORE, JOINED)
    request = rf.get("/")
    counted = []
    for user in (login_of(member), login_of(member.pair.members.get(joined_on=None))):
        request.user = user
        (pair,) = my_pairs({"request": request})["learning"]
        counted.append((pair.meetings_count, pair.minutes_total))

    assert counted == [(1, 45), (2, 90)]


def test_two_mentees_of_whatever_kind_are_a_group_in_the_heading(client, member):
    Pair.objects.update(kind="reverse")
    client.force_login(make_curator(member.pair.program))
    url = reverse("pairs:pair_detail", args=[member.pair_id])
    headings = []
    for day in (None, JOINED):
        if day:
            leave(member, day)
        words = client.get(url).content.decode()
        headings.append(words.partition("<h1>")[2].partition(":")[0])

    assert headings == ["Группа", "Пара"]


@pytest.mark.parametrize("start", [None, date(2026, 11, 11)])
def test_a_group_does_not_begin_after_somebody_joined_it(member, start):
    group = Pair.objects.get(pk=member.pair_id)
    group.starts_on = start

    with pytest.raises(ValidationError, match="Состав группы менялся 10.11.2026"):
        service.update(pair=group, by=None)
