from django.conf import settings
from django.db import models


class AuditEvent(models.Model):
    """Who did what to which object. Written by services at the place of the change.

    Holds ids and codes, never names: the journal outlives the erasure of a person.
    """

    at = models.DateTimeField("когда", auto_now_add=True, db_index=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="кто",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    action = models.CharField("что сделано", max_length=60)
    organization = models.ForeignKey(
        "programs.Organization",
        verbose_name="организация",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
    )
    object_type = models.CharField("вид объекта", max_length=60)
    object_id = models.BigIntegerField("номер объекта", null=True, blank=True)
    details = models.JSONField("подробности", default=dict, blank=True)

    class Meta:
        verbose_name = "событие журнала"
        verbose_name_plural = "журнал событий"
        ordering = ["-pk"]

    def __str__(self):
        return f"{self.at:%d.%m.%Y %H:%M} {self.action} {self.object_type} {self.object_id}"
