"""The order about the registry: nobody admitted later, nothing repeated without a question."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from documents.models import Document
from documents.services import closing, issue
from documents.services.doubts import doubts, doubts_of_many
from documents.services.registry import sheet_of
from mentoring_portal.shared.names import NBSP
from participants.models import Person, Selection
from participants.services import enrollment
from tests.builders import make_mentor
from tests.documents.acts import draft
from tests.documents.builders import make_school_program
from tests.documents.orders.school import REGISTRY_DAY as DAY

pytestmark = pytest.mark.django_db


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


def test_two_orders_signed_in_one_step_are_asked_about(program, mentor):
    first, second = (draft(program, "order_registry") for _ in range(2))
    of_another = draft(make_school_program(), "order_registry")

    asked = doubts_of_many([first, second, of_another], DAY)

    assert asked == [
        f"Отмечено 2{NBSP}приказа о реестре наставников на 2026–2027 учебный год, и все назовут "
        "одних и тех же людей: проверьте, нужен ли больше чем один."
    ]
    assert doubts_of_many([first, of_another], DAY) == []


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


def admitted_later(program, name):
    mentor = make_mentor(program, name, position="учитель труда")
    Selection.objects.create(mentor=mentor, decision="admit", decided_on=DAY + timedelta(days=1))
    return mentor


def test_the_order_of_the_curator_and_mentors_names_nobody_admitted_after_it(program, mentor):
    late = admitted_later(program, "Агатов Иван Петрович")
    document = draft(program, "order_curator_mentors")

    with pytest.raises(ValidationError) as refusal:
        issue.register(document=document, day=DAY, by=None)
    paper = issue.register(document=document, day=DAY + timedelta(days=1), by=None)

    assert refusal.value.messages == [
        f"{late.person.short_name} допущен решением комиссии от 02.10.2026: "
        "поставьте дату приказа не раньше этого дня."
    ]
    assert paper.status == "registered"


def test_only_the_marked_mentors_of_that_order_are_asked_about(program, mentor):
    admitted_later(program, "Агатов Иван Петрович")
    document = draft(program, "order_curator_mentors", mentors=[mentor.person])

    assert issue.register(document=document, day=DAY, by=None).date == DAY
