"""A draft of an order warns about people without consents, and never stops because of them."""

from datetime import date

import pytest
from django.urls import reverse

from documents.models import Document
from documents.services import issue, pair_order
from documents.services.consent import lacking
from documents.services.paper import draft_paper
from participants.enums import ConsentKind
from participants.services.consent import record_many
from programs.enums import Role
from tests.assertions import assert_flat
from tests.builders import make_curator, make_mentee, make_mentor, make_pair, make_user
from tests.documents.builders import make_accepted_pair, make_school_program

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 21)
ALL_KINDS = [ConsentKind.PROCESSING, ConsentKind.PARTICIPATION, ConsentKind.NEEDS_ANALYSIS]


@pytest.fixture
def program():
    return make_school_program()


@pytest.fixture
def pair(program):
    return make_accepted_pair(program)


@pytest.fixture
def draft(program, pair):
    return pair_order.draft_order_pairs(program=program, by=None)


def sign(participant, *kinds):
    record_many(participants=[participant], kinds=kinds, signed_on=date(2026, 9, 1), by=None)


def page_of(client, user, document):
    client.force_login(user)
    return client.get(reverse("documents:document_detail", args=[document.pk])).content.decode()


def test_only_people_of_the_order_without_papers_are_listed(program, pair, draft):
    make_mentee(program)
    sign(pair.mentor, *ALL_KINDS)
    sign(pair.members.get().mentee, ConsentKind.PROCESSING)

    found = [(gap.person.full_name, list(gap.missing)) for gap in lacking(draft, TODAY)]

    wanted = [ConsentKind.PARTICIPATION, ConsentKind.NEEDS_ANALYSIS]
    assert found == [("Ершова Яна Тимуровна", wanted)]


def test_the_warning_leads_to_where_the_consent_is_recorded(client, program, pair, draft):
    page = page_of(client, make_curator(program), draft)

    form = reverse("participants:consent_create", args=[pair.mentor.person.pk])
    assert f'<a href="{form}?kind=processing">Панин Глеб Олегович</a>: нет согласия' in page
    assert "Не хватает обязательных согласий: 2\u00a0человека." in page


def test_with_all_consents_there_is_no_warning(client, program, pair, draft):
    sign(pair.mentor, *ALL_KINDS)
    sign(pair.members.get().mentee, *ALL_KINDS)

    assert "обязательных согласий" not in page_of(client, make_curator(program), draft)


def test_who_cannot_record_consents_is_not_told_about_them(client, program, draft):
    head = make_user(Role.GROUP_HEAD, program.organization)

    page = page_of(client, head, draft)

    assert ("Панин Глеб Олегович" in page, "обязательных согласий" in page) == (True, False)


def test_an_order_is_registered_without_consents_and_then_warns_no_more(program, draft):
    assert len(lacking(draft, TODAY)) == 2

    order = issue.register(document=draft, day=TODAY, by=None)

    assert lacking(order, TODAY) == []


def test_the_warning_costs_the_same_for_one_and_for_many(client, program, draft):
    curator = make_curator(program)

    def add():
        draft.pairs.add(*(make_accepted_pair(program) for _each in range(3)))

    assert_flat(lambda: page_of(client, curator, draft), add)
    assert Document.objects.get().pairs.count() == 4


def test_people_whose_work_ends_are_not_asked_and_the_new_mentor_is(program, pair, draft):
    issue.register(document=draft, day=date(2026, 10, 15), by=None)
    pair.refresh_from_db()
    end = draft_paper(program=program, code="order_end", by=None, subject=pair)
    before = lacking(end, TODAY)

    new = make_mentor(program, "Зорин Лев Юрьевич")
    make_pair(program, new, pair.mentees, status="accepted", starts_on=None, form=pair.form)
    sign(pair.mentees[0], *ALL_KINDS)

    amending = pair_order.draft_order_amending(program=program, by=None)
    named = [[gap.person for gap in lacking(paper, TODAY)] for paper in (end, amending)]
    assert (before, named) == ([], [[new.person], [new.person]])
