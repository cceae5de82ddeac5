from django.db import models

from programs.querysets import MediaQuerySet


def media_path(instance, filename):
    """The name a user gave never reaches the disk: it may hold a person's name."""
    return f"media/{instance.key}"


class Media(models.Model):
    """A photo, a scenario or another paper of an event; people are seen there, so for staff only.

    A video stays where it is kept: its address stands in ``Event.photo_url``.
    """

    event = models.ForeignKey(
        "programs.Event", verbose_name="событие", on_delete=models.CASCADE, related_name="media"
    )
    key = models.UUIDField("ключ хранения", unique=True, editable=False)
    title = models.CharField("название файла", max_length=200)
    file = models.FileField("файл", upload_to=media_path)
    added_on = models.DateField("добавлен", auto_now_add=True)

    objects = MediaQuerySet.as_manager()

    class Meta:
        verbose_name = "материал события"
        verbose_name_plural = "материалы событий"
        ordering = ["pk"]

    def __str__(self):
        return self.title
