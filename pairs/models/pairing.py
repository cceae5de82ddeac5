"""What the curator sets before and during the pairing: rules, weights, forbidden pairs."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from pairs.querysets import ForbiddenPairQuerySet
from programs.enums import MentoringForm
from programs.querysets import SchoolOnlyQuerySet


class PairingRules(models.Model):
    """Terms and limits of one program; the defaults are the portal's, not the law's."""

    program = models.OneToOneField(
        "programs.Program",
        verbose_name="программа",
        on_delete=models.CASCADE,
        related_name="pairing_rules",
    )
    verdict_days = models.PositiveSmallIntegerField(
        "дней на ответ «подошли / не подошли»",
        default=7,
        validators=[MinValueValidator(1), MaxValueValidator(60)],
        help_text="Считается от пробной встречи.",
    )
    wait_days = models.PositiveSmallIntegerField(
        "дней без пары до напоминания",
        default=30,
        validators=[MinValueValidator(1), MaxValueValidator(365)],
        help_text="Считается с внесения в базу или с конца прежней пары.",
    )
    group_least = models.PositiveSmallIntegerField(
        "в группе не меньше", default=2, validators=[MinValueValidator(2), MaxValueValidator(20)]
    )
    group_most = models.PositiveSmallIntegerField(
        "в группе не больше", default=10, validators=[MinValueValidator(2), MaxValueValidator(20)]
    )

    objects = SchoolOnlyQuerySet.as_manager()

    class Meta:
        verbose_name = "правила подбора"
        verbose_name_plural = "правила подбора"
        constraints = [
            models.CheckConstraint(
                condition=Q(group_least__lte=F("group_most")),
                name="group_limits_not_reversed",
                violation_error_message="Наименьшая группа больше наибольшей.",
            )
        ]

    def __str__(self):
        return f"Правила подбора: {self.program}"


class Weighting(models.Model):
    """How much each criterion counts in one form; without a form – for mentees who have none.

    There is no row while the recommended weights are in force.
    """

    program = models.ForeignKey(
        "programs.Program",
        verbose_name="программа",
        on_delete=models.CASCADE,
        related_name="weightings",
    )
    form = models.CharField(
        "форма наставничества", max_length=30, choices=MentoringForm, blank=True
    )
    weights = models.JSONField("веса", default=dict)

    objects = SchoolOnlyQuerySet.as_manager()

    class Meta:
        verbose_name = "веса подбора"
        verbose_name_plural = "веса подбора"
        ordering = ["program", "form"]
        constraints = [
            models.UniqueConstraint(
                fields=["program", "form"],
                name="weighting_once",
                violation_error_message="Веса этой формы уже заданы.",
            )
        ]

    def __str__(self):
        return self.get_form_display() or "Все формы"


class ForbiddenPair(models.Model):
    """These two are not offered to each other; the ban can be taken back."""

    program = models.ForeignKey(
        "programs.Program",
        verbose_name="программа",
        on_delete=models.CASCADE,
        related_name="forbidden_pairs",
    )
    mentor = models.ForeignKey(
        "participants.Mentor", verbose_name="наставник", on_delete=models.CASCADE, related_name="+"
    )
    mentee = models.ForeignKey(
        "participants.Mentee",
        verbose_name="наставляемый",
        on_delete=models.CASCADE,
        related_name="+",
    )
    reason = models.CharField("почему", max_length=500, blank=True)
    forbidden_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="кто запретил",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    forbidden_at = models.DateTimeField("запрещена", auto_now_add=True)
    is_lifted = models.BooleanField(
        "запрет снят", default=False, help_text="Снятый запрет возвращает «Отменить»."
    )

    objects = ForbiddenPairQuerySet.as_manager()

    class Meta:
        verbose_name = "запрещённая пара"
        verbose_name_plural = "запрещённые пары"
        ordering = ["program", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["mentor", "mentee"],
                name="forbidden_pair_once",
                violation_error_message="Эта пара уже запрещена.",
            )
        ]

    def __str__(self):
        return f"Запрет № {self.pk}"
