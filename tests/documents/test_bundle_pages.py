"""The pages of piles: choosing the sheets, ordering them, taking the files."""

from dataclasses import replace

import pytest
from django.urls import reverse

from documents.enums import Subject
from documents.kinds import KINDS
from documents.models import Bundle
from documents.services.bundle import make_bundle
from documents.tasks import bundle_sheets
from programs.enums import Role
from programs.models import Job
from tests.assertions import assert_flat
from tests.builders import make_mentee, make_program, make_user
from tests.documents.bundles import CODE, archive_names, consent_kind, papers, refused, simple


@pytest.fixture
def consents(monkeypatch):
    kind = consent_kind()
    monkeypatch.setitem(KINDS, CODE, kind)
    return kind


@pytest.fixture
def program(db):
    return make_program()


@pytest.fixture
def curator(program, client):
    user = make_user(Role.CURATOR, program.organization)
    client.force_login(user)
    return user


def page_of_kind(program, query=""):
    return reverse("documents:paper_create", args=[program.pk, CODE]) + query


def ticked(answer):
    return [str(pk) for pk in answer.context["form"]["chosen"].value()]


def test_choosing_a_class_lists_and_ticks_it_alone(consents, program, curator, client):
    chosen = make_mentee(program, "Ершова Яна", position="9 «А» класс")
    make_mentee(program, "Громов Ян", position="9Б")

    answer = client.get(page_of_kind(program, "?class=9 «А»"))

    assert [row.label for row in answer.context["listed"].rows] == ["Ершова Яна"]
    assert ticked(answer) == [str(chosen.pk)]
    assert answer.context["listed"].classes == [("9 «А»", 1), ("9 «Б»", 1)]


def test_nobody_is_ticked_until_asked(consents, program, curator, client):
    mentees = [make_mentee(program, name) for name in ("Громов Ян", "Ершова Яна")]

    answers = [
        ticked(client.get(page_of_kind(program, query)))
        for query in ("", "?all=1", f"?subject={mentees[1].pk}")
    ]

    assert answers == [[], [str(m.pk) for m in mentees], [str(mentees[1].pk)]]


def test_page_shows_the_first_of_the_ticked_sheets(consents, program, curator, client):
    make_mentee(program, "Громов Ян")
    second = make_mentee(program, "Ершова Яна")

    answer = client.get(page_of_kind(program, f"?subject={second.pk}"))

    assert ">Ершова Яна</h2>" in answer.context["sheet"]


def test_page_says_why_the_first_sheet_cannot_be_shown(consents, program, curator, client):
    make_mentee(program, "Безымянная Яна")

    answer = client.get(page_of_kind(program))

    assert answer.context["problems"] == ["Не указана дата рождения."]


def test_page_orders_the_chosen_sheets(consents, program, curator, client):
    mentee = make_mentee(program, position="9 «А»")
    data = {"formats": ["pdf", "docx"], "chosen": [mentee.pk]}

    answer = client.post(page_of_kind(program, "?class=9 «А»"), data)
    job = Job.objects.get()

    assert answer.url == reverse("programs:job_detail", args=[job.pk])
    assert (job.title, job.arguments["formats"]) == (
        "Согласие на использование изображения, 9 «А»",
        ["pdf", "docx"],
    )


@pytest.mark.parametrize(
    ("chosen", "refusal"),
    [([], "Отметьте хотя бы одну строку."), ([0], "Этой строки в списке уже нет.")],
)
def test_page_refuses_an_empty_or_foreign_choice(
    consents, program, curator, client, chosen, refusal
):
    make_mentee(program)

    answer = client.post(page_of_kind(program), {"formats": ["pdf"], "chosen": chosen})

    assert answer.context["form"].errors["chosen"] == [refusal]
    assert not Job.objects.exists()


def test_page_without_subjects_says_so(consents, program, curator, client):
    answer = client.get(page_of_kind(program))

    assert "Печатать пока не для кого" in answer.content.decode()


def test_page_costs_the_same_for_any_number_of_mentees(consents, program, curator, client):
    def grow():
        for number in range(20):
            make_mentee(program, f"Ершова Яна {number}", position=f"{number % 3 + 7} «А»")

    grow()
    assert_flat(lambda: client.get(page_of_kind(program)), grow)


def test_sheet_about_the_whole_program_needs_no_choice(
    monkeypatch, consents, program, curator, client
):
    whole = replace(
        consents, subject=Subject.PROGRAM, compose=lambda document, content: simple("Перечень")
    )
    monkeypatch.setitem(KINDS, CODE, whole)

    client.post(page_of_kind(program), {"formats": ["xlsx"]})
    job = Job.objects.get()
    bundle_sheets(job.pk)

    assert archive_names(Bundle.objects.get()) == [
        f"PDF/{whole.label}.pdf",
        f"XLSX/{whole.label}.xlsx",
    ]


@pytest.mark.parametrize(
    ("file_format", "start"), [("pdf", b"%PDF-"), ("zip", b"PK"), ("docx", None)]
)
def test_bundle_is_downloaded_under_its_title(program, curator, client, file_format, start):
    bundle = make_bundle(
        program=program, title="Листы: 9 «А»", papers=papers("А"), formats=[], by=None
    )

    answer = client.get(reverse("documents:bundle_file", args=[bundle.pk, file_format]))

    assert answer.status_code == (200 if start else 404)
    if start:
        assert answer.getvalue().startswith(start)
        assert "%D0%9B%D0%B8%D1%81%D1%82%D1%8B-%209" in answer["Content-Disposition"]


def test_bundle_page_says_what_was_left_out(program, curator, client):
    bundle = make_bundle(
        program=program, title="Л", papers=[*papers("А"), ("Б", refused)], formats=[], by=None
    )

    answer = client.get(reverse("documents:bundle_detail", args=[bundle.pk]))

    assert answer.context["skipped"] == ["Б: Не указана дата рождения."]


def test_bundle_of_another_school_is_not_found(program, curator, client):
    bundle = make_bundle(program=make_program(), title="Л", papers=papers("А"), formats=[], by=None)
    urls = [
        reverse("documents:bundle_detail", args=[bundle.pk]),
        reverse("documents:bundle_file", args=[bundle.pk, "pdf"]),
    ]

    assert [client.get(url).status_code for url in urls] == [404, 404]
