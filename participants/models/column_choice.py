from django.db import models

from participants.enums import BaseKind
from programs.querysets import OrganizationPartQuerySet


class ColumnChoice(models.Model):
    """What a school once said an unknown column title means; the next upload remembers it."""

    organization = models.ForeignKey(
        "programs.Organization",
        verbose_name="организация",
        on_delete=models.CASCADE,
        related_name="column_choices",
    )
    kind = models.CharField("что в таблице", max_length=10, choices=BaseKind)
    caption = models.CharField("заголовок столбца, сравнимый вид", max_length=300)
    column = models.CharField("столбец портала", max_length=40)

    objects = OrganizationPartQuerySet.as_manager()

    class Meta:
        verbose_name = "соответствие столбца"
        verbose_name_plural = "соответствия столбцов"
        ordering = ["organization", "kind", "caption"]
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "kind", "caption"], name="column_choice_once"
            )
        ]

    def __str__(self):
        return f"{self.caption} → {self.column}"
