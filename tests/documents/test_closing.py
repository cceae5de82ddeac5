"""How a registered paper loses its force, and what of it stays."""

from datetime import date

import pytest
from django.contrib import admin
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError
from django.urls import reverse

from documents.kinds.content import CATALOGUE
from documents.models import Document
from documents.services import closing, pair_order
from documents.services.files import page_of, render_all
from documents.services.issue import edit, register
from mentoring_portal.shared.transitions import TransitionError
from programs.models import AuditEvent
from tests.builders import make_curator
from tests.documents.builders import make_accepted_pair, make_school_program

pytestmark = pytest.mark.django_db
DAY, LATER = date(2026, 10, 15), date(2026, 11, 2)
NAMES = (
    "Панин Глеб Олегович",
    "Зорин Лев Юрьевич",
    "Белов Пётр Ильич",
    "Котов Илья Олегович",
    "Лис Марк Олегович",
)


@pytest.fixture
def program():
    return make_school_program()


@pytest.fixture
def curator(client, program):
    client.force_login(make_curator(program))
    return client


def make_order(program, number=0, day=DAY):
    make_accepted_pair(program, NAMES[number], f"Ершова Яна{number} Тимуровна")
    return register(
        document=pair_order.draft_order_pairs(program=program, by=None), day=day, by=None
    )


def address(document, verb):
    return reverse(f"documents:document_{verb}", args=[document.pk])


def test_one_paper_cancels_several_and_each_card_leads_to_it(curator, program):
    former = [make_order(program), make_order(program, 1)]
    new = make_order(program, 2, LATER)

    for document in former:
        curator.post(
            address(document, "cancel"), {"cancelled_by": new.pk, "day": LATER.isoformat()}
        )

    assert list(new.cancels.order_by("pk")) == former
    card = curator.get(address(former[0], "detail")).content.decode()
    assert f'href="{address(new, "detail")}"' in card
    assert "Отменён с 02.11.2026" in card


def test_a_cancelled_paper_keeps_its_number_its_page_and_its_files(program):
    document = make_order(program)
    render_all(document)
    page = page_of(document)

    gone = closing.cancel(
        document=document, cancelled_by=make_order(program, 1, LATER), day=LATER, by=None
    )

    assert (gone.status, gone.number_text, gone.closed_on) == ("cancelled", "1-од", LATER)
    assert (page_of(gone), gone.attachments.count()) == (page, 3)


@pytest.mark.parametrize("verb", ["cancel", "expire"])
def test_a_paper_without_force_leaves_the_public_page_at_once(client, program, verb):
    document, new = make_order(program), make_order(program, 1, LATER)
    Document.objects.filter(pk=document.pk).update(is_public=True)
    before = list(Document.objects.published())

    how = {"cancelled_by": new} if verb == "cancel" else {"reason": "срок истёк"}
    gone = getattr(closing, verb)(document=document, day=LATER, by=None, **how)
    marked = gone.is_public
    Document.objects.filter(pk=document.pk).update(is_public=True)

    assert (before, marked, list(Document.objects.published())) == ([document], False, [])


def test_only_a_registered_paper_of_this_school_that_is_not_older_cancels(program):
    document = make_order(program, 0, LATER)
    older = make_order(program, 1, DAY)
    foreign = make_order(make_school_program(), 2, LATER)
    make_accepted_pair(program, "Котов Илья Олегович", "Лис Анна Олеговна")
    draft = pair_order.draft_order_pairs(program=program, by=None)

    for paper in (document, older, foreign, draft):
        with pytest.raises(ValidationError, match="Отменить документ может только"):
            closing.cancel(document=document, cancelled_by=paper, day=LATER, by=None)

    document.refresh_from_db()
    assert document.status == "registered"


def test_what_is_about_the_paper_is_offered_first_then_its_own_kind(program):
    document = make_order(program)
    same, other, about = (make_order(program, number, LATER) for number in (1, 2, 3))
    Document.objects.filter(pk=other.pk).update(kind="order_curator")
    Document.objects.filter(pk=about.pk).update(kind="order_curator", about=document)

    assert list(closing.able_to_cancel(document)) == [about, same, other]


def test_papers_of_another_family_and_without_force_are_not_offered(program):
    document, closed, letter, minutes = (make_order(program, number) for number in range(4))
    closing.expire(document=closed, day=LATER, reason="истёк", by=None)
    for paper, kind in ((letter, "letter_employer"), (minutes, "protocol_pedsovet")):
        Document.objects.filter(pk=paper.pk).update(kind=kind, date=LATER)
    minutes.refresh_from_db()
    new = make_order(program, 4, LATER)

    assert list(closing.able_to_cancel(document)) == [new]
    assert list(closing.able_to_cancel(minutes)) == [new]


