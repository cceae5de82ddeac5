"""The school's own texts of papers, from the form to the page."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from documents.domain.blocks import Clause, Title
from documents.enums import DocumentKind
from documents.kinds import KINDS
from documents.kinds.wordings import preset
from documents.models import Wording
from documents.services import issue, pair_order, wording
from documents.services.files import page_of
from programs.enums import Role
from tests.builders import make_curator, make_organization, make_user
from tests.documents.builders import make_accepted_pair, make_school_program

pytestmark = pytest.mark.django_db
KIND = KINDS[DocumentKind.ORDER_PAIRS]
OWN = "Утвердить пары на {учебный год} учебный год.\nПоручить {куратор, дат.} контроль."


@pytest.fixture
def program():
    return make_school_program()


@pytest.fixture
def curator(client, program):
    client.force_login(make_curator(program))
    return client


def clauses(document):
    return [block.text for block in page_of(document).blocks if isinstance(block, Clause)]


def make_draft(program):
    make_accepted_pair(program)
    return pair_order.draft_order_pairs(program=program, by=None)


def save(program, **texts):
    wording.save(organization=program.organization, kind=KIND, texts=texts, by=None)


def address(program, verb="update"):
    return reverse(f"documents:wording_{verb}", args=[program.pk, KIND.code])


def test_the_text_of_the_school_stands_in_its_papers_with_the_braces_filled(program):
    save(program, clauses=OWN)

    assert clauses(make_draft(program)) == [
        "Утвердить пары на 2026–2027 учебный год.",
        "Поручить Соколовой\u00a0А.\u00a0И. контроль.",
    ]


def test_another_school_keeps_the_text_of_the_portal(program):
    save(program, title="О парах нашей школы")
    other = make_school_program()

    titles = [
        next(block.text for block in page_of(make_draft(one)).blocks if isinstance(block, Title))
        for one in (program, other)
    ]

    assert titles == ["О парах нашей школы", "О формировании наставнических пар (групп)"]


def test_a_registered_paper_keeps_the_text_it_was_registered_with(program):
    document = issue.register(document=make_draft(program), day=date(2026, 10, 15), by=None)
    before = clauses(document)

    save(program, clauses=OWN)

    assert clauses(document) == before


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("Поручить {директрисе}.", "Подстановки «{директрисе}» нет"),
        ("Поручить {куратор, дательный}.", "падежа «дательный» нет"),
        ("Сумма {{ 7*7 }}.", "Фигурная скобка без пары"),
        ("{% load static %}", "Подстановки «{% load static %}» нет"),
        ("Пункт } без начала", "Фигурная скобка без пары"),
    ],
)
def test_what_the_catalogue_lacks_is_refused_by_its_name(curator, program, text, refusal):
    answer = curator.post(address(program), {"title": "О парах", "clauses": text})

    assert refusal in answer.content.decode()
    assert not Wording.objects.exists()


@pytest.mark.parametrize("text", ["{директрисе}", "{{ 7*7 }}", "{% load static %}", "a } b"])
def test_the_text_of_one_paper_obeys_the_same_catalogue(program, text):
    document = make_draft(program)

    with pytest.raises(ValidationError, match="Подстановки|Фигурная скобка"):
        issue.edit(document=document, values={"clauses": text}, by=None)

    document.refresh_from_db()
    assert "clauses" not in document.content


def test_only_what_differs_from_the_portal_is_kept(curator, program):
    portal = wording.preset(KIND.code)
    values = {**portal, "title": "О парах"}

    curator.post(address(program), {k: v.replace("\n", "\r\n") for k, v in values.items()})

    assert list(Wording.objects.values_list("key", "text")) == [("title", "О парах")]


def test_an_emptied_text_and_the_reset_give_the_portal_back(curator, program):
    save(program, title="О парах", clauses=OWN)

    curator.post(address(program), {"title": "", "preamble": "", "clauses": OWN})
    after_emptying = list(Wording.objects.values_list("key", flat=True))
    curator.post(address(program, "reset"))

    assert (after_emptying, Wording.objects.count()) == (["clauses"], 0)


def test_a_preview_shows_the_typed_text_on_the_data_and_saves_nothing(curator, program):
    make_draft(program)

    answer = curator.post(address(program, "preview"), {"title": "О парах", "clauses": OWN})

    page = answer.content.decode()
    assert "Поручить Соколовой\u00a0А.\u00a0И. контроль." in page
    assert "Панин Глеб Олегович" in page
    assert not Wording.objects.exists()


def test_a_preview_takes_nothing_from_words_that_a_draft_was_edited_with(program):
    draft = make_draft(program)
    issue.edit(document=draft, values={"clauses": "Свой пункт."}, by=None)
    usual = preset(KIND.code)["clauses"]
    typed = {"title": "О парах", "clauses": f"{usual}\nПоследний."}
    before = wording.preview(KIND, program, typed)

    save(program, clauses=f"Первый.\n{usual}")

    assert wording.preview(KIND, program, typed) == before


def test_a_preview_without_data_says_so(curator, program):
    answer = curator.post(address(program, "preview"), {"title": "О парах", "clauses": OWN})

    assert "Показать пока не на чем" in answer.content.decode()


def test_every_kind_with_texts_has_a_page_that_opens_on_an_empty_school(curator, program):
    worded = [kind for kind in KINDS.values() if kind.worded]
    answers = {
        kind.code: curator.get(reverse("documents:wording_update", args=[program.pk, kind.code]))
        for kind in worded
    }

    assert {code: answer.status_code for code, answer in answers.items()} == dict.fromkeys(
        answers, 200
    )
    assert len(worded) > 1


def test_the_catalogue_tells_what_a_word_becomes(program):
    words = {word.name: word.becomes for word in wording.words(KIND, program)}

    assert words["учебный год"] == "2026–2027"
    assert words["куратор"] == "учитель физики Соколова\u00a0А.\u00a0И."
    assert words["приказ о внедрении"] == wording.UNKNOWN


def test_cases_and_manners_are_shown_on_the_curator(program):
    shown = dict(wording.manners(program))

    assert shown["{куратор, дат.}"] == "Соколовой\u00a0А.\u00a0И."
    assert shown["{куратор с должностью, вин.}"] == "учителя физики Соколову\u00a0А.\u00a0И."
    assert shown["{куратор полностью, твор.}"] == "Соколовой Анной Игоревной, учителем физики,"


def test_a_stranger_and_a_group_head_do_not_word_the_papers(client, program):
    statuses = []
    for role, organization in (
        (Role.CURATOR, make_organization()),
        (Role.GROUP_HEAD, program.organization),
    ):
        client.force_login(make_user(role, organization))
        statuses.append(client.post(address(program), {"title": "Чужое"}).status_code)

    assert (statuses, Wording.objects.exists()) == ([404, 403], False)
