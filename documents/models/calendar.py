from django.conf import settings
from django.db import models

from programs.querysets import OrganizationPartQuerySet


class CalendarDay(models.Model):
    """A day that the school's calendar has otherwise than the portal's sample."""

    organization = models.ForeignKey(
        "programs.Organization",
        verbose_name="организация",
        on_delete=models.CASCADE,
        related_name="calendar_days",
    )
    day = models.DateField("день")
    is_working = models.BooleanField("рабочий", default=False)
    note = models.CharField("основание", max_length=200, blank=True)

    objects = OrganizationPartQuerySet.as_manager()

    class Meta:
        verbose_name = "день производственного календаря"
        verbose_name_plural = "дни производственного календаря"
        ordering = ["day"]
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "day"],
                name="calendar_day_once",
                violation_error_message="Этот день уже внесён.",
            )
        ]

    def __str__(self):
        return f"{self.day:%d.%m.%Y} – {'рабочий' if self.is_working else 'нерабочий'}"


class CalendarYear(models.Model):
    """A year that the school has begun or compared with the production calendar itself."""

    organization = models.ForeignKey(
        "programs.Organization",
        verbose_name="организация",
        on_delete=models.CASCADE,
        related_name="calendar_years",
    )
    year = models.PositiveSmallIntegerField("год")
    checked_on = models.DateField("сверен", null=True, blank=True)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="кто сверил",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )

    objects = OrganizationPartQuerySet.as_manager()

    class Meta:
        verbose_name = "год производственного календаря"
        verbose_name_plural = "годы производственного календаря"
        ordering = ["year"]
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "year"],
                name="calendar_year_once",
                violation_error_message="Этот год уже заведён.",
            )
        ]

    def __str__(self):
        return str(self.year)
