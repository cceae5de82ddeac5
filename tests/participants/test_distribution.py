"""What the public page may show of a person: field by field, page by page, day by day."""

from datetime import timedelta

import pytest
from django.template import Context, Template
from django.utils import timezone

from participants.domain.distribution import names_page
from participants.enums import AssignmentRole, ConsentKind, ConsentSigner
from participants.models import Assignment, Consent
from participants.services.distribution import PublicPerson, allowed_fields, public_curator
from tests.assertions import assert_flat
from tests.builders import make_mentee, make_organization, make_person, make_program

TODAY = timezone.localdate()
EVERYTHING = ["name", "position", "contacts"]
PAGE = "/o/school/"


def let(person, **fields):
    defaults = {
        "kind": ConsentKind.DISTRIBUTION,
        "signer": ConsentSigner.PERSON,
        "signed_on": TODAY - timedelta(days=3),
        "fields": EVERYTHING,
    }
    return Consent.objects.create(person=person, **defaults | fields)


def make_curator_person(**fields):
    person = make_person(
        "Соколова Анна Игоревна",
        birth_year=1985,
        phone="8 (000) 111-22-33",
        email="curator@example.org",
        **fields,
    )
    Assignment.objects.create(
        organization=person.organization,
        person=person,
        role=AssignmentRole.CURATOR,
        post="учитель физики",
    )
    return person


def shown(person):
    return public_curator(person.organization, TODAY)


def allowed(person):
    return allowed_fields([person.pk], person.organization, TODAY).get(person.pk, set())


@pytest.mark.parametrize(
    ("address", "covers"),
    [
        ("", True),
        ("/o/school/", True),
        ("/o/school", True),
        ("https://portal.example/o/school/", True),
        ("portal.example/o/school/", True),
        ("https://portal.example", True),
        ("https://portal.example/o/school/12/", True),
        ("https://portal.example/o/school-2/", False),
        ("https://school.example/o/school/", False),
        ("https://portal.example/news/", False),
        ("https://[portal", False),
    ],
)
def test_a_consent_speaks_of_the_page_it_names(address, covers):
    assert names_page(address, PAGE, {"portal.example"}.__contains__) is covers


@pytest.mark.django_db
def test_a_curator_with_consent_is_named_with_post_and_contacts():
    person = make_curator_person()
    let(person)

    assert shown(person) == PublicPerson(
        "Соколова Анна Игоревна", "учитель физики", "8 (000) 111-22-33", "curator@example.org"
    )


@pytest.mark.django_db
def test_a_curator_who_let_only_the_name_be_shown_is_only_named():
    person = make_curator_person()
    let(person, fields=["name"])

    assert shown(person) == PublicPerson("Соколова Анна Игоревна", "", "", "")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "fields",
    [
        {"kind": ConsentKind.PROCESSING},
        {"fields": ["position", "contacts"]},
        {"withdrawn_on": TODAY},
        {"valid_until": TODAY - timedelta(days=1)},
        {"signed_on": TODAY + timedelta(days=1)},
        {"page_url": "https://another.example/teachers/"},
    ],
    ids=lambda fields: next(iter(fields)),
)
def test_a_curator_without_a_valid_consent_for_the_name_is_not_shown(fields):
    person = make_curator_person()
    let(person, **fields)

    assert shown(person) is None


@pytest.mark.django_db
def test_a_former_curator_is_not_shown():
    person = make_curator_person()
    let(person)
    person.assignments.update(ends_on=TODAY - timedelta(days=1))

    assert shown(person) is None


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("signer", "fields"),
    [
        (ConsentSigner.PERSON, set()),
        (ConsentSigner.REPRESENTATIVE, set(EVERYTHING)),
        (ConsentSigner.BOTH, set(EVERYTHING)),
    ],
)
def test_for_a_child_the_parent_signs(signer, fields):
    mentee = make_mentee()
    mentee.person.birth_year = TODAY.year - 10
    mentee.person.save()
    let(mentee.person, signer=signer, representative="Отцова Мария Ивановна")

    assert allowed(mentee.person) == fields


@pytest.mark.django_db
def test_fields_of_several_papers_add_up():
    person = make_curator_person()
    let(person, fields=["name"])
    let(person, fields=["photo"])

    assert allowed(person) == {"name", "photo"}


@pytest.mark.django_db
def test_asking_about_many_people_costs_the_same():
    program = make_program()
    let(make_mentee(program).person)

    def ask():
        people = program.organization.people.values_list("pk", flat=True)
        allowed_fields(list(people), program.organization, TODAY)

    assert_flat(ask, lambda: [let(make_mentee(program).person) for _ in range(9)])


def contacts(organization):
    page = Template('{% include "programs/_public_contacts.html" %}')
    return page.render(Context({"organization": organization}))


@pytest.mark.django_db
def test_without_consent_the_page_gives_only_the_contacts_of_the_school():
    person = make_curator_person(
        organization=make_organization(phone="8 (000) 000-00-05", email="school@example.org")
    )

    text = contacts(person.organization)

    seen = [word in text for word in ("Соколова", "физики", "111-22-33", "curator@")]
    assert seen == [False] * 4
    assert ["8 (000) 000-00-05" in text, "school@example.org" in text] == [True, True]


@pytest.mark.django_db
def test_with_consent_the_page_names_the_curator():
    person = make_curator_person()
    let(person, fields=["name", "position"])

    text = contacts(person.organization)

    assert "Соколова Анна Игоревна, учитель физики" in text
    assert "curator@example.org" not in text
