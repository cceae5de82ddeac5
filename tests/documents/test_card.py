"""The card of a paper: digests of its files, the code on its first sheet, words by its kind."""

from datetime import date
from hashlib import sha256

import pytest
from django.urls import reverse

from documents.domain.form_blocks import QrCode
from documents.domain.paper_words import WORDS, words_of
from documents.enums import PaperType
from documents.kinds import KINDS
from documents.services import pair_order
from documents.services.files import page_of, render, render_all
from documents.services.issue import register
from documents.services.report import draft_report
from mentoring_portal.shared.own_address import portal_address
from tests.builders import make_curator
from tests.documents.builders import make_accepted_pair, make_school_program

pytestmark = pytest.mark.django_db
DAY = date(2026, 10, 15)


@pytest.fixture
def program():
    return make_school_program()


@pytest.fixture
def document(program):
    make_accepted_pair(program)
    return register(
        document=pair_order.draft_order_pairs(program=program, by=None), day=DAY, by=None
    )


def codes(document):
    return [block.address for block in page_of(document).blocks if isinstance(block, QrCode)]


@pytest.mark.parametrize(
    ("origins", "hosts", "secure", "address"),
    [
        (["https://portal.example.org/"], ["10.0.0.1"], True, "https://portal.example.org"),
        (["https://*.example.org"], ["portal.example.org"], True, "https://portal.example.org"),
        ([], ["*", ".example.org", "localhost"], False, "http://localhost"),
        ([], ["*"], True, ""),
    ],
)
def test_the_portal_knows_its_address_by_its_settings(settings, origins, hosts, secure, address):
    settings.CSRF_TRUSTED_ORIGINS, settings.ALLOWED_HOSTS = origins, hosts
    settings.SESSION_COOKIE_SECURE = secure

    assert portal_address() == address


def test_the_code_of_a_registered_paper_leads_to_its_card(settings, program):
    settings.CSRF_TRUSTED_ORIGINS = ["https://portal.example.org"]
    make_accepted_pair(program)
    draft = pair_order.draft_order_pairs(program=program, by=None)
    before = codes(draft)

    paper = register(document=draft, day=DAY, by=None)

    assert (before, codes(paper)) == ([], [f"https://portal.example.org/documents/{paper.pk}/"])


def test_a_portal_without_one_address_prints_no_code(settings, program):
    settings.CSRF_TRUSTED_ORIGINS, settings.ALLOWED_HOSTS = [], ["*"]
    make_accepted_pair(program)

    draft = pair_order.draft_order_pairs(program=program, by=None)

    assert codes(register(document=draft, day=DAY, by=None)) == []


def test_the_card_shows_the_whole_digest_of_every_file(client, program, document):
    render_all(document)
    client.force_login(make_curator(program))

    card = client.get(reverse("documents:document_detail", args=[document.pk])).content.decode()

    digests = [sha256(render(document, name)).hexdigest() for name in ("pdf", "xlsx", "docx")]
    assert [f'<code class="digest">{one}</code>' in card for one in digests] == [True] * 3


def test_a_lost_file_does_not_break_the_card(client, program, document):
    render_all(document)
    lost = document.attachments.get(format="pdf")
    lost.file.storage.delete(lost.file.name)
    client.force_login(make_curator(program))

    card = client.get(reverse("documents:document_detail", args=[document.pk])).content.decode()

    assert [f"Скачать {name}" in card for name in ("PDF", "XLSX", "DOCX")] == [False, True, True]


def test_every_paper_is_called_by_its_own_word():
    said = {words_of(kind.type).register for kind in KINDS.values() if kind.type != "order"}

    assert set(WORDS) <= set(PaperType.values)
    assert words_of("order").day == "Дата приказа"
    assert [words for words in said if "приказ" in words] == []


def test_a_report_is_approved_and_gets_no_number(client, program):
    report = draft_report(program=program, period="december", as_of=date(2026, 12, 10), by=None)
    client.force_login(make_curator(program))

    page = client.get(reverse("documents:document_register", args=[report.pk]))

    assert [field.name for field in page.context["form"].visible_fields()] == ["day"]
    assert "приказ" not in page.content.decode().split("<main")[1].casefold()


def test_who_registered_a_paper_is_told_by_the_portal(program):
    make_accepted_pair(program)
    curator = make_curator(program)
    draft = pair_order.draft_order_pairs(program=program, by=None)

    assert register(document=draft, day=DAY, by=curator).registered_by == curator
