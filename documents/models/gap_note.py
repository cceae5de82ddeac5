from django.db import models

from documents.enums import Journal
from programs.querysets import OrganizationPartQuerySet


class GapNote(models.Model):
    """Why numbers of a journal are missing in the portal: kept for the number a gap begins with."""

    organization = models.ForeignKey(
        "programs.Organization",
        verbose_name="организация",
        on_delete=models.CASCADE,
        related_name="gap_notes",
    )
    journal = models.CharField("журнал", max_length=20, choices=Journal)
    year = models.PositiveSmallIntegerField("год")
    number = models.PositiveIntegerField("с какого номера")
    text = models.CharField("почему номеров нет", max_length=300)

    objects = OrganizationPartQuerySet.as_manager()

    class Meta:
        verbose_name = "пояснение к пропуску"
        verbose_name_plural = "пояснения к пропускам"
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "journal", "year", "number"], name="gap_note_once"
            )
        ]

    def __str__(self):
        return f"{self.get_journal_display()}, {self.year}, № {self.number}: {self.text}"
