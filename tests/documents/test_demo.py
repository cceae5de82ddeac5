from datetime import date

import pytest
from django.contrib.auth import authenticate
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils import timezone

from documents.enums import Journal
from documents.models import Document
from documents.services import journal, scan
from documents.services.demo.mentor_school import open_mentor_school
from documents.services.demo.school import load
from documents.services.demo.signing import GAP_NOTE
from documents.services.face import is_as_agreed
from pairs.enums import PairStatus
from pairs.models import Meeting, Pair, PairMember, PlanAgreement
from pairs.services.weighting import changed_forms
from participants.enums import ParticipantStatus
from participants.models import Person, Representative, Training
from participants.services.distribution import public_curator
from participants.services.mentor_history import history_of
from participants.services.signers import unnamed
from programs.enums import EventKind, MentoringForm, Role
from programs.models import Organization, Program
from programs.services.demo import fresh_logins
from tests.builders import make_event, make_mentor, make_program

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 21)


def load_small(seed=1, today=TODAY):
    return load(seed=seed, mentees=16, mentors=8, today=today)


@pytest.fixture(scope="module")
def program(standing):
    """Of the school that most tests only look at."""
    return load_small()


def story():
    people = sorted(Person.objects.values_list("last_name", "first_name", "birth_date"), key=str)
    meetings = sorted(Meeting.objects.values_list("day", "topic", "rating"))
    return people, meetings


def test_the_same_seed_invents_the_same_school(program):
    first = story()
    load_small()

    assert story() == first


def test_another_seed_invents_another(program):
    first = story()
    load_small(seed=2)

    assert story()[0] != first[0]


def test_the_sizes_are_those_asked_for(program):
    assert (program.mentees.count(), program.mentors.count()) == (16, 8)


def test_nobody_learns_whom_the_commission_may_still_decline():
    program = make_program()
    make_event(program, kind=EventKind.MENTOR_SCHOOL, starts_on=date(2026, 10, 7))
    teacher = {"forms": [MentoringForm.TEACHER_TEACHER]}
    listed = make_mentor(program, **teacher)
    make_mentor(program, status=ParticipantStatus.CANDIDATE, **teacher)

    open_mentor_school(program, TODAY, None)

    learning = Training.objects.filter(mentor__program=program).order_by("pk")
    assert [training.mentor for training in learning] == [listed, listed]


def test_the_curator_of_the_demo_may_be_named_to_visitors(program):
    curator = public_curator(program.organization, TODAY)

    assert (curator.name, curator.phone) == ("Соколова Анна Игоревна", "")


def test_children_have_parents_and_some_papers_wait_for_a_name(program):
    parents = Representative.objects.select_related("child", "person")
    assert parents.exists()
    assert all(link.person.birth_year < link.child.birth_year - 20 for link in parents)
    assert unnamed(program, TODAY)


def test_nothing_is_dated_after_today(program):
    load_small(today=date(2026, 10, 20))

    assert not Meeting.objects.filter(day__gt=date(2026, 10, 20)).exists()
    assert Meeting.objects.exists()


@pytest.mark.parametrize("today", [date(2026, 9, 1), date(2027, 8, 31), date(2027, 2, 28)])
def test_the_demo_loads_on_any_day_of_the_year(program, today, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: today)

    assert load_small(today=today).start_year == 2026


@pytest.mark.parametrize(("mentees", "mentors"), [(0, 0), (0, 3), (3, 0), (1, 1)])
def test_a_tiny_school_is_a_school_too(program, mentees, mentors):
    tiny = load(seed=1, mentees=mentees, mentors=mentors, today=TODAY)

    assert (tiny.mentees.count(), tiny.mentors.count()) == (mentees, mentors)


def test_the_demo_never_touches_a_database_with_a_real_school(program):
    make_program()
    before = set(Program.objects.all())

    with pytest.raises(ValidationError, match="настоящие организации"):
        load_small()
    assert set(Program.objects.all()) == before


def test_every_role_signs_in_with_its_fresh_password(program, rf):
    logins = fresh_logins()

    assert [row["role"] for row in logins] == list(Role)
    for row in logins:
        user = authenticate(rf.get("/"), username=row["username"], password=row["password"])
        assert user.memberships.filter(role=row["role"]).exists()


def test_passwords_are_shown_for_a_demo_only(program):
    Organization.objects.filter(slug="demo-school-8").update(is_demo=False)

    with pytest.raises(ValidationError, match="учебного примера"):
        fresh_logins()


def test_the_demo_school_has_partners_in_every_state_and_acts(program):
    school = program.organization

    states = [partner.agreement_state(TODAY) for partner in school.partners.order_by("pk")]
    assert states == ["active", "ending", "over", "none"]
    assert school.legal_acts.filter(is_confirmed=True).exists()


def test_the_mentor_who_signs_in_has_a_pair_with_meetings(program):
    pair = Pair.objects.filter(mentor__person__user__username=Role.MENTOR).first()

    assert pair.meetings.exists()
    assert pair.members.get(mentee__person__user__username=Role.MENTEE)


def test_the_director_of_the_demo_finds_papers_to_sign_and_a_journal_with_its_gap(program):
    papers = Document.objects.of_program(program)

    told = [
        line.note for line in journal.lines(program.organization, Journal.ORDERS, 2026) if line.gap
    ]

    assert [is_as_agreed(paper) for paper in papers.waiting()] == [True, True]
    assert told == [GAP_NOTE]
    assert papers.filter(cancelled_by__isnull=False).count() == 1


def test_a_school_with_cancelled_papers_is_replaced_by_a_fresh_one(program):
    paper = program.documents.registered().first()
    scan.add(document=paper, scan=ContentFile(b"%PDF-1.4", "x.pdf"), by=None)

    assert load_small().documents.waiting().count() == 2


def test_whoever_signs_in_has_answered_about_the_plan_and_the_others_have_signed_it(program):
    said = PlanAgreement.objects.filter(plan__pair__program=program)
    by_login, others = (said.filter(person__user__isnull=flag) for flag in (False, True))

    assert {answer.person.user.username for answer in by_login} > {Role.MENTOR, Role.MENTEE}
    assert {answer.is_on_paper for answer in by_login} == {False}
    assert {answer.is_on_paper for answer in others} == {True}


def test_the_draft_of_pairs_waits_with_a_lock_a_ban_and_two_variants(program):
    """In a school with more people than the pairs of its order take."""
    program = load(seed=1, mentees=24, mentors=12, today=TODAY)
    members = PairMember.objects.filter(pair__program=program, pair__status=PairStatus.PROPOSED)
    first, second = program.matchings.exclude(title="").order_by("pk")

    assert members.filter(is_locked=True).count() == 1
    assert program.forbidden_pairs.standing().exclude(reason="").count() == 1
    assert first.snapshot["members"] != second.snapshot["members"]
    assert second == program.matchings.first()
    assert changed_forms(program) == {MentoringForm.STUDENT_STUDENT}


def test_the_history_of_a_mentor_stands_in_the_order_of_its_days(program):
    mentor = program.mentors.order_by("pk").first()

    days = [timezone.localdate(event.at) for event in history_of([mentor])]

    assert days == [
        date(2026, 10, 29),
        date(2026, 10, 5),
        date(2026, 10, 1),
        date(2026, 9, 28),
        date(2026, 9, 28),
    ]
