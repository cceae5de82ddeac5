"""Photos, scenarios and other papers of an event."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from programs.enums import Role
from programs.models import AuditEvent, Media
from programs.services.event import delete_event
from programs.services.media import attach
from tests.builders import make_event, make_program, make_user

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.4 scenario"


@pytest.fixture
def event():
    return make_event(make_program(), title="Итоговый праздник")


@pytest.fixture
def curator(event, client):
    user = make_user(Role.CURATOR, event.program.organization)
    client.force_login(user)
    return user


def upload(client, event, name="сценарий.pdf", content=PDF, title="Сценарий праздника"):
    url = reverse("programs:media_create", args=[event.pk])
    data = {"file": ContentFile(content, name), "title": title}
    return client.post(url, data, follow=True)


def test_curator_attaches_a_scenario_and_gets_it_back(client, event, curator):
    page = upload(client, event)
    media = Media.objects.get()

    file = client.get(reverse("programs:media_download", args=[media.pk]))

    assert media.title == "Сценарий праздника.pdf"
    assert "Сценарий праздника.pdf" in page.content.decode()
    assert b"".join(file.streaming_content) == PDF


def test_file_whose_content_is_not_its_name_is_refused(client, event, curator):
    page = upload(client, event, content=b"MZ program")

    assert not Media.objects.exists()
    assert "Содержимое файла не соответствует его имени." in page.content.decode()


def test_journal_names_the_event_and_never_the_file(client, event, curator):
    upload(client, event, title="Фото Ершовой Яны")

    entry = AuditEvent.objects.get(action="event.attach")

    assert (entry.object_id, list(entry.details)) == (event.pk, ["file"])


def test_mentor_and_municipality_never_see_photos(client, event, curator):
    upload(client, event)
    school = event.program.organization
    url = reverse("programs:media_download", args=[Media.objects.get().pk])

    answers = []
    for role in (Role.MENTOR, Role.MUNICIPAL):
        client.force_login(make_user(role, school))
        answers.append(client.get(url).status_code)

    assert answers == [403, 403]


def test_stranger_finds_neither_the_file_nor_its_event(client, event, curator):
    upload(client, event)
    media = Media.objects.get()
    client.force_login(make_user(Role.CURATOR))

    urls = [
        reverse("programs:media_download", args=[media.pk]),
        reverse("programs:media_delete", args=[media.pk]),
        reverse("programs:media_create", args=[event.pk]),
    ]

    assert [client.get(url).status_code for url in urls] == [404, 404, 404]


def test_deleted_file_leaves_the_disk(client, event, curator, django_capture_on_commit_callbacks):
    media = attach(event=event, upload=ContentFile(PDF, "x.pdf"), title="x.pdf", by=curator)
    storage, name = media.file.storage, media.file.name

    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("programs:media_delete", args=[media.pk]))

    assert (Media.objects.count(), storage.exists(name)) == (0, False)


def test_deleted_event_takes_its_files_from_the_disk(
    event, curator, django_capture_on_commit_callbacks
):
    media = attach(event=event, upload=ContentFile(PDF, "x.pdf"), title="x.pdf", by=curator)
    storage, name = media.file.storage, media.file.name

    with django_capture_on_commit_callbacks(execute=True):
        delete_event(event=event, by=curator)

    assert storage.exists(name) is False
