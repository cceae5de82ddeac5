"""Versions of the wording of consents and the page of rules."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from participants.domain.consent import rule_table
from participants.domain.consent_text import PLACEHOLDERS, filled, unknown_placeholders
from participants.enums import ConsentKind
from participants.models import Consent, ConsentText
from participants.services import consent_text as service
from participants.services.consent import record, record_many
from tests.assertions import queries_of
from tests.builders import make_curator, make_mentee, make_mentor, make_program

pytestmark = pytest.mark.django_db
SEPTEMBER, NOVEMBER = date(2026, 9, 1), date(2026, 11, 10)


@pytest.fixture
def curator(client, program):
    client.force_login(make_curator(program))
    return client


def wording(program, version="2026-11", used_from=NOVEMBER, kind="processing", text="согласен"):
    text = ConsentText(
        organization=program.organization,
        kind=kind,
        version=version,
        used_from=used_from,
        text=text,
    )
    return service.add_version(text=text, by=None)


def sign(program, signed_on):
    person = make_mentor(program).person
    return record(person=person, kind="processing", signer="person", signed_on=signed_on, by=None)


def test_every_kind_has_a_sample_with_known_words_only():
    assert sorted(service.samples()) == sorted(ConsentKind.values)
    assert [unknown_placeholders(text) for text in service.samples().values()] == [[]] * 5


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{организация}, {адрес}", "Школа № 5, ____________________"),
        ("{ организация }", "Школа № 5"),
        ("{пароль}", "{пароль}"),
        ("{{организация}}", "{Школа № 5}"),
    ],
)
def test_known_words_are_filled_in_and_what_is_empty_stays_a_blank(text, expected):
    assert filled(text, {"организация": "Школа № 5", "адрес": "", "пароль": "тайна"}) == expected


def test_a_name_that_looks_like_a_placeholder_is_not_read_again():
    assert filled("{организация}", {"организация": "{адрес}", "адрес": "тайна"}) == "{адрес}"


@pytest.mark.parametrize(
    ("signed_on", "version"), [(NOVEMBER - timedelta(days=1), "2026-09"), (NOVEMBER, "2026-11")]
)
def test_a_paper_remembers_the_wording_in_use_on_its_day(program, signed_on, version):
    wording(program)

    assert sign(program, signed_on).text_version == version


def test_a_pile_of_papers_remembers_it_too(program):
    wording(program)
    mentor = make_mentor(program)

    record_many(participants=[mentor], kinds=["processing"], signed_on=NOVEMBER, by=None)

    assert Consent.objects.get().text_version == "2026-11"


def test_the_wording_of_another_school_and_of_another_kind_changes_nothing(program):
    wording(make_program())
    wording(program, kind="photo")

    assert sign(program, NOVEMBER).text_version == "2026-09"


def test_a_paper_of_an_older_wording_is_told_apart(program):
    old, new = sign(program, SEPTEMBER), None
    wording(program)
    new = sign(program, NOVEMBER)

    told = [service.papers_of(one.person, NOVEMBER)[0].is_outdated for one in (old, new)]
    assert told == [True, False]


def test_a_signed_wording_is_never_deleted(program):
    text = wording(program)
    sign(program, NOVEMBER)

    with pytest.raises(ValidationError, match="уже подписаны"):
        service.delete_version(text=text, by=None)

    assert ConsentText.objects.get() == text


def test_a_wording_that_nobody_signed_may_go(program):
    service.delete_version(text=wording(program), by=None)

    assert not ConsentText.objects.exists()


@pytest.mark.parametrize("version", ["2026-09", "2026-11"])
def test_a_version_is_named_once(program, version):
    wording(program)

    with pytest.raises(ValidationError):
        wording(program, version=version)


def test_the_curator_starts_a_version_from_the_wording_in_use(curator, program):
    wording(program, text="наша редакция для {организация}")
    url = reverse("participants:consent_text_create", args=[program.pk, "processing"])

    assert curator.get(url).context["form"].initial["text"] == "наша редакция для {организация}"


def test_an_unknown_word_in_braces_is_refused_by_name(curator, program):
    url = reverse("participants:consent_text_create", args=[program.pk, "processing"])
    data = {"version": "2027", "used_from": "2026-11-20", "text": "Я, {фио}, согласен"}

    errors = curator.post(url, data).context["form"].errors["text"]

    assert errors[0].startswith("Портал не знает подстановки {фио}.")
    assert all(f"{{{word}}}" in errors[0] for word in PLACEHOLDERS)
    assert not ConsentText.objects.exists()


def test_a_new_version_is_shown_with_the_name_of_the_school(curator, program):
    url = reverse("participants:consent_text_create", args=[program.pk, "photo"])
    data = {"version": "2027", "used_from": "2026-11-20", "text": "<b>Снимать</b> {организация}"}

    curator.post(url, data)

    detail = reverse("participants:consent_text_detail", args=[program.pk, "photo", "2027"])
    page = curator.get(detail).content.decode()
    short = program.organization.short_name
    assert f"&lt;b&gt;Снимать&lt;/b&gt; {short}" in page


@pytest.mark.parametrize(("kind", "version"), [("photo", "1999"), ("passport", "2026-09")])
def test_a_wording_that_is_not_there_is_not_found(curator, program, kind, version):
    url = reverse("participants:consent_text_detail", args=[program.pk, kind, version])

    assert curator.get(url).status_code == 404


def test_the_list_of_wordings_costs_the_same_for_many(curator, program):
    url = reverse("participants:consent_text_list", args=[program.pk])
    wording(program)
    before = queries_of(lambda: curator.get(url))
    for number in range(30):
        wording(program, version=f"v{number}")

    assert queries_of(lambda: curator.get(url)) == before


def test_the_table_of_rules_follows_the_rules():
    table = {need.who: need for need in rule_table()}

    younger, older = table["Наставляемый до 14 лет"], table["Наставляемый от 14 до 17 лет"]
    adult = table["Взрослый наставник или наставляемый"]
    assert [need.signers["processing"] for need in (younger, older, adult)] == [
        "representative",
        "both",
        "person",
    ]
    assert [len(need.required) for need in (younger, older, adult)] == [3, 3, 2]


def test_the_gaps_are_chosen_by_kind(curator, program):
    adult, pupil = make_mentor(program), make_mentee(program, form="student_student")
    url = reverse("participants:consent_gaps", args=[program.pk])

    shown = [
        [gap.person for gap in curator.get(url, {"kind": kind}).context["page_obj"]]
        for kind in ("needs_analysis", "processing")
    ]

    assert shown[0] == [pupil.person]
    assert set(shown[1]) == {adult.person, pupil.person}


@pytest.mark.parametrize(("days", "shown"), [(-1, 0), (0, 1), (30, 1), (31, 0)])
def test_consents_that_end_within_a_month_are_shown(curator, program, days, shown):
    paper = sign(program, SEPTEMBER)
    paper.valid_until = timezone.localdate() + timedelta(days=days)
    paper.save()
    url = reverse("participants:consent_gaps", args=[program.pk])

    assert len(curator.get(url).context["expiring"]) == shown
