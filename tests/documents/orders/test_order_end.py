"""The order that ends a pair early, or gives its mentee another mentor."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from documents.domain.blocks import Acquaintance, Para
from documents.forms.document import ContentForm
from documents.kinds.candidates import subjects
from documents.kinds.orders.end import KIND
from documents.services import issue, pair_order
from documents.services.doubts import doubts
from documents.services.files import page_of
from documents.services.paper import draft_paper
from pairs.enums import PairStatus
from pairs.models import Pair
from pairs.services.pair import complete, terminate
from tests.builders import make_mentor, make_pair
from tests.documents.builders import (
    entitle,
    make_accepted_pair,
    make_teacher_pair,
)
from tests.documents.orders.reading import clauses
from tests.documents.orders.school import TODAY, order_pairs

pytestmark = pytest.mark.django_db
LAST = date(2026, 11, 20)
ENDS_EARLY = "О досрочном прекращении работы наставнической пары (группы)"


def draft_of(pair, **values):
    return draft_paper(
        program=pair.program, code=KIND.code, by=None, subject=pair, values=values or None
    )


def first_clauses(document, count=1):
    return [line.partition(" ")[2] for line in clauses(page_of(document))][:count]


def replace(pair, **fields):
    mentor = make_mentor(pair.program, "Зорин Лев Юрьевич", position="11 «А» класс")
    defaults = {"status": PairStatus.ACCEPTED, "starts_on": None, "form": pair.form}
    return make_pair(pair.program, mentor, pair.mentees, **defaults | fields)


def test_registering_ends_the_pair_on_its_day_for_its_reason(pair):
    draft = draft_of(pair, last_day=LAST, reason="Переезд семьи.")

    order = issue.register(document=draft, day=TODAY, by=None)

    pair.refresh_from_db()
    assert (pair.status, pair.ended_on, pair.end_reason) == (
        PairStatus.TERMINATED,
        LAST,
        "Переезд семьи",
    )
    assert (order.title, order.content["ended"]) == (ENDS_EARLY, [pair.pk])


def test_a_group_does_not_end_before_somebody_joined_it(pair):
    pair.members.update(joined_on=TODAY)
    draft = draft_of(pair, last_day=LAST, reason="Переезд семьи.")

    with pytest.raises(ValidationError) as refused:
        issue.register(document=draft, day=TODAY, by=None)

    assert [words.replace("\u00a0", " ") for words in refused.value.messages] == [
        "Последний день работы пары: Ершова Я. Т. – в группе с 21.11.2026. "
        "Укажите этот день или более поздний."
    ]


def test_a_pair_ended_on_the_portal_lends_the_order_its_day_and_reason(pair):
    terminate(pair=pair, day=LAST, reason="переезд семьи", by=None)

    order = issue.register(document=draft_of(pair), day=TODAY, by=None)

    assert first_clauses(order) == [
        "Прекратить с 20 ноября 2026 г. работу наставнической пары «Панин Глеб Олегович – "
        "Ершова Яна Тимуровна», сформированной приказом от 15 октября 2026 г. № 1-од."
    ]
    ground = next(block for block in page_of(order).blocks if isinstance(block, Para))
    assert ground.text.endswith("(причина: переезд семьи)")


def test_a_new_mentor_makes_it_an_order_of_replacement(pair):
    new = replace(pair)

    order = issue.register(
        document=draft_of(pair, last_day=LAST, reason="болезнь"), day=TODAY, by=None
    )

    new.refresh_from_db()
    assert order.title == "О замене наставника"
    assert first_clauses(order, 2)[1] == (
        "Назначить наставником Ершовой Яны Тимуровны Зорина Льва Юрьевича, ученика 11 «А» класса, "
        "со дня подписания приказа."
    )
    assert (new.status, new.starts_on) == (PairStatus.ACTIVE, TODAY)
    assert set(order.pairs.all()) == {pair, new}


def test_both_mentors_sign_that_they_know_it(pair):
    replace(pair)

    sheet = next(
        block for block in page_of(draft_of(pair)).blocks if isinstance(block, Acquaintance)
    )

    assert sheet.rows == (
        ("Соколова Анна Игоревна", "учитель физики"),
        ("Панин Глеб Олегович", "учитель химии"),
        ("Зорин Лев Юрьевич", "ученик 11 «А» класса"),
    )


def test_a_new_mentor_of_a_worker_needs_his_papers(program):
    old = make_teacher_pair(program)
    entitle(old)
    order_pairs(program)
    old = Pair.objects.get(pk=old.pk)
    new = replace(old)

    draft = draft_of(old, last_day=LAST, reason="болезнь")
    before = draft.title
    entitle(new)
    issue.register(document=draft, day=TODAY, by=None)

    new.refresh_from_db()
    assert before == ENDS_EARLY
    assert new.status == PairStatus.ACTIVE


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"reason": "болезнь"}, "Впишите последний день работы пары."),
        ({"last_day": LAST}, "Впишите причину: приказ и карточка пары её назовут."),
        (
            {"last_day": date(2026, 11, 22), "reason": "болезнь"},
            "Последний день работы пары – 22.11.2026 – ещё не наступил: "
            "зарегистрируйте приказ в этот день или позже.",
        ),
        (
            {"last_day": date(2026, 10, 14), "reason": "болезнь"},
            "Пара начала работу 15.10.2026: она не может закончить её раньше.",
        ),
    ],
)
def test_an_order_without_a_day_or_a_reason_is_refused(pair, values, reason):
    draft = draft_of(pair, **values)

    with pytest.raises(ValidationError) as refused:
        issue.register(document=draft, day=TODAY, by=None)

    pair.refresh_from_db()
    assert (refused.value.messages, pair.status) == ([reason], PairStatus.ACTIVE)


def test_an_end_is_ordered_once(pair):
    first, second = (draft_of(pair, last_day=LAST, reason="болезнь") for _each in range(2))
    issue.register(document=first, day=TODAY, by=None)

    with pytest.raises(ValidationError, match="уже оформлено другим приказом"):
        issue.register(document=second, day=TODAY, by=None)


def test_it_is_about_working_pairs_and_about_ends_not_told_yet(program, pair):
    told, untold, done = (
        Pair.objects.get(pk=make_accepted_pair(program, f"Орлов{n} Олег Ильич", f"Мухин{n} Лев").pk)
        for n in range(3)
    )
    issue.register(
        document=pair_order.draft_order_pairs(program=program, by=None), day=LAST, by=None
    )
    waiting = make_accepted_pair(program, "Якимов Пётр Львович", "Дорохов Иван Ильич")
    for row in (told, untold):
        terminate(pair=Pair.objects.get(pk=row.pk), day=TODAY, reason="переезд", by=None)
    complete(pair=Pair.objects.get(pk=done.pk), day=TODAY, by=None)
    issue.register(document=draft_of(told), day=TODAY, by=None)

    assert set(subjects(KIND, program)) == {pair, untold}
    assert waiting not in subjects(KIND, program)


def test_words_added_by_hand_stay_while_the_day_and_the_reason_follow_the_data(pair):
    draft = draft_of(pair, last_day=LAST, reason="переезд")
    shown = ContentForm(document=draft).initial["clauses"]
    issue.edit(document=draft, values={"clauses": f"{shown}\nОзнакомить педагогов."}, by=None)

    issue.edit(document=draft, values={"last_day": date(2026, 11, 19)}, by=None)
    order = issue.register(document=draft, day=TODAY, by=None)

    pair.refresh_from_db()
    said = clauses(page_of(order))
    assert pair.ended_on == date(2026, 11, 19)
    assert said[0].startswith("1. Прекратить с 19 ноября 2026 г. работу наставнической пары")
    assert said[-1] == "4. Ознакомить педагогов."


def test_a_day_typed_by_hand_over_the_portals_is_asked_about(pair):
    draft = draft_of(pair, last_day=LAST, reason="переезд")
    shown = ContentForm(document=draft).initial["clauses"]
    typed = shown.replace("с 20\u00a0ноября", "с 18\u00a0ноября")
    issue.edit(document=draft, values={"clauses": typed}, by=None)
    before = doubts(draft, TODAY)

    issue.edit(document=draft, values={"last_day": date(2026, 11, 19)}, by=None)
    same = ContentForm(document=draft).initial["clauses"]
    issue.edit(document=draft, values={"clauses": same, "reason": "отъезд"}, by=None)

    assert (before, same) == ([], typed)
    assert [sentence.replace("\u00a0", " ") for sentence in doubts(draft, TODAY)] == [
        "«Пункты приказа»: после вашей правки данные изменились, портал написал бы "
        "«с 19 ноября» вместо «с 20 ноября». Исправьте текст или очистите поле, чтобы вернуть "
        "текст портала."
    ]


def test_an_emptied_text_is_the_portals_again(pair):
    draft = draft_of(pair, last_day=LAST, reason="переезд")
    issue.edit(document=draft, values={"clauses": "Иное."}, by=None)

    issue.edit(document=draft, values={"clauses": ""}, by=None)

    assert (draft.content["clauses"], draft.content["origins"]) == ("", {})
