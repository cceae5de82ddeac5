"""Doors for the worker."""

from celery import shared_task
from django.utils import timezone

from pairs.services.reminder import remind_all


@shared_task
def remind_unpaired():
    remind_all(timezone.localdate())
