from django.db import models
from django.db.models import F, Q

from participants.enums import AssignmentRole
from participants.querysets import AssignmentQuerySet


class Assignment(models.Model):
    """A person's duty in an organization over a period; papers quote the one in force."""

    organization = models.ForeignKey(
        "programs.Organization",
        verbose_name="организация",
        on_delete=models.CASCADE,
        related_name="assignments",
    )
    person = models.ForeignKey(
        "participants.Person",
        verbose_name="человек",
        on_delete=models.PROTECT,
        related_name="assignments",
    )
    role = models.CharField("обязанность", max_length=30, choices=AssignmentRole)
    post = models.CharField(
        "должность в документах", max_length=200, help_text="Именительный падеж: «учитель физики»."
    )
    starts_on = models.DateField("с", null=True, blank=True)
    ends_on = models.DateField("по", null=True, blank=True)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        verbose_name = "назначение"
        verbose_name_plural = "назначения"
        ordering = ["organization", "role", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_on=None) | Q(ends_on=None) | Q(starts_on__lte=F("ends_on")),
                name="assignment_period_not_reversed",
                violation_error_message="Начало назначения позже его окончания.",
            )
        ]

    def __str__(self):
        return f"{self.get_role_display()}: {self.person}"
