"""A mentee joins a group that works, by the rules of a pair made by hand."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from pairs.models import ForbiddenPair, Pair, PairingRules, PairMember
from pairs.services import joining
from pairs.services.departure import leave
from pairs.services.trial import said
from pairs.services.verdict import verdict_of
from participants.enums import ParticipantStatus
from participants.models import Consent
from programs.enums import Role
from programs.models import AuditEvent
from tests.builders import (
    make_curator,
    make_mentee,
    make_mentor,
    make_pair,
    make_plan,
    make_user,
)
from tests.pairs.test_pair import draft

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 10)


@pytest.fixture
def group():
    mentor = make_mentor(full_name="Панин Глеб Олегович", max_mentees=3)
    mentees = [make_mentee(mentor.program), make_mentee(mentor.program)]
    return make_pair(mentor=mentor, mentees=mentees, kind="group")


@pytest.fixture
def newcomer(group):
    return make_mentee(group.program, "Гусев Пётр Ильич")


def join(group, mentee, day=DAY):
    return joining.join(pair=group, mentee=mentee, day=day, by=None)


def refusal(group, mentee, day=DAY):
    with pytest.raises(ValidationError) as refused:
        join(group, mentee, day)
    assert not PairMember.objects.filter(pair=group, mentee=mentee, is_open=True).exists()
    return " ".join(refused.value.messages).replace("\u00a0", " ")


def test_the_group_grows_and_the_journal_knows(group, newcomer):
    member = join(group, newcomer)

    event = AuditEvent.objects.get(action="pair.join")
    newcomer.refresh_from_db()
    assert group.members.count() == 3
    assert (member.joined_on, member.is_open, member.mentor) == (DAY, True, group.mentor)
    assert (event.object_id, event.details) == (group.pk, {"member": member.pk})
    assert newcomer.entry_date == DAY


def test_a_pair_becomes_a_group(newcomer):
    mentor = make_mentor(newcomer.program, max_mentees=2)
    pair = make_pair(mentor=mentor)

    join(pair, newcomer)

    pair.refresh_from_db()
    assert (pair.kind, pair.members.count()) == ("group", 2)


def pause_mentor(group, mentee):
    group.mentor.move_to(ParticipantStatus.PAUSED)


def take_consent_back(group, mentee):
    Consent.objects.create(
        person=mentee.person,
        kind="processing",
        signer="person",
        signed_on=date(2026, 9, 1),
        withdrawn_on=DAY,
    )


def forbid(group, mentee):
    ForbiddenPair.objects.create(program=group.program, mentor=group.mentor, mentee=mentee)


def give_another_mentor(group, mentee):
    make_pair(group.program, mentees=[mentee])


def fill(group, mentee):
    make_pair(mentor=group.mentor)


def limit(group, mentee):
    PairingRules.objects.create(program=group.program, group_least=2, group_most=2)


def end(group, mentee):
    Pair.objects.filter(pk=group.pk).update(status="completed")


@pytest.mark.parametrize(
    ("happen", "words"),
    [
        (pause_mentor, "Панин Г. О. – не в реестре программы. Сначала включите в реестр."),
        (
            take_consent_back,
            "Гусев П. И.: согласие отозвано. Запишите новое или выберите другого человека.",
        ),
        (
            forbid,
            "Панин Г. О. и Гусев П. И.: эта пара запрещена. "
            "Сначала снимите запрет в списке запретов.",
        ),
        (
            give_another_mentor,
            "Гусев П. И.: больше 1 наставника быть не может, пара уже есть. "
            "Увеличьте это число в карточке наставляемого или завершите прежнюю пару.",
        ),
        (
            fill,
            "Панин Г. О. берёт не больше 3 наставляемых, свободных мест нет. "
            "Увеличьте это число в карточке наставника или выберите другого.",
        ),
        (
            limit,
            "Наибольшая группа – 2 наставляемых: здесь было бы 3. "
            "Выберите другого наставника или измените правила подбора.",
        ),
        (end, joining.NOT_WORKING),
    ],
)
def test_the_rules_of_a_pair_made_by_hand_hold_in_words(group, newcomer, happen, words):
    happen(group, newcomer)

    assert refusal(group, newcomer) == words


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 9, 1), "Группа работает с 01.10.2026."),
        (date(2100, 1, 1), "Эта дата ещё не наступила."),
    ],
)
def test_the_day_lies_within_the_work_of_the_group(group, newcomer, day, words):
    assert refusal(group, newcomer, day) == words


def test_nobody_joins_twice(group):
    mentee = group.members.first().mentee

    with pytest.raises(ValidationError, match="уже есть открытая пара"):
        join(group, mentee)

    assert group.members.count() == 2


def test_whoever_left_may_come_back(group):
    gone = leave(member=group.members.first(), day=DAY, reason="Переезд", by=None)

    again = join(group, gone.mentee, date(2026, 11, 20))

    gone.refresh_from_db()
    assert (gone.left_on, again.joined_on) == (DAY, date(2026, 11, 20))
    assert len(Pair.objects.with_people().get().present) == 2


def test_mere_proposals_of_the_mentor_and_of_the_mentee_give_way(group, newcomer):
    draft(mentor=group.mentor)
    draft(program=group.program, mentees=[newcomer])

    join(group, newcomer)

    assert list(Pair.objects.all()) == [group]


def test_a_proposal_of_these_two_comes_true_in_the_group(group, newcomer):
    draft(mentor=group.mentor, mentees=[newcomer])

    join(group, newcomer)

    assert list(Pair.objects.all()) == [group]
    assert PairMember.objects.get(mentee=newcomer).pair == group


def test_an_agreed_plan_waits_for_the_newcomer(group, newcomer):
    plan = make_plan(group, status="agreed")

    join(group, newcomer)

    plan.refresh_from_db()
    assert plan.status == "offered"


def test_whoever_joined_after_the_trial_meeting_is_not_asked_about_it(group, newcomer):
    user = make_user(Role.MENTEE, group.program.organization)
    newcomer.person.user = user
    newcomer.person.save()
    group.meetings.create(kind="trial", day=date(2026, 11, 1), minutes=45, topic="Проба", rating=4)
    join(group, newcomer)

    def seen():
        pair = Pair.objects.with_people().with_trial().get(pk=group.pk)
        asking = list(Pair.objects.asking_verdict(user))
        return pair.asked, len(said(pair)), asking

    after = seen()
    with pytest.raises(PermissionDenied):
        verdict_of(Pair.objects.with_people().get(pk=group.pk), newcomer.person)
    PairMember.objects.filter(mentee=newcomer).update(joined_on=date(2026, 11, 1))
    assert (after, seen()) == ((3, 3, []), (4, 4, [group]))


@pytest.mark.parametrize(("joined_on", "is_asked"), [(DAY, False), (date(2026, 11, 1), True)])
def test_the_page_of_the_pair_asks_only_whoever_was_at_the_trial_meeting(
    client, group, newcomer, joined_on, is_asked
):
    newcomer.person.user = make_user(Role.MENTEE, group.program.organization)
    newcomer.person.save()
    group.meetings.create(kind="trial", day=date(2026, 11, 1), minutes=45, topic="Проба", rating=4)
    join(group, newcomer, joined_on)
    client.force_login(newcomer.person.user)
    form = reverse("pairs:verdict_update", args=[group.pk])

    words = client.get(reverse("pairs:pair_detail", args=[group.pk])).content.decode()

    offered = ("После пробной встречи" in words, f'href="{form}"' in words)
    assert offered == (is_asked, is_asked)
    assert client.get(form).status_code == (200 if is_asked else 404)


def test_an_answer_of_whoever_is_not_asked_counts_for_nothing(group, newcomer):
    group.meetings.create(kind="trial", day=date(2026, 11, 1), minutes=45, topic="Проба", rating=4)
    join(group, newcomer)
    group.verdicts.create(person=newcomer.person, side="mentee", fits=False, given_on=DAY)

    pair = Pair.objects.with_trial().get(pk=group.pk)

    assert (pair.answered, pair.refused) == (0, 0)


def page(client, group, **data):
    client.force_login(make_curator(group.program))
    url = reverse("pairs:pair_join", args=[group.pk])
    return client.post(url, data, follow=True) if data else client.get(url, follow=True)


def test_the_curator_adds_a_mentee_on_the_page(client, group, newcomer):
    home = reverse("pairs:pair_detail", args=[group.pk])
    make_mentee(group.program, status="candidate")
    offered = list(page(client, group).context["form"].fields["mentee"].choices)
    words = client.get(home).content.decode()

    answer = page(client, group, mentee=newcomer.pk, day=DAY)

    assert [label for _key, label in offered][1:] == ["Гусев Пётр Ильич"]
    assert f'href="{reverse("pairs:pair_join", args=[group.pk])}">Добавить в группу' in words
    assert answer.redirect_chain == [(home, 302)]
    assert [str(said) for said in answer.context["messages"]] == [
        "Наставляемый добавлен. Об этом нужен приказ об изменениях: "
        "его составляют в разделе «Документы»."
    ]
    assert "(с 10.11.2026)" in answer.content.decode()


def test_against_a_rule_only_on_the_express_wish(client, group):
    group.mentor.age_from, group.mentor.age_to = 16, 17
    group.mentor.save()
    young = make_mentee(group.program)
    young.person.birth_year = 2018
    young.person.save()
    data = {"mentee": young.pk, "day": DAY}

    asked = page(client, group, **data)
    kept = group.members.count()
    page(client, group, **data, anyway="on")

    assert asked.context["form"].errors["anyway"][0].startswith(young.person.short_name)
    assert (kept, group.members.count()) == (2, 3)


def test_a_mentee_of_another_form_joins_only_on_the_express_wish(client, group):
    group.mentor.forms = []
    group.mentor.save()
    Pair.objects.filter(pk=group.pk).update(form="teacher_teacher")
    pupil = make_mentee(group.program, "Гусев Пётр Ильич")

    asked = page(client, group, mentee=pupil.pk, day=DAY)

    (words,) = asked.context["form"].errors["anyway"]
    assert words.replace("\u00a0", " ").startswith(
        "Гусев П. И.: форма в базе – «ученик – ученик», а у группы – «учитель – учитель». Если"
    )


def plain(answer):
    return [str(said).replace("\u00a0", " ") for said in answer.context["messages"]][:-1]


def test_the_page_names_the_proposals_that_gave_way_on_both_sides(client, group, newcomer):
    proposed = make_mentee(group.program, "Орлова Инна Львовна")
    draft(mentor=group.mentor, mentees=[proposed])
    draft(mentor=make_mentor(group.program, "Лев Пётр Ильич"), mentees=[newcomer])

    answer = page(client, group, mentee=newcomer.pk, day=DAY)

    assert plain(answer) == [
        "Предложения уступили место и сняты, эти наставляемые ждут следующего подбора: "
        "Орлова И. Л.",
        "Предложенные пары с другими наставниками сняты: Гусев П. И. – Лев П. И.",
    ]


def test_a_proposal_that_comes_true_makes_nobody_else_yield(client, group, newcomer):
    draft(mentor=group.mentor, mentees=[newcomer])

    assert plain(page(client, group, mentee=newcomer.pk, day=DAY)) == []


def test_the_list_tells_a_proposed_pair_from_one_agreed(client, group, newcomer):
    draft(program=group.program, mentees=[newcomer])
    paired = make_mentee(group.program, "Орлова Инна Львовна", max_mentors=2)
    make_pair(group.program, mentees=[paired])

    offered = list(page(client, group).context["form"].fields["mentee"].choices)

    assert [label for _key, label in offered][1:] == [
        "Гусев Пётр Ильич – есть предложенная пара",
        "Орлова Инна Львовна – уже в паре, можно ещё одного наставника",
    ]


def test_the_page_of_a_group_that_is_over_leads_back(client, group):
    end(group, None)

    answer = page(client, group)

    assert answer.redirect_chain == [(reverse("pairs:pair_detail", args=[group.pk]), 302)]
    assert [str(said) for said in answer.context["messages"]] == [joining.NOT_WORKING]
