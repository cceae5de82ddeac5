from django.db import models

from documents.enums import FileFormat
from documents.querysets import AttachmentQuerySet


def attachment_path(instance, filename):
    return f"documents/{instance.key}"


class Attachment(models.Model):
    """A rendered file of a document."""

    document = models.ForeignKey(
        "documents.Document",
        verbose_name="документ",
        on_delete=models.CASCADE,
        related_name="attachments",
    )
    format = models.CharField("вид файла", max_length=4, choices=FileFormat)
    key = models.UUIDField("ключ хранения", unique=True, editable=False)
    file = models.FileField("файл", upload_to=attachment_path)
    digest = models.CharField("контрольная сумма", max_length=64)
    made_at = models.DateTimeField("сделан", auto_now_add=True)

    objects = AttachmentQuerySet.as_manager()

    class Meta:
        verbose_name = "файл документа"
        verbose_name_plural = "файлы документов"
        ordering = ["document", "format"]
        constraints = [
            models.UniqueConstraint(fields=["document", "format"], name="attachment_once")
        ]

    def __str__(self):
        return f"{self.document}, {self.get_format_display()}"
