from django.db import models
from django.db.models import F

from documents.enums import Journal


class CounterQuerySet(models.QuerySet):
    def take(self, *, organization, journal, year):
        """The next number of a journal; call inside a transaction. A number is never reused."""
        key = {"organization": organization, "journal": journal, "year": year}
        self.get_or_create(**key)
        # The UPDATE holds the row until commit, so two registrations never read one number.
        self.filter(**key).update(last=F("last") + 1)
        return self.get(**key).last


class Counter(models.Model):
    """The last number given in a journal of an organization within a calendar year."""

    organization = models.ForeignKey(
        "programs.Organization",
        verbose_name="организация",
        on_delete=models.CASCADE,
        related_name="+",
    )
    journal = models.CharField("журнал", max_length=20, choices=Journal)
    year = models.PositiveSmallIntegerField("год")
    last = models.PositiveIntegerField("последний номер", default=0)

    objects = CounterQuerySet.as_manager()

    class Meta:
        verbose_name = "счётчик номеров"
        verbose_name_plural = "счётчики номеров"
        constraints = [
            models.UniqueConstraint(fields=["organization", "journal", "year"], name="counter_once")
        ]

    def __str__(self):
        return f"{self.get_journal_display()}, {self.year}: {self.last}"
