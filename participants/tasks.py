"""Doors for the worker."""

from celery import shared_task
from django.urls import reverse
from django.utils import timezone

from participants.models import ImportBatch
from participants.services.application import decline_outdated
from participants.services.application_limit import forget_attempts
from participants.services.import_job import apply_with_progress
from programs.services.job import run


@shared_task
def forget_application_attempts():
    forget_attempts()


@shared_task
def apply_import(job_id):
    def work(job, progress):
        batch = ImportBatch.objects.select_related("program").get(pk=job.arguments["batch"])
        apply_with_progress(
            batch=batch,
            skip_invalid=job.arguments["skip_invalid"],
            same=job.arguments["same"],
            by=job.created_by,
            progress=progress,
        )
        return reverse("participants:import_detail", args=[batch.pk])

    run(job_id, work)


@shared_task
def decline_outdated_applications():
    decline_outdated(timezone.localdate())
