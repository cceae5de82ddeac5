"""A mistake in a text of a draft is told beside its field, by its line and its place."""

import pytest
from django.urls import reverse

from documents.domain.placeholders import PlaceholderError, placeholders
from documents.forms.document import ContentForm
from documents.forms.wording import WordingForm
from documents.kinds import kind_of
from documents.services.paper import draft_paper
from tests.builders import make_curator
from tests.documents.builders import make_school_program

ALONE = "Фигурная скобка без пары: "
ONLY = ". В скобках стоит только подстановка."


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Пункт } без начала", "строка 1, знак 7, «Пункт } без начала»"),
        (
            "Назначить {куратор, вин.}.\r\nПоручить {куратор контроль.\r\nСрок – {учебный год}.",
            "строка 2, знак 10, «Поручить {куратор контроль.»",
        ),
        (
            "Одна {куратор} и вторая {{учебный год} в длинной строке приказа",
            "строка 1, знак 25, «{куратор} и вторая {{учебный год} в дли»",
        ),
        ("{куратор,\nдат.}\n\n{", "строка 4, знак 1, «{»"),
    ],
)
def test_a_lone_brace_is_named_by_its_line_and_sign(text, place):
    with pytest.raises(PlaceholderError) as refusal:
        placeholders(text)

    assert str(refusal.value) == f"{ALONE}{place}{ONLY}"


@pytest.fixture
def program(db):
    return make_school_program()


def errors_of(program, code, **values):
    document = draft_paper(program=program, code=code, by=None)
    form = ContentForm({"title": "Заголовок"} | values, document=document)
    return {key: list(texts) for key, texts in form.errors.items()}


def test_a_lone_brace_stands_at_its_field(program):
    errors = errors_of(program, "order_regulation", clauses="1. Утвердить {положение.")

    assert errors == {"clauses": [f"{ALONE}строка 1, знак 14, «1. Утвердить {{положение.»{ONLY}"]}


def test_an_unknown_word_stands_at_its_field(program):
    errors = errors_of(program, "order_regulation", title="О {чём-то}", clauses="1. Утвердить.")

    assert list(errors) == ["title"]
    assert errors["title"][0].startswith("Подстановки «{чём-то}» нет. Есть: ")


@pytest.mark.parametrize(
    ("code", "field", "text", "words"),
    [
        (
            "fsn_data",
            "groups",
            "17, 14",
            "Возраста в группах должны расти и быть меньше 120.",
        ),
        (
            "protocol_pedsovet",
            "others",
            "Ким А. А.; учитель; физики",
            "Строка 1: частей 3, а нужно не больше 2: «Фамилия Имя Отчество; должность».",
        ),
        (
            "protocol_pedsovet",
            "course",
            "# Об итогах\nГолосовали: почти все",
            "Строка 2: голоса записывают так: «за 31, против 0, воздержались 1» или «единогласно».",
        ),
        (
            "order_mentor_school",
            "schedule",
            "07.10.2026; 15:00; Встреча; 2\n35.10.2026; 15:00; Знакомство; 2",
            "Строка 2: «35.10.2026» не дата, нужна вида 07.10.2026.",
        ),
    ],
)
def test_lines_that_cannot_be_read_stand_at_their_field(program, code, field, text, words):
    assert errors_of(program, code, **{field: text}).get(field) == [words]


def test_lines_with_words_in_braces_wait_for_the_words(program):
    assert "groups" not in errors_of(program, "fsn_data", groups="{учебный год}, 3")


def test_the_page_leads_from_the_mistake_to_the_field(client, program):
    client.force_login(make_curator(program))
    document = draft_paper(program=program, code="order_regulation", by=None)

    page = client.post(
        reverse("documents:document_edit", args=[document.pk]),
        {"title": "Об утверждении", "clauses": "1. Утвердить {положение."},
    ).content.decode()

    document.refresh_from_db()
    assert f'<a href="#id_clauses">Пункты приказа: {ALONE}' in page
    assert document.content.get("clauses", "") == ""


def test_the_texts_of_a_school_are_read_as_well(program):
    kind = kind_of("fsn_data")

    form = WordingForm({"groups": "семь"}, kind=kind, organization=program.organization)

    assert form.errors["groups"] == ["Возрастные группы – числа через запятую: «14, 17, 24»."]
