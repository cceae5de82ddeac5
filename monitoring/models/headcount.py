from django.conf import settings
from django.db import models

from monitoring.enums import HeadcountCode
from programs.querysets import SchoolOnlyQuerySet


class Headcount(models.Model):
    """How many people the school has on a day; the newest by the report's day is used."""

    program = models.ForeignKey(
        "programs.Program",
        verbose_name="программа",
        on_delete=models.CASCADE,
        related_name="headcounts",
    )
    code = models.CharField("кого", max_length=20, choices=HeadcountCode)
    value = models.PositiveIntegerField("сколько")
    as_of = models.DateField("на дату")
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="кто внёс",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    entered_at = models.DateTimeField("внесено", auto_now_add=True)

    objects = SchoolOnlyQuerySet.as_manager()

    class Meta:
        verbose_name = "численность"
        verbose_name_plural = "численность"
        ordering = ["program", "code", "-as_of", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["program", "code", "as_of"],
                name="headcount_once_a_day",
                violation_error_message="Численность на эту дату уже внесена.",
            )
        ]

    def __str__(self):
        return f"{self.get_code_display()}: {self.value}"
