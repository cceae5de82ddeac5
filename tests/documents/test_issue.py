from datetime import date

import pytest
from django.core.exceptions import ValidationError

from documents.domain.blocks import Acquaintance, Clause, DateNumber, Table
from documents.domain.page_json import from_json
from documents.enums import DocumentStatus
from documents.models import Document
from documents.services import issue, pair_order
from documents.services.files import page_of
from mentoring_portal.shared.transitions import TransitionError
from pairs.enums import PairStatus
from pairs.services.pair import reject
from participants.models import Assignment
from tests.builders import make_curator, make_mentee, make_mentor, make_pair
from tests.documents.builders import (
    entitle,
    make_accepted_pair,
    make_school_program,
    make_teacher_pair,
)

pytestmark = pytest.mark.django_db
DAY = date(2026, 10, 15)


def blocks_of(page, kind):
    return [block for block in page.blocks if isinstance(block, kind)]


def test_an_order_is_about_the_accepted_pairs_only():
    program = make_school_program()
    accepted = make_accepted_pair(program)
    make_pair(program, status=PairStatus.PROPOSED, starts_on=None)

    document = pair_order.draft_order_pairs(program=program, by=None)

    assert list(document.pairs.all()) == [accepted]


def test_without_accepted_pairs_there_is_nothing_to_order():
    program = make_school_program()
    make_pair(program, status=PairStatus.PROPOSED, starts_on=None)

    with pytest.raises(ValidationError, match="Нет принятых пар"):
        pair_order.draft_order_pairs(program=program, by=None)
    assert not Document.objects.exists()


def test_an_order_without_a_curator_says_where_to_name_one():
    program = make_school_program()
    make_accepted_pair(program)
    Assignment.objects.filter(role="curator").delete()

    with pytest.raises(ValidationError, match="Не указан куратор"):
        pair_order.draft_order_pairs(program=program, by=None)


def test_the_curator_stands_in_the_dative():
    program = make_school_program()
    make_accepted_pair(program)

    page = page_of(pair_order.draft_order_pairs(program=program, by=None))

    second = blocks_of(page, Clause)[1]
    assert second.text == "Куратору наставнических пар Соколовой\u00a0А.\u00a0И.:"


def test_a_corrected_case_of_a_name_wins():
    program = make_school_program()
    make_accepted_pair(program)
    person = Assignment.objects.get(role="curator").person
    person.name_forms = {"datv": "Сокол Анне Игоревне"}
    person.save()

    page = page_of(pair_order.draft_order_pairs(program=program, by=None))

    assert blocks_of(page, Clause)[1].text.endswith("Сокол\u00a0А.\u00a0И.:")


def test_the_annex_prints_the_mentor_of_a_group_once():
    program = make_school_program()
    mentor = make_mentor(program, "Панин Глеб Олегович", position="учитель химии")
    mentees = [
        make_mentee(program, "Ершова Яна Тимуровна", position="8 «А» класс"),
        make_mentee(program, "Алиев Рашад Али оглы", position="7 «Б» класс"),
    ]
    make_pair(program, mentor, mentees, status=PairStatus.ACCEPTED, starts_on=None)

    page = page_of(pair_order.draft_order_pairs(program=program, by=None))

    assert blocks_of(page, Table)[0].rows == (
        (
            "1",
            "Панин Глеб Олегович",
            "учитель химии",
            "Ершова Яна Тимуровна",
            "8 «А» класс",
            "ученик – ученик",
        ),
        ("", "", "", "Алиев Рашад Али оглы", "7 «Б» класс", ""),
    )


def test_pupils_do_not_sign_that_they_know_the_order():
    program = make_school_program()
    make_accepted_pair(program)

    page = page_of(pair_order.draft_order_pairs(program=program, by=None))

    assert blocks_of(page, Acquaintance)[0].rows == (("Соколова Анна Игоревна", "учитель физики"),)


def test_teachers_on_both_sides_sign_that_they_know_the_order():
    program = make_school_program()
    entitle(make_teacher_pair(program))

    page = page_of(pair_order.draft_order_pairs(program=program, by=None))

    assert blocks_of(page, Acquaintance)[0].rows[1:] == (
        ("Зорин Лев Юрьевич", "учитель физики"),
        ("Якимова Ева Глебовна", "учитель труда"),
    )


def test_registering_gives_number_and_date_freezes_the_page_and_activates_the_pairs():
    program = make_school_program()
    pair = make_accepted_pair(program)
    draft = pair_order.draft_order_pairs(program=program, by=None)

    document = issue.register(document=draft, day=DAY, by=make_curator(program))

    pair.refresh_from_db()
    frozen = blocks_of(from_json(document.snapshot), DateNumber)[0]
    assert (document.status, document.number_text) == (DocumentStatus.REGISTERED, "1-од")
    assert (frozen.day, frozen.number) == (DAY, "1-од")
    assert (pair.status, pair.starts_on) == (PairStatus.ACTIVE, DAY)


