"""Large bases are loaded by a worker behind a progress bar, and once."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from participants.models import ImportBatch, Mentee
from participants.services import import_job, import_table
from participants.services.import_batch import check
from participants.tasks import apply_import
from programs.models import Job
from tests.builders import make_curator, make_program

pytestmark = pytest.mark.django_db


def uploaded(browser, program, file):
    address = reverse("participants:import_create", args=[program.pk])
    browser.post(address, {"file": file, "kind": "auto"})
    return ImportBatch.objects.latest("pk")


def test_a_large_base_is_loaded_by_a_worker_once(client, monkeypatch):
    monkeypatch.setattr(import_job, "ROWS_AT_ONCE", 1)
    monkeypatch.setattr(import_job, "STEP", 1)
    program = make_program()
    client.force_login(make_curator(program))
    lines = "".join(f"Лосев{letter} Ян;чтение\n" for letter in "абв")
    table = SimpleUploadedFile(
        "база.csv", ("ФИО наставляемого;Основной запрос наставляемого\n" + lines).encode()
    )
    batch = uploaded(client, program, table)
    address = reverse("participants:import_apply", args=[batch.pk])

    answers = [client.post(address).url, client.post(address).url]
    job = Job.objects.get()
    assert answers == [reverse("programs:job_detail", args=[job.pk])] * 2
    shown = client.get(reverse("participants:import_detail", args=[batch.pk]))
    assert (shown.url, Mentee.objects.count()) == (answers[0], 0)

    apply_import(job.pk)
    apply_import(job.pk)

    job.refresh_from_db()
    assert (job.state, job.done, job.total, job.error) == ("done", 3, 3, "")
    assert job.result_url == reverse("participants:import_detail", args=[batch.pk])
    assert Mentee.objects.count() == 3
    client.post(address)
    assert (Job.objects.count(), Mentee.objects.count()) == (1, 3)


def test_rows_are_counted_while_they_are_read(monkeypatch):
    monkeypatch.setattr(import_job, "STEP", 2)
    program = make_program()
    lines = "".join(f"Лосев{letter} Ян;чтение\n" for letter in "абвгд")
    data = ("ФИО наставляемого;Основной запрос наставляемого\n" + lines).encode()
    batch = check(program=program, data=data, filename="база.csv", by=None)
    import_table._read.cache_clear()
    steps = []

    import_job.apply_with_progress(
        batch=batch,
        skip_invalid=False,
        same=[],
        by=None,
        progress=lambda done, total: steps.append((done, total)),
    )

    assert steps == [(1, 5), (2, 5), (2, 5), (5, 5)]
