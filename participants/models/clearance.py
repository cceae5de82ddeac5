from django.db import models
from django.db.models import F, Q

from participants.enums import ClearanceKind
from participants.querysets import PersonPartQuerySet


def clearance_path(instance, filename):
    return f"clearances/{instance.scan_key}"


class Clearance(models.Model):
    """A certificate that an adult from outside brings before working with children.

    Never asked of pupils; the service refuses to record one.
    """

    person = models.ForeignKey(
        "participants.Person",
        verbose_name="человек",
        on_delete=models.CASCADE,
        related_name="clearances",
    )
    kind = models.CharField("справка", max_length=20, choices=ClearanceKind)
    number = models.CharField("номер", max_length=60, blank=True)
    issued_on = models.DateField("выдана")
    valid_until = models.DateField("действует по", null=True, blank=True)
    scan_key = models.UUIDField("ключ скана", null=True, blank=True, editable=False)
    scan = models.FileField("скан", upload_to=clearance_path, blank=True)

    objects = PersonPartQuerySet.as_manager()

    class Meta:
        verbose_name = "справка"
        verbose_name_plural = "справки"
        ordering = ["person", "kind", "-issued_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(issued_on__lte=F("valid_until")),
                name="clearance_period_not_reversed",
                violation_error_message="Срок справки кончается раньше даты выдачи.",
            )
        ]

    def __str__(self):
        return f"{self.get_kind_display()} от {self.issued_on:%d.%m.%Y}"

    def is_in_force(self, day):
        return self.issued_on <= day and (self.valid_until is None or day <= self.valid_until)
