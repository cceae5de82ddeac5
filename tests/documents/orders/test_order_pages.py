"""Every order in full, as the school prints it: compared with a page that a human has proofread."""

import pytest

from documents.kinds import KINDS
from documents.kinds.candidates import subjects
from documents.kinds.orders import KINDS as ORDERS
from documents.services import pair_order
from documents.services.files import page_of
from documents.services.paper import draft_paper
from pairs.models import Pair
from pairs.services.pair import terminate
from tests.documents.orders.reading import PAGES, expected, read
from tests.documents.orders.school import ORDER_DAY, TODAY, make_school, order_pairs, register

pytestmark = pytest.mark.django_db
ABOUT_PAIRS = ("order_pairs", "order_amending")
BEFORE_PAIRS = (
    "order_implement",
    "order_working_group",
    "order_curator",
    "order_roadmap",
    "order_regulation",
    "order_responsible",
    "order_monitoring_terms",
    "order_registry",
    "order_mentor_school",
    "order_curator_mentors",
)
WHEN_PAIRS_WORK = ("order_monitoring", "order_pay", "order_final_event", "order_reward")


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: TODAY)


@pytest.fixture
def program():
    return make_school()


def paper(program, code, **values):
    return page_of(draft_paper(program=program, code=code, by=None, values=values))


@pytest.mark.parametrize("code", BEFORE_PAIRS)
def test_an_order_of_the_first_stages(program, code):
    assert read(paper(program, code)) == expected(code)


@pytest.mark.parametrize("code", WHEN_PAIRS_WORK)
def test_an_order_about_working_pairs(program, code):
    values = {"amounts": "Никитин Никита Львович; 3500"} if code == "order_pay" else {}
    order_pairs(program)

    assert read(paper(program, code, **values)) == expected(code)


def test_the_order_about_pairs(program):
    register(program, "order_roadmap", ORDER_DAY.replace(day=1))

    assert read(page_of(order_pairs(program))) == expected("order_pairs")


def test_the_order_that_ends_a_pair(program):
    order_pairs(program)
    pair = Pair.objects.get(form="teacher_teacher")
    values = {"last_day": TODAY, "reason": "личное заявление наставника"}

    draft = draft_paper(program=program, code="order_end", by=None, subject=pair, values=values)

    assert read(page_of(draft)) == expected("order_end")


def test_the_order_that_changes_the_pairs(program):
    order_pairs(program)
    pair = Pair.objects.get(form="employer_student")
    terminate(pair=pair, day=TODAY, reason="Переезд семьи.", by=None)

    draft = pair_order.draft_order_amending(program=program, by=None)

    assert read(page_of(draft)) == expected("order_amending")


def test_every_order_has_a_page_here():
    assert {path.stem for path in PAGES.glob("*.txt")} == {kind.code for kind in ORDERS}


def test_every_order_is_reached_from_the_catalog(program):
    assert all(kind.made_at or subjects for kind in ORDERS)
    assert [KINDS[kind.code] for kind in ORDERS] == list(ORDERS)
