"""Before a paper is made its page says what the paper is for."""

import re

import pytest
from django.urls import reverse

from documents.kinds import KINDS
from documents.services.purpose import facts_of, purposes
from tests.builders import make_curator
from tests.documents.builders import make_school_program

MADE_HERE = {code for code, kind in KINDS.items() if kind.is_kept and not kind.made_at}


def test_every_kind_made_on_the_common_page_says_what_it_is_for():
    assert set(purposes()) == MADE_HERE


def test_each_purpose_is_one_sentence_and_its_facts_go_on_after_a_caption():
    wrong = [
        code
        for code, row in purposes().items()
        if not re.fullmatch(r"[А-ЯЁ][^.]+\.", row.purpose)
        or not re.fullmatch(r"[а-яё][^.]+[^.]", row.signer)
        or not re.fullmatch(r"[а-яё][^.]+[^.]", row.time)
    ]

    assert wrong == []


def test_the_facts_are_those_of_the_kind():
    assert facts_of(KINDS["protocol_pedsovet"]) == [
        ("Кто подписывает", "председатель и секретарь совета"),
        ("Когда составляют", "в день заседания"),
        ("Этап", "Подготовка условий"),
        ("Файлы", "PDF, XLSX, DOCX"),
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("code", ["protocol_pedsovet", "letter_employer"])
def test_the_page_of_a_new_paper_begins_with_its_purpose(client, code):
    program = make_school_program()
    client.force_login(make_curator(program))

    page = client.get(reverse("documents:paper_create", args=[program.pk, code])).content.decode()

    main = page.split("<main", 1)[1]
    assert re.findall(r'<p class="lead">(.*?)</p>', main) == [purposes()[code].purpose]
    assert re.findall(r"<dt>(.*?)</dt>", main) == [
        "Кто подписывает",
        "Когда составляют",
        "Этап",
        "Файлы",
    ]
