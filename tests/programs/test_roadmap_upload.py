"""A roadmap file in the browser: looked at, then loaded; a look writes nothing."""

from datetime import date
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from programs.models import RoadmapItem, RoadmapUpload
from programs.services.roadmap_upload import LOADED, NOTHING_NEW
from tests.builders import make_curator, make_program
from tests.programs.roadmaps import row, section, word
from tests.programs.roads import make_item

pytestmark = pytest.mark.django_db
GYMNASIUM = Path(__file__).parent / "data" / "gymnasium.docx"


@pytest.fixture
def program():
    return make_program(start_year=2026)


@pytest.fixture
def curator(client, program):
    user = make_curator(program)
    client.force_login(user)
    return user


def send(client, program, data, name="план Ивановой.docx"):
    url = reverse("programs:upload_create", args=[program.pk])
    return client.post(url, {"file": SimpleUploadedFile(name, data)})


def looked(client, program, data):
    return client.get(send(client, program, data).url).context["preview"]


def load(client, upload, mode="replace"):
    url = reverse("programs:upload_apply", args=[upload.pk])
    return client.post(url, {"mode": mode}, follow=True)


def told(answer):
    return [str(message) for message in answer.context["messages"]]


def test_a_look_shows_every_row_and_writes_none(client, curator, program):
    old = make_item(program)

    preview = looked(client, program, GYMNASIUM.read_bytes())

    lines = [line for group in preview.groups for line in group.lines]
    assert (len(preview.groups), len(lines)) == (6, 40)
    assert list(program.roadmap_items.all()) == [old]


def test_a_remark_stands_beside_its_row(client, curator, program):
    file = word(
        section("1. Условия"),
        row("1", "Первое", "с 20.10.2026 по 01.10.2026"),
        row("1", "Второе", "до 05.11.2019"),
    )

    preview = looked(client, program, file)

    [group] = preview.groups
    assert [[note.message for note in line.warnings] for line in group.lines] == [
        [
            "Срок «с 20.10.2026 по 01.10.2026»: начало периода позже его окончания. "
            "Он записан словами, без дат."
        ],
        [
            "Срок «до 05.11.2019» выходит за учебный год 2026–2027: 05.11.2019. "
            "Он записан так, как напечатан.",
            "Номер «1» уже стоит в строке 3.",
        ],
    ]
    assert preview.notes == []


def test_what_is_confirmed_is_loaded_and_the_file_is_dropped(
    client, curator, program, django_capture_on_commit_callbacks
):
    send(client, program, word(row("1", "Издать приказ", "до 01.10.2026")))
    upload = RoadmapUpload.objects.get()
    kept_as = upload.file.name

    with django_capture_on_commit_callbacks(execute=True):
        answer = load(client, upload)

    assert program.roadmap_items.get().due_on == date(2026, 10, 1)
    assert told(answer) == ["Дорожная карта загружена: 1\u00a0строка."]
    assert not default_storage.exists(kept_as)


def test_the_name_of_the_file_never_reaches_the_disk(client, curator, program):
    send(client, program, word(row("1")))

    upload = RoadmapUpload.objects.get()
    assert (upload.filename, upload.file.name) == (
        "план Ивановой.docx",
        f"roadmap-uploads/{upload.key}",
    )


def test_a_marked_row_survives_and_is_said_so(client, curator, program):
    make_item(program, title="Сделано", done_on=date(2026, 9, 5))
    send(client, program, word(row("1", "Новая")))

    answer = load(client, RoadmapUpload.objects.get())

    assert told(answer) == [
        "Дорожная карта загружена: 1\u00a0строка. "
        "Ещё осталась 1\u00a0прежняя строка с отметкой или файлом."
    ]
    assert program.roadmap_items.count() == 2


def test_rows_are_added_beside_the_old_ones(client, curator, program):
    make_item(program, number="1", title="Старая")
    send(client, program, word(row("1", "Старая"), row("2", "Новая")))

    answer = load(client, RoadmapUpload.objects.get(), "add")

    assert told(answer) == ["Дорожная карта дополнена: 1\u00a0строка."]
    assert [item.title for item in program.roadmap_items.in_order()] == ["Старая", "Новая"]


def test_adding_nothing_new_is_refused(client, curator, program):
    make_item(program, number="1", title="Старая")
    send(client, program, word(row("1", "Старая")))

    assert told(load(client, RoadmapUpload.objects.get(), "add")) == [NOTHING_NEW]


def test_a_file_is_loaded_once(client, curator, program):
    send(client, program, word(row("1")))
    upload = RoadmapUpload.objects.get()
    load(client, upload)

    assert told(load(client, upload)) == [LOADED, LOADED]
    assert program.roadmap_items.count() == 1


def test_a_file_with_errors_has_no_button_and_changes_nothing(client, curator, program):
    make_item(program)
    send(client, program, word(row("1", "Новая"), row("2", "", "май")))
    upload = RoadmapUpload.objects.get()

    page = client.get(reverse("programs:upload_detail", args=[upload.pk]))
    load(client, upload)

    assert reverse("programs:upload_apply", args=[upload.pk]) not in page.content.decode()
    assert [item.title for item in RoadmapItem.objects.all()] == ["Провести встречу"]


def test_a_new_file_takes_the_place_of_the_one_left_waiting(client, curator, program):
    send(client, program, word(row("1", "Первая")))
    send(client, program, word(row("1", "Вторая")))

    assert RoadmapUpload.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("пусто.docx", b""),
        ("шум.xlsx", b"PK\x03\x04 noise"),
        ("план.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        ("план.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
        ("снимок.png", b"\x89PNG"),
        ("план.docx", b"PK\x03\x04" + b"x" * (6 * 1024 * 1024)),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_a_sentence(client, curator, program, name, data):
    answer = send(client, program, data, name)

    [sentence] = answer.context["form"].errors["file"]
    assert sentence[0].isupper()
    assert sentence.endswith(".")
    assert not RoadmapUpload.objects.exists()


def test_nothing_chosen_is_said(client, curator, program):
    answer = client.post(reverse("programs:upload_create", args=[program.pk]))

    assert answer.context["form"].errors["file"] == ["Выберите файл с дорожной картой."]


def test_a_lost_file_is_asked_for_again(client, curator, program):
    send(client, program, word(row("1")))
    upload = RoadmapUpload.objects.get()
    default_storage.delete(upload.file.name)

    answer = client.get(reverse("programs:upload_detail", args=[upload.pk]), follow=True)

    assert told(answer) == ["Файл не сохранился на сервере. Выберите его ещё раз."]
