"""The day a consent is signed and its last day make sense, for one paper and for a pile."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from participants.domain.consent_days import BEFORE_BIRTH, ENDED, TOO_EARLY, Birth, refusals
from participants.models import Consent
from participants.services.consent import record, record_many
from tests.assertions import assert_flat
from tests.builders import make_mentee, make_person

SIGNED = date(2020, 3, 1)
YOUNGER = "Белов\u00a0П.\u00a0И. (02.03.2020)"


def unborn(*names):
    return BEFORE_BIRTH.format(", ".join(names) + ".")


@pytest.mark.parametrize(
    ("day", "birth", "fault"),
    [
        (date(2013, 5, 11), Birth("Белов П. П.", 2013, date(2013, 5, 12)), True),
        (date(2013, 5, 12), Birth("Белов П. П.", 2013, date(2013, 5, 12)), False),
        (date(2012, 12, 31), Birth("Белов П. П.", 2013), True),
        (date(2013, 1, 1), Birth("Белов П. П.", 2013), False),
        (date(2013, 1, 1), Birth("Белов П. П."), False),
    ],
)
def test_nobody_signs_before_being_born(day, birth, fault):
    expected = {"signed_on": unborn(str(birth))} if fault else {}

    assert refusals(day, None, [birth]) == expected


@pytest.mark.parametrize(
    ("day", "found"),
    [
        (date(1850, 1, 1), {"signed_on": TOO_EARLY}),
        (date(2005, 12, 31), {"signed_on": TOO_EARLY}),
        (date(2006, 1, 1), {}),
    ],
)
def test_a_consent_is_not_older_than_its_law(day, found):
    assert refusals(day, None, []) == found


@pytest.mark.parametrize(
    ("until", "found"),
    [(date(2020, 2, 29), {"valid_until": ENDED}), (SIGNED, {}), (None, {})],
)
def test_a_consent_does_not_end_before_it_is_signed(until, found):
    assert refusals(SIGNED, until, []) == found


def test_of_a_long_pile_the_first_five_are_named():
    births = [Birth(f"Белов {n}.", 2021) for n in range(7)]

    names = ", ".join(f"Белов {n}. (2021)" for n in range(5))
    assert refusals(SIGNED, None, births) == {"signed_on": unborn(f"{names} и ещё 2")}


def pupil(program, full_name, **birth):
    person = make_person(full_name, organization=program.organization, **birth)
    return make_mentee(program, person=person, position="9 «А» класс")


@pytest.fixture
def rows(program):
    """The younger was not yet born on the day."""
    younger = pupil(program, "Белов Пётр Ильич", birth_date=date(2020, 3, 2))
    return [younger, pupil(program, "Авдеева Анна Ильинична", birth_year=2012)]


def one(browser, rows, **days):
    data = {"kind": "processing", "signer": "representative", "representative": "Белова Вера"}
    url = reverse("participants:consent_create", args=[rows[0].person_id])
    return browser.post(url, data | days)


def of_list(browser, rows, **days):
    url = reverse("participants:mentee_consents", args=[rows[0].program_id])
    return browser.post(url, {"kinds": ["processing"], "pk": [row.pk for row in rows]} | days)


def of_class(browser, rows, **days):
    url = reverse("participants:consent_class", args=[rows[0].program_id]) + "?class=9 «А»"
    people = [row.person_id for row in rows]
    return browser.post(url, {"kinds": ["processing"], "people": people} | days)


WRONG = [
    ({"signed_on": "1900-01-01"}, {"signed_on": [TOO_EARLY]}),
    ({"signed_on": "2020-03-01"}, {"signed_on": [unborn(YOUNGER)]}),
    ({"signed_on": "2026-11-20", "valid_until": "2020-01-01"}, {"valid_until": [ENDED]}),
]


@pytest.mark.django_db
@pytest.mark.parametrize("bring", [one, of_list, of_class])
@pytest.mark.parametrize(("days", "errors"), WRONG)
def test_every_form_refuses_a_day_that_cannot_be(browser, rows, bring, days, errors):
    page = bring(browser, rows, **days)

    assert page.context["form"].errors == errors
    assert Consent.objects.count() == 0


@pytest.mark.django_db
@pytest.mark.parametrize("bring", [one, of_list, of_class])
def test_every_form_takes_a_day_that_can_be(browser, rows, bring):
    bring(browser, rows, signed_on="2020-03-02", valid_until="2020-03-02")

    days = set(Consent.objects.values_list("signed_on", "valid_until"))
    assert days == {(date(2020, 3, 2), date(2020, 3, 2))}


@pytest.mark.django_db
def test_the_services_refuse_by_themselves(rows):
    common = {"signed_on": SIGNED, "by": None}
    acts = [
        lambda: record(person=rows[0].person, kind="photo", signer="person", **common),
        lambda: record_many(participants=rows, kinds=["photo"], **common),
    ]

    for act in acts:
        with pytest.raises(ValidationError) as refused:
            act()
        assert refused.value.message_dict == {"signed_on": [unborn(YOUNGER)]}
    assert Consent.objects.count() == 0


@pytest.mark.django_db
def test_checking_days_costs_the_same_for_any_pile(browser, program, rows):
    def refuse():
        of_list(browser, list(program.mentees.all()), signed_on="1900-01-01")

    def more():
        for n in range(30):
            pupil(program, f"Белов{n} Пётр")

    assert_flat(refuse, more)
