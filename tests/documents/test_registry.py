"""The registry for the education authority: exactly the people of the registered order."""

import csv
import io
import re
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from openpyxl import load_workbook

from documents.domain.blocks import Annex, Column, Page, Table
from documents.domain.registry_file import NAME, registry_sheet, to_csv
from documents.models import Document, RegistrySending
from documents.services import closing, issue
from documents.services.doubts import doubts, doubts_of_many
from documents.services.readiness import facts_of
from documents.services.registry import changes, order_of, sheet_of
from documents.services.registry_sending import delete, send, sendings
from mentoring_portal.shared.names import NBSP
from participants.models import Person, Selection
from participants.services import enrollment
from programs.models import AuditEvent
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


def test_sending_is_noted_with_its_day_and_addressee(order, client):
    client.force_login(make_curator(order.program))

    client.post(
        reverse("documents:registry_send", args=[order.pk]),
        {"sent_on": "2026-10-03", "recipient": "Управление образования", "note": "почтой"},
    )

    row = RegistrySending.objects.get(document=order)
    assert (row.sent_on, row.recipient, row.note) == (
        date(2026, 10, 3),
        "Управление образования",
        "почтой",
    )
    event = AuditEvent.objects.get(action="registry.send", object_id=order.pk)
    assert event.details == {"day": "2026-10-03", "sending": row.pk}


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (DAY - timedelta(days=1), "раньше приказа"),
        (date(2026, 11, 22), "ещё не наступила"),
    ],
)
def test_sending_is_neither_before_the_order_nor_to_come(order, day, words):
    with pytest.raises(ValidationError, match=words):
        send(document=order, sent_on=day, recipient="Управление", by=None)


def new_order(program, day):
    return issue.register(document=draft(program, "order_registry"), day=day, by=None)


def test_sending_is_noted_by_the_order_that_was_the_newest_on_that_day(order, program, client):
    newer = new_order(program, DAY + timedelta(days=7))
    values = {"recipient": "Управление образования"}
    client.force_login(make_curator(program))
    url = reverse("documents:registry_send", args=[order.pk])

    refused = client.post(url, values | {"sent_on": "2026-10-08"})
    client.post(url, values | {"sent_on": "2026-10-07"})

    assert refused.context["form"].non_field_errors() == [
        f"На эту дату уже действовал приказ о реестре №{NBSP}2-од от 08.10.2026: направляют реестр "
        "по нему. Запишите отправку на странице «Реестр наставников» или исправьте дату."
    ]
    assert (order.registry_sendings.count(), newer.registry_sendings.count()) == (1, 0)


def test_the_same_sending_is_not_noted_twice(order):
    send(document=order, sent_on=DAY, recipient="Управление образования", by=None)
    send(document=order, sent_on=DAY, recipient="Департамент", by=None)

    with pytest.raises(ValidationError, match="уже записана"):
        send(document=order, sent_on=DAY, recipient="управление  образования.", by=None)

    send(document=order, sent_on=date(2026, 10, 2), recipient="Управление образования", by=None)
    assert order.registry_sendings.count() == 3


def test_sendings_by_every_order_stand_on_the_page_also_after_its_force(order, program, client):
    client.force_login(make_curator(program))
    send(document=order, sent_on=DAY, recipient="Управление", by=None)
    newer = new_order(program, DAY + timedelta(days=7))
    url = reverse("documents:registry_detail", args=[program.pk])

    def shown():
        page = client.get(url)
        return [row.document for row in page.context["sendings"]], page.context.get("is_sent")

    before = shown()
    send(document=newer, sent_on=newer.date, recipient="Управление", by=None)
    after = shown()
    for paper in (newer, order):
        closing.expire(document=paper, day=newer.date, reason="ошибка", by=None)

    assert (before, after) == (([order], False), ([newer, order], True))
    assert shown() == ([newer, order], None)
    assert "(утратил силу)" in client.get(url).content.decode()


def test_who_noted_a_sending_is_named_as_in_the_history(order, program, client):
    client.force_login(make_curator(program))
    for day, user in ((DAY, None), (date(2026, 10, 2), make_curator(program))):
        send(document=order, sent_on=day, recipient="Управление", by=user)
    page = client.get(reverse("documents:registry_detail", args=[program.pk])).content.decode()

    assert re.findall(r'"Кто записал">([^<]+)<', page) == ["сотрудник школы", "портал"]


