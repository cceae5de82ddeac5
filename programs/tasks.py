"""Doors for the worker."""

from celery import shared_task

from programs.services.job import sweep


@shared_task
def sweep_jobs():
    sweep()
