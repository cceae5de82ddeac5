"""Piles of papers: one archive, one PDF to print, a worker that makes them."""

from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from documents.domain.blocks import Page, Para, Title
from documents.enums import DocumentKind, FileFormat, PaperType, Subject
from documents.kinds import KINDS
from documents.kinds.base import Kind
from documents.kinds.candidates import mentee_of
from documents.models import Bundle
from documents.rendering.pdf import PdfBatch, to_pdf
from documents.services import bundle as service
from documents.services.bundle import make_bundle, sweep_bundles
from documents.services.bundle_jobs import start_bundle_of_documents, start_bundle_of_sheets
from documents.services.erasure import erase
from documents.services.issue import draft
from documents.tasks import bundle_documents, bundle_sheets, sweep_old_bundles
from participants.enums import ErasureReason
from programs.enums import Role
from programs.models import AuditEvent, Job
from tests.assertions import assert_flat
from tests.builders import make_mentee, make_program, make_user
from tests.documents.builders import make_accepted_pair, make_school_program
from tests.documents.papers import order, register
from tests.documents.reading import pdf_words

CODE = DocumentKind.CONSENT_PHOTO


def simple(text):
    return Page(text, (Title(text, "center"), Para(text)))


def papers(*names):
    return [(name, lambda name=name: simple(name)) for name in names]


def refused():
    raise ValidationError("Не указана дата рождения.")


def archive_names(bundle):
    return ZipFile(BytesIO(bundle.archive.read())).namelist()


def merged(bundle):
    return PdfReader(BytesIO(bundle.merged.read()), strict=True)


@pytest.fixture
def consents(monkeypatch):
    """A kind that is only printed, a sheet a mentee."""

    def compose(document, content):
        person = mentee_of(document).person
        if person.last_name == "Безымянная":
            raise ValidationError("Не указана дата рождения.")
        return simple(person.full_name)

    kind = Kind(CODE, PaperType.CONSENT, "cross", compose, subject=Subject.MENTEE, is_kept=False)
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


# The common PDF


def test_papers_of_a_batch_are_the_same_bytes_as_alone():
    batch = PdfBatch()

    assert [batch.add(page) for page in (order(), register())] == [
        to_pdf(order()),
        to_pdf(register()),
    ]


def test_common_pdf_keeps_sheets_numbers_and_orientation_of_each_paper():
    batch = PdfBatch()
    for page in (order(pairs=30), register(), order()):
        batch.add(page)
    words, sizes = pdf_words(batch.merged("Пачка"))

    assert [round(width) for width, _height in sizes] == [210, 210, 210, 297, 210, 210]
    assert [(number, word) for number, _left, _top, _right, low, word in words if low < 20] == [
        (1, "2"),
        (2, "3"),
        (5, "2"),
    ]


def test_common_pdf_is_accessible_and_finds_each_paper_by_its_title():
    batch = PdfBatch()
    for page in (order(), replace(register(), title="База")):
        batch.add(page)
    reader = PdfReader(BytesIO(batch.merged("Пачка")), strict=True)
    root = reader.trailer["/Root"]

    assert (reader.metadata.title, root["/Lang"]) == ("Пачка", "ru-RU")
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712 - a boolean of the PDF, not Python's
    assert b"pdfuaid" in root["/Metadata"].get_data()
    assert [item.title for item in reader.outline] == ["Приказ № 41-од", "База"]


def test_common_pdf_of_nothing_is_an_error():
    with pytest.raises(ValueError, match="no papers"):
        PdfBatch().merged("Пачка")


# Making a bundle


def test_bundle_holds_every_file_once_under_a_readable_name(program):
    bundle = make_bundle(
        program=program,
        title="Листы",
        papers=papers("Ершова Яна", "ершова яна", "План: 5/6"),
        formats=FileFormat.values,
        by=None,
    )

    assert sorted(archive_names(bundle)) == sorted(
        f"{folder}/{name}.{folder.lower()}"
        for folder in ("PDF", "DOCX", "XLSX")
        for name in ("Ершова Яна", "ершова яна (2)", "План- 5-6")
    )
    assert len(merged(bundle).pages) == bundle.sheets == 3


def test_bundle_of_one_format_has_no_folders(program):
    bundle = make_bundle(program=program, title="Листы", papers=papers("А"), formats=[], by=None)

    assert archive_names(bundle) == ["А.pdf"]


