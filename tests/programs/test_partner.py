"""Partners of a school: what they offer, who answers, until when the agreement runs."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from programs.domain.agreement import (
    ACTIVE,
    AHEAD,
    ENDING,
    NONE,
    OVER,
    agreement_state,
    has_words,
)
from programs.enums import OrganizationKind, Role
from programs.models import AuditEvent, Partner
from programs.services.partner import delete_partner, save_partner
from programs.services.readiness import agreements
from tests.assertions import assert_flat, queries_of
from tests.builders import (
    make_curator,
    make_organization,
    make_partner,
    make_program,
    make_user,
)

DAY = date(2026, 11, 21)
SIGNED = date(2025, 1, 1)


@pytest.mark.parametrize(
    ("signed", "until", "state"),
    [
        (None, None, NONE),
        (None, date(2030, 1, 1), NONE),
        (SIGNED, None, ACTIVE),
        (DAY, None, ACTIVE),
        (date(2026, 11, 22), None, AHEAD),
        (SIGNED, date(2026, 12, 22), ACTIVE),
        (SIGNED, date(2026, 12, 21), ENDING),
        (SIGNED, DAY, ENDING),
        (SIGNED, date(2026, 11, 20), OVER),
    ],
)
def test_the_state_of_an_agreement(signed, until, state):
    assert agreement_state(signed, until, DAY) == state


@pytest.mark.parametrize(
    ("query", "found"),
    [("завод", True), ("ЗАВОД реч", True), ("насосы", False), ("зелёный", True), ("", True)],
)
def test_a_search_wants_every_word_and_forgives_case_and_yo(query, found):
    assert has_words(["Речной Завод", "ЗЕЛЕНЫЙ цех"], query) is found


@pytest.mark.django_db
@pytest.mark.parametrize("fields", [{"agreement_number": "7"}, {"agreement_until": DAY}])
def test_an_agreement_without_its_date_is_refused(fields):
    partner = Partner(organization=make_organization(), name="Завод", **fields)

    with pytest.raises(ValidationError, match="Впишите дату соглашения"):
        save_partner(partner=partner, by=None)


@pytest.mark.django_db
def test_saving_and_deleting_leave_a_trace_without_names():
    partner = save_partner(partner=Partner(organization=make_organization(), name="А"), by=None)
    save_partner(partner=partner, by=None)
    delete_partner(partner=partner, by=None)

    events = AuditEvent.objects.order_by("pk").values_list("action", "details")
    assert list(events) == [("partner.create", {}), ("partner.change", {}), ("partner.delete", {})]
    assert not Partner.objects.exists()


@pytest.fixture
def school(db, client):
    program = make_program()
    client.force_login(make_curator(program))
    return SimpleNamespace(program=program, organization=program.organization, client=client)


def address(school, verb, *arguments):
    return reverse(f"programs:partner_{verb}", args=[school.program.pk, *arguments])


def found(school, query=""):
    page = school.client.get(address(school, "list") + query)
    return [partner.name for partner, _state in page.context["rows"]]


def test_the_curator_adds_a_partner(school):
    values = {"name": "Завод", "agreement_on": "2026-09-01", "site": "zavod.example.org"}

    response = school.client.post(address(school, "create"), values)

    partner = school.organization.partners.get()
    assert response.url == address(school, "list")
    assert (partner.agreement, partner.site) == ("от 01.09.2026", "https://zavod.example.org")


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"name": ""}, "Заполните поле «Наименование партнёра»."),
        ({"name": "Завод"}, "Этот партнёр уже записан."),
        (
            {"name": "Б", "agreement_on": "2026-09-02", "agreement_until": "2026-09-01"},
            "Соглашение кончается раньше своей даты.",
        ),
        ({"name": "Б", "agreement_number": "7"}, "Впишите дату соглашения."),
    ],
)
def test_what_is_wrong_is_told_on_the_form(school, values, words):
    make_partner(school.organization, name="Завод")

    page = school.client.post(address(school, "create"), values).content.decode()

    assert words in page
    assert school.organization.partners.count() == 1


def test_another_school_may_have_the_same_partner(school):
    make_partner(make_organization(), name="Завод")

    school.client.post(address(school, "create"), {"name": "Завод"})

    assert school.organization.partners.count() == 1


def test_the_list_is_searched_and_filtered(school):
    today = timezone.localdate()
    signed = today - timedelta(days=100)
    make_partner(school.organization, name="Берег", offers="Экскурсии")
    make_partner(school.organization, name="Верфь", agreement_on=signed)
    soon = {"agreement_on": signed, "agreement_until": today + timedelta(days=5)}
    make_partner(school.organization, name="Горн", **soon)
    make_partner(make_organization(), name="Чужой")

    assert found(school) == ["Берег", "Верфь", "Горн"]
    assert found(school, "?q=экскурсии") == ["Берег"]
    assert found(school, "?agreement=ending") == ["Горн"]
    assert found(school, "?agreement=none&q=верфь") == []


@pytest.mark.parametrize(
    "query", ["?agreement=zzz", "?q=%00", "?page=999", "?page=-1", "?q=" + "я"]
)
def test_an_odd_query_never_breaks_the_list(school, query):
    make_partner(school.organization)
    school.client.raise_request_exception = False

    assert school.client.get(address(school, "list") + query).status_code in (200, 404)


def test_contacts_are_for_the_staff_of_the_school(school, client):
    partner = make_partner(school.organization, contact_name="Ольхова Нина", phone="123-45-67")
    above = make_organization(kind=OrganizationKind.MUNICIPALITY)
    school.organization.parent = above
    school.organization.save()
    readers = {
        "group head": make_user(Role.GROUP_HEAD, school.organization),
        "municipality": make_user(Role.MUNICIPAL, above),
        "other school": make_user(Role.CURATOR, make_organization()),
    }

    answers = {}
    for who, user in readers.items():
        client.force_login(user)
        page = client.get(address(school, "list"))
        answers[who] = (page.status_code, partner.phone in page.content.decode())

    assert answers == {
        "group head": (200, True),
        "municipality": (403, False),
        "other school": (404, False),
    }


def test_a_stranger_finds_no_partner_behind_the_address(school):
    foreign = make_partner(make_organization())

    codes = [
        school.client.post(address(school, verb, foreign.pk), {"name": "Моё"}).status_code
        for verb in ("update", "delete")
    ]

    assert codes == [404, 404]
    assert Partner.objects.get().name == foreign.name


@pytest.mark.parametrize("query", ["", "?q=завод&agreement=none"])
def test_the_list_costs_the_same_with_many_rows(school, query):
    make_partner(school.organization)

    def add(count):
        for _ in range(count):
            make_partner(school.organization)

    assert_flat(lambda: school.client.get(address(school, "list") + query), lambda: add(2))
    many = queries_of(lambda: school.client.get(address(school, "list") + query))
    add(297)
    assert queries_of(lambda: school.client.get(address(school, "list") + query)) == many


def test_agreements_count_for_readiness_once_there_are_any(school):
    today = timezone.localdate()
    make_partner(school.organization)
    before = agreements(school.program)
    make_partner(school.organization, agreement_on=today)
    over = {"agreement_on": date(2020, 1, 1), "agreement_until": date(2021, 1, 1)}
    make_partner(school.organization, **over)

    (fact,) = agreements(school.program)

    assert (before, fact.done, fact.total) == ([], 1, 2)
