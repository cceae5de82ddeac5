from django.conf import settings
from django.db import models

from programs.querysets import ProgramPartQuerySet


def upload_path(instance, filename):
    """The name a user gave never reaches the disk: it may hold a person's name."""
    return f"roadmap-uploads/{instance.key}"


class RoadmapUpload(models.Model):
    """A file with a roadmap between its check and its loading: what was shown is what is loaded.

    The file itself is dropped when it is loaded or when another one takes its place.
    """

    program = models.ForeignKey(
        "programs.Program",
        verbose_name="программа",
        on_delete=models.CASCADE,
        related_name="roadmap_uploads",
    )
    key = models.UUIDField("ключ хранения", unique=True, editable=False)
    file = models.FileField("файл", upload_to=upload_path, blank=True)
    filename = models.CharField("имя файла", max_length=255)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="кто выбрал",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    created_at = models.DateTimeField("выбран", auto_now_add=True)
    applied_at = models.DateTimeField("загружен", null=True, blank=True)

    objects = ProgramPartQuerySet.as_manager()

    class Meta:
        verbose_name = "файл с дорожной картой"
        verbose_name_plural = "файлы с дорожными картами"
        ordering = ["-pk"]

    def __str__(self):
        return self.filename
