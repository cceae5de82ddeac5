"""Orders whose people the curator types: pay, rewards, thanks at the final event."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from documents.enums import DocumentStatus, Journal
from documents.models import Document
from documents.services import issue
from documents.services.files import page_of
from documents.services.paper import draft_paper
from tests.builders import anew
from tests.documents.orders.reading import clauses
from tests.documents.orders.school import TODAY, make_school, order_pairs

pytestmark = pytest.mark.django_db
TEACHER = "Никитин Никита Львович"


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: TODAY)


@pytest.fixture(scope="module")
def school(standing):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("django.utils.timezone.localdate", lambda: TODAY)
        program = make_school()
        order_pairs(program)
    return program


@pytest.fixture
def program(school):
    return anew(school)


def draft(program, code, **values):
    return draft_paper(program=program, code=code, by=None, values=values)


def said(program, code, **values):
    return [line.partition(" ")[2] for line in clauses(page_of(draft(program, code, **values)))]


def refusal(program, code, **values):
    with pytest.raises(ValidationError) as refused:
        page_of(draft(program, code, **values))
    return refused.value.messages


def test_rewards_of_one_kind_share_a_clause_that_asks_for_its_case(program):
    rewards = (
        f"{TEACHER}; почётная грамота; за подготовку призёров\n"
        "дюма ева яновна; Благодарственное письмо\n"
        "Соколова Анна Игоревна; почетная грамота\n"
        "Лев Марк Олегович; значок «Лучший наставляемый»; за упорство"
    )

    assert said(program, "order_reward", rewards=rewards)[:7] == [
        "Наградить почётной грамотой:",
        "Никитина Никиту Львовича, учителя физики, за подготовку призёров;",
        "Соколову Анну Игоревну, учителя физики.",
        "Вручить благодарственное письмо:",
        "Дюма Еве Яновне, ученице 10 «А» класса.",
        "Вручить награду «значок «Лучший наставляемый»»:",
        "Льву Марку Олеговичу, ученику 7 «Б» класса, за упорство.",
    ]


@pytest.mark.parametrize(
    ("rewards", "reason"),
    [
        ("Панин Глеб; благодарность", "Строка 1: «Панин Глеб» нет среди участников"),
        (f"{TEACHER}; благодарность\nКто-то; грамота", "Строка 2: «Кто-то» нет среди"),
        (TEACHER, "Никитин\u00a0Н.\u00a0Л.: не указано, чем поощрить."),
        (f"{TEACHER}; грамота; за труд; ещё", "Строка 1: частей 4, а нужно не больше 3"),
        ("# Наставники", "Строка 1: здесь не нужен знак «#»."),
        (" ", "Впишите, кого и чем поощрить."),
    ],
)
def test_a_line_of_rewards_that_cannot_be_read_is_told_by_its_number(program, rewards, reason):
    (message,) = refusal(program, "order_reward", rewards=rewards)

    assert message.startswith(reason)


def test_a_draft_with_a_wrong_line_can_be_opened_and_mended(program):
    document = draft(program, "order_reward", rewards="Никто; грамота")

    issue.edit(document=document, values={"rewards": f"{TEACHER}; грамота"}, by=None)

    assert clauses(page_of(document))[0] == "1. Наградить грамотой:"


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("3500", "3 500 рублей в месяц"),
        ("1 001", "1 001 рубль в месяц"),
        ("15 процентов должностного оклада", "15 процентов должностного оклада"),
    ],
)
def test_the_pay_names_the_amount_the_mentees_and_the_addendum(program, amount, words):
    assert said(program, "order_pay", amounts=f"{TEACHER}; {amount}")[1] == (
        f"Никитину Никите Львовичу, учителю физики, – {words} за наставничество в отношении "
        "Гайдай Аллы Ильиничны (дополнительное соглашение от 1 сентября 2026 г. № 2)."
    )


@pytest.mark.parametrize(
    ("amounts", "reason"),
    [
        (
            "Дюма Ева Яновна; 1000",
            "Дюма\u00a0Е.\u00a0Я.: нет действующей пары с работником, доплачивать не за что.",
        ),
        (TEACHER, "Никитин\u00a0Н.\u00a0Л.: не указан размер доплаты."),
        ("\n", "Впишите, кому и сколько доплачивать."),
    ],
)
def test_only_mentors_of_workers_are_paid_and_the_amount_is_said(program, amounts, reason):
    assert refusal(program, "order_pay", amounts=amounts) == [reason]


def test_without_an_addendum_nobody_is_paid(program):
    addenda = Document.objects.filter(kind="labour_addendum")
    addenda.update(status=DocumentStatus.CANCELLED, closed_on=TODAY)

    assert refusal(program, "order_pay", amounts=f"{TEACHER}; 100") == [
        "Никитин\u00a0Н.\u00a0Л.: нет зарегистрированного дополнительного соглашения к трудовому "
        "договору."
    ]


def test_the_amount_is_suggested_from_the_addendum(program):
    pay = "Работнику выплачивается доплата в размере 15 процентов должностного оклада ежемесячно."
    Document.objects.filter(kind="labour_addendum").update(content={"pay": pay})

    document = draft_paper(program=program, code="order_pay", by=None)

    assert document.content["amounts"] == f"{TEACHER}; 15 процентов должностного оклада"


def test_the_order_about_pay_is_a_paper_of_the_personnel_journal(program):
    document = draft(program, "order_pay", amounts=f"{TEACHER}; 100")

    order = issue.register(document=document, day=TODAY, by=None)

    assert (order.journal, order.number_text) == (Journal.PERSONNEL, "1-лс")


def test_the_final_event_takes_the_pairs_and_people_that_the_curator_typed(program):
    values = {"presenting": "Пара шахматистов\n", "thanked": "Лев Марк Олегович"}

    lines = said(program, "order_final_event", **values)

    assert (lines[2], lines[4]) == (
        "Пара шахматистов.",
        "Льву Марку Олеговичу, ученику 7 «Б» класса.",
    )


def test_a_final_event_before_its_order_is_refused(program):
    document = draft(program, "order_final_event", event_day=date(2026, 11, 1))

    with pytest.raises(ValidationError, match="Мероприятие раньше приказа"):
        issue.register(document=document, day=TODAY, by=None)
