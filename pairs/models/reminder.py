from django.db import models
from django.db.models import Q

from pairs.enums import ReminderKind
from programs.querysets import SchoolOnlyQuerySet


class Reminder(models.Model):
    """Since when the curator is reminded of somebody: numbers only, no word about a person."""

    program = models.ForeignKey(
        "programs.Program",
        verbose_name="программа",
        on_delete=models.CASCADE,
        related_name="reminders",
    )
    kind = models.CharField("о чём", max_length=10, choices=ReminderKind)
    mentee = models.ForeignKey(
        "participants.Mentee",
        verbose_name="наставляемый",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="reminders",
    )
    pair = models.ForeignKey(
        "pairs.Pair",
        verbose_name="пара",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="reminders",
    )
    raised_on = models.DateField("напоминание с")
    closed_on = models.DateField("дело сделано", null=True, blank=True)

    objects = SchoolOnlyQuerySet.as_manager()

    class Meta:
        verbose_name = "напоминание"
        verbose_name_plural = "напоминания"
        ordering = ["raised_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", subject],
                condition=Q(closed_on=None),
                name=f"reminder_open_once_{subject}",
                violation_error_message="Об этом уже напоминают.",
            )
            for subject in ("mentee", "pair")
        ]

    def __str__(self):
        return f"{self.get_kind_display()}, с {self.raised_on:%d.%m.%Y}"
