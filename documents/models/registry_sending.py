from django.conf import settings
from django.db import models


class RegistrySending(models.Model):
    """When the registry of mentors approved by an order went above, and to whom."""

    document = models.ForeignKey(
        "documents.Document",
        verbose_name="приказ о реестре",
        on_delete=models.PROTECT,
        related_name="registry_sendings",
    )
    sent_on = models.DateField("когда направлен")
    recipient = models.CharField("куда направлен", max_length=300)
    note = models.CharField(
        "как направлен",
        max_length=300,
        blank=True,
        help_text="Например: по электронной почте, исх. № 112.",
    )
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="кто записал",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    recorded_at = models.DateTimeField("записано", auto_now_add=True)

    class Meta:
        verbose_name = "отправка реестра"
        verbose_name_plural = "отправки реестра"
        ordering = ["document", "-sent_on", "-pk"]

    def __str__(self):
        return f"{self.recipient}, {self.sent_on:%d.%m.%Y}"
