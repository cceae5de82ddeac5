from django.conf import settings
from django.db import models

from pairs.support_querysets import SupportRecordQuerySet


class SupportRecord(models.Model):
    """How a psychologist supports a mentee who has no pair yet.

    Seen by the curator and, until there is a pair, by the psychologist; not by the director.
    """

    mentee = models.ForeignKey(
        "participants.Mentee",
        verbose_name="наставляемый",
        on_delete=models.CASCADE,
        related_name="support_records",
    )
    held_on = models.DateField("дата")
    held_by = models.CharField("кто провёл", max_length=300, blank=True)
    content = models.TextField("что обсуждали, что сделано")
    advice = models.TextField("рекомендации", blank=True)
    next_on = models.DateField("следующая встреча", null=True, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="кто записал",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    recorded_at = models.DateTimeField("записана", auto_now_add=True)

    objects = SupportRecordQuerySet.as_manager()

    class Meta:
        verbose_name = "запись о психологической поддержке"
        verbose_name_plural = "записи о психологической поддержке"
        ordering = ["mentee", "-held_on", "-pk"]

    def __str__(self):
        return f"Поддержка {self.held_on:%d.%m.%Y}"
