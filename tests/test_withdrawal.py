"""A consent taken back works at once, wherever the person could still appear."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from documents.services import issue, pair_order
from documents.services.publication import publish, published
from pairs.enums import PairStatus
from pairs.forms.pair import PairCreateForm
from pairs.models import Pair
from pairs.services import composition
from pairs.services.alternatives import alternatives
from pairs.services.board import board
from pairs.services.matching import propose
from pairs.services.pair import accept, accept_all
from participants.enums import AssignmentRole, ConsentKind, ConsentSigner
from participants.models import Assignment, Consent, Person
from participants.services.consent import withdraw
from participants.services.distribution import allowed_fields
from participants.services.withdrawal import REFUSAL, withdrew
from tests.assertions import queries_of
from tests.builders import make_curator, make_mentee, make_mentor, make_pair
from tests.documents.builders import make_accepted_pair, make_school_program

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
ENTRY = [ConsentKind.PROCESSING, ConsentKind.PARTICIPATION]


@pytest.fixture
def program():
    return make_school_program()


def sign(person, kind=ConsentKind.PROCESSING, signer=ConsentSigner.PERSON, **fields):
    named = "" if signer == ConsentSigner.PERSON else "Ершова Нина Павловна"
    defaults = {"signed_on": TODAY - timedelta(days=30), "representative": named}
    return Consent.objects.create(person=person, kind=kind, signer=signer, **defaults | fields)


def take_back(participant, kind=ConsentKind.PROCESSING):
    consent = sign(participant.person, kind)
    withdraw(consent=consent, withdrawn_on=TODAY, by=None)
    return participant


def gone(*people):
    return withdrew({person.pk for person in people}, TODAY)


@pytest.mark.parametrize("kind", ENTRY)
def test_who_took_it_back_has_withdrawn(program, kind):
    mentor = take_back(make_mentor(program), kind)

    assert gone(mentor.person) == {mentor.person_id}


@pytest.mark.parametrize("kind", [ConsentKind.PHOTO, ConsentKind.DISTRIBUTION])
def test_a_free_choice_taken_back_stops_nobody(program, kind):
    mentor = take_back(make_mentor(program), kind)

    assert gone(mentor.person) == set()


def test_a_paper_never_signed_is_no_withdrawal(program):
    assert gone(make_mentor(program).person) == set()


def test_a_withdrawal_of_tomorrow_does_not_work_today(program):
    person = make_mentor(program).person
    sign(person, withdrawn_on=TODAY + timedelta(days=1))

    assert gone(person) == set()


def test_a_new_paper_brings_the_person_back(program):
    person = take_back(make_mentor(program)).person
    sign(person, signed_on=TODAY)

    assert gone(person) == set()


def test_the_paper_of_another_kind_does_not_bring_back(program):
    person = take_back(make_mentor(program)).person
    sign(person, ConsentKind.PARTICIPATION)

    assert gone(person) == {person.pk}


def test_the_child_cannot_overrule_the_parent(program):
    child = make_mentee(program).person
    sign(child, signer=ConsentSigner.REPRESENTATIVE, withdrawn_on=TODAY)
    sign(child, signer=ConsentSigner.PERSON)

    assert gone(child) == {child.pk}


def test_one_question_when_nobody_has_withdrawn(program):
    people = [make_mentor(program).person_id for _ in range(3)]

    assert queries_of(lambda: withdrew(people, TODAY)) == 1


def test_as_many_questions_for_ten_as_for_one(program):
    def spent(number):
        people = [take_back(make_mentor(program)).person_id for _ in range(number)]
        return queries_of(lambda: withdrew(people, TODAY))

    assert spent(1) == spent(10)


@pytest.mark.parametrize("kind", ENTRY)
def test_the_matching_passes_by(program, kind):
    stays, leaves = make_mentee(program, "Ершова Яна"), make_mentee(program, "Лосева Анна")
    make_mentor(program, max_mentees=5)
    take_back(leaves, kind)

    propose(program=program, by=None)

    found = [member.mentee for pair in Pair.objects.proposed() for member in pair.members.all()]
    assert found == [stays]


def test_the_matching_does_not_ask_a_mentor_who_left(program):
    take_back(make_mentor(program))
    make_mentee(program)

    propose(program=program, by=None)

    assert not Pair.objects.exists()


def test_the_board_says_why(program):
    mentee = take_back(make_mentee(program))

    (group,) = board(program).mentees.groups

    assert (group.reasons, group.people) == ((REFUSAL,), [mentee])


def test_a_pair_is_not_made_by_hand(program):
    mentor, mentee = make_mentor(program), take_back(make_mentee(program, "Ершова Яна"))
    pair = Pair(program=program, mentor=mentor)

    with pytest.raises(ValidationError) as refused:
        composition.create(pair=pair, mentees=[mentee], by=None)

    assert refused.value.messages == [
        "Ершова\xa0Я.: согласие отозвано. Запишите новое или выберите другого человека."
    ]


def test_the_form_of_a_pair_does_not_offer(program):
    mentor, mentee = take_back(make_mentor(program)), take_back(make_mentee(program))

    form = PairCreateForm(program=program)

    assert mentor not in form.fields["mentor"].queryset
    assert mentee not in form.fields["mentees"].queryset


def test_another_mentor_is_not_one_who_left(program):
    pair = make_pair(program, status=PairStatus.PROPOSED)
    take_back(make_mentor(program))

    assert alternatives(member=pair.members.get()) == []


def test_a_mentee_who_left_gets_no_other_mentor(program):
    pair = make_pair(program, status=PairStatus.PROPOSED)
    member = pair.members.get()
    take_back(member.mentee)

    with pytest.raises(ValidationError, match="согласие отозвано"):
        composition.change_mentor(member=member, mentor=make_mentor(program), by=None)


def test_a_proposal_is_not_accepted(program):
    pair = make_pair(program, status=PairStatus.PROPOSED)
    take_back(pair.members.get().mentee)

    with pytest.raises(ValidationError, match="согласие отозвано"):
        accept(pair=pair, by=None)


def test_accepting_everything_leaves_the_proposal_out(program):
    stays = make_pair(program, status=PairStatus.PROPOSED)
    leaves = make_pair(program, status=PairStatus.PROPOSED)
    take_back(leaves.mentor)

    accept_all(program=program, by=None)

    statuses = dict(Pair.objects.values_list("pk", "status"))
    assert statuses == {stays.pk: PairStatus.ACCEPTED, leaves.pk: PairStatus.PROPOSED}


def test_an_order_is_not_registered_with_the_person(program):
    pair = make_accepted_pair(program)
    draft = pair_order.draft_order_pairs(program=program, by=None)
    take_back(pair.members.get().mentee)

    with pytest.raises(ValidationError) as refused:
        issue.register(document=draft, day=date(2026, 10, 15), by=None)

    assert refused.value.messages == [
        "Ершова\xa0Я.\xa0Т.: согласие отозвано. Отклоните пару или запишите новое."
    ]

    draft.refresh_from_db()
    pair.refresh_from_db()
    assert (draft.is_draft, draft.number, pair.status) == (True, None, PairStatus.ACCEPTED)


class Page:
    """An order on the public page, with everyone's consent to that."""

    def __init__(self, program):
        self.program, self.organization = program, program.organization
        self.pair = make_accepted_pair(program)
        curator = Assignment.objects.get(role=AssignmentRole.CURATOR).person
        mentee = self.pair.members.get().mentee
        Person.objects.filter(pk=curator.pk).update(birth_date=None, birth_year=1985)
        self.people = [self.pair.mentor.person, mentee.person, curator]
        for person in self.people:
            self.let(person)
        draft = pair_order.draft_order_pairs(program=program, by=None)
        order = issue.register(document=draft, day=date(2026, 10, 15), by=None)
        publish(document=order, shown=True, by=None)

    def let(self, person):
        sign(
            person,
            ConsentKind.DISTRIBUTION,
            ConsentSigner.BOTH,
            fields=["name", "position"],
            valid_until=TODAY + timedelta(days=100),
        )

    def text(self, client):
        address = reverse("programs:public_page", args=[self.organization.slug])
        return client.get(address).content.decode()