def test_of_one_day_only_a_higher_number_cancels(program):
    first, second = make_order(program), make_order(program, 1)

    offered = [list(closing.able_to_cancel(paper)) for paper in (first, second)]

    assert offered == [[second], []]


@pytest.mark.parametrize(
    ("day", "refusal"),
    [
        ("2026-11-01", "Отменяющий документ действует с 02.11.2026"),
        ("2099-01-01", "Эта дата ещё не наступила."),
    ],
)
def test_a_paper_is_cancelled_neither_before_the_new_one_nor_ahead(curator, program, day, refusal):
    document, new = make_order(program), make_order(program, 1, LATER)

    answer = curator.post(address(document, "cancel"), {"cancelled_by": new.pk, "day": day})

    document.refresh_from_db()
    assert (refusal in answer.content.decode(), document.status) == (True, "registered")


@pytest.mark.parametrize(
    ("day", "refusal"),
    [(date(2026, 10, 14), "дата раньше неё"), (date(2099, 1, 1), "ещё не наступила")],
)
def test_the_day_of_the_end_is_neither_before_the_paper_nor_ahead(curator, program, day, refusal):
    document = make_order(program)
    values = {"day": day.isoformat(), "reason": "срок истёк"}

    answer = curator.post(address(document, "expire"), values)

    document.refresh_from_db()
    assert (refusal in answer.content.decode(), document.status) == (True, "registered")


def test_a_paper_expires_for_a_reason_in_words(curator, program):
    document = make_order(program)

    empty = curator.post(address(document, "expire"), {"day": "2026-11-02", "reason": " "})
    curator.post(address(document, "expire"), {"day": "2026-11-02", "reason": "срок истёк"})

    document.refresh_from_db()
    assert empty.context["form"].errors["reason"]
    assert (document.status, document.closed_reason) == ("expired", "срок истёк")


def test_what_has_lost_its_force_is_not_closed_again(program):
    document, new = make_order(program), make_order(program, 1, LATER)
    closing.expire(document=document, day=LATER, reason="срок истёк", by=None)

    with pytest.raises(TransitionError):
        closing.cancel(document=document, cancelled_by=new, day=LATER, by=None)


def test_a_draft_is_not_cancelled_by_its_address(curator, program):
    make_accepted_pair(program)
    draft = pair_order.draft_order_pairs(program=program, by=None)

    answer = curator.get(address(draft, "cancel"), follow=True)

    assert [str(m) for m in answer.context["messages"]] == ["Это невозможно: документ черновик."]


def test_the_end_stands_in_the_journal_of_events(program):
    curator = make_curator(program)
    document = make_order(program)
    closing.expire(document=document, day=LATER, reason="срок истёк", by=curator)

    event = AuditEvent.objects.get(actor=curator)
    assert (event.action, event.object_id) == ("document.expire", document.pk)


def test_papers_without_force_are_edited_no_more_than_the_registered(program):
    document = closing.expire(document=make_order(program), day=LATER, reason="истёк", by=None)

    with pytest.raises(ValidationError):
        edit(document=document, values={"title": "О другом"}, by=None)


def test_an_order_without_force_is_not_quoted_any_more(program):
    first, second = make_order(program), make_order(program, 1, LATER)
    quoted = CATALOGUE["приказ о парах"].read
    before = quoted(first)

    closing.expire(document=second, day=LATER, reason="ошибка", by=None)

    numbers = [text.rpartition("\u00a0")[2] for text in (before, quoted(first))]
    assert numbers == ["2-од", "1-од"]


def test_the_administrator_only_looks_at_papers(client, program):
    document = make_order(program)
    client.force_login(get_user_model().objects.create_superuser("root"))
    url = reverse("admin:documents_document_change", args=[document.pk])
    delete = reverse("admin:documents_document_delete", args=[document.pk])

    statuses = [client.get(url).status_code, client.post(url, {"title": "О другом"}).status_code]
    statuses.append(client.post(delete, {"post": "yes"}).status_code)

    assert statuses == [200, 403, 403]
    assert admin.site.is_registered(Document)


def test_what_a_registered_paper_hangs_on_cannot_be_deleted_under_it(program):
    make_order(program)

    with pytest.raises(ProtectedError):
        program.delete()