def test_a_mistaken_sending_is_deleted_after_a_question(order, program, client):
    client.force_login(make_curator(program))
    row = send(document=order, sent_on=DAY, recipient="Управление", by=None)
    url = reverse("documents:registry_sending_delete", args=[row.pk])

    asked = client.get(url)
    kept = sendings(program).count()
    client.post(url)

    assert (asked.context["heading"], kept) == ("Удалить запись об отправке?", 1)
    assert sendings(program).count() == 0
    event = AuditEvent.objects.get(action="registry.unsend", object_id=order.pk)
    assert event.details == {"day": "2026-10-01", "sending": row.pk}
    with pytest.raises(ValidationError, match="уже удалили"):
        delete(sending=row, by=None)


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


def test_the_order_names_nobody_admitted_after_it(program, mentor):
    for name, sex, days in (
        ("Громова Анна Ильинична", "f", 1),
        ("Агатов Иван Петрович", "m", 2),
        ("Берёзов Иван Петрович", "m", 2),
        ("Волков Иван Петрович", "m", 0),
    ):
        one = make_mentor(program, name)
        Person.objects.filter(pk=one.person_id).update(sex=sex)
        Selection.objects.create(
            mentor=one, decision="admit", decided_on=DAY + timedelta(days=days)
        )
    document = draft(program, "order_registry")

    with pytest.raises(ValidationError) as refusal:
        issue.register(document=document, day=DAY, by=None)
    paper = issue.register(document=document, day=DAY + timedelta(days=2), by=None)

    ask = "поставьте дату приказа не раньше этого дня."
    assert refusal.value.messages == [
        f"Громова{NBSP}А.{NBSP}И. допущена решением комиссии от 02.10.2026: {ask}",
        f"Агатов{NBSP}И.{NBSP}П., Берёзов{NBSP}И.{NBSP}П. допущены решением комиссии "
        f"от 03.10.2026: {ask}",
    ]
    assert len(sheet_of(paper).names) == 5


def test_many_admitted_after_the_order_are_counted(program):
    for number in range(7):
        one = make_mentor(program, f"Зорин Лев{number} Юрьевич")
        Selection.objects.create(mentor=one, decision="admit", decided_on=date(2026, 11, 20))

    with pytest.raises(ValidationError, match="Ю. и ещё 2 допущены решением"):
        issue.register(document=draft(program, "order_registry"), day=DAY, by=None)


SAME = f"Действующий приказ о реестре №{NBSP}1-од от 01.10.2026 уже называет всех этих наставников"
ASKED = "{}: проверьте, нужен ли ещё один."


@pytest.mark.parametrize(
    ("change", "asked"),
    [
        (lambda program: None, [ASKED.format(SAME)]),
        (lambda program: make_mentor(program), []),
        (lambda program: leave(program, "Яшин"), [ASKED.format(f"{SAME} и ещё 1{NBSP}наставника")]),
        (lambda program: expire(program), []),
    ],
    ids=["the same people", "one more", "one less", "the former order is closed"],
)
def test_an_order_that_names_nobody_new_is_asked_about(program, mentor, change, asked):
    make_mentor(program, "Яшин Олег Петрович")
    issue.register(document=draft(program, "order_registry"), day=DAY, by=None)
    change(program)
    document = draft(program, "order_registry")

    assert doubts(document, DAY) == doubts_of_many([document], DAY) == asked


def leave(program, surname):
    mentors = list(program.mentors.filter(person__last_name=surname))
    enrollment.withdraw(participants=mentors, by=None)


def expire(program):
    paper = Document.objects.get(program=program, status="registered")
    closing.expire(document=paper, day=DAY, reason="ошибка", by=None)


def test_an_empty_registry_is_refused_and_not_asked_about(order, mentor):
    document = draft(order.program, "order_registry")
    enrollment.withdraw(participants=[mentor], by=None)

    assert doubts(document, DAY) == []


def test_a_stranger_takes_no_file(order, client):
    client.force_login(make_curator(make_program()))

    page = client.get(reverse("documents:registry_file", args=[order.pk, "csv"]))

    assert page.status_code == 404


def test_sending_is_a_step_of_the_stage_once_the_order_is_there(order, program):
    title = "Реестр наставников направлен в управление образования"

    def done():
        return [fact.done for fact in facts_of(program) if fact.title == title]

    before = done()
    send(document=order, sent_on=DAY, recipient="Управление", by=None)

    assert (before, done()) == ([0], [1])
    assert title not in [fact.title for fact in facts_of(make_program())]
