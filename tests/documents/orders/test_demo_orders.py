"""The demo school has issued the orders of its autumn, and every other one can be made there."""

from datetime import date
from itertools import takewhile

import pytest

from documents.domain.blocks import Annex, Page
from documents.domain.placeholders import BLANK
from documents.kinds.candidates import subjects
from documents.kinds.orders import KINDS as ORDERS
from documents.models import Document
from documents.services import pair_order
from documents.services.demo.school import load
from documents.services.files import page_of
from documents.services.paper import draft_paper
from documents.services.publication import published
from tests.documents.orders.reading import read

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 21)
ABOUT_PAIRS = {
    "order_pairs": pair_order.draft_order_pairs,
    "order_amending": pair_order.draft_order_amending,
}


@pytest.fixture(scope="module")
def program(standing):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("django.utils.timezone.localdate", lambda: TODAY)
        yield load(seed=1, mentees=24, mentors=12, today=TODAY)


def draft(program, kind):
    if kind.code in ABOUT_PAIRS:
        return ABOUT_PAIRS[kind.code](program=program, by=None)
    subject = subjects(kind, program).first() if kind.subject != "program" else None
    return draft_paper(program=program, code=kind.code, by=None, subject=subject)


def body(page):
    """The order itself: the forms in its annexes have blanks on purpose."""
    blocks = takewhile(lambda block: not isinstance(block, Annex), page.blocks)
    return read(Page(page.title, tuple(blocks)))


def test_numbers_rise_with_the_days_of_the_orders(program):
    orders = Document.objects.filter(journal="orders", date__isnull=False).order_by("date", "pk")

    numbers = list(orders.values_list("number", flat=True))

    launch = [number for number in numbers if number < 12]
    assert (launch, len(launch)) == (sorted(launch), 11)


def test_some_orders_stand_on_the_page_and_name_nobody_without_consent(program):
    shown = {paper.kind for paper in published(program)}

    assert shown >= {"order_curator", "order_roadmap", "order_regulation"}


def test_teachers_of_the_demo_may_enter_an_order(program):
    assert pair_order.waiting(program) == []
    assert Document.objects.filter(kind="labour_addendum").exists()


def test_every_order_but_the_end_of_a_pair_is_whole_there(program):
    left_blank = {kind.code for kind in ORDERS if BLANK in body(page_of(draft(program, kind)))}

    assert left_blank == {"order_end"}
