"""Loading a base in the browser."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from mentoring_portal.shared.spreadsheets import Table
from participants.enums import ImportStatus
from participants.models import ImportBatch, Mentee, Person
from programs.enums import Role
from tests.assertions import queries_of
from tests.builders import make_person, make_user
from tests.participants.workbooks import mentee_row, mentees, workbook

pytestmark = pytest.mark.django_db


def url(name, *arguments):
    return reverse(f"participants:{name}", args=arguments)


def upload(browser, program, data, name="база.xlsx"):
    file = SimpleUploadedFile(name, data)
    return browser.post(url("import_create", program.pk), {"file": file, "kind": "auto"})


def test_an_uploaded_base_is_shown_before_it_is_loaded(browser, program):
    answer = upload(browser, program, mentees(mentee_row()))

    batch = ImportBatch.objects.get()
    page = browser.get(answer.url)
    assert answer.url == url("import_detail", batch.pk)
    assert [(line.title, line.label) for line in page.context["page_obj"]] == [
        ("Лосева Анна Петровна", "добавить")
    ]
    assert Person.objects.count() == 0


def test_a_confirmed_base_is_loaded_and_its_outcome_shown(browser, program):
    upload(browser, program, mentees(mentee_row()))
    batch = ImportBatch.objects.get()

    answer = browser.post(url("import_apply", batch.pk), follow=True)

    assert answer.context["summary"]["created"] == 1
    assert answer.templates[0].name == "participants/import_outcome.html"
    assert Mentee.objects.get().program == program


def test_a_table_with_titles_of_its_own_is_mapped_by_hand(browser, program):
    rows = [["1", "Лосева Анна Петровна", "2012", "дружба"]]
    data = workbook(Table(["Пор.", "Кого сопровождаем", "Появление на свет", "Боль"], rows))
    file = SimpleUploadedFile("своя.xlsx", data)
    upload = {"file": file, "kind": "mentees"}

    page = browser.post(url("import_create", program.pk), upload, follow=True)
    before = page.context["page_obj"].paginator.count
    batch = ImportBatch.objects.get()
    named = {"column_1": "mentee_name", "column_2": "mentee_birth_year"}
    page = browser.post(url("import_columns", batch.pk), named, follow=True)

    assert [field.label for field in page.context["columns_form"]] == [
        "Столбец «Пор.»",
        "Столбец «Кого сопровождаем»",
        "Столбец «Появление на свет»",
        "Столбец «Боль»",
    ]
    assert before == 0
    assert [line.title for line in page.context["page_obj"]] == ["Лосева Анна Петровна"]


def test_nothing_is_loaded_from_a_table_whose_names_are_not_found(browser, program):
    data = workbook(Table(["Кого сопровождаем", "Боль"], [["Лосева Анна", "дружба"]]))
    file = SimpleUploadedFile("своя.xlsx", data)
    browser.post(url("import_create", program.pk), {"file": file, "kind": "mentees"})
    batch = ImportBatch.objects.get()

    browser.post(url("import_apply", batch.pk), {"skip_invalid": "on"})

    batch.refresh_from_db()
    assert (batch.status, Person.objects.count()) == (ImportStatus.CHECKED, 0)


def test_rows_with_errors_are_left_out_only_when_that_is_pressed(browser, program):
    upload(browser, program, mentees(mentee_row(), mentee_row("", num=2)))
    batch = ImportBatch.objects.get()

    browser.post(url("import_apply", batch.pk))
    refused = Mentee.objects.count()
    browser.post(url("import_apply", batch.pk), {"skip_invalid": "on"})

    assert (refused, Mentee.objects.count()) == (0, 1)


def test_rows_are_shown_by_their_verdict(browser, program):
    upload(browser, program, mentees(mentee_row(), mentee_row("", num=2)))
    page = browser.get(url("import_detail", ImportBatch.objects.get().pk) + "?only=error")

    assert [line.row for line in page.context["page_obj"]] == [3]


def test_the_answer_to_a_question_joins_the_known_person(browser, program):
    known = make_person("Лосева Анна Петровна", organization=program.organization)
    upload(browser, program, mentees(mentee_row("Лосева А. П.")))
    batch = ImportBatch.objects.get()

    browser.post(url("import_apply", batch.pk), {"same": ["0:2"]})

    assert Mentee.objects.get().person == known


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"", "база.xlsx"),
        (b"PK\x03\x04", "база.xlsx"),
        (b"%PDF-1.7", "база.xlsx"),
        (b"x" * (5 * 1024 * 1024 + 1), "база.csv"),
        ("мел;10".encode(), "цены.csv"),
    ],
)
def test_a_bad_file_is_refused_beside_its_field(browser, program, data, name):
    answer = upload(browser, program, data, name)

    (sentence,) = answer.context["form"].errors["file"]
    assert (answer.status_code, sentence[-1]) == (200, ".")
    assert ImportBatch.objects.count() == 0


def test_a_base_is_not_loaded_by_a_link(browser, program):
    upload(browser, program, mentees(mentee_row()))

    assert browser.get(url("import_apply", ImportBatch.objects.get().pk)).status_code == 405


def test_a_loaded_base_is_not_loaded_again(browser, program):
    upload(browser, program, mentees(mentee_row()))
    batch = ImportBatch.objects.get()
    browser.post(url("import_apply", batch.pk))

    answer = browser.post(url("import_apply", batch.pk), follow=True)

    (message,) = answer.context["messages"]
    assert str(message).startswith("Эта таблица уже загружена.")
    batch.refresh_from_db()
    assert batch.status == ImportStatus.APPLIED


def test_a_stranger_finds_no_upload(browser, client, program):
    upload(browser, program, mentees(mentee_row()))
    client.force_login(make_user(Role.CURATOR))
    pk = ImportBatch.objects.get().pk

    assert client.get(url("import_detail", pk)).status_code == 404
    assert client.post(url("import_apply", pk)).status_code == 404
    assert client.get(url("import_create", program.pk)).status_code == 404


@pytest.mark.parametrize("role", [Role.GROUP_HEAD, Role.MENTOR, Role.MENTEE, Role.MUNICIPAL])
def test_bases_are_loaded_by_managers_only(client, program, role):
    client.force_login(make_user(role, program.organization))

    assert client.get(url("import_create", program.pk)).status_code == 403


def test_a_preview_costs_the_same_queries_for_any_table(browser, program):
    costs = []
    for number in (1, 3, 300):
        rows = [mentee_row(year=2005 + n % 15, num=n) for n in range(number)]
        answer = upload(browser, program, mentees(*rows))
        costs.append(queries_of(lambda page=answer.url: browser.get(page)))

    assert len(set(costs)) == 1


def test_a_likeness_that_nobody_answered_stops_the_upload(browser, program):
    make_person("Ёлкина Алёна Петровна", organization=program.organization)
    text = "ФИО наставляемого;Основной запрос наставляемого\nЕлкина А. П.;чтение\n"
    table = SimpleUploadedFile("база.csv", text.encode())
    browser.post(url("import_create", program.pk), {"file": table, "kind": "auto"})
    address = url("import_apply", ImportBatch.objects.get().pk)

    refused = browser.post(address, follow=True)
    assert [str(message) for message in refused.context["messages"]] == [
        "Ответьте, кто из похожих людей уже есть в портале, и подтвердите, что остальные – новые."
    ]
    assert (Mentee.objects.count(), Person.objects.count()) == (0, 1)

    browser.post(address, {"others_new": "on"})
    assert (Mentee.objects.count(), Person.objects.count()) == (1, 2)
