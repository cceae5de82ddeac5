"""«Подошли / не подошли»: each side is asked on its phone, the staff decides."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from pairs.enums import PairStatus
from pairs.models import PairingRules, PairMember, Verdict
from pairs.services.readiness import facts
from pairs.services.verdict import SETTLED, give, record, settle, verdict_of
from pairs.views.verdicts import NOBODY
from programs.enums import Role
from programs.models import AuditEvent
from tests.assertions import assert_flat
from tests.builders import (
    make_curator,
    make_meeting,
    make_mentee,
    make_pair,
    make_program,
    make_user,
)

pytestmark = pytest.mark.django_db
WORDS = "Мы ОЧЕНЬ разные"


def days_ago(number):
    return timezone.localdate() - timedelta(days=number)


def tried_pair(program=None, day=1, **fields):
    pair = make_pair(program, starts_on=days_ago(60), **fields)
    make_meeting(pair, kind="trial", day=days_ago(day))
    return pair


@pytest.fixture
def pair():
    return tried_pair(make_program())


def login_of(person, role, organization):
    person.user = make_user(role, organization)
    person.save()
    return person.user


@pytest.fixture
def mentor(pair):
    return login_of(pair.mentor.person, Role.MENTOR, pair.program.organization)


@pytest.fixture
def mentee(pair):
    return login_of(pair.members.get().mentee.person, Role.MENTEE, pair.program.organization)


def answer(pair, person, fits=True, **fields):
    verdict = verdict_of(pair, person)
    verdict.fits = fits
    for name, value in fields.items():
        setattr(verdict, name, value)
    return give(verdict=verdict, by=None)


def cabinet(client, user):
    client.force_login(user)
    return client.get(reverse("participants:cabinet")).content.decode()


def url_of(pair):
    return reverse("pairs:verdict_update", args=[pair.pk])


def pair_page(client, pair, user):
    client.force_login(user)
    return client.get(reverse("pairs:pair_detail", args=[pair.pk])).content.decode()


def test_both_sides_are_asked_until_they_answer(client, pair, mentor, mentee):
    for user in (mentor, mentee):
        assert url_of(pair) in cabinet(client, user)

        client.post(url_of(pair), {"fits": "yes"})

        assert url_of(pair) not in cabinet(client, user)
    assert list(Verdict.objects.values_list("side", "fits", "given_on")) == [
        ("mentor", True, days_ago(0)),
        ("mentee", True, days_ago(0)),
    ]


def test_nobody_is_asked_before_the_trial_meeting_or_after_the_end(client):
    program = make_program()
    early, over = make_pair(program), tried_pair(program, status=PairStatus.COMPLETED)

    for pair in (early, over):
        user = login_of(pair.mentor.person, Role.MENTOR, program.organization)
        assert url_of(pair) not in cabinet(client, user)
        assert client.get(url_of(pair)).status_code == 404


def test_the_answer_changes_until_the_curator_has_decided(client, pair, mentee):
    client.force_login(mentee)
    client.post(url_of(pair), {"fits": "no", "comment": WORDS})
    client.post(url_of(pair), {"fits": "yes", "comment": ""})
    verdict = Verdict.objects.get()
    assert (verdict.fits, verdict.comment) == (True, "")
    client.post(url_of(pair), {"fits": "no"})

    settle(pair=pair, by=None)

    page = client.get(url_of(pair), follow=True)
    assert str(list(page.context["messages"])[-1]) == SETTLED
    with pytest.raises(ValidationError, match="ответ не изменить"):
        answer(pair, mentee.person, fits=True)


def test_an_unanswered_question_says_what_to_choose(client, pair, mentor):
    client.force_login(mentor)

    page = client.post(url_of(pair), {"comment": WORDS})

    assert page.context["form"].errors == {"fits": ["Выберите ответ."]}
    assert not Verdict.objects.exists()


def test_the_other_side_never_reads_the_answer(client, pair, mentor, mentee):
    answer(pair, mentee.person, fits=False, comment=WORDS)

    shown = pair_page(client, pair, mentor)

    assert "После пробной встречи" in shown
    assert not any(word in shown for word in (WORDS, "Ваш ответ", "не подошли"))
    assert list(Verdict.objects.visible_to(mentor)) == []
    assert list(Verdict.objects.visible_to(mentee)) == [Verdict.objects.get()]


@pytest.mark.parametrize("role", [Role.DIRECTOR, Role.CURATOR, Role.GROUP_HEAD])
def test_the_staff_reads_both_answers(client, pair, role):
    answer(pair, pair.mentor.person)
    answer(pair, pair.members.get().mentee.person, fits=False, comment=WORDS)

    shown = pair_page(client, pair, make_user(role, pair.program.organization))

    assert WORDS in shown
    assert (reverse("pairs:pair_part", args=[pair.pk]) in shown) is (role != Role.GROUP_HEAD)


def test_one_reads_the_own_answer(client, pair, mentee):
    answer(pair, mentee.person, fits=False, comment=WORDS)

    assert "Ваш ответ: не подошли" in pair_page(client, pair, mentee)


def test_who_has_left_the_group_is_asked_no_more():
    program = make_program()
    stays, leaves = make_mentee(program), make_mentee(program)
    group = tried_pair(program, mentees=[stays, leaves])
    answer(group, group.mentor.person)
    answer(group, stays.person)
    left = PairMember.objects.filter(mentee=leaves)
    answer(group, leaves.person, fits=False)
    tried = type(group).objects.with_trial()
    assert [tried.get().asked, tried.get().refused] == [3, 1]

    left.update(is_open=False, left_on=days_ago(0))

    assert list(tried.suiting()) == [group]
    assert [tried.get().asked, tried.get().answered, tried.get().refused] == [2, 2, 0]


def shown_pairs(client, program, **query):
    client.force_login(make_curator(program))
    page = client.get(reverse("pairs:pair_list", args=[program.pk]), query)
    return list(page.context["object_list"])


def four_states(program):
    """Pairs that refused, keep silent too long, may still answer, suit each other."""
    refused, late, awaited, fitting = (tried_pair(program, day=day) for day in (1, 8, 7, 9))
    answer(refused, refused.mentor.person, fits=False)
    answer(fitting, fitting.mentor.person)
    answer(fitting, fitting.members.get().mentee.person)
    return refused, late, awaited, fitting


def test_the_list_of_pairs_begins_with_those_who_do_not_suit(client):
    program = make_program()
    plain = make_pair(program)
    refused, late, awaited, fitting = four_states(program)

    assert shown_pairs(client, program) == [refused, plain, late, awaited, fitting]
    states = {"refused": refused, "overdue": late, "waiting": awaited, "fits": fitting}
    assert {code: shown_pairs(client, program, trial=code) for code in states} == {
        code: [pair] for code, pair in states.items()
    }


def test_the_term_is_the_program_s_own(client):
    program = make_program()
    pair = tried_pair(program, day=3)
    PairingRules.objects.create(program=program, verdict_days=2)

    assert shown_pairs(client, program, trial="overdue") == [pair]


def test_the_curator_is_reminded_of_refusals_and_silence():
    program = make_program()
    assert not any(fact.urgent for fact in facts(program))

    refused, *_others = four_states(program)
    actions = [(fact.action, fact.total) for fact in facts(program) if fact.urgent]
    assert actions == [
        ("Решить, как быть с парами, которые не подошли друг другу", 1),
        ("Узнать, подошли ли друг другу пары, которые молчат", 1),
    ]

    settle(pair=refused, by=None)
    assert [fact.total for fact in facts(program) if fact.urgent] == [1]


def test_a_settled_refusal_leaves_the_pair_at_work(client, pair):
    answer(pair, pair.mentor.person, fits=False, comment=WORDS)
    answer(pair, pair.members.get().mentee.person)
    client.force_login(make_curator(pair.program))

    client.post(reverse("pairs:verdict_settle", args=[pair.pk]))

    pair.refresh_from_db()
    assert (pair.status, Verdict.objects.get(side="mentor").settled_on) == ("active", days_ago(0))
    with pytest.raises(ValidationError, match="ждёт решения"):
        settle(pair=pair, by=None)


def test_a_stranger_and_a_side_decide_nothing(client, pair, mentor):
    answer(pair, pair.mentor.person, fits=False)
    url = reverse("pairs:verdict_settle", args=[pair.pk])

    client.force_login(mentor)
    assert client.post(url).status_code == 403
    client.force_login(make_curator(make_program()))
    assert client.post(url).status_code == 404
    assert Verdict.objects.get().settled_on is None


def test_the_list_costs_the_same_for_many_answers(client):
    program = make_program()
    four_states(program)
    client.force_login(make_curator(program))

    def add():
        for _ in range(4):
            four_states(program)

    assert_flat(lambda: client.get(reverse("pairs:pair_list", args=[program.pk])), add)


def record_url(pair):
    return reverse("pairs:verdict_record", args=[pair.pk])


def said_on_paper(person, **fields):
    day = days_ago(0).isoformat()
    return {"person": person.pk, "fits": "no", "day": day, "way": "talk"} | fields


def test_the_curator_writes_down_the_answer_of_who_has_no_login(client, pair, mentor):
    curator, child = make_curator(pair.program), pair.members.get().mentee.person
    assert record_url(pair) in pair_page(client, pair, curator)

    client.post(record_url(pair), said_on_paper(child, comment=WORDS))

    verdict = Verdict.objects.get()
    told = (verdict.person, verdict.side, verdict.fits, verdict.given_on, verdict.way)
    assert told == (child, "mentee", False, days_ago(0), "talk")
    event = AuditEvent.objects.get(action="verdict.record")
    assert (event.actor, event.object_id) == (curator, pair.pk)
    assert f"{timezone.localdate():%d.%m.%Y}, в разговоре: {WORDS}" in pair_page(
        client, pair, curator
    )


def test_only_those_without_a_login_are_offered(client, pair, mentor):
    child = pair.members.get().mentee.person
    client.force_login(make_curator(pair.program))

    form = client.get(record_url(pair)).context["form"]
    page = client.post(record_url(pair), said_on_paper(mentor.person))

    assert form.fields["person"].choices == [(str(child.pk), f"{child}, наставляемый")]
    assert list(page.context["form"].errors) == ["person"]
    with pytest.raises(ValidationError, match="ответит сам"):
        record(
            pair=pair,
            person=mentor.person,
            fits=True,
            comment="",
            day=days_ago(0),
            way="talk",
            by=None,
        )


def test_who_may_answer_alone_is_not_written_down(client, pair, mentor, mentee):
    curator = make_curator(pair.program)

    assert record_url(pair) not in pair_page(client, pair, curator)
    page = client.get(record_url(pair), follow=True)
    assert str(list(page.context["messages"])[-1]) == NOBODY


@pytest.mark.parametrize(("day", "said"), [(2, "Пробная встреча была"), (-1, "не наступила")])
def test_an_answer_is_no_earlier_than_the_trial_meeting(client, pair, day, said):
    client.force_login(make_curator(pair.program))
    data = said_on_paper(pair.mentor.person, day=days_ago(day).isoformat())

    page = client.post(record_url(pair), data)

    assert said in page.context["form"].errors["day"][0]
    assert not Verdict.objects.exists()


def test_a_written_answer_changes_until_the_decision(client, pair):
    client.force_login(make_curator(pair.program))
    for fits in ("yes", "no"):
        client.post(record_url(pair), said_on_paper(pair.mentor.person, fits=fits))
    assert [verdict.fits for verdict in Verdict.objects.all()] == [False]

    settle(pair=pair, by=None)

    page = client.post(record_url(pair), said_on_paper(pair.mentor.person, fits="yes"))
    assert list(page.context["form"].errors) == ["person"]
    assert Verdict.objects.get().fits is False


def test_there_is_nothing_to_write_down_before_the_trial_meeting(client):
    pair = make_pair(make_program())
    client.force_login(make_curator(pair.program))

    assert client.get(record_url(pair)).status_code == 404
