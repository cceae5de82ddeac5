"""Long work: the row is the order, the progress bar and the proof that it was done once.

The row is written in the business transaction; Celery is rung after the commit and may miss the
bell. A worker claims the row with one conditional UPDATE, renews its lease at each step and ends
the work under its own token, so a work that was taken over never writes twice.
"""

import logging
import uuid
from collections.abc import Callable
from datetime import timedelta

from celery import current_app
from django.conf import settings
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone
from kombu.exceptions import OperationalError

from mentoring_portal.shared.transitions import TransitionError
from programs.enums import JobState
from programs.models import Job, Program

logger = logging.getLogger(__name__)
# A work that killed its worker this many times is not begun again by itself.
ATTEMPTS = 3
# A bell rung in vain costs a message, so a long queue is not rung whole at every sweep.
BELLS = 20
OPEN_STATES = (JobState.QUEUED, JobState.RUNNING)
INTERNAL = "Внутренняя ошибка портала: подробности в журнале сервера."
Progress = Callable[[int, int], None]
Work = Callable[[Job, Progress], str]


class LeaseLost(Exception):
    """Another worker has taken the job over; this one must stop without writing."""


def enqueue(
    *, program: Program, title: str, key: str, task: str, arguments: dict, by: User | None
) -> Job:
    """Order a work; while one with the same ``key`` is open, that one is returned instead."""
    job, _ = Job.objects.get_or_create(
        key=key,
        state__in=OPEN_STATES,
        defaults={
            "program": program,
            "title": title,
            "task": task,
            "arguments": arguments,
            "created_by": by,
        },
    )
    # Robust: the work is already ordered, so a broken bell must not turn the page into an error.
    transaction.on_commit(lambda: ring(job), robust=True)
    return job


def ring(job: Job) -> None:
    """Tell a worker; when the broker is away the sweep will ring again."""
    try:
        current_app.send_task(job.task, args=[job.pk], retry=False)
    except (OperationalError, OSError):
        logger.warning("The broker is away: job %s waits for the sweep", job.pk)


def run(job_id: int, work: Work) -> None:
    """Do the work of a job unless somebody else does; ``work`` returns where its result is."""
    job = claim(job_id)
    if job is None:
        return
    try:
        finish(job, state=JobState.DONE, result_url=work(job, progress_of(job)))
    except LeaseLost:
        logger.warning("Job %s was taken over", job.pk)
    except (ValidationError, TransitionError) as error:
        reason = " ".join(getattr(error, "messages", [str(error)]))
        finish(job, state=JobState.FAILED, error=reason[:500])
    except Exception:
        # Told to the user in words and to the log in full: a job must never hang «running».
        logger.exception("Job %s failed", job.pk)
        finish(job, state=JobState.FAILED, error=INTERNAL)


def claim(job_id: int) -> Job | None:
    """Take a queued job, or one whose worker has died; None when it is not to be taken."""
    now, token = timezone.now(), uuid.uuid4()
    free = Q(state=JobState.QUEUED) | Q(state=JobState.RUNNING, lease_until__lt=now)
    claimed = Job.objects.filter(free, pk=job_id, attempts__lt=ATTEMPTS).update(
        state=JobState.RUNNING,
        token=token,
        lease_until=now + settings.JOB_LEASE,
        attempts=F("attempts") + 1,
        done=0,
    )
    if not claimed:
        return None
    return Job.objects.select_related("program__organization", "created_by").get(pk=job_id)


def progress_of(job: Job) -> Progress:
    def progress(done: int, total: int) -> None:
        lease_until = timezone.now() + settings.JOB_LEASE
        if not held(job).update(done=done, total=total, lease_until=lease_until):
            raise LeaseLost

    return progress


def held(job: Job) -> QuerySet[Job]:
    """The row while this worker still holds it."""
    return Job.objects.filter(pk=job.pk, token=job.token, state=JobState.RUNNING)


def finish(job: Job, **fields: object) -> None:
    held(job).update(finished_at=timezone.now(), lease_until=None, **fields)


@transaction.atomic
def retry(*, job: Job, by: User | None) -> Job:
    """Order a failed work once more."""
    if job.state != JobState.FAILED:
        raise ValidationError("Повторить можно только то, что не удалось.")
    return enqueue(
        program=job.program,
        title=job.title,
        key=job.key,
        task=job.task,
        arguments=job.arguments,
        by=by,
    )


def sweep() -> int:
    """Ring what was not rung and what lost its worker; give up on what kills its workers."""
    now = timezone.now()
    orphaned = Q(state=JobState.RUNNING, lease_until__lt=now)
    unheard = Q(state=JobState.QUEUED, created_at__lt=now - timedelta(seconds=5))
    Job.objects.filter(orphaned, attempts__gte=ATTEMPTS).update(
        state=JobState.FAILED, error="Не получилось после трёх попыток.", finished_at=now
    )
    due = list(Job.objects.filter(unheard | orphaned).order_by("pk")[:BELLS])
    for job in due:
        ring(job)
    return len(due)
