"""Papers attached to roadmap rows: what is taken, where it lies, who gets it."""

import re

import pytest
from django.core.files.storage import default_storage
from django.urls import reverse

from programs.domain.attachments import MAX_BYTES, problem, titled
from programs.enums import Role
from programs.models import RoadmapFile
from programs.services.roadmap import attach
from tests.builders import make_curator, make_organization, make_program, make_user
from tests.programs.roads import make_item, pdf


@pytest.fixture
def item(db):
    return make_item()


@pytest.fixture
def curator(client, item):
    user = make_curator(item.program)
    client.force_login(user)
    return user


@pytest.fixture
def paper(item):
    return attach(item=item, upload=pdf(), title="Приказ о группе.pdf", by=make_user())


def upload(client, item, file, title=""):
    url = reverse("programs:file_create", args=[item.pk])
    return client.post(url, {"file": file, "title": title})


@pytest.mark.parametrize(
    ("name", "beginning"),
    [
        ("a.pdf", b"%PDF-1.4"),
        ("a.DOCX", b"PK\x03\x04...."),
        ("a.xlsx", b"PK\x03\x04...."),
        ("a.ods", b"PK\x03\x04...."),
        ("a.odt", b"PK\x03\x04...."),
        ("a.jpg", b"\xff\xd8\xff\xe0"),
        ("a.png", b"\x89PNG\r\n"),
    ],
)
def test_known_kinds_are_welcome(name, beginning):
    assert problem(name, 100, beginning) == ""


@pytest.mark.parametrize(
    ("name", "size", "beginning", "words"),
    [
        ("a.exe", 10, b"MZ", "Файлы такого вида"),
        ("a", 10, b"%PDF", "Файлы такого вида"),
        ("a.svg", 10, b"<svg", "Файлы такого вида"),
        ("a.pdf", 10, b"MZ......", "Содержимое файла"),
        ("a.pdf", MAX_BYTES + 1, b"%PDF", "Файл больше 10 МБ"),
        ("a.pdf", 0, b"", "Файл пуст"),
    ],
)
def test_others_are_refused_in_words(name, size, beginning, words):
    assert problem(name, size, beginning).startswith(words)


def test_the_title_keeps_the_extension_of_the_file():
    assert titled("Приказ", "скан.PDF") == "Приказ.pdf"
    assert titled("", "скан.pdf") == "скан.pdf"
    assert titled("Приказ.pdf", "скан.pdf") == "Приказ.pdf"
    assert len(titled("я" * 500, "скан.pdf")) == 194


def test_the_name_of_a_file_never_reaches_the_disk(client, item, curator):
    upload(client, item, pdf("Тестов Иван.pdf"))

    stored = RoadmapFile.objects.get()
    assert re.fullmatch(r"roadmap/[0-9a-f-]{36}", stored.file.name)
    assert stored.title == "Тестов Иван.pdf"


def test_a_disguised_file_is_refused_beside_its_field(client, item, curator):
    answer = upload(client, item, pdf("приказ.pdf", b"MZ program"))

    assert answer.context["form"].errors["file"] == [
        "Содержимое файла не соответствует его имени. Сохраните файл заново."
    ]
    assert not RoadmapFile.objects.exists()


def test_the_file_comes_back_as_a_download_with_its_russian_name(client, curator, paper):
    answer = client.get(reverse("programs:file_download", args=[paper.pk]))

    assert b"".join(answer.streaming_content) == b"%PDF-1.7 order"
    assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''")
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_a_file_that_the_disk_has_lost_is_not_found(client, curator, paper):
    client.force_login(curator)
    paper.file.storage.delete(paper.file.name)

    answer = client.get(reverse("programs:file_download", args=[paper.pk]))

    assert answer.status_code == 404


@pytest.mark.parametrize(
    ("role", "status"),
    [(Role.DIRECTOR, 200), (Role.GROUP_HEAD, 200), (Role.MENTOR, 403), (Role.MENTEE, 403)],
)
def test_the_staff_of_the_school_gets_the_file(client, paper, role, status):
    client.force_login(make_user(role, paper.item.program.organization))

    assert client.get(reverse("programs:file_download", args=[paper.pk])).status_code == status


def test_a_stranger_finds_neither_the_file_nor_its_removal(client, paper):
    client.force_login(make_curator(make_program(organization=make_organization())))

    for name in ("file_download", "file_delete"):
        assert client.get(reverse(f"programs:{name}", args=[paper.pk])).status_code == 404


def test_removal_asks_first_then_removes_row_and_file(
    client, curator, paper, django_capture_on_commit_callbacks
):
    url, name = reverse("programs:file_delete", args=[paper.pk]), paper.file.name

    client.get(url)
    assert default_storage.exists(name)

    with django_capture_on_commit_callbacks(execute=True):
        client.post(url)
    assert (RoadmapFile.objects.count(), default_storage.exists(name)) == (0, False)
