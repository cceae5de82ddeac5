from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from pairs.enums import MeetingKind, Rating
from pairs.meeting_querysets import MeetingQuerySet


class Meeting(models.Model):
    """A meeting of a pair that took place.

    ``note`` is for the mentor and the staff of the school; the mentee sees the rest.
    """

    pair = models.ForeignKey(
        "pairs.Pair", verbose_name="пара", on_delete=models.CASCADE, related_name="meetings"
    )
    kind = models.CharField("вид встречи", max_length=20, choices=MeetingKind)
    day = models.DateField("дата")
    minutes = models.PositiveSmallIntegerField(
        "сколько минут", validators=[MinValueValidator(5), MaxValueValidator(600)]
    )
    topic = models.CharField("тема", max_length=300)
    note = models.TextField(
        "заметка", blank=True, help_text="Видите вы и куратор, наставляемый не видит."
    )
    rating = models.PositiveSmallIntegerField("как прошла встреча", choices=Rating)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="кто записал",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    recorded_at = models.DateTimeField("записана", auto_now_add=True)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        verbose_name = "встреча"
        verbose_name_plural = "встречи"
        ordering = ["-day", "-pk"]

    def __str__(self):
        return f"{self.get_kind_display()}, {self.day:%d.%m.%Y}"
