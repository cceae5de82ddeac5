from django.db import models
from django.db.models import F
from django.db.models.functions import Greatest

from documents.enums import Journal


class CounterQuerySet(models.QuerySet):
    def take(self, **key):
        """The next number of a journal; call inside a transaction. A number is never reused.

        ``key`` is organization, journal and year.
        """
        self.get_or_create(**key)
        # The UPDATE holds the row until commit, so two registrations never read one number.
        self.filter(**key).update(last=F("last") + 1)
        return self.get(**key).last

    def reserve(self, number, **key):
        """Remember a number given by hand, so that the next one follows it."""
        self.get_or_create(**key)
        self.filter(**key).update(last=Greatest(F("last"), number))

    def next_number(self, **key):
        """What ``take`` would give now; a hint, not a promise."""
        counter = self.filter(**key).first()
        return counter.last + 1 if counter else 1


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
