import uuid

from django.conf import settings
from django.db import models

from programs.enums import JobState
from programs.querysets import SchoolOnlyQuerySet


class Job(models.Model):
    """A piece of long work: its order, its progress bar and the proof that it ran once.

    The row is written in the business transaction, so it exists exactly when the work is due;
    Celery is only the bell. ``key`` is unique while the job is queued or running.
    """

    program = models.ForeignKey(
        "programs.Program", verbose_name="программа", on_delete=models.CASCADE, related_name="jobs"
    )
    title = models.CharField("что делается", max_length=200)
    key = models.CharField("ключ", max_length=200, db_index=True)
    task = models.CharField("задача", max_length=200)
    arguments = models.JSONField("параметры (только номера и коды)", default=dict)
    state = models.CharField("состояние", max_length=10, choices=JobState, default=JobState.QUEUED)
    done = models.PositiveIntegerField("сделано", default=0)
    total = models.PositiveIntegerField("всего", default=0)
    attempts = models.PositiveSmallIntegerField("попыток", default=0)
    token = models.UUIDField("знак исполнителя", default=uuid.uuid4, editable=False)
    lease_until = models.DateTimeField("занято до", null=True, blank=True)
    error = models.CharField("почему не удалось", max_length=500, blank=True)
    result_url = models.CharField("где результат", max_length=300, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="кто начал",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    created_at = models.DateTimeField("начато", auto_now_add=True)
    finished_at = models.DateTimeField("закончено", null=True, blank=True)

    objects = SchoolOnlyQuerySet.as_manager()

    class Meta:
        verbose_name = "работа"
        verbose_name_plural = "работы"
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["key"],
                condition=models.Q(state__in=[JobState.QUEUED, JobState.RUNNING]),
                name="job_key_once_at_a_time",
            )
        ]

    def __str__(self):
        return self.title

    @property
    def is_finished(self):
        return self.state in (JobState.DONE, JobState.FAILED)

    @property
    def percent(self):
        if self.state == JobState.DONE:
            return 100
        return min(99, 100 * self.done // self.total) if self.total else 0
