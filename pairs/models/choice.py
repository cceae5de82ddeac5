from django.db import models

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
    rank = models.PositiveSmallIntegerField("место в выборе", default=1)

    class Meta:
        verbose_name = "выбор на групповой встрече"
        verbose_name_plural = "выборы на групповых встречах"
        ordering = ["event", "side", "rank", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "side", "mentor", "mentee"],
                name="choice_once",
                violation_error_message="Этот выбор уже записан.",
            )
        ]

    def __str__(self):
        return f"Выбор № {self.pk}"
