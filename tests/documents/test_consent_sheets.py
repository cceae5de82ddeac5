"""Consents as sheets to sign: whose names stand in the wording, who signs, what is printed."""

from datetime import date

import pytest
from django.utils import timezone

from documents.domain.blocks import KeyValues, Para, Table
from documents.domain.consent_sheet import CHILD, SIGNER, consent_blocks
from documents.domain.form_blocks import SignLine
from documents.enums import DocumentKind
from documents.kinds import kind_of
from documents.kinds.candidates import subjects
from documents.services.paper import sheet
from documents.services.pile import start_missing_consents
from participants.enums import ConsentKind, ConsentSigner
from participants.models import Consent, ConsentText, Representative
from participants.services.consent_text import samples
from tests.builders import make_curator, make_mentee, make_mentor, make_person

SHEETS = (
    DocumentKind.CONSENT_PD,
    DocumentKind.CONSENT_MENTOR,
    DocumentKind.CONSENT_MENTEE,
    DocumentKind.CONSENT_PARENT_APO,
    DocumentKind.CONSENT_DISTRIBUTION,
    DocumentKind.CONSENT_PHOTO,
)


def test_names_fill_the_blanks_that_ask_for_them():
    text = (
        "Я, ______ (фамилия, имя, отчество), представитель ______ (фамилия, имя, отчество, класс)."
    )

    blocks = consent_blocks(text, {CHILD: "Ершовой Яны", SIGNER: "Ершова Ольга"})

    assert blocks == (
        Para(
            "Я, Ершова Ольга (фамилия, имя, отчество), представитель Ершовой Яны "
            "(фамилия, имя, отчество, класс)."
        ),
    )


def test_an_unknown_name_stays_a_blank_and_the_line_for_signing_goes():
    text = "Я, ______ (фамилия, имя, отчество), согласен.\n\nДата ____     Подпись ____"

    assert consent_blocks(text, {SIGNER: ""}) == (
        Para("Я, ______ (фамилия, имя, отчество), согласен."),
    )


def test_lines_of_data_become_a_table_to_tick():
    blocks = consent_blocks("Отметьте:\nфотография – ____\nдостижения – ____\nСрок.", {})

    assert [type(block) for block in blocks] == [Para, Table, Para]
    assert blocks[1].rows == (("фотография", "", "", ""), ("достижения", "", "", ""))


def pupil(program, birth_year, with_mother=True):
    girl = make_person(
        "Ершова Яна Тимуровна",
        organization=program.organization,
        sex="f",
        birth_year=birth_year,
        phone="8 (000) 000-00-07",
    )
    make_mentee(program, person=girl, position="8 «А» класс")
    if with_mother:
        mother = make_person(
            "Ершова Ольга Юрьевна", organization=program.organization, sex="f", birth_year=1985
        )
        Representative.objects.create(child=girl, person=mother, relation="mother")
    return girl


def printed(program, kind, person):
    page = sheet(kind_of(kind), program, person)
    return {
        block_type: [block for block in page.blocks if isinstance(block, block_type)]
        for block_type in (Para, SignLine, KeyValues, Table)
    }


def signed(blocks):
    return [(line.label, line.name.replace("\u00a0", " ")) for line in blocks[SignLine]]


@pytest.mark.django_db
def test_for_a_child_under_14_the_mother_alone_signs(program):
    blocks = printed(program, DocumentKind.CONSENT_PD, pupil(program, 2014))

    assert blocks[Para][0].text.startswith("Я, Ершова Ольга Юрьевна (фамилия, имя, отчество), даю")
    assert signed(blocks) == [
        ("Законный представитель (мать) – Ершова Ольга Юрьевна", "О. Ю. Ершова")
    ]


@pytest.mark.django_db
def test_from_14_both_sign(program):
    blocks = printed(program, DocumentKind.CONSENT_PD, pupil(program, 2010))

    assert blocks[Para][0].text.startswith("Я, Ершова Яна Тимуровна (фамилия, имя, отчество), даю")
    assert signed(blocks) == [
        ("Участник программы", "Я. Т. Ершова"),
        ("Законный представитель (мать) – Ершова Ольга Юрьевна", "О. Ю. Ершова"),
    ]


