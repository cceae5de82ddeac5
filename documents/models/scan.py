from django.conf import settings
from django.db import models

from documents.querysets import ScanQuerySet


def scan_path(instance, filename):
    return f"scans/{instance.key}"


class Scan(models.Model):
    """A picture of the signed paper; the name of the file is the uploader's, the key is ours.

    Nothing deletes it: a newer one takes its place and the old one stays beside.
    """

    document = models.ForeignKey(
        "documents.Document",
        verbose_name="документ",
        on_delete=models.PROTECT,
        related_name="scans",
    )
    key = models.UUIDField("ключ хранения", unique=True, editable=False)
    file = models.FileField("файл", upload_to=scan_path)
    name = models.CharField("имя файла", max_length=200)
    digest = models.CharField("контрольная сумма", max_length=64)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="кто приложил",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    added_at = models.DateTimeField("приложен", auto_now_add=True)

    objects = ScanQuerySet.as_manager()

    class Meta:
        verbose_name = "скан документа"
        verbose_name_plural = "сканы документов"
        ordering = ["document", "pk"]

    def __str__(self):
        return self.name
