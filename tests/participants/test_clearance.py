"""Certificates of adults from outside."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from participants.domain.clearance import is_asked, is_school_class, state_of
from participants.enums import OUTSIDE_OCCUPATIONS
from participants.forms.clearance import ClearanceForm
from participants.models import Clearance, Occupation
from participants.services import clearance as service
from participants.services.readiness import clearances
from programs.enums import Role
from tests.assertions import assert_flat
from tests.builders import make_mentor, make_program, make_user

PDF = b"%PDF-1.7 scan"
DAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("occupations", "age", "asked"),
    [
        ({"employer_worker"}, 40, True),
        ({"employer_worker"}, None, True),
        ({"student"}, 18, True),
        ({"student"}, 17, False),
        ({"pupil"}, 17, False),
        ({"pupil", "graduate"}, 18, False),
        ({"parent", "teacher"}, 40, False),
        ({"parent"}, 40, True),
        ({"teacher"}, 40, False),
        (set(), 40, False),
    ],
)
def test_only_adults_from_outside_are_asked(occupations, age, asked):
    assert is_asked(occupations, age, OUTSIDE_OCCUPATIONS) is asked


@pytest.mark.parametrize(
    ("terms", "state"),
    [
        ([], "missing"),
        ([(date(2026, 1, 1), None)], "valid"),
        ([(date(2026, 1, 1), DAY + timedelta(days=31))], "valid"),
        ([(date(2026, 1, 1), DAY + timedelta(days=30))], "expiring"),
        ([(date(2026, 1, 1), DAY)], "expiring"),
        ([(date(2026, 1, 1), DAY - timedelta(days=1))], "expired"),
        ([(date(2025, 1, 1), date(2026, 1, 1)), (date(2026, 1, 1), None)], "valid"),
        ([(date(2026, 1, 1), DAY), (date(2026, 6, 1), date(2027, 6, 1))], "valid"),
    ],
)
def test_the_best_certificate_decides_the_state(terms, state):
    assert state_of(terms, DAY) == state


@pytest.mark.parametrize(
    ("text", "is_class"),
    [
        ("9 «А» класс", True),
        ("11-Б", True),
        ("10 класс", True),
        ("7А", True),
        ("", False),
        ("ООО «Луч»", False),
        ("учитель начальных классов", False),
        ("2 курс", False),
        ("МБОУ «Школа № 7»", False),
    ],
)
def test_a_class_is_told_from_a_place_of_work(text, is_class):
    assert is_school_class(text) is is_class


def test_a_pupil_of_the_table_is_known_by_the_class(db):
    mentor = make_mentor(forms=["employer_student"], workplace="9 «А» класс")

    assert service.is_asked_of(mentor.person, DAY) is False


@pytest.fixture
def program(db):
    return make_program()


@pytest.fixture
def outsider(program):
    return make_mentor(program, "Зимин Олег Ильич", forms=["employer_student"])


def url(name, *arguments):
    return reverse(f"participants:{name}", args=arguments)


def paper(person, **fields):
    defaults = {"kind": "medical", "issued_on": timezone.localdate()}
    return Clearance(person=person, **defaults | fields)


def values(**others):
    return {"kind": "medical", "issued_on": "2026-09-01"} | others


def test_a_certificate_is_recorded_with_a_scan_for_managers_only(browser, outsider, client):
    scan = SimpleUploadedFile("любое имя.pdf", PDF)

    browser.post(url("clearance_create", outsider.person_id), values(scan_file=scan))
    address = url("clearance_scan", Clearance.objects.get().pk)
    answer = browser.get(address)

    assert b"".join(answer.streaming_content) == PDF
    client.force_login(make_user(Role.GROUP_HEAD, outsider.program.organization))
    assert client.get(address).status_code == 403
    client.force_login(make_user(Role.CURATOR))
    assert client.get(address).status_code == 404


def test_a_scan_is_believed_by_its_contents(browser, outsider):
    scan = SimpleUploadedFile("скан.pdf", b"<html>")

    answer = browser.post(url("clearance_create", outsider.person_id), values(scan_file=scan))

    wrong = {"scan_file": ["Подходят сканы в форматах PDF, JPG и PNG."]}
    assert answer.context["form"].errors == wrong
    assert Clearance.objects.count() == 0


def test_a_new_scan_takes_the_place_of_the_old_file(
    browser, outsider, django_capture_on_commit_callbacks
):
    clearance = service.save(
        clearance=paper(outsider.person), scan=SimpleUploadedFile("a.pdf", PDF), by=None
    )
    storage, old = clearance.scan.storage, clearance.scan.name

    with django_capture_on_commit_callbacks(execute=True):
        new = SimpleUploadedFile("b.pdf", PDF + b"2")
        browser.post(url("clearance_update", clearance.pk), values(scan_file=new))
    clearance.refresh_from_db()
    assert (storage.exists(old), storage.exists(clearance.scan.name)) == (False, True)

    with django_capture_on_commit_callbacks(execute=True):
        browser.post(url("clearance_delete", clearance.pk))
    assert storage.exists(clearance.scan.name) is False
    assert Clearance.objects.count() == 0


@pytest.mark.parametrize("kinds", [["pupil"], ["teacher"], ["student"]])
def test_pupils_own_workers_and_minors_are_never_asked(browser, program, kinds):
    mentor = make_mentor(program, forms=["student_student"])
    mentor.person.birth_year = timezone.localdate().year - 17
    mentor.person.save()
    Occupation.objects.bulk_create(Occupation(person=mentor.person, kind=kind) for kind in kinds)

    with pytest.raises(ValidationError):
        service.save(clearance=paper(mentor.person), by=None)

    assert browser.get(url("clearance_create", mentor.person_id)).status_code == 404
    card = browser.get(url("mentor_detail", mentor.pk)).content.decode()
    assert 'id="clearances"' not in card
    assert service.standings(program, DAY) == []


def test_the_card_offers_what_is_missing(browser, outsider):
    service.save(clearance=paper(outsider.person), by=None)

    card = browser.get(url("mentor_detail", outsider.pk))

    assert [(kind.value, state.value) for kind, state in card.context["states"].items()] == [
        ("no_record", "missing"),
        ("medical", "valid"),
    ]
    address = url("clearance_create", outsider.person_id)
    text = card.content.decode()
    assert (f"{address}?kind=no_record" in text, f"{address}?kind=medical" in text) == (True, False)


def test_the_mentor_does_not_see_the_certificates(client, outsider):
    service.save(clearance=paper(outsider.person), by=None)
    outsider.person.user = make_user(Role.MENTOR, outsider.program.organization)
    outsider.person.save()
    client.force_login(outsider.person.user)

    card = client.get(url("mentor_detail", outsider.pk))

    assert (card.status_code, 'id="clearances"' in card.content.decode()) == (200, False)


def test_the_readiness_counts_who_has_both(program, outsider):
    make_mentor(program)
    second = make_mentor(program, forms=["employer_student"])
    for kind in ("no_record", "medical"):
        service.save(clearance=paper(second.person, kind=kind), by=None)

    (fact,) = clearances(program)

    assert (fact.done, fact.total) == (1, 2)


def test_a_school_without_outsiders_has_no_such_fact(program):
    make_mentor(program)

    assert clearances(program) == []


def test_the_list_costs_the_same_queries_for_any_number(browser, program, outsider):
    def more():
        for _each in range(20):
            make_mentor(program, forms=["employer_student"])

    assert_flat(lambda: browser.get(url("clearance_list", program.pk)), more)


def test_dates_the_other_way_round_are_pointed_out(browser, outsider):
    answer = browser.post(
        url("clearance_create", outsider.person_id), values(valid_until="2026-08-01")
    )

    wrong = {"valid_until": ["Срок справки кончается раньше даты выдачи."]}
    assert answer.context["form"].errors == wrong


@pytest.mark.parametrize(
    ("issued_on", "said"),
    [
        ("1900-01-01", ["Проверьте год: выходит, что справке больше 10 лет."]),
        ("2016-11-21", ["Проверьте год: выходит, что справке больше 10 лет."]),
        ("2016-11-22", []),
        ("2026-11-21", []),
        ("2026-11-22", ["Эта дата ещё не наступила."]),
    ],
)
def test_a_certificate_is_of_the_last_ten_years(outsider, monkeypatch, issued_on, said):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: DAY)
    clearance = Clearance(person=outsider.person)

    form = ClearanceForm({"kind": "no_record", "issued_on": issued_on}, instance=clearance)

    assert form.errors.get("issued_on", []) == said
