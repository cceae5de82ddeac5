from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from pairs.domain.mutual import MOST_CHOICES
from pairs.encounter_querysets import ChoiceQuerySet
from pairs.enums import FeedbackSide


class Choice(models.Model):
    """Whom somebody chose at a group meeting for forming pairs; ``rank`` 1 is the dearest."""

    event = models.ForeignKey(
        "programs.Event",
        verbose_name="групповая встреча",
        on_delete=models.CASCADE,
        related_name="choices",
    )
    side = models.CharField("кто выбирал", max_length=10, choices=FeedbackSide)
    mentor = models.ForeignKey(
        "participants.Mentor", verbose_name="наставник", on_delete=models.CASCADE, related_name="+"
    )
    mentee = models.ForeignKey(
        "participants.Mentee",
        verbose_name="наставляемый",
        on_delete=models.CASCADE,
        related_name="+",
    )
    rank = models.PositiveSmallIntegerField(
        "место в выборе",
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_CHOICES)],
    )

    objects = ChoiceQuerySet.as_manager()

    class Meta:
        verbose_name = "выбор на групповой встрече"
        verbose_name_plural = "выборы на групповых встречах"
        ordering = ["event", "side", "rank", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "side", "mentor", "mentee"],
                name="choice_once",
                violation_error_message="Этот выбор уже записан.",
            ),
            models.UniqueConstraint(
                fields=["event", "mentor", "rank"],
                condition=Q(side=FeedbackSide.MENTOR),
                name="choice_ranks_of_mentor",
                violation_error_message="У наставника это место уже занято другим выбором.",
            ),
            models.UniqueConstraint(
                fields=["event", "mentee", "rank"],
                condition=Q(side=FeedbackSide.MENTEE),
                name="choice_ranks_of_mentee",
                violation_error_message="У наставляемого это место уже занято другим выбором.",
            ),
            models.CheckConstraint(
                condition=Q(rank__gte=1, rank__lte=MOST_CHOICES),
                name="choice_rank_in_bounds",
                violation_error_message="Выбирают от одного до трёх человек.",
            ),
        ]

    def __str__(self):
        return f"Выбор № {self.pk}"
