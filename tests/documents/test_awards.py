"""Awards, letters to partners, contest papers."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from documents.domain.awards import award_form, greeting
from documents.domain.blocks import KeyValues, Para, Stamps
from documents.domain.form_blocks import Banner
from documents.enums import DocumentKind, Journal
from documents.kinds import kind_of
from documents.services import issue
from documents.services.files import page_of
from documents.services.paper import draft_paper, sheet
from documents.services.pile import bundle_pile, start_awards
from participants.models import Representative
from tests.builders import (
    make_curator,
    make_mentee,
    make_mentor,
    make_pair,
    make_partner,
    make_person,
)
from tests.documents.builders import make_school_program

DAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("reward", "title"),
    [
        ("почётная грамота", "Почётная грамота"),
        ("Почетная грамота управления", "Почётная грамота"),
        ("грамота", "Грамота"),
        ("диплом", "Диплом"),
        ("Благодарность", "Благодарность"),
        ("благодарственное письмо", "Благодарственное письмо"),
        ("памятный подарок", "Благодарственное письмо"),
    ],
)
def test_the_words_of_the_order_decide_what_is_printed(reward, title):
    assert award_form(reward).title == title


@pytest.mark.parametrize(
    ("first", "patronymic", "sex", "said"),
    [
        ("Мария", "Петровна", "f", "Уважаемая Мария Петровна!"),
        ("Никита", "Ильич", "m", "Уважаемый Никита Ильич!"),
        ("Женя", "", "", "Уважаемый (-ая) Женя!"),
    ],
)
def test_the_greeting_agrees_with_the_sex(first, patronymic, sex, said):
    assert greeting(first, patronymic, sex) == said


def test_a_name_without_a_patronymic_leaves_no_gap():
    assert greeting("Айгуль", "", "f") == "Уважаемая Айгуль!"


@pytest.fixture
def program():
    return make_school_program()


def winner(program, name, **fields):
    position = fields.pop("position", "учитель химии")
    person = make_person(
        name, organization=program.organization, **{"birth_year": 1980, "sex": "f"} | fields
    )
    make_mentor(program, person=person, position=position)
    return person


def reward(program, *lines):
    by = make_curator(program)
    order = draft_paper(
        program=program,
        code=DocumentKind.ORDER_REWARD,
        by=by,
        values={"rewards": "\n".join(lines)},
    )
    return issue.register(document=order, day=DAY, by=by)


def printed(program, person):
    page = sheet(kind_of(DocumentKind.GRATITUDE_LETTER), program, person)
    return page, [block.text for block in page.blocks if isinstance(block, Banner)]


@pytest.mark.django_db
def test_a_certificate_names_the_winner_the_post_and_the_reason(program):
    person = winner(program, "Сидорчук Нинель Яковлевна")
    reward(program, "Сидорчук Нинель Яковлевна; почётная грамота; за подготовку призёров")

    page, banners = printed(program, person)

    assert banners == [
        "ПОЧЁТНАЯ ГРАМОТА",
        "награждается",
        "Сидорчук Нинель Яковлевна",
        "учитель химии",
        "за подготовку призёров",
        "г. Новый, 2026\u00a0г.",
    ]
    order = [block.text.replace("\u00a0", " ") for block in page.blocks if isinstance(block, Para)]
    assert order == ["Приказ от 20 ноября 2026 г. № 1-од"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "sex", "dative"),
    [
        ("Панин Глеб Олегович", "m", "Панину Глебу Олеговичу"),
        ("Гарднер Ольга Павловна", "f", "Гарднер Ольге Павловне"),
        ("Одинец Никита Ильич", "m", "Одинцу Никите Ильичу"),
        ("Черных Любовь Андреевна", "f", "Черных Любови Андреевне"),
    ],
)
def test_thanks_are_given_in_the_dative(program, name, sex, dative):
    person = winner(program, name, sex=sex)
    reward(program, f"{name}; благодарность; за труд")

    assert printed(program, person)[1][1:3] == ["объявляется", dative]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("position", "reward_words", "post"),
    [
        ("учитель начальных классов", "благодарность", "учителю начальных классов"),
        ("9 «А» класс", "благодарность", "ученице 9 «А» класса"),
        ("9 «А» класс", "грамота", "ученица 9 «А» класса"),
    ],
)
def test_the_post_stands_in_the_case_of_the_name(program, position, reward_words, post):
    person = winner(program, "Исаева Яна Олеговна", position=position)
    reward(program, f"Исаева Яна Олеговна; {reward_words}; за труд")

    assert printed(program, person)[1][3] == post


@pytest.mark.django_db
def test_a_correction_on_the_card_wins(program):
    person = winner(program, "Лев Айгуль Маратовна", name_forms={"datv": "Лев Айгули Маратовне"})
    reward(program, "Лев Айгуль Маратовна; благодарность; за труд")

    assert printed(program, person)[1][2] == "Лев Айгули Маратовне"


@pytest.mark.django_db
def test_without_an_order_it_is_a_letter_for_taking_part(program):
    person = winner(program, "Иванчук Мария Петровна")

    assert printed(program, person)[1][:3] == [
        "БЛАГОДАРСТВЕННОЕ ПИСЬМО",
        "Уважаемая Мария Петровна!",
        f"Администрация {program.organization.short_name} выражает Вам искреннюю признательность "
        "за активное участие в программе наставничества в 2026–2027 учебном году.",
    ]


@pytest.mark.django_db
def test_the_parents_of_a_pupil_who_mentors_are_thanked_for_the_child(program):
    girl = winner(program, "Ершова Яна Тимуровна", birth_year=2011, position="9 «А» класс")
    mother = make_person(
        "Ершова Ольга Юрьевна", organization=program.organization, sex="f", birth_year=1985
    )
    Representative.objects.create(child=girl, person=mother, relation="mother")

    assert printed(program, mother)[1][1:3] == [
        "Уважаемая Ольга Юрьевна!",
        f"Администрация {program.organization.short_name} благодарит Вас за воспитание дочери – "
        "Ершовой Яны Тимуровны, за внимание и поддержку, благодаря которым стали возможны успехи "
        "в наставничестве.",
    ]


@pytest.mark.django_db
def test_a_pile_holds_all_winners_of_the_order_and_the_parents_of_children(program):
    girl = winner(program, "Ершова Яна Тимуровна", birth_year=2011, position="9 «А» класс")
    man = winner(program, "Панин Глеб Олегович", sex="m")
    winner(program, "Лунина Ольга Ильинична")
    mother = make_person(
        "Ершова Ольга Юрьевна", organization=program.organization, sex="f", birth_year=1985
    )
    Representative.objects.create(child=girl, person=mother, relation="mother")
    order = reward(program, "Панин Глеб Олегович; диплом", "Ершова Яна Тимуровна; грамота")

    job = start_awards(order=order, by=make_curator(program))

    assert [pk for _code, pk in job.arguments["sheets"]] == [girl.pk, mother.pk, man.pk]
    assert bundle_pile(job, lambda done, total: None).sheets == 3


@pytest.mark.django_db
def test_nothing_is_printed_before_the_order_is_registered(program):
    winner(program, "Панин Глеб Олегович", sex="m")
    by = make_curator(program)
    values = {"rewards": "Панин Глеб Олегович; диплом"}
    order = draft_paper(program=program, code=DocumentKind.ORDER_REWARD, by=by, values=values)

    with pytest.raises(ValidationError) as refusal:
        start_awards(order=order, by=by)

    assert refusal.value.messages == ["Наград нет: сначала зарегистрируйте приказ о поощрении."]


@pytest.mark.django_db
def test_a_letter_greets_the_contact_and_is_addressed_in_the_dative(program):
    partner = make_partner(
        program.organization,
        name="ООО «Речной завод»",
        contact_name="Лужина Инна Юрьевна",
        contact_post="начальник отдела кадров",
    )
    document = draft_paper(
        program=program,
        code=DocumentKind.LETTER_EMPLOYER,
        by=make_curator(program),
        subject=partner,
    )

    blocks = page_of(document).blocks
    stamp = next(block for block in blocks if isinstance(block, Stamps))
    assert [line.replace("\u00a0", " ") for line in stamp.right] == [
        "ООО «Речной завод»",
        "Начальнику отдела кадров",
        "Лужиной И. Ю.",
    ]
    assert next(block.text for block in blocks if isinstance(block, Para)) == (
        "Уважаемая Инна Юрьевна!"
    )
    assert document.journal == Journal.LETTERS


@pytest.mark.django_db
def test_a_partner_without_a_contact_is_greeted_as_colleagues(program):
    partner = make_partner(program.organization, name="СПК «Нива»")

    document = draft_paper(
        program=program,
        code=DocumentKind.LETTER_EMPLOYER,
        by=make_curator(program),
        subject=partner,
    )

    blocks = page_of(document).blocks
    stamp = next(block for block in blocks if isinstance(block, Stamps))
    assert stamp.right == ("СПК «Нива»", "Руководителю")
    assert next(block.text for block in blocks if isinstance(block, Para)) == "Уважаемые коллеги!"


@pytest.mark.django_db
def test_a_contest_paper_counts_those_who_took_part(program):
    make_pair(program, make_mentor(program), [make_mentee(program), make_mentee(program)])
    document = draft_paper(
        program=program, code=DocumentKind.CONTEST_APPLICATION, by=make_curator(program)
    )

    card = dict(next(b for b in page_of(document).blocks if isinstance(b, KeyValues)).pairs)

    assert card["Участники"].replace("\u00a0", " ") == (
        "1 наставник, 2 наставляемых, 1 пара (группа)"
    )
    assert card["Автор (представитель)"] == "Соколова Анна Игоревна, учитель физики"
