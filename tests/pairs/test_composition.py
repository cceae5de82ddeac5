"""Who is in a pair: by hand, another mentor, several mentors."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from pairs.enums import PairStatus
from pairs.models import Pair, PairMember
from pairs.services import composition
from pairs.services import pair as service
from tests.builders import (
    make_curator,
    make_mentee,
    make_mentor,
    make_pair,
)
from tests.pairs.test_pair import draft

pytestmark = pytest.mark.django_db
START = date(2026, 11, 12)


def create(mentor, *mentees, **fields):
    pair = Pair(program=mentor.program, mentor=mentor, **fields)
    return composition.create(pair=pair, mentees=mentees, by=None)


def test_a_pair_by_hand_is_accepted_at_once():
    mentee = make_mentee(form="teacher_teacher")

    pair = create(make_mentor(mentee.program), mentee)

    assert (pair.status, pair.form, pair.kind) == ("accepted", "teacher_teacher", "traditional")
    assert pair.members.get().mentee == mentee


def test_several_mentees_make_a_group():
    mentor = make_mentor(max_mentees=2)

    pair = create(mentor, make_mentee(mentor.program), make_mentee(mentor.program))

    assert (pair.kind, pair.members.count()) == ("group", 2)


def test_more_mentees_than_places_are_refused_with_the_limit_named():
    mentor = make_mentor(full_name="Чижова Анна Львовна", max_mentees=2)
    make_pair(mentor=mentor)

    with pytest.raises(ValidationError) as refusal:
        create(mentor, make_mentee(mentor.program), make_mentee(mentor.program))

    assert refusal.value.messages == [
        "Чижова\u00a0А.\u00a0Л. берёт не больше 2 наставляемых, свободных мест: 1. "
        "Увеличьте это число в карточке наставника или выберите другого."
    ]
    assert Pair.objects.count() == 1


def test_proposals_yield_their_places_to_a_group_by_hand():
    mentor = make_mentor(max_mentees=3)
    weakest, weak, locked = (make_mentee(mentor.program) for _ in range(3))
    held = draft(mentor=mentor, mentees=[weak, weakest, locked])
    for score, mentee in ((10, weakest), (20, weak), (5, locked)):
        held.members.filter(mentee=mentee).update(score=score, is_locked=mentee == locked)
    chosen = make_mentee(mentor.program)

    create(mentor, chosen)

    kept = PairMember.objects.filter(mentor=mentor).values_list("mentee", "pair__status")
    assert set(kept) == {
        (weak.pk, "proposed"), (locked.pk, "proposed"), (chosen.pk, "accepted"),
    }  # fmt: skip


def test_a_locked_proposal_keeps_its_place():
    mentor = make_mentor()
    draft(mentor=mentor).members.update(is_locked=True)

    with pytest.raises(ValidationError) as refusal:
        create(mentor, make_mentee(mentor.program))

    assert refusal.value.code == "capacity"


def test_the_page_of_a_pair_by_hand_names_what_yields(client):
    mentor = make_mentor(full_name="Чижова Анна Львовна")
    held = draft(mentor=mentor, mentees=[make_mentee(mentor.program, "Гусев Пётр Ильич")])
    client.force_login(make_curator(mentor.program))
    url = reverse("pairs:pair_create", args=[mentor.program_id])
    chosen = make_mentee(mentor.program)

    choices = client.get(url).context["form"].fields["mentor"].choices
    labels = [label for _key, label in choices][1:]
    page = client.post(url, {"mentor": mentor.pk, "mentees": [chosen.pk]}, follow=True)

    assert labels == ["Чижова Анна Львовна – свободных мест: 0, ещё уступят предложения: 1"]
    assert not Pair.objects.filter(pk=held.pk).exists()
    assert (
        "Предложения уступили место и сняты, эти наставляемые ждут следующего подбора: "
        "Гусев\u00a0П.\u00a0И."
    ) in [str(said) for said in page.context["messages"]]


def test_a_second_open_pair_of_the_same_people_is_refused():
    mentor = make_mentor(full_name="Чижова Анна Львовна", max_mentees=2)
    mentee = make_mentee(mentor.program, "Гусев Пётр Ильич")
    make_pair(mentor=mentor, mentees=[mentee])

    with pytest.raises(ValidationError) as refusal:
        create(mentor, mentee)

    assert refusal.value.messages == [
        "Чижова\u00a0А.\u00a0Л. и Гусев\u00a0П.\u00a0И.: у этих людей уже есть открытая пара."
    ]


def test_the_database_itself_refuses_a_second_open_pair():
    pair = make_pair()
    mentee = pair.members.get().mentee

    with pytest.raises(IntegrityError), transaction.atomic():
        make_pair(mentor=pair.mentor, mentees=[mentee])

    service.complete(pair=pair, day=START, by=None)
    assert make_pair(mentor=pair.mentor, mentees=[mentee]).pk


def test_nobody_mentors_oneself():
    mentor = make_mentor()

    with pytest.raises(ValidationError) as refusal:
        create(mentor, make_mentee(mentor.program, person=mentor.person))

    assert refusal.value.messages == ["Наставник и наставляемый – один и тот же человек."]


def test_people_of_another_program_are_refused():
    with pytest.raises(ValidationError):
        create(make_mentor(), make_mentee())


def test_another_mentor_gets_the_mentee_and_the_empty_proposal_goes():
    pair = draft()
    other = make_mentor(pair.program)

    target = composition.change_mentor(member=pair.members.get(), mentor=other, by=None)

    assert list(Pair.objects.values_list("pk", "mentor", "status")) == [
        (target.pk, other.pk, "accepted")
    ]
    assert PairMember.objects.get().mentor == other


def test_a_mentee_joins_the_accepted_pair_of_the_new_mentor():
    mentor = make_mentor(max_mentees=2)
    target = draft(mentor=mentor, status=PairStatus.ACCEPTED)
    moved = draft(program=mentor.program)

    composition.change_mentor(member=moved.members.get(), mentor=mentor, by=None)

    target.refresh_from_db()
    assert (target.kind, target.members.count()) == ("group", 2)


def test_a_proposal_yields_its_place_to_the_choice_of_the_curator():
    mentor = make_mentor(max_mentees=2)
    better, weaker = make_mentee(mentor.program), make_mentee(mentor.program)
    group = draft(mentor=mentor, mentees=[better, weaker])
    group.members.filter(mentee=better).update(score=60)
    group.members.filter(mentee=weaker).update(score=20)
    moved = draft(program=mentor.program)
    chosen = moved.mentees[0]

    composition.change_mentor(member=moved.members.get(), mentor=mentor, by=None)

    kept = PairMember.objects.filter(mentor=mentor).values_list("mentee", "pair__status")
    assert set(kept) == {(better.pk, "proposed"), (chosen.pk, "accepted")}


def test_an_accepted_pair_does_not_yield_its_place():
    full = draft(status=PairStatus.ACCEPTED)
    moved = draft(program=full.program)

    with pytest.raises(ValidationError):
        composition.change_mentor(member=moved.members.get(), mentor=full.mentor, by=None)

    assert PairMember.objects.count() == 2


def test_a_pair_of_an_order_keeps_its_mentor():
    pair = make_pair()

    with pytest.raises(ValidationError) as refusal:
        composition.change_mentor(
            member=pair.members.get(), mentor=make_mentor(pair.program), by=None
        )

    assert refusal.value.messages == ["Пара закреплена приказом: завершите её и составьте новую."]


def test_a_second_mentor_needs_a_place_with_the_mentee():
    mentee = make_mentee(full_name="Гусев Пётр Ильич")
    make_pair(mentee.program, mentees=[mentee])

    with pytest.raises(ValidationError) as refusal:
        create(make_mentor(mentee.program), mentee)

    assert refusal.value.messages == [
        "Гусев\u00a0П.\u00a0И.: больше 1 наставника быть не может, пара уже есть. "
        "Увеличьте это число в карточке наставляемого или завершите прежнюю пару."
    ]


def test_a_mentee_who_may_have_two_mentors_gets_the_second():
    mentee = make_mentee(max_mentors=2)
    first = make_pair(mentee.program, mentees=[mentee])

    second = create(make_mentor(mentee.program), mentee)

    assert set(Pair.objects.open()) == {first, second}


def test_a_pair_by_hand_takes_the_place_of_a_mere_proposal():
    mentee = make_mentee()
    draft(program=mentee.program, mentees=[mentee])

    pair = create(make_mentor(mentee.program), mentee)

    assert list(Pair.objects.all()) == [pair]


def test_a_proposal_stays_while_the_mentee_may_have_one_more_mentor():
    mentee = make_mentee(max_mentors=2)
    proposal = draft(program=mentee.program, mentees=[mentee])

    pair = create(make_mentor(mentee.program), mentee)

    assert set(Pair.objects.all()) == {proposal, pair}


@pytest.mark.parametrize("accept", [service.accept, None], ids=["one", "all"])
def test_a_proposal_of_a_mentee_with_enough_mentors_is_not_accepted(accept):
    mentee = make_mentee(max_mentors=2)
    proposal = draft(program=mentee.program, mentees=[mentee])
    make_pair(mentee.program, mentees=[mentee])
    mentee.max_mentors = 1
    mentee.save()

    if accept:
        with pytest.raises(ValidationError):
            accept(pair=proposal, by=None)
    else:
        done = service.accept_all(program=mentee.program, by=None)
        name = mentee.person.short_name
        why = f"{name} – больше наставников не положено, пара уже есть"
        assert (done.accepted, done.left) == ([], [f"{proposal.names}: {why}"])

    assert list(Pair.objects.proposed()) == [proposal]


def test_a_pair_by_hand_has_the_role_model_and_kind_that_were_chosen():
    mentee = make_mentee(role_model="peer_peer")

    chosen = create(make_mentor(mentee.program), mentee, kind="virtual")

    assert (chosen.role_model, chosen.kind) == ("peer_peer", "virtual")
