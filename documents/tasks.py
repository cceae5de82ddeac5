"""Doors for the worker: an id in, one service call, nothing else."""

from datetime import date

from celery import shared_task
from django.urls import reverse

from documents.models import Document
from documents.services import bundle_jobs, journal_jobs, pile
from documents.services.bundle import sweep_bundles
from documents.services.files import render_all
from documents.services.report import draft_report, ensure_due
from programs.services.job import run


@shared_task
def render_document(job_id):
    def work(job, progress):
        document = Document.objects.get(pk=job.arguments["document"])
        render_all(document, progress)
        return reverse("documents:document_detail", args=[document.pk])

    run(job_id, work)


@shared_task
def build_report(job_id):
    def work(job, progress):
        document = draft_report(
            program=job.program,
            period=job.arguments["period"],
            as_of=date.fromisoformat(job.arguments["as_of"]),
            by=job.created_by,
        )
        render_all(document, progress)
        return reverse("documents:document_detail", args=[document.pk])

    run(job_id, work)


@shared_task
def ensure_due_reports():
    ensure_due()


@shared_task
def bundle_sheets(job_id):
    def work(job, progress):
        bundle = bundle_jobs.bundle_sheets(job, progress)
        return reverse("documents:bundle_detail", args=[bundle.pk])

    run(job_id, work)


@shared_task
def bundle_documents(job_id):
    def work(job, progress):
        bundle = bundle_jobs.bundle_documents(job, progress)
        return reverse("documents:bundle_detail", args=[bundle.pk])

    run(job_id, work)


@shared_task
def bundle_pile(job_id):
    def work(job, progress):
        bundle = pile.bundle_pile(job, progress)
        return reverse("documents:bundle_detail", args=[bundle.pk])

    run(job_id, work)


@shared_task
def bundle_journal(job_id):
    def work(job, progress):
        bundle = journal_jobs.bundle_journal(job, progress)
        return reverse("documents:bundle_detail", args=[bundle.pk])

    run(job_id, work)


@shared_task
def sweep_old_bundles():
    sweep_bundles()
