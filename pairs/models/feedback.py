from django.db import models

from pairs.enums import FeedbackSide, Rating


class Feedback(models.Model):
    """What a side says of a meeting. Seen by its author and the staff of the school."""

    meeting = models.ForeignKey(
        "pairs.Meeting", verbose_name="встреча", on_delete=models.CASCADE, related_name="feedback"
    )
    person = models.ForeignKey(
        "participants.Person", verbose_name="кто", on_delete=models.CASCADE, related_name="feedback"
    )
    side = models.CharField("сторона", max_length=10, choices=FeedbackSide)
    rating = models.PositiveSmallIntegerField("как прошла встреча", choices=Rating)
    text = models.TextField("что понравилось, чего не хватило", blank=True)
    given_at = models.DateTimeField("дан", auto_now_add=True)

    class Meta:
        verbose_name = "отзыв о встрече"
        verbose_name_plural = "отзывы о встречах"
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "person"],
                name="feedback_once",
                violation_error_message="Отзыв об этой встрече уже есть.",
            )
        ]

    def __str__(self):
        return f"Отзыв о встрече № {self.meeting_id}"
