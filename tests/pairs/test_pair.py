"""The states of a pair and who is in it."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from mentoring_portal.shared.transitions import TransitionError
from pairs.enums import PairStatus
from pairs.models import Pair, PairMember
from pairs.services import composition
from pairs.services import pair as service
from participants.enums import ParticipantStatus
from programs.models import AuditEvent
from tests.builders import (
    make_curator,
    make_meeting,
    make_mentee,
    make_mentor,
    make_pair,
    make_program,
)

pytestmark = pytest.mark.django_db
START = date(2026, 11, 12)


def draft(**fields):
    return make_pair(**{"status": PairStatus.PROPOSED, "starts_on": None} | fields)


def create(mentor, *mentees, **fields):
    pair = Pair(program=mentor.program, mentor=mentor, **fields)
    return composition.create(pair=pair, mentees=mentees, by=None)


def test_accepting_a_proposal_writes_the_journal():
    pair = draft()

    service.accept(pair=pair, by=None)

    pair.refresh_from_db()
    event = AuditEvent.objects.get(action="pair.accept")
    assert (pair.status, event.object_id) == ("accepted", pair.pk)


def test_a_proposal_of_someone_who_left_the_registry_is_not_accepted():
    mentee = make_mentee(full_name="Чижов Иван Петрович")
    pair = draft(program=mentee.program, mentees=[mentee])
    mentee.move_to(ParticipantStatus.PAUSED)

    with pytest.raises(ValidationError) as refusal:
        service.accept(pair=pair, by=None)

    assert refusal.value.messages == [
        "Пару принять нельзя: Чижов\u00a0И.\u00a0П. – не в реестре программы. "
        "Верните человека в реестр или отклоните пару."
    ]


def test_accept_all_leaves_those_who_left_the_registry_proposed():
    program = make_program()
    fit = draft(program=program)
    unfit = draft(program=program)
    unfit.mentor.move_to(ParticipantStatus.WITHDRAWN)

    done = service.accept_all(program=program, by=None)

    assert done.accepted == [fit]
    assert done.left == [f"{unfit.names}: {unfit.mentor.person.short_name} – не в реестре (выбыл)"]
    assert list(Pair.objects.proposed()) == [unfit]


def test_rejecting_needs_a_reason():
    with pytest.raises(ValidationError):
        service.reject(pair=draft(), reason="  ", by=None)


def test_rejecting_frees_the_places_of_the_pair():
    pair = draft()

    service.reject(pair=pair, reason="Не сошлись расписанием", by=None)

    pair.refresh_from_db()
    assert (pair.status, pair.end_reason) == ("rejected", "Не сошлись расписанием")
    assert pair.members.get().is_open is False


def test_activation_sets_the_start_and_the_dates_of_entry():
    pair = draft(status=PairStatus.ACCEPTED)

    service.activate(pairs=[pair], starts_on=START, by=None)

    pair.refresh_from_db()
    pair.mentor.refresh_from_db()
    entry = pair.members.get().mentee.entry_date
    assert (pair.status, pair.starts_on) == ("active", START)
    assert (pair.mentor.entry_date, entry) == (START, START)


def test_activation_keeps_an_earlier_date_of_entry():
    mentor = make_mentor(entry_date=date(2026, 9, 1))
    pair = draft(mentor=mentor, status=PairStatus.ACCEPTED)

    service.activate(pairs=[pair], starts_on=START, by=None)

    mentor.refresh_from_db()
    assert mentor.entry_date == date(2026, 9, 1)


def test_one_unaccepted_pair_stops_the_activation_of_all():
    program = make_program()
    accepted = draft(program=program, status=PairStatus.ACCEPTED)
    proposed = draft(program=program)

    with pytest.raises(TransitionError):
        service.activate(pairs=[accepted, proposed], starts_on=START, by=None)

    assert list(Pair.objects.accepted()) == [accepted]


def test_a_paused_pair_holds_its_place_and_resumes():
    pair = make_pair()

    service.pause(pair=pair, by=None)
    held = pair.members.get().is_open
    service.resume(pair=pair, by=None)

    assert (held, pair.status) == (True, "active")


def test_completion_frees_the_place():
    pair = make_pair()

    service.complete(pair=pair, day=date(2026, 11, 20), by=None)

    pair.refresh_from_db()
    assert (pair.status, pair.ended_on) == ("completed", date(2026, 11, 20))
    assert pair.members.get().is_open is False


def test_a_pair_cannot_end_before_it_began():
    with pytest.raises(ValidationError) as refusal:
        service.complete(pair=make_pair(), day=date(2026, 9, 1), by=None)

    assert refusal.value.messages == [
        "Пара начала работу 01.10.2026: она не может закончить её раньше."
    ]


def test_a_pair_does_not_end_on_a_day_to_come():
    tomorrow = timezone.localdate() + timedelta(days=1)

    with pytest.raises(ValidationError) as refusal:
        service.complete(pair=make_pair(), day=tomorrow, by=None)

    assert refusal.value.message_dict == {"day": ["Эта дата ещё не наступила."]}


@pytest.mark.parametrize("field", ["starts_on", "ends_on"])
def test_a_mistyped_year_of_a_pair_is_pointed_out(field):
    pair = make_pair(starts_on=None)
    setattr(pair, field, date(2062, 5, 31))

    with pytest.raises(ValidationError) as refusal:
        service.update(pair=pair, by=None)

    assert refusal.value.message_dict == {
        field: ["Проверьте год: программа – 2026–2027 учебного года."]
    }


def test_terminating_needs_a_reason():
    with pytest.raises(ValidationError):
        service.terminate(pair=make_pair(), day=START, reason="", by=None)


def test_a_pair_ended_meanwhile_is_not_ended_again():
    pair = make_pair()
    stale = Pair.objects.get(pk=pair.pk)
    service.complete(pair=pair, day=START, by=None)

    with pytest.raises(TransitionError):
        service.terminate(pair=stale, day=START, reason="Переезд", by=None)

    assert Pair.objects.get().end_reason == ""


def test_the_start_cannot_move_past_the_first_meeting():
    pair = make_meeting().pair
    pair.starts_on = date(2026, 11, 2)

    with pytest.raises(ValidationError) as refusal:
        service.update(pair=pair, by=None)

    assert refusal.value.message_dict == {
        "starts_on": ["Первая встреча пары записана 01.11.2026: начало не может быть позже."]
    }


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
