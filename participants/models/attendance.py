from django.db import models

from participants.querysets import AttendanceQuerySet


class Attendance(models.Model):
    """A person took part in an event of the program."""

    event = models.ForeignKey(
        "programs.Event",
        verbose_name="событие",
        on_delete=models.CASCADE,
        related_name="attendances",
    )
    person = models.ForeignKey(
        "participants.Person",
        verbose_name="человек",
        on_delete=models.CASCADE,
        related_name="attendances",
    )

    objects = AttendanceQuerySet.as_manager()

    class Meta:
        verbose_name = "участие в событии"
        verbose_name_plural = "участия в событиях"
        ordering = ["event", "person"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "person"],
                name="attendance_once",
                violation_error_message="Этот человек уже отмечен.",
            )
        ]

    def __str__(self):
        return f"{self.person}: {self.event}"
