from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from pairs.encounter_querysets import EncounterQuerySet
from pairs.enums import EncounterKind


class Encounter(models.Model):
    """Speed or situational mentoring: one talk of two people, without a pair that lasts."""

    program = models.ForeignKey(
        "programs.Program",
        verbose_name="программа",
        on_delete=models.CASCADE,
        related_name="encounters",
    )
    kind = models.CharField("вид наставничества", max_length=20, choices=EncounterKind)
    event = models.ForeignKey(
        "programs.Event",
        verbose_name="событие",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="encounters",
    )
    mentor = models.ForeignKey(
        "participants.Mentor",
        verbose_name="наставник",
        on_delete=models.CASCADE,
        related_name="encounters",
    )
    mentee = models.ForeignKey(
        "participants.Mentee",
        verbose_name="наставляемый",
        on_delete=models.CASCADE,
        related_name="encounters",
    )
    day = models.DateField("дата")
    round = models.PositiveSmallIntegerField("круг", null=True, blank=True)
    minutes = models.PositiveSmallIntegerField(
        "сколько минут", default=10, validators=[MinValueValidator(1), MaxValueValidator(600)]
    )
    topic = models.CharField("вопрос или ситуация", max_length=300, blank=True)
    outcome = models.TextField("чем закончилось", blank=True)
    goes_on = models.BooleanField(
        "хотят продолжить", default=False, help_text="При подборе пар это считается пожеланием."
    )

    is_held = models.BooleanField(
        "состоялась",
        default=True,
        help_text="Строка расписания скоростных встреч – ещё не встреча, пока её не отметили.",
    )

    objects = EncounterQuerySet.as_manager()

    class Meta:
        verbose_name = "разовая встреча"
        verbose_name_plural = "разовые встречи"
        ordering = ["-day", "round", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "mentor", "mentee"],
                name="encounter_once_at_event",
                violation_error_message="На этом событии они уже встречаются.",
            ),
            models.CheckConstraint(
                condition=Q(is_held=True) | Q(goes_on=False),
                name="encounter_goes_on_when_held",
                violation_error_message="Продолжить хотят только после состоявшейся встречи.",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}, {self.day:%d.%m.%Y}"