def test_bundle_tells_its_progress_and_the_journal(program):
    steps = []
    user = make_user()
    bundle = make_bundle(
        program=program,
        title="Листы",
        papers=papers("А", "Б"),
        formats=["pdf"],
        by=user,
        progress=lambda done, total: steps.append((done, total)),
    )
    event = AuditEvent.objects.get(action="bundle.make")

    assert steps == [(1, 2), (2, 2)]
    assert (event.actor, event.object_id, event.details) == (user, bundle.pk, {"sheets": 2})


def test_paper_that_cannot_be_composed_is_named_and_the_others_are_made(program):
    bundle = make_bundle(
        program=program,
        title="Листы",
        papers=[*papers("А"), ("Б", refused)],
        formats=["pdf"],
        by=None,
    )

    assert (bundle.sheets, bundle.skipped) == (1, "Б: Не указана дата рождения.")


def test_bundle_of_refusals_is_refused_with_their_reasons(program):
    with pytest.raises(ValidationError, match="Б: Не указана дата рождения."):
        make_bundle(program=program, title="", papers=[("Б", refused)], formats=[], by=None)

    assert not Bundle.objects.exists()


@pytest.mark.parametrize("count", [0, 301])
def test_bundle_of_nothing_or_of_too_much_is_refused(program, count):
    with pytest.raises(ValidationError):
        make_bundle(program=program, title="", papers=papers("А") * count, formats=["pdf"], by=None)


# A worker makes them


def test_worker_makes_a_sheet_for_each_chosen_mentee(consents, program):
    first, second, _other = (
        make_mentee(program, name) for name in ("Ершова Яна", "Громов Ян", "Зуев Пётр")
    )

    job = start_bundle_of_sheets(
        program=program,
        kind=consents,
        chosen=[first.pk, second.pk],
        formats=["pdf"],
        title="Согласия, 9 «А»",
        by=None,
    )
    bundle_sheets(job.pk)
    job.refresh_from_db()
    bundle = Bundle.objects.get()

    assert (job.state, job.error) == ("done", "")
    assert job.result_url == reverse("documents:bundle_detail", args=[bundle.pk])
    assert archive_names(bundle) == ["Громов Ян.pdf", "Ершова Яна.pdf"]
    assert bundle.title == "Согласия, 9 «А»"


def test_job_of_a_bundle_keeps_ids_only_and_two_clicks_are_one_work(consents, program):
    mentee = make_mentee(program)
    jobs = {
        start_bundle_of_sheets(
            program=program,
            kind=consents,
            chosen=[mentee.pk],
            formats=["pdf"],
            title="Согласия",
            by=None,
        ).pk
        for _click in range(2)
    }

    assert jobs == {Job.objects.get().pk}
    assert Job.objects.get().arguments == {
        "kind": "consent_photo",
        "subjects": [mentee.pk],
        "formats": ["pdf"],
    }


def test_worker_prints_kept_papers_in_the_given_order(db):
    program = make_school_program()
    make_accepted_pair(program)
    documents = [
        draft(program=program, code=DocumentKind.ORDER_PAIRS, by=None, pairs=program.pairs.all())
        for _number in range(2)
    ]
    documents.reverse()

    job = start_bundle_of_documents(
        program=program, documents=documents, title="На подпись", by=None
    )
    bundle_documents(job.pk)

    assert job.arguments == {"documents": [document.pk for document in documents]}
    assert Bundle.objects.get().sheets == 2


# They do not stay


def test_bundle_is_swept_with_its_files_after_its_days(program, django_capture_on_commit_callbacks):
    old, fresh = (
        make_bundle(program=program, title="Л", papers=papers("А"), formats=[], by=None)
        for _number in range(2)
    )
    Bundle.objects.filter(pk=old.pk).update(
        created_at=timezone.now() - service.KEPT_FOR - timedelta(minutes=1)
    )
    with django_capture_on_commit_callbacks(execute=True):
        sweep_old_bundles()

    stored = [old.archive, old.merged, fresh.archive, fresh.merged]
    assert list(Bundle.objects.all()) == [fresh]
    assert [file.storage.exists(file.name) for file in stored] == [False, False, True, True]
    assert sweep_bundles() == 0


def test_erasing_a_person_destroys_the_bundles_of_the_school(program):
    mentee = make_mentee(program, status="withdrawn")
    make_bundle(program=program, title="Л", papers=papers("А"), formats=[], by=None)
    elsewhere = make_bundle(
        program=make_program(), title="Л", papers=papers("А"), formats=[], by=None
    )

    erase(
        person=mentee.person,
        reason=ErasureReason.DEMAND,
        requested_on=timezone.localdate(),
        by=None,
    )

    assert list(Bundle.objects.all()) == [elsewhere]


# The pages


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
