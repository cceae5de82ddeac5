import re
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from documents.services import issue, pair_order
from documents.services.erasure import erase
from documents.services.files import render_all
from documents.services.publication import not_covered, publish, published
from pairs.services.pair import complete
from participants.enums import AssignmentRole, ConsentKind, ConsentSigner
from participants.models import Assignment, Consent
from tests.assertions import assert_flat
from tests.builders import make_mentee
from tests.documents.builders import make_accepted_pair, make_school_program

pytestmark = pytest.mark.django_db
ADVICE = ". Запишите их согласия на распространение или не публикуйте документ."


def make_order():
    program = make_school_program()
    pair = make_accepted_pair(program)
    draft = pair_order.draft_order_pairs(program=program, by=None)
    return issue.register(document=draft, day=date(2026, 10, 15), by=None), pair


def allow(person, **fields):
    defaults = {
        "kind": ConsentKind.DISTRIBUTION,
        "signer": ConsentSigner.BOTH,
        "representative": "Ершова Нина Павловна",
        "signed_on": timezone.localdate() - timedelta(days=3),
        "fields": ["name", "position"],
    }
    return Consent.objects.create(person=person, **defaults | fields)


def people_of(pair):
    """The mentor, the mentee and the curator: all whom the order names but the director."""
    curator = Assignment.objects.get(role=AssignmentRole.CURATOR).person
    return [pair.mentor.person, pair.members.get().mentee.person, curator]


def refusal(document):
    with pytest.raises(ValidationError) as refused:
        publish(document=document, shown=True, by=None)
    return refused.value.messages[0].split("сказано: ")[1].removesuffix(ADVICE)


def test_an_order_naming_people_without_consent_is_not_published():
    document, pair = make_order()
    allow(pair.mentor.person)

    assert refusal(document) == "Ершова\xa0Я.\xa0Т., Соколова\xa0А.\xa0И."
    assert not document.is_public


def test_a_consent_to_processing_or_for_another_field_is_not_enough():
    document, pair = make_order()
    mentor, mentee, curator = people_of(pair)
    allow(mentor, kind=ConsentKind.PROCESSING)
    allow(mentee, fields=["photo"])
    allow(curator)

    assert not_covered(document) == {mentor.pk, mentee.pk}


@pytest.mark.parametrize(
    "fields",
    [
        {"fields": ["name"]},
        {"page_url": "https://another.example/o/school/"},
        {"valid_until": timezone.localdate() - timedelta(days=1)},
        {"signer": ConsentSigner.PERSON},
    ],
    ids=lambda fields: next(iter(fields)),
)
def test_a_consent_that_does_not_cover_all_the_order_says_is_not_enough(fields):
    """The annex prints the class of a child whose own signature is not enough."""
    document, pair = make_order()
    mentor, mentee, curator = people_of(pair)
    for person in (mentor, curator):
        allow(person)
    allow(mentee, **fields)

    assert not_covered(document) == {mentee.pk}


def test_whoever_is_added_to_the_text_by_hand_is_asked_for_consent_too():
    program = make_school_program()
    pair = make_accepted_pair(program)
    named = make_mentee(program, "Лазарев Тимур Ильич").person
    make_mentee(program, "Лазарева Тамара Ивановна")
    clauses = "Благодарность объявить Лазареву Тимуру Ильичу."
    draft = pair_order.draft_order_pairs(program=program, by=None, values={"clauses": clauses})
    document = issue.register(document=draft, day=date(2026, 10, 15), by=None)
    for person in people_of(pair):
        allow(person)

    assert not_covered(document) == {named.pk}


def test_a_namesake_of_a_person_of_the_order_is_not_asked():
    document, pair = make_order()
    make_mentee(pair.program, str(pair.mentor.person))
    for person in people_of(pair):
        allow(person)

    assert not_covered(document) == set()


def test_papers_of_the_page_cost_the_same_for_any_number():
    program = make_school_program()

    def add(number):
        for _ in range(number):
            pair = make_accepted_pair(program)
            document = pair_order.draft_order_pairs(program=program, by=None)
            for person in people_of(pair):
                allow(person)
            document = issue.register(document=document, day=date(2026, 10, 15), by=None)
            publish(document=document, shown=True, by=None)

    add(1)
    assert_flat(lambda: published(program), lambda: add(6))
    assert len(published(program)) == 7


def test_with_all_consents_a_visitor_takes_the_file(client):
    document, pair = make_order()
    for person in people_of(pair):
        allow(person)
    publish(document=document, shown=True, by=None)
    render_all(document)

    answer = client.get(reverse("documents:public_file", args=[document.pk, "pdf"]))

    assert answer.status_code == 200
    assert published(document.program) == [document]


def test_the_page_offers_the_files_that_are_there(client):
    document, pair = make_order()
    for person in people_of(pair):
        allow(person)
    publish(document=document, shown=True, by=None)
    render_all(document)
    lost = document.attachments.get(format="xlsx").file
    lost.storage.delete(lost.name)

    page = client.get(reverse("programs:public_page", args=[document.organization.slug]))

    offered = re.findall(r'href="/public/documents/\d+\.(\w+)"', page.content.decode())
    assert sorted(offered) == ["docx", "pdf"]


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
    draft = pair_order.draft_order_pairs(program=program, by=None)

    with pytest.raises(ValidationError, match="только зарегистрированные"):
        publish(document=draft, shown=True, by=None)


def test_a_paper_that_was_not_published_is_a_404_for_a_visitor(client):
    document, _pair = make_order()
    render_all(document)

    answer = client.get(reverse("documents:public_file", args=[document.pk, "pdf"]))

    assert answer.status_code == 404


def test_an_erased_person_takes_the_paper_off_the_page(client):
    document, pair = make_order()
    for person in people_of(pair):
        allow(person)
    publish(document=document, shown=True, by=None)
    render_all(document)
    url = reverse("documents:public_file", args=[document.pk, "pdf"])
    assert client.get(url).status_code == 200

    complete(pair=pair, day=timezone.localdate(), by=None)
    person = pair.mentor.person
    erase(person=person, reason="demand", requested_on=timezone.localdate(), by=None)

    assert client.get(url).status_code == 404
    assert not_covered(document) == {person.pk}
