from django.db import models

from pairs.enums import FeedbackSide, VerdictWay
from pairs.trial_querysets import VerdictQuerySet


class Verdict(models.Model):
    """«Подошли» or «не подошли»: one side's word after the trial meeting, for the staff alone."""

    pair = models.ForeignKey(
        "pairs.Pair", verbose_name="пара", on_delete=models.CASCADE, related_name="verdicts"
    )
    person = models.ForeignKey(
        "participants.Person", verbose_name="кто", on_delete=models.CASCADE, related_name="+"
    )
    side = models.CharField("сторона", max_length=10, choices=FeedbackSide)
    fits = models.BooleanField("подошли", choices=[(True, "подошли"), (False, "не подошли")])
    comment = models.TextField("пояснение", blank=True)
    given_on = models.DateField("дата ответа")
    way = models.CharField(
        "как получен ответ",
        max_length=10,
        choices=VerdictWay,
        blank=True,
        help_text="Пусто, если человек ответил в портале сам.",
    )
    settled_on = models.DateField(
        "куратор решил",
        null=True,
        blank=True,
        help_text="После решения куратора ответ не меняют.",
    )

    objects = VerdictQuerySet.as_manager()

    class Meta:
        verbose_name = "ответ после пробной встречи"
        verbose_name_plural = "ответы после пробной встречи"
        ordering = ["pair", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["pair", "person"],
                name="verdict_once",
                violation_error_message="Ответ уже есть.",
            )
        ]

    def __str__(self):
        return f"Ответ № {self.pk}"
