from django.db import models

from participants.enums import AnalysisMethod
from participants.part_querysets import MentorPartQuerySet


class MentorAnalysis(models.Model):
    """One analysis of a mentor's needs before training, and what it concluded."""

    mentor = models.ForeignKey(
        "participants.Mentor",
        verbose_name="наставник",
        on_delete=models.CASCADE,
        related_name="analyses",
    )
    method = models.CharField("как проведён", max_length=20, choices=AnalysisMethod)
    held_on = models.DateField("дата")
    held_by = models.CharField("кто провёл", max_length=300, blank=True)
    conclusion = models.TextField("чему нужно учить, чем помочь")

    objects = MentorPartQuerySet.as_manager()

    class Meta:
        verbose_name = "анализ потребностей наставника"
        verbose_name_plural = "анализы потребностей наставников"
        ordering = ["mentor", "-held_on", "-pk"]

    def __str__(self):
        return f"Анализ потребностей от {self.held_on:%d.%m.%Y}"