@pytest.mark.django_db
def test_an_adult_signs_alone(program):
    mentor = make_mentor(program, "Панин Глеб Олегович", forms=["teacher_teacher"])

    blocks = printed(program, DocumentKind.CONSENT_MENTOR, mentor.person)

    assert signed(blocks) == [("Участник программы", "Г. О. Панин")]


@pytest.mark.django_db
def test_a_parent_who_is_not_known_writes_the_name_by_hand(program):
    blocks = printed(program, DocumentKind.CONSENT_PD, pupil(program, 2014, with_mother=False))

    assert "_____ (фамилия, имя, отчество), даю" in blocks[Para][0].text
    assert [name for _label, name in signed(blocks)] == [""]


@pytest.mark.django_db
def test_the_parent_s_consent_names_the_child_with_the_class(program):
    blocks = printed(program, DocumentKind.CONSENT_PARENT_APO, pupil(program, 2010))

    assert blocks[Para][0].text.startswith(
        "Я, Ершова Ольга Юрьевна (фамилия, имя, отчество), законный представитель ребёнка "
        "Ершовой Яны Тимуровны, 8 «А» класс (фамилия, имя, отчество, класс), согласен (согласна)"
    )


@pytest.mark.django_db
def test_distribution_asks_about_each_kind_of_data_and_names_the_page(program, settings):
    settings.CSRF_TRUSTED_ORIGINS = ["https://portal.example.org"]

    blocks = printed(program, DocumentKind.CONSENT_DISTRIBUTION, pupil(program, 2010))

    assert [row[0] for row in blocks[Table][0].rows] == [
        "фамилия, имя, отчество",
        "фотография",
        "класс, группа или должность",
        "место учёбы или работы",
        "телефон и адрес электронной почты",
        "достижения",
        "результаты участия и отзывы",
    ]
    text = "\n".join(para.text for para in blocks[Para])
    assert f"https://portal.example.org/o/{program.organization.slug}/" in text
    assert "контакты: 8 (000) 000-00-07 (телефон" in text


@pytest.mark.django_db
def test_the_school_s_own_wording_is_printed(program):
    ConsentText.objects.create(
        organization=program.organization,
        kind=ConsentKind.PHOTO,
        version="2026-11",
        text="Я разрешаю снимать.",
        used_from=timezone.localdate(),
    )

    blocks = printed(program, DocumentKind.CONSENT_PHOTO, pupil(program, 2010))

    assert [para.text for para in blocks[Para]] == ["Я разрешаю снимать."]


@pytest.mark.django_db
@pytest.mark.parametrize("code", SHEETS)
def test_no_wording_of_the_portal_is_left_with_the_line_for_signing(program, code):
    person = pupil(program, 2010)
    make_mentor(program, person=person)

    blocks = printed(program, code, person)

    assert not [para for para in blocks[Para] if para.text.startswith("Дата")]
    assert not [para for para in blocks[Para] if "{" in para.text]


@pytest.mark.django_db
def test_sheets_are_kept_of_nobody():
    assert [kind_of(code).is_kept for code in SHEETS] == [False] * len(SHEETS)
    assert len(samples()) == len(ConsentKind)


@pytest.mark.django_db
def test_only_parents_of_children_are_asked_for_the_analysis(program):
    girl = pupil(program, 2010)
    make_mentee(
        program,
        person=make_person("Якимов Лев Ильич", organization=program.organization, birth_year=1995),
        form="teacher_teacher",
    )

    assert list(subjects(kind_of(DocumentKind.CONSENT_PARENT_APO), program)) == [girl]


@pytest.mark.django_db
def test_missing_sheets_of_a_class_are_exactly_what_the_page_lists(program):
    girl = pupil(program, 2010)
    make_mentee(program, "Лунин Олег Ильич", position="9 «Б» класс")
    Consent.objects.create(
        person=girl,
        kind=ConsentKind.PROCESSING,
        signer=ConsentSigner.BOTH,
        representative="Ершова Ольга Юрьевна",
        signed_on=date(2026, 9, 1),
    )

    job = start_missing_consents(program=program, by=make_curator(program), school_class="8 «А»")

    assert job.arguments["sheets"] == [
        [DocumentKind.CONSENT_MENTEE, girl.pk],
        [DocumentKind.CONSENT_PARENT_APO, girl.pk],
    ]
