from django.conf import settings
from django.db import models

from programs.querysets import SchoolOnlyQuerySet


def bundle_path(instance, filename):
    return f"bundles/{instance.key}.{filename.rpartition('.')[2]}"


class Bundle(models.Model):
    """Many sheets made at once: one archive of all files and one PDF to print.

    Nothing official: it is swept away after some days and made again when needed.
    """

    program = models.ForeignKey(
        "programs.Program",
        verbose_name="программа",
        on_delete=models.CASCADE,
        related_name="bundles",
    )
    key = models.UUIDField("ключ хранения", unique=True, editable=False)
    title = models.CharField("что внутри", max_length=300)
    skipped = models.TextField("что не составлено и почему", blank=True)
    sheets = models.PositiveIntegerField("документов")
    archive = models.FileField("архив", upload_to=bundle_path)
    merged = models.FileField("один PDF", upload_to=bundle_path)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="кто собрал",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    created_at = models.DateTimeField("собран", auto_now_add=True)

    objects = SchoolOnlyQuerySet.as_manager()

    class Meta:
        verbose_name = "пачка документов"
        verbose_name_plural = "пачки документов"
        ordering = ["-pk"]

    def __str__(self):
        return self.title
