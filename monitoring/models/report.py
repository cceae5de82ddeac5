from django.conf import settings
from django.db import models

from monitoring.enums import ReportPeriod, ReportStatus
from programs.querysets import ProgramPartQuerySet


class Report(models.Model):
    """The December or June figures of a program as they stood on ``as_of``.

    ``figures`` is the frozen result and ``digest`` its SHA-256, so a number can be re-derived.
    """

    program = models.ForeignKey(
        "programs.Program",
        verbose_name="программа",
        on_delete=models.CASCADE,
        related_name="reports",
    )
    period = models.CharField("период", max_length=10, choices=ReportPeriod)
    as_of = models.DateField("по состоянию на")
    status = models.CharField(
        "состояние", max_length=10, choices=ReportStatus, default=ReportStatus.DRAFT
    )
    figures = models.JSONField("показатели", default=dict)
    digest = models.CharField("контрольная сумма", max_length=64, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="кто составил",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    created_at = models.DateTimeField("составлен", auto_now_add=True)

    objects = ProgramPartQuerySet.as_manager()

    class Meta:
        verbose_name = "отчёт мониторинга"
        verbose_name_plural = "отчёты мониторинга"
        ordering = ["-as_of", "-pk"]

    def __str__(self):
        return f"Отчёт за {self.get_period_display()}, {self.program}"
