from django.db import models

from participants.enums import AnalysisMethod
from participants.part_querysets import MenteePartQuerySet


class NeedsAnalysis(models.Model):
    """One analysis of a mentee's needs (анализ потребностей, АПО) and what it concluded."""

    mentee = models.ForeignKey(
        "participants.Mentee",
        verbose_name="наставляемый",
        on_delete=models.CASCADE,
        related_name="analyses",
    )
    method = models.CharField("как проведён", max_length=20, choices=AnalysisMethod)
    held_on = models.DateField("дата")
    held_by = models.CharField("кто провёл", max_length=300, blank=True)
    conclusion = models.TextField("вывод")

    objects = MenteePartQuerySet.as_manager()

    class Meta:
        verbose_name = "анализ потребностей"
        verbose_name_plural = "анализы потребностей"
        ordering = ["mentee", "-held_on", "-pk"]

    def __str__(self):
        return f"Анализ потребностей от {self.held_on:%d.%m.%Y}"
