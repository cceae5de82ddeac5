"""What a school once said of its column titles is remembered, for this school only."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from participants.models import ImportBatch
from participants.services.import_batch import preview
from tests.builders import make_curator, make_program

pytestmark = pytest.mark.django_db

ODD = "ФИО наставляемого;Основной запрос наставляемого;Секция – кружок\nЛосева Анна;чтение;хор\n"


def odd_table(caption="Секция – кружок"):
    text = ODD.replace("Секция – кружок", caption)
    return SimpleUploadedFile("база.csv", text.encode())


def uploaded(browser, program, file):
    address = reverse("participants:import_create", args=[program.pk])
    browser.post(address, {"file": file, "kind": "auto"})
    return ImportBatch.objects.latest("pk")


def explain(browser, batch, code):
    address = reverse("participants:import_columns", args=[batch.pk])
    return browser.post(address, {"column_0": code})


def meanings(batch):
    (table,) = preview(batch).tables
    return [column.code for column in table.columns]


@pytest.mark.parametrize("caption", ["Секция – кружок", "СЕКЦИЯ  - кружок", "секция—кружок."])
def test_an_explained_column_is_known_in_the_next_upload(client, caption):
    program = make_program()
    client.force_login(make_curator(program))
    first = uploaded(client, program, odd_table())
    explain(client, first, "interests")

    second = uploaded(client, program, odd_table(caption))

    assert meanings(second) == ["mentee_name", "main_request", "interests"]
    page = client.get(reverse("participants:import_detail", args=[second.pk])).content.decode()
    assert page.count("столбец узнан по прошлой загрузке") == 1
    first_page = client.get(reverse("participants:import_detail", args=[first.pk]))
    assert "узнан по прошлой" not in first_page.content.decode()


def test_an_explained_column_is_changed_and_forgotten(client):
    program = make_program()
    client.force_login(make_curator(program))
    explain(client, uploaded(client, program, odd_table()), "interests")
    second = uploaded(client, program, odd_table())

    explain(client, second, "note")
    assert meanings(uploaded(client, program, odd_table()))[2] == "note"
    explain(client, second, "")

    third = uploaded(client, program, odd_table())
    assert (meanings(third)[2], third.recalled) == ("", [])
    second.refresh_from_db()
    assert meanings(second)[2] == ""


def test_another_school_knows_nothing_of_it(client):
    program, other = make_program(), make_program()
    client.force_login(make_curator(program))
    explain(client, uploaded(client, program, odd_table()), "interests")
    client.force_login(make_curator(other))

    assert meanings(uploaded(client, other, odd_table()))[2] == ""