def test_a_registered_order_stays_as_it_was_when_a_name_changes():
    program = make_school_program()
    pair = make_accepted_pair(program)
    draft = pair_order.draft_order_pairs(program=program, by=None)
    document = issue.register(document=draft, day=DAY, by=None)

    person = pair.mentor.person
    person.last_name = "Другой"
    person.save()

    assert blocks_of(page_of(document), Table)[0].rows[0][1] == "Панин Глеб Олегович"


def test_numbers_run_within_a_calendar_year_and_follow_a_number_given_by_hand(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: date(2027, 1, 12))
    program = make_school_program()
    numbers = []
    for day, number in ((DAY, None), (DAY, 40), (DAY, None), (date(2027, 1, 12), None)):
        make_accepted_pair(
            program, f"Панин Глеб Олегович{len(numbers)}", f"Ершова{len(numbers)} Яна"
        )
        draft = pair_order.draft_order_pairs(program=program, by=None)
        numbers.append(issue.register(document=draft, day=day, number=number, by=None).number)

    assert numbers == [1, 40, 41, 1]


def test_a_number_given_before_is_refused_and_nothing_is_half_done():
    program = make_school_program()
    make_accepted_pair(program)
    first = pair_order.draft_order_pairs(program=program, by=None)
    issue.register(document=first, day=DAY, number=7, by=None)
    pair = make_accepted_pair(program, "Зорин Лев Юрьевич", "Якимова Ева Глебовна")
    second = pair_order.draft_order_pairs(program=program, by=None)

    with pytest.raises(ValidationError, match="№ 7-од в этом году уже есть"):
        issue.register(document=second, day=DAY, number=7, by=None)

    second.refresh_from_db()
    pair.refresh_from_db()
    assert (second.status, pair.status) == (DocumentStatus.DRAFT, PairStatus.ACCEPTED)


def test_an_order_with_a_pair_rejected_meanwhile_is_not_registered():
    program = make_school_program()
    pair = make_accepted_pair(program)
    draft = pair_order.draft_order_pairs(program=program, by=None)
    reject(pair=pair, reason="передумали", by=None)

    with pytest.raises(ValidationError, match="состояние пары – «отклонена»"):
        issue.register(document=draft, day=DAY, by=None)

    draft.refresh_from_db()
    assert (draft.status, draft.number) == (DocumentStatus.DRAFT, None)


def test_a_date_outside_the_program_is_refused():
    program = make_school_program()
    make_accepted_pair(program)
    draft = pair_order.draft_order_pairs(program=program, by=None)

    with pytest.raises(ValidationError, match="не подходит программе 2026–2027 учебного года"):
        issue.register(document=draft, day=date(2028, 1, 1), by=None)


def test_a_registered_order_is_neither_registered_again_nor_edited_nor_deleted():
    program = make_school_program()
    make_accepted_pair(program)
    draft = pair_order.draft_order_pairs(program=program, by=None)
    document = issue.register(document=draft, day=DAY, by=None)

    with pytest.raises(TransitionError):
        issue.register(document=document, day=DAY, by=None)
    with pytest.raises(ValidationError):
        issue.edit(document=document, values={"title": "О другом"}, by=None)
    with pytest.raises(ValidationError):
        issue.delete_draft(document=document, by=None)
    assert Document.objects.get().title == "О формировании наставнических пар (групп)"


@pytest.mark.parametrize(
    "late",
    [
        lambda paper: issue.edit(document=paper, values={"title": "О другом"}, by=None),
        lambda paper: issue.delete_draft(document=paper, by=None),
        lambda paper: pair_order.refresh_pairs(document=paper, by=None),
    ],
)
def test_what_was_read_as_a_draft_before_it_was_registered_is_refused(late):
    program = make_school_program()
    make_accepted_pair(program)
    draft = pair_order.draft_order_pairs(program=program, by=None)
    read_before = Document.objects.get(pk=draft.pk)
    issue.register(document=draft, day=DAY, by=None)

    with pytest.raises(ValidationError, match="^..Зарегистрированный|^..Состав пар зарегистри"):
        late(read_before)
    assert Document.objects.get().title == "О формировании наставнических пар (групп)"


def test_a_draft_that_is_deleted_already_is_not_edited():
    program = make_school_program()
    make_accepted_pair(program)
    draft = pair_order.draft_order_pairs(program=program, by=None)
    Document.objects.all().delete()

    with pytest.raises(ValidationError, match="Этот черновик уже удалили"):
        issue.edit(document=draft, values={"title": "О другом"}, by=None)
    assert not Document.objects.exists()


def test_an_unknown_field_is_refused_with_the_known_ones():
    program = make_school_program()
    make_accepted_pair(program)

    with pytest.raises(ValidationError, match="нет поля «titel». Есть: title, preamble, clauses"):
        pair_order.draft_order_pairs(program=program, by=None, values={"titel": "О парах"})
    assert not Document.objects.exists()
