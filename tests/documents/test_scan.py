"""Scans of signed papers: what is taken, who sees them, that nothing deletes them."""

from datetime import date
from hashlib import sha256

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import ProtectedError
from django.urls import reverse

from documents.models import Scan
from documents.services import pair_order, scan
from documents.services.issue import register
from programs.enums import Role
from tests.builders import make_curator, make_organization, make_user
from tests.documents.builders import make_accepted_pair, make_school_program

pytestmark = pytest.mark.django_db
PDF, PNG = b"%PDF-1.4 first", b"\x89PNG second"


@pytest.fixture
def program():
    return make_school_program()


@pytest.fixture
def curator(client, program):
    client.force_login(make_curator(program))
    return client


@pytest.fixture
def document(program):
    make_accepted_pair(program)
    draft = pair_order.draft_order_pairs(program=program, by=None)
    return register(document=draft, day=date(2026, 10, 15), by=None)


def send(browser, document, content=PDF, name="Приказ 1.pdf"):
    url = reverse("documents:scan_create", args=[document.pk])
    return browser.post(url, {"scan": SimpleUploadedFile(name, content)})


def test_a_scan_is_given_back_as_a_download_under_its_name(curator, document):
    send(curator, document)

    answer = curator.get(reverse("documents:scan_download", args=[Scan.objects.get().pk]))

    assert b"".join(answer.streaming_content) == PDF
    assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''")
    assert answer["Content-Type"] == "application/pdf"


def test_a_newer_scan_takes_the_place_and_the_old_one_stays(curator, document):
    send(curator, document)
    send(curator, document, PNG, "Приказ.png")

    assert document.latest_scan.name == "Приказ.png"
    assert list(document.scans.values_list("name", flat=True)) == ["Приказ 1.pdf", "Приказ.png"]
    card = curator.get(reverse("documents:document_detail", args=[document.pk])).content.decode()
    assert card.count("прежний, заменён новым") == 1


def test_the_digest_on_the_card_is_that_of_the_file(curator, document):
    send(curator, document)

    card = curator.get(reverse("documents:document_detail", args=[document.pk])).content.decode()
    assert f'<code class="digest">{sha256(PDF).hexdigest()}</code>' in card


def test_the_same_file_sent_twice_is_one_scan(curator, document):
    send(curator, document)
    send(curator, document)

    assert Scan.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "content", "refusal"),
    [
        ("Приказ.exe", b"MZ", "Подходят сканы в форматах PDF, JPG и PNG."),
        ("Приказ.docx", b"PK\x03\x04", "Подходят сканы в форматах PDF, JPG и PNG"),
        ("Приказ.pdf", b"<html><script>", "не соответствует его имени"),
        ("Приказ.pdf", b"", "пуст"),
        ("Приказ.pdf", b"%PDF" + b"0" * 10 * 1024 * 1024, "больше 10 МБ"),
    ],
)
def test_what_is_no_scan_is_refused_in_words(curator, document, name, content, refusal):
    answer = send(curator, document, content, name)

    assert refusal in answer.content.decode()
    assert not Scan.objects.exists()


def test_a_draft_has_nothing_to_scan(program):
    make_accepted_pair(program)
    draft = pair_order.draft_order_pairs(program=program, by=None)

    with pytest.raises(ValidationError, match="к зарегистрированному документу"):
        scan.add(document=draft, scan=ContentFile(PDF, "x.pdf"), by=None)


def test_nothing_deletes_a_paper_that_has_a_scan(document):
    scan.add(document=document, scan=ContentFile(PDF, "x.pdf"), by=None)

    with pytest.raises(ProtectedError):
        document.delete()


def test_the_name_on_the_disk_tells_nothing(document):
    kept = scan.add(document=document, scan=ContentFile(PDF, "Приказ о Панине.pdf"), by=None)

    assert kept.file.name == f"scans/{kept.key}"


def test_a_scan_of_an_order_is_seen_by_the_staff_of_the_school_only(client, program, document):
    kept = scan.add(document=document, scan=ContentFile(PDF, "x.pdf"), by=None)
    municipality = make_organization(kind="municipality")
    program.organization.parent = municipality
    program.organization.save()
    statuses = {}
    for role, organization in (
        (Role.DIRECTOR, program.organization),
        (Role.GROUP_HEAD, program.organization),
        (Role.MENTOR, program.organization),
        (Role.MUNICIPAL, municipality),
        (Role.CURATOR, make_organization()),
    ):
        client.force_login(make_user(role, organization))
        url = reverse("documents:scan_download", args=[kept.pk])
        statuses[role.value] = client.get(url).status_code

    assert statuses == {
        "director": 200,
        "mo_head": 200,
        "mentor": 403,
        "municipal_coordinator": 404,
        "curator": 404,
    }
