"""Piles of papers: one archive, one PDF to print, a worker that makes them and sweeps them."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from documents.enums import DocumentKind, FileFormat
from documents.kinds import KINDS
from documents.models import Bundle
from documents.services import bundle as service
from documents.services.bundle import make_bundle, sweep_bundles
from documents.services.bundle_jobs import start_bundle_of_documents, start_bundle_of_sheets
from documents.services.erasure import erase
from documents.services.issue import draft
from documents.tasks import bundle_documents, bundle_sheets, sweep_old_bundles
from participants.enums import ErasureReason
from programs.models import AuditEvent, Job
from tests.builders import make_mentee, make_program, make_user
from tests.documents.builders import make_accepted_pair, make_school_program
from tests.documents.bundles import CODE, archive_names, consent_kind, papers, refused


def merged(bundle):
    return PdfReader(BytesIO(bundle.merged.read()), strict=True)


@pytest.fixture
def consents(monkeypatch):
    kind = consent_kind()
    monkeypatch.setitem(KINDS, CODE, kind)
    return kind


@pytest.fixture
def program(db):
    return make_program()


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
