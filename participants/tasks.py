"""Doors for the worker."""

from celery import shared_task
from django.utils import timezone

from participants.services.application import decline_outdated
from participants.services.application_limit import forget_attempts


@shared_task
def forget_application_attempts():
    forget_attempts()


@shared_task
def decline_outdated_applications():
    decline_outdated(timezone.localdate())
