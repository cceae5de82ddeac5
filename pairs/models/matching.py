from django.conf import settings
from django.db import models

from pairs.enums import MatchingStep
from programs.querysets import SchoolOnlyQuerySet


class Matching(models.Model):
    """One state of the draft of pairs: what it reached, whether that is proven, who was left.

    Every run and every change by hand makes a new one, so a step is taken back by returning to
    the one before. ``snapshot`` is what the draft was: ``members`` are the cells of
    ``services.draft``, ``forbidden`` the bans as [mentor, mentee], ``worth`` and ``best`` what was
    reached and what the bans leave to be reached: [mentees, mentors, sum of scores]; ``weights``
    tells the weights of the scores from later ones, ``run`` the people and the rules of the run.
    """

    program = models.ForeignKey(
        "programs.Program",
        verbose_name="программа",
        on_delete=models.CASCADE,
        related_name="matchings",
    )
    step = models.CharField(
        "что сделано", max_length=10, choices=MatchingStep, default=MatchingStep.RUN
    )
    title = models.CharField("название варианта", max_length=100, blank=True)
    note = models.CharField("подробности", max_length=300, blank=True)
    previous = models.ForeignKey(
        "self",
        verbose_name="после чего",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    objective = models.FloatField("сумма оценок")
    bound = models.FloatField("больше не бывает", null=True, blank=True)
    proven_optimal = models.BooleanField("лучшее решение доказано")
    seconds = models.FloatField("время расчёта, с")
    unmatched = models.JSONField("кто остался без пары", default=list)
    snapshot = models.JSONField("черновик пар", default=dict, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="кто",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    created_at = models.DateTimeField("подобрано", auto_now_add=True)

    objects = SchoolOnlyQuerySet.as_manager()

    class Meta:
        verbose_name = "подбор пар"
        verbose_name_plural = "подборы пар"
        ordering = ["-pk"]

    def __str__(self):
        return f"Подбор {self.created_at:%d.%m.%Y %H:%M}"

    @property
    def is_restorable(self):
        """Runs before the snapshots cannot come back."""
        return "members" in self.snapshot