@pytest.fixture
def page(program):
    return Page(program)


CURATOR = "Соколова Анна Игоревна"


def test_the_page_shows_paper_and_curator_before(client, page):
    assert len(published(page.program)) == 1
    assert CURATOR in page.text(client)


@pytest.mark.parametrize("kind", ENTRY)
@pytest.mark.parametrize("who", [0, 1, 2])
def test_the_page_drops_the_paper_at_once(page, kind, who):
    consent = sign(page.people[who], kind, ConsentSigner.BOTH)
    withdraw(consent=consent, withdrawn_on=TODAY, by=None)

    assert published(page.program) == []


@pytest.mark.parametrize("kind", [*ENTRY, ConsentKind.DISTRIBUTION])
def test_the_page_drops_the_curator_at_once(client, page, kind):
    person = page.people[2]
    found = person.consents.filter(kind=kind).first()
    consent = found or sign(person, kind)
    withdraw(consent=consent, withdrawn_on=TODAY, by=None)

    assert CURATOR not in page.text(client)
    assert allowed_fields([person.pk], page.organization, TODAY).get(person.pk, set()) == set()


def test_the_page_drops_the_curator_when_the_term_is_over(client, page):
    page.people[2].consents.update(valid_until=TODAY - timedelta(days=1))

    assert CURATOR not in page.text(client)


def test_the_page_of_another_address_names_nobody(client, page):
    page.people[2].consents.update(page_url="https://other.example.org/news/")

    assert CURATOR not in page.text(client)


def test_the_curator_sees_that_the_data_are_to_be_erased(client, program):
    person = take_back(make_mentor(program)).person
    client.force_login(make_curator(program))

    card = client.get(reverse("participants:person_detail", args=[person.pk]))

    assert card.context["has_withdrawn"]
    assert reverse("documents:erasure_create", args=[person.pk]) in card.content.decode()
