"""The Celery application and the only schedule of the portal."""

import os

from celery import Celery
from celery.schedules import crontab
from kombu.transport import TRANSPORT_ALIASES

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mentoring_portal.settings")

TRANSPORT_ALIASES["filesystem"] = "mentoring_portal.file_broker:Transport"

app = Celery("mentoring_portal")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()

app.conf.beat_schedule = {
    # Rings jobs whose bell was lost and takes over those whose worker died. A sweep that waited
    # behind a long work is stale: the next one does the same.
    "sweep-jobs": {
        "task": "programs.tasks.sweep_jobs",
        "schedule": 10.0,
        "options": {"expires": 10},
    },
    # Hashes of addresses count for an hour and are kept for no longer than two.
    "forget-application-attempts": {
        "task": "participants.tasks.forget_application_attempts",
        "schedule": crontab(minute=40),
    },
    "decline-outdated-applications": {
        "task": "participants.tasks.decline_outdated_applications",
        "schedule": crontab(hour=4, minute=30),
    },
    "remind-unpaired": {
        "task": "pairs.tasks.remind_unpaired",
        "schedule": crontab(hour=4, minute=40),
    },
    "sweep-old-bundles": {
        "task": "documents.tasks.sweep_old_bundles",
        "schedule": crontab(hour=4, minute=50),
    },
    # Runs daily and makes only what is missing, so a beat that slept over 1 December loses nothing.
    "ensure-due-reports": {
        "task": "documents.tasks.ensure_due_reports",
        "schedule": crontab(hour=5, minute=20),
    },
}
