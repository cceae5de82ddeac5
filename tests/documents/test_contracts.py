"""The agreement of a pair, and the notices that end mentoring before its time."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from documents.domain.blocks import Para, Stamps
from documents.domain.form_blocks import Parties, SignLine
from documents.enums import DocumentKind, Journal
from documents.kinds import kind_of
from documents.kinds.candidates import subjects
from documents.services import issue
from documents.services.files import page_of
from documents.services.paper import draft_paper
from participants.models import Person, Representative
from tests.builders import make_curator, make_mentee, make_mentor, make_pair, make_person
from tests.documents.builders import make_addendum, make_school_program, make_teacher_pair

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 20)


@pytest.fixture
def program():
    return make_school_program()


@pytest.fixture
def worker(program):
    """A mentor of a teacher, with an addendum of 1 September."""
    pair = make_teacher_pair(program)
    make_addendum(pair)
    return pair.mentor.person


def draft(program, kind, subject, **values):
    return draft_paper(
        program=program, code=kind, by=make_curator(program), subject=subject, values=values
    )


def texts(document, kind):
    found = [block for block in page_of(document).blocks if isinstance(block, kind)]
    return [getattr(block, "text", block) for block in found]


def plain(text):
    return text.replace("\u00a0", " ")


def test_a_refusal_goes_from_the_worker_to_the_director_with_the_last_day(program, worker):
    document = draft(program, DocumentKind.NOTICE_REFUSAL, worker, handed=DAY)

    page = page_of(document)
    stamp = next(block for block in page.blocks if isinstance(block, Stamps))
    assert [plain(line) for line in stamp.right] == [
        program.organization.short_name,
        "Директору",
        "Ветровой И. П.",
        "от учителя физики",
        "Зорина Льва Юрьевича",
    ]
    assert [plain(text) for text in texts(document, Para)] == [
        "По соглашению сторон трудового договора уведомляю о досрочном отказе от выполнения "
        "работы по наставничеству, предусмотренной дополнительным соглашением от 1 сентября "
        "2026 г. № 2 к трудовому договору.",
        "Последний день выполнения этой работы – 25 ноября 2026 г.",
        "Уведомление вручено 20 ноября 2026 г.",
    ]


def test_a_correction_of_the_name_on_the_card_wins(program, worker):
    worker.name_forms = {"gent": "Зорина Льва Юриевича"}
    worker.save()

    page = page_of(draft(program, DocumentKind.NOTICE_REFUSAL, worker, handed=DAY))

    stamp = next(block for block in page.blocks if isinstance(block, Stamps))
    assert stamp.right[-1] == "Зорина Льва Юриевича"


def test_only_what_the_school_sends_takes_a_number_of_its_letters(program, worker):
    numbers = [
        issue.register(
            document=draft(program, kind, worker, handed=DAY), day=DAY, by=make_curator(program)
        )
        for kind in (DocumentKind.NOTICE_REFUSAL, DocumentKind.NOTICE_CANCELLATION)
    ]

    assert [(paper.journal, paper.number_text) for paper in numbers] == [
        (Journal.PAPERS, ""),
        (Journal.LETTERS, "1"),
    ]


def test_a_last_day_before_three_working_days_is_refused(program, worker):
    document = draft(
        program, DocumentKind.NOTICE_REFUSAL, worker, handed=DAY, last=date(2026, 11, 24)
    )

    with pytest.raises(ValidationError) as refusal:
        issue.register(document=document, day=DAY, by=None)

    assert refusal.value.messages == [
        "От 20.11.2026 до 24.11.2026 рабочих дней – 2, а предупреждают не менее чем за 3: "
        "последний день не раньше 25.11.2026."
    ]


def test_there_is_nothing_to_end_before_the_addendum(program, worker):
    document = draft(program, DocumentKind.NOTICE_REFUSAL, worker, handed=date(2026, 8, 31))

    with pytest.raises(ValidationError) as refusal:
        issue.register(document=document, day=DAY, by=None)

    assert refusal.value.messages == [
        "Прекращать нечего: на день вручения нет зарегистрированного дополнительного соглашения "
        "к трудовому договору."
    ]


def test_a_year_without_a_calendar_refuses_the_notice(program, worker):
    document = draft(program, DocumentKind.NOTICE_REFUSAL, worker, handed=date(2029, 3, 1))

    with pytest.raises(ValidationError) as refusal:
        page_of(document)

    assert refusal.value.messages == [
        "Нет производственного календаря на 2029 год: заведите его на странице "
        "«Производственный календарь»."
    ]


def test_notices_are_offered_only_to_those_who_have_an_addendum(program, worker):
    make_teacher_pair(program, "Рябинин Пётр Ильич", "Лунин Олег Ильич")

    assert list(subjects(kind_of(DocumentKind.NOTICE_REFUSAL), program)) == [worker]


def child_pair(program, birth_year):
    """An adult mentor and a girl with a mother."""
    girl = make_person(
        "Ершова Яна Тимуровна",
        organization=program.organization,
        sex="f",
        birth_year=birth_year,
    )
    mother = make_person(
        "Ершова Ольга Юрьевна", organization=program.organization, sex="f", birth_year=1985
    )
    Representative.objects.create(child=girl, person=mother, relation="mother")
    return make_pair(
        program,
        make_mentor(program, "Панин Глеб Олегович", position="инженер"),
        [make_mentee(program, person=girl, position="8 «А» класс", form="employer_student")],
        form="employer_student",
    )


def signed(document):
    return [
        (plain(block.label), plain(block.name))
        for block in page_of(document).blocks
        if isinstance(block, SignLine)
    ]


def test_a_child_under_14_is_represented_and_does_not_sign(program):
    document = draft(program, DocumentKind.INTERACTION_AGREEMENT, child_pair(program, 2013))

    assert texts(document, Para)[0] == (
        "Панин Глеб Олегович, инженер, далее – «Наставник», и Ершова Яна Тимуровна, ученица "
        "8 «А» класса, в лице законного представителя – матери Ершовой Ольги Юрьевны, далее – "
        "«Наставляемый», заключили настоящее соглашение о нижеследующем."
    )
    assert signed(document) == [
        ("Наставник", "Г. О. Панин"),
        ("Законный представитель (мать) наставляемого Ершовой Я. Т.", "О. Ю. Ершова"),
    ]


def test_from_14_the_child_signs_with_the_consent_of_the_mother(program):
    document = draft(program, DocumentKind.INTERACTION_AGREEMENT, child_pair(program, 2010))

    assert (
        "действующая с согласия законного представителя – матери Ершовой Ольги Юрьевны"
        in (texts(document, Para)[0])
    )
    parties = next(block for block in page_of(document).blocks if isinstance(block, Parties))
    assert [plain(party.signer) for party in parties.parties] == ["Г. О. Панин", "Я. Т. Ершова"]
    assert signed(document) == [
        ("Законный представитель (мать) наставляемого Ершовой Я. Т.", "О. Ю. Ершова")
    ]


def test_an_unknown_parent_is_a_blank(program):
    pair = child_pair(program, 2013)
    Representative.objects.all().delete()

    document = draft(program, DocumentKind.INTERACTION_AGREEMENT, pair)

    assert (
        "в лице законного представителя – ____________________, далее" in (texts(document, Para)[0])
    )
    assert signed(document)[1] == ("Законный представитель наставляемого Ершовой Я. Т.", "")


def test_two_adults_sign_beside_each_other_alone(program):
    pair = make_teacher_pair(program)
    Person.objects.filter(mentees__pair_members__pair=pair).update(birth_year=1999)

    document = draft(program, DocumentKind.INTERACTION_AGREEMENT, pair)

    parties = next(block for block in page_of(document).blocks if isinstance(block, Parties))
    assert [party.title for party in parties.parties] == ["Наставник", "Наставляемый"]
    assert signed(document) == []
