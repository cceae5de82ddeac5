"""Another mentor without blame: neutral words, no mark against anybody, first in the line."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from documents.kinds.orders.changes import changes
from mentoring_portal.shared.transitions import TransitionError
from monitoring.domain.periods import Window
from monitoring.services.figures import totals, worked_pairs
from pairs.enums import PairStatus
from pairs.models import ForbiddenPair, Verdict
from pairs.services.bans import lift
from pairs.services.composition import create
from pairs.services.matching_facts import collect
from pairs.services.pair import resume
from pairs.services.parting import part
from pairs.services.unpaired import unpaired
from tests.builders import (
    make_curator,
    make_meeting,
    make_mentee,
    make_mentor,
    make_pair,
    make_program,
)

pytestmark = pytest.mark.django_db
BLAME = ("досрочно", "прекращ", "не подошли", "вин", "наруш", "отказ")


def today():
    return timezone.localdate()


@pytest.fixture
def pair():
    return make_pair(make_program(), starts_on=today() - timedelta(days=20))


def mentee_of(pair):
    return pair.members.first().mentee


def test_the_pair_ends_in_neutral_words_and_frees_the_place(pair):
    part(pair=pair, mentee=mentee_of(pair), day=today(), by=None)

    pair.refresh_from_db()
    assert (pair.status, pair.ended_on) == (PairStatus.PARTED, today())
    assert pair.end_reason == "смена наставника по взаимному согласию сторон"
    assert not pair.members.get().is_open


def test_the_two_are_not_offered_to_each_other_and_no_reason_is_kept(pair):
    mentee = mentee_of(pair)
    Verdict.objects.create(
        pair=pair,
        person=mentee.person,
        side="mentee",
        fits=False,
        comment="грубит",
        given_on=today(),
    )

    part(pair=pair, mentee=mentee, day=today(), by=None)

    ban = ForbiddenPair.objects.get()
    assert (ban.mentor, ban.mentee, ban.reason, ban.is_lifted) == (pair.mentor, mentee, "", False)
    assert (pair.mentor.pk, mentee.pk) in collect(pair.program).banned
    assert Verdict.objects.get().settled_on == today()


def test_neither_a_broken_nor_a_good_pair_is_remembered(pair):
    mentee = mentee_of(pair)
    part(pair=pair, mentee=mentee, day=today(), by=None)

    told = next(row for row in collect(pair.program).mentee_facts if row.id == mentee.pk)

    assert (told.previous, dict(told.broken)) == (frozenset(), {})


def test_nor_is_one_who_left_a_group_in_agreement():
    program = make_program()
    gone, stays = make_mentee(program), make_mentee(program)
    group = make_pair(program, mentees=[gone, stays], starts_on=today() - timedelta(days=20))
    part(pair=group, mentee=gone, day=today(), by=None)
    lift(banned=ForbiddenPair.objects.get(), by=None)

    told = next(row for row in collect(program).mentee_facts if row.id == gone.pk)

    assert (told.previous, dict(told.broken)) == (frozenset(), {})


def test_the_mentee_is_first_among_those_who_wait(pair):
    make_mentee(pair.program, listed_on=today() - timedelta(days=90))
    mentee = mentee_of(pair)

    part(pair=pair, mentee=mentee, day=today(), by=None)

    first = unpaired(pair.program).order_by("-comes_first", "waits_since").first()
    assert (first, first.comes_first, first.waits_since) == (mentee, True, today())


def test_of_a_group_one_goes_and_the_others_stay():
    program = make_program()
    mentees = [make_mentee(program) for _ in range(3)]
    group = make_pair(program, mentees=mentees, kind="group")

    part(pair=group, mentee=mentees[0], day=today(), by=None)

    group.refresh_from_db()
    assert (group.status, group.mentees) == (PairStatus.ACTIVE, mentees[1:])
    left = group.members.get(mentee=mentees[0])
    assert left.left_reason == "смена наставника по взаимному согласию сторон"
    assert list(unpaired(program).filter(comes_first=True)) == [mentees[0]]
    assert ForbiddenPair.objects.count() == 1


def test_the_report_counts_the_pair_as_one_that_worked(pair):
    window = Window(today() - timedelta(days=30), today())
    before = totals(worked_pairs(pair.program, window), [], window)

    part(pair=pair, mentee=mentee_of(pair), day=today(), by=None)

    assert totals(worked_pairs(pair.program, window), [], window) == before
    assert not pair.program.pairs.filter(status=PairStatus.TERMINATED).exists()


def test_the_amending_order_has_the_change_to_tell(pair):
    mentee = mentee_of(pair)
    part(pair=pair, mentee=mentee, day=today(), by=None)
    assert changes(pair.program, today()).gone == [pair]

    other = make_mentor(pair.program)
    new = type(pair)(program=pair.program, mentor=other)
    create(pair=new, mentees=[mentee], by=None)
    found = changes(pair.program, today())

    assert (found.gone, found.added, found.successors(pair)) == ([pair], [new], [new])


def test_a_parted_pair_never_works_again(pair):
    part(pair=pair, mentee=mentee_of(pair), day=today(), by=None)

    with pytest.raises(TransitionError):
        resume(pair=pair, by=None)
    with pytest.raises(ValidationError, match="завершён|в паре|нет"):
        part(pair=make_pair(pair.program), mentee=make_mentee(pair.program), day=today(), by=None)


def test_a_day_to_come_is_refused_and_nothing_changes(client, pair):
    client.force_login(make_curator(pair.program))
    url = reverse("pairs:pair_part", args=[pair.pk])

    page = client.post(url, {"mentee": mentee_of(pair).pk, "day": today() + timedelta(days=1)})

    assert page.context["form"].errors["day"] == ["Эта дата ещё не наступила."]
    pair.refresh_from_db()
    assert (pair.status, ForbiddenPair.objects.count()) == ("active", 0)


def test_the_page_leads_on_to_the_search_for_another_mentor(client, pair):
    client.force_login(make_curator(pair.program))
    mentee = mentee_of(pair)

    answer = client.post(
        reverse("pairs:pair_part", args=[pair.pk]), {"mentee": mentee.pk, "day": today()}
    )

    board = reverse("pairs:matching", args=[pair.program_id])
    assert answer.url == f"{board}#mentee-{mentee.pk}"


def test_the_words_for_the_sides_blame_nobody(client, pair):
    make_meeting(pair, day=today())
    part(pair=pair, mentee=mentee_of(pair), day=today(), by=None)
    pair.refresh_from_db()

    said = f"{pair.get_status_display()} {pair.end_reason}".lower()

    assert [word for word in BLAME if word in said] == []
