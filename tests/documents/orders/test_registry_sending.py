"""Notes that the registry went above: by which order, when, to whom."""

import re
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from documents.models import RegistrySending
from documents.services import closing
from documents.services.readiness import facts_of
from documents.services.registry_sending import delete, send, sendings
from mentoring_portal.shared.names import NBSP
from programs.models import AuditEvent
from tests.builders import make_curator, make_program
from tests.documents.orders.school import REGISTRY_DAY as DAY
from tests.documents.orders.school import order_registry

pytestmark = pytest.mark.django_db


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


def test_sending_is_noted_by_the_order_that_was_the_newest_on_that_day(order, program, client):
    newer = order_registry(program, DAY + timedelta(days=7))
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
    newer = order_registry(program, DAY + timedelta(days=7))
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


def test_sending_is_a_step_of_the_stage_once_the_order_is_there(order, program):
    title = "Реестр наставников направлен в управление образования"

    def done():
        return [fact.done for fact in facts_of(program) if fact.title == title]

    before = done()
    send(document=order, sent_on=DAY, recipient="Управление", by=None)

    assert (before, done()) == ([0], [1])
    assert title not in [fact.title for fact in facts_of(make_program())]
