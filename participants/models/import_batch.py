from django.conf import settings
from django.db import models

from participants.enums import BaseKind, ImportStatus
from participants.querysets import ImportBatchQuerySet


def table_path(instance, filename):
    return f"imports/{instance.key}"


class ImportBatch(models.Model):
    """An uploaded table: its check is kept, so applying repeats exactly what was shown."""

    program = models.ForeignKey(
        "programs.Program",
        verbose_name="программа",
        on_delete=models.CASCADE,
        related_name="imports",
    )
    key = models.UUIDField("ключ хранения", unique=True, editable=False)
    file = models.FileField("таблица", upload_to=table_path)
    filename = models.CharField("имя файла", max_length=255)
    kind = models.CharField("что в таблице", max_length=10, choices=BaseKind)
    mapping = models.JSONField("соответствие столбцов", default=dict, blank=True)
    recalled = models.JSONField(
        "столбцы, узнанные по прошлым загрузкам", default=list, blank=True, editable=False
    )
    status = models.CharField(
        "состояние", max_length=10, choices=ImportStatus, default=ImportStatus.CHECKED
    )
    summary = models.JSONField("итог", default=dict, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="кто загрузил",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    created_at = models.DateTimeField("загружен", auto_now_add=True)

    objects = ImportBatchQuerySet.as_manager()

    class Meta:
        verbose_name = "загрузка базы"
        verbose_name_plural = "загрузки баз"
        ordering = ["-pk"]

    def __str__(self):
        return self.filename
