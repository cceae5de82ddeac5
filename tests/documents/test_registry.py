"""The registry for the education authority: exactly the people of the registered order."""

import csv
import io
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from openpyxl import load_workbook

from documents.domain.blocks import Annex, Column, Page, Table
from documents.domain.registry_file import NAME, registry_sheet, to_csv
from documents.services import closing, issue
from documents.services.registry import changes, order_of, sheet_of
from mentoring_portal.shared.names import NBSP
from participants.services import enrollment
from tests.builders import make_curator, make_mentor, make_program
from tests.documents.acts import draft
from tests.documents.builders import make_school_program

pytestmark = pytest.mark.django_db
DAY = date(2026, 10, 1)
HEAD = ("№ п/п", NAME, "Должность, класс или место работы", "Форма наставничества")
ROW = ("1", "Зорин Лев Юрьевич", "учитель физики", "ученик – ученик")


@pytest.fixture
def program(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: date(2026, 11, 21))
    return make_school_program()


@pytest.fixture
def mentor(program):
    return make_mentor(
        program,
        "Зорин Лев Юрьевич",
        position="учитель физики",
        competences="робототехника",
        time_resource="4 часа",
    )


@pytest.fixture
def order(program, mentor):
    return issue.register(document=draft(program, "order_registry"), day=DAY, by=None)


def csv_rows(data):
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))


def test_the_file_holds_no_more_than_who_where_and_the_form(order):
    sheet = sheet_of(order)

    assert (sheet.titles, sheet.rows) == (HEAD, (ROW,))
    assert sheet.head == (
        order.organization.name,
        "Реестр наставников на 2026–2027 учебный год",
        f"Утверждён приказом от 1{NBSP}октября 2026{NBSP}г. №{NBSP}1-од",
    )


def test_the_file_is_that_of_the_order_whatever_came_later(order, program, mentor):
    make_mentor(program, "Громов Павел Андреевич")
    enrollment.withdraw(participants=[mentor], by=None)

    sheet = sheet_of(order)

    assert sheet.names == ["Зорин Лев Юрьевич"]
    found = changes(order, sheet)
    assert (found.joined, found.left) == (["Громов Павел Андреевич"], ["Зорин Лев Юрьевич"])


def test_a_paused_mentor_is_told_apart_from_one_who_left(order, program, mentor, client):
    enrollment.pause(participants=[mentor], by=None)
    client.force_login(make_curator(program))

    page = client.get(reverse("documents:registry_detail", args=[program.pk])).content.decode()

    found = changes(order, sheet_of(order))
    assert (found.joined, found.paused, found.left) == ([], ["Зорин Лев Юрьевич"], [])
    assert "Приостановлены: Зорин Лев Юрьевич." in page
    assert "Больше не в реестре" not in page


@pytest.mark.parametrize("file_format", ["csv", "xlsx"])
def test_both_files_say_the_same(order, client, file_format):
    client.force_login(make_curator(order.program))
    url = reverse("documents:registry_file", args=[order.pk, file_format])

    data = client.get(url).content

    if file_format == "csv":
        rows = [tuple(row) for row in csv_rows(data)]
        assert rows == [*[(line,) for line in sheet_of(order).head], HEAD, ROW]
    else:
        rows = list(load_workbook(io.BytesIO(data)).active.values)
        assert [row[0] for row in rows[:3]] == list(sheet_of(order).head)
        assert rows[3:] == [HEAD, ROW]


def test_a_cell_never_computes():
    table = Table((Column(NAME),), (("=1+1",), ("-Иванов",)))
    page = Page("Приказ", (Annex(("Приложение",)), table))

    rows = csv_rows(to_csv(registry_sheet(page, ())))

    assert rows == [[NAME], ["'=1+1"], ["'-Иванов"]]


def test_a_table_before_the_annex_is_not_the_registry():
    assert registry_sheet(Page("Приказ", (Table((Column(NAME),), (("Иванов",),)),)), ()) is None


@pytest.mark.parametrize("code", ["order_registry", "order_implement"])
def test_a_draft_and_another_order_have_no_file(program, mentor, client, code):
    document = draft(program, code)
    client.force_login(make_curator(program))

    with pytest.raises(ValidationError, match="только у зарегистрированного приказа"):
        sheet_of(document)
    page = client.get(reverse("documents:registry_file", args=[document.pk, "csv"]))
    assert page.status_code == 404


def test_an_unknown_format_is_not_found(order, client):
    client.force_login(make_curator(order.program))

    page = client.get(reverse("documents:registry_file", args=[order.pk, "pdf"]))

    assert page.status_code == 404


def test_the_way_of_a_mentor_names_the_order_in_force(order, mentor, program):
    later = make_mentor(program)

    assert (order_of(mentor), order_of(later)) == (order, None)


def test_a_cancelled_order_is_not_named(order, mentor):
    closing.expire(document=order, day=DAY, reason="ошибка", by=None)

    assert order_of(mentor) is None


def test_the_page_waits_for_the_order(client):
    program = make_program()
    client.force_login(make_curator(program))

    page = client.get(reverse("documents:registry_detail", args=[program.pk]))

    assert page.context["order"] is None


def test_a_stranger_takes_no_file(order, client):
    client.force_login(make_curator(make_program()))

    page = client.get(reverse("documents:registry_file", args=[order.pk, "csv"]))

    assert page.status_code == 404
