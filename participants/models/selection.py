from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from participants.enums import SelectionDecision
from participants.part_querysets import MentorPartQuerySet
from programs.querysets import SchoolOnlyQuerySet


class SelectionCriterion(models.Model):
    """A line of the checklist of selection: the criteria are the school's own regulation's."""

    program = models.ForeignKey(
        "programs.Program",
        verbose_name="программа",
        on_delete=models.CASCADE,
        related_name="selection_criteria",
    )
    title = models.CharField("критерий", max_length=300)
    hint = models.CharField("что подтверждает", max_length=500, blank=True)
    most = models.PositiveSmallIntegerField(
        "наибольший балл",
        default=3,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
    )
    is_required = models.BooleanField(
        "обязательный", default=False, help_text="С нулём баллов кандидата не допускают."
    )
    position = models.PositiveSmallIntegerField("порядок", default=0)

    objects = SchoolOnlyQuerySet.as_manager()

    class Meta:
        verbose_name = "критерий отбора"
        verbose_name_plural = "критерии отбора"
        ordering = ["program", "position", "pk"]

    def __str__(self):
        return self.title


class Selection(models.Model):
    """What the commission found about a candidate and decided; blank while it has not."""

    mentor = models.OneToOneField(
        "participants.Mentor",
        verbose_name="наставник",
        on_delete=models.CASCADE,
        related_name="selection",
    )
    decision = models.CharField("решение", max_length=10, choices=SelectionDecision, blank=True)
    reason = models.TextField("обоснование", blank=True)
    decided_on = models.DateField("дата решения", null=True, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="кто записал",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )

    objects = MentorPartQuerySet.as_manager()

    class Meta:
        verbose_name = "отбор наставника"
        verbose_name_plural = "отбор наставников"
        ordering = ["mentor"]
        constraints = [
            models.CheckConstraint(
                condition=Q(decision="", decided_on=None)
                | (~Q(decision="") & Q(decided_on__isnull=False)),
                name="selection_decided_on_a_day",
                violation_error_message="У решения должна быть дата.",
            )
        ]

    def __str__(self):
        return f"Отбор: {self.mentor}"


class SelectionMark(models.Model):
    """Points of one candidate by one criterion."""

    selection = models.ForeignKey(
        "participants.Selection",
        verbose_name="отбор",
        on_delete=models.CASCADE,
        related_name="marks",
    )
    criterion = models.ForeignKey(
        "participants.SelectionCriterion",
        verbose_name="критерий",
        on_delete=models.CASCADE,
        related_name="marks",
    )
    points = models.PositiveSmallIntegerField("баллы")
    comment = models.CharField("пояснение", max_length=300, blank=True)

    class Meta:
        verbose_name = "балл по критерию"
        verbose_name_plural = "баллы по критериям"
        ordering = ["selection", "criterion__position", "criterion"]
        constraints = [
            models.UniqueConstraint(
                fields=["selection", "criterion"],
                name="selection_mark_once",
                violation_error_message="Балл по этому критерию уже есть.",
            )
        ]

    def __str__(self):
        return f"{self.criterion}: {self.points}"
