from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from documents.services import issue
from documents.services.files import render_all
from documents.services.publication import publish, published
from participants.enums import ConsentKind, ConsentSigner
from participants.models import Consent
from tests.documents.builders import make_accepted_pair, make_school_program

pytestmark = pytest.mark.django_db


def make_order():
    program = make_school_program()
    pair = make_accepted_pair(program)
    draft = issue.draft_order_pairs(program=program, by=None)
    return issue.register(document=draft, day=date(2026, 10, 15), by=None), pair


def allow(person, **fields):
    defaults = {
        "kind": ConsentKind.DISTRIBUTION,
        "signer": ConsentSigner.PERSON,
        "signed_on": timezone.localdate() - timedelta(days=3),
        "fields": ["name"],
    }
    return Consent.objects.create(person=person, **defaults | fields)


def people_of(pair):
    return [pair.mentor.person, pair.members.get().mentee.person]


def test_an_order_naming_people_without_consent_is_not_published():
    document, pair = make_order()
    allow(pair.mentor.person)

    with pytest.raises(ValidationError, match="названы 1.*человек без согласия"):
        publish(document=document, shown=True, by=None)
    assert not document.is_public


def test_a_consent_to_processing_or_for_another_field_is_not_enough():
    document, pair = make_order()
    mentor, mentee = people_of(pair)
    allow(mentor, kind=ConsentKind.PROCESSING)
    allow(mentee, fields=["photo"])

    with pytest.raises(ValidationError, match="названы 2.*человека"):
        publish(document=document, shown=True, by=None)


def test_with_all_consents_a_visitor_takes_the_file(client):
    document, pair = make_order()
    for person in people_of(pair):
        allow(person)
    publish(document=document, shown=True, by=None)
    render_all(document)

    answer = client.get(reverse("documents:public_file", args=[document.pk, "pdf"]))

    assert answer.status_code == 200
    assert published(document.program) == [document]


def test_a_withdrawn_consent_takes_the_order_off_at_once(client):
    document, pair = make_order()
    consents = [allow(person) for person in people_of(pair)]
    publish(document=document, shown=True, by=None)
    render_all(document)

    consents[0].withdrawn_on = timezone.localdate()
    consents[0].save()

    answer = client.get(reverse("documents:public_file", args=[document.pk, "pdf"]))
    assert answer.status_code == 404
    assert published(document.program) == []


def test_a_draft_is_not_published():
    program = make_school_program()
    make_accepted_pair(program)
    draft = issue.draft_order_pairs(program=program, by=None)

    with pytest.raises(ValidationError, match="только зарегистрированные"):
        publish(document=draft, shown=True, by=None)


def test_a_paper_that_was_not_published_is_a_404_for_a_visitor(client):
    document, _pair = make_order()
    render_all(document)

    answer = client.get(reverse("documents:public_file", args=[document.pk, "pdf"]))

    assert answer.status_code == 404
