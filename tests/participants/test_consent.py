"""Who owes which consent, and how papers are recorded and withdrawn."""

import itertools
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from participants.domain.consent import Subject, joined, missing, required_kinds, signer_for
from participants.enums import ConsentKind, ConsentSigner, ParticipantStatus
from participants.models import Consent
from participants.services import consent as service
from programs.models import AuditEvent
from tests.assertions import queries_of
from tests.builders import make_curator, make_mentee, make_mentor, make_person, make_program

DAY = date(2026, 11, 21)
PUPIL = Subject(age=12, is_pupil=True, is_mentee=True)
TEENAGER = Subject(age=15, is_pupil=True, is_mentee=True)
ADULT = Subject(age=40, is_pupil=False, is_mentee=False)


@pytest.mark.parametrize(
    ("subject", "kinds"),
    [
        (PUPIL, ("processing", "participation", "needs_analysis")),
        (TEENAGER, ("processing", "participation", "needs_analysis")),
        (ADULT, ("processing", "participation")),
        (Subject(15, True, False), ("processing", "participation")),
        (Subject(24, False, True), ("processing", "participation")),
        (Subject(None, True, True), ("processing", "participation", "needs_analysis")),
    ],
)
def test_required_consents_follow_from_age_and_side(subject, kinds):
    assert required_kinds(subject) == kinds


@pytest.mark.parametrize(
    ("age", "signer"),
    [
        (13, "representative"),
        (14, "both"),
        (17, "both"),
        (18, "person"),
        (None, "representative"),
    ],
)
def test_signer_follows_from_age(age, signer):
    assert signer_for(Subject(age, True, True), "processing") == signer


def test_school_may_leave_signing_for_minors_to_parents():
    assert signer_for(TEENAGER, "processing", minors_sign_from_14=False) == "representative"


def test_needs_analysis_is_signed_by_the_parent_also_for_teenagers():
    assert signer_for(TEENAGER, "needs_analysis") == "representative"


def test_two_papers_of_a_teenager_and_a_parent_count_together():
    held = {
        "processing": {"person", "representative"},
        "participation": {"person"},
        "needs_analysis": {"both"},
    }

    assert missing(TEENAGER, held) == ["participation"]


def test_a_paper_signed_by_a_child_alone_does_not_count():
    held = dict.fromkeys(ConsentKind.values, {"person"})

    assert missing(PUPIL, held) == ["processing", "participation", "needs_analysis"]


def test_a_person_in_two_roles_owes_the_papers_of_both():
    assert joined([Subject(15, True, False), TEENAGER]) == TEENAGER


def recorded(person, **fields):
    defaults = {
        "kind": ConsentKind.PROCESSING,
        "signer": ConsentSigner.PERSON,
        "signed_on": date(2026, 9, 1),
        "by": None,
    }
    return service.record(person=person, **defaults | fields)


@pytest.mark.django_db
def test_recording_leaves_a_trace_without_names():
    consent = recorded(make_person())

    event = AuditEvent.objects.get()
    assert (event.action, event.object_id, event.details) == (
        "consent.record",
        consent.pk,
        {"kind": "processing"},
    )


@pytest.mark.django_db
def test_a_parent_who_signs_is_named():
    with pytest.raises(ValidationError, match="ФИО родителя"):
        recorded(make_person(), signer=ConsentSigner.REPRESENTATIVE)


@pytest.mark.django_db
def test_a_withdrawn_consent_no_longer_counts():
    mentor = make_mentor()
    consent = recorded(mentor.person)
    assert service.missing_of([mentor], DAY) == {mentor.person_id: [ConsentKind.PARTICIPATION]}

    service.withdraw(consent=consent, withdrawn_on=DAY, by=None)

    assert service.missing_of([mentor], DAY) == {
        mentor.person_id: [ConsentKind.PROCESSING, ConsentKind.PARTICIPATION]
    }


@pytest.mark.django_db
def test_a_consent_is_withdrawn_once():
    consent = service.withdraw(consent=recorded(make_person()), withdrawn_on=DAY, by=None)

    with pytest.raises(ValidationError, match="уже отозвано"):
        service.withdraw(consent=consent, withdrawn_on=DAY, by=None)


@pytest.mark.django_db
def test_a_pile_is_signed_by_whom_the_age_demands():
    child = make_mentee(person=make_person(birth_date=date(2014, 5, 1)))
    teenager = make_mentee(child.program, person=make_person(birth_date=date(2011, 5, 1)))

    service.record_many(
        participants=[child, teenager], kinds=["processing"], signed_on=DAY, by=None
    )

    signers = Consent.objects.order_by("person__birth_year").values_list("signer", flat=True)
    assert list(signers) == ["both", "representative"]


@pytest.mark.django_db
def test_the_same_pile_twice_adds_nothing():
    pile = {"participants": [make_mentee()], "kinds": ["processing"], "signed_on": DAY, "by": None}
    assert service.record_many(**pile) == 1

    assert service.record_many(**pile) == 0


@pytest.mark.django_db
def test_gaps_are_by_surname_and_name_every_missing_kind():
    program = make_program()
    make_mentee(program, "Яхонтов Глеб Ильич")
    mentor = make_mentor(program, "Абрикосов Ян Ильич")
    recorded(mentor.person)

    gaps = service.gaps(program, DAY)

    assert [(gap.person.last_name, gap.roles, gap.missing) for gap in gaps] == [
        ("Абрикосов", ("наставник",), (ConsentKind.PARTICIPATION,)),
        (
            "Яхонтов",
            ("наставляемый",),
            (ConsentKind.PROCESSING, ConsentKind.PARTICIPATION, ConsentKind.NEEDS_ANALYSIS),
        ),
    ]


@pytest.mark.django_db
def test_gaps_cost_the_same_queries_for_any_number_of_people():
    program = make_program()
    costs = []
    for number in (1, 2, 20):
        for _each in itertools.repeat(None, number):
            make_mentee(program)
            make_mentor(program)
        costs.append(queries_of(lambda: service.gaps(program, DAY)))

    assert len(set(costs)) == 1


@pytest.mark.django_db
def test_the_name_of_a_scan_never_reaches_the_disk():
    scan = SimpleUploadedFile("Лосева.pdf", b"%PDF-1.7")

    consent = recorded(make_person(), scan=scan)

    assert consent.scan.name == f"consents/{consent.scan_key}"


@pytest.mark.django_db
def test_a_pile_adds_nothing_where_both_have_signed():
    child = make_mentee()
    recorded(child.person, signer=ConsentSigner.BOTH, representative="Лосева Вера Ильинична")

    added = service.record_many(participants=[child], kinds=["processing"], signed_on=DAY, by=None)

    assert added == 0


@pytest.mark.django_db
def test_the_form_expects_the_signer_of_the_age():
    teenager = make_mentee(person=make_person(birth_date=date(2011, 5, 1)))

    assert service.signer_of(teenager.person, "processing", DAY) == "both"


@pytest.mark.parametrize(
    ("somebody", "title"),
    [(False, "В базах пока никого нет"), (True, "Все обязательные согласия записаны")],
)
@pytest.mark.django_db
def test_an_empty_base_owes_no_papers_but_is_not_praised(client, somebody, title):
    program = make_program()
    if somebody:
        make_mentor(program, status=ParticipantStatus.WITHDRAWN)
    client.force_login(make_curator(program))

    page = client.get(reverse("participants:consent_gaps", args=[program.pk])).content.decode()

    assert f"<h2>{title}</h2>" in page
