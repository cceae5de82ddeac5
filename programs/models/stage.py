from django.db import models
from django.db.models import Q

from mentoring_portal.shared.transitions import ensure_transition
from programs.enums import STAGE_TRANSITIONS, StageCode, StageStatus
from programs.querysets import ProgramPartQuerySet


class Stage(models.Model):
    """One of the seven stages of a program (Р-145)."""

    program = models.ForeignKey(
        "programs.Program",
        verbose_name="программа",
        on_delete=models.CASCADE,
        related_name="stages",
    )
    number = models.PositiveSmallIntegerField("номер")
    code = models.CharField("этап", max_length=20, choices=StageCode)
    title = models.CharField("название", max_length=200)
    status = models.CharField(
        "состояние", max_length=10, choices=StageStatus, default=StageStatus.OPEN
    )
    starts_on = models.DateField("начало", null=True, blank=True)
    due_on = models.DateField("окончание", null=True, blank=True)
    finished_on = models.DateField("завершён", null=True, blank=True)
    finish_reason = models.TextField("почему завершён раньше готовности", blank=True)

    objects = ProgramPartQuerySet.as_manager()

    class Meta:
        verbose_name = "этап"
        verbose_name_plural = "этапы"
        ordering = ["program", "number"]
        constraints = [
            models.UniqueConstraint(fields=["program", "code"], name="stage_once"),
            models.CheckConstraint(
                condition=Q(number__gte=1) & Q(number__lte=7), name="stage_is_one_of_seven"
            ),
        ]

    def __str__(self):
        return f"{self.number}. {self.title}"

    def move_to(self, status, *, day=None, reason=""):
        ensure_transition(STAGE_TRANSITIONS, StageStatus(self.status), status)
        self.status = status
        self.finished_on = day
        self.finish_reason = reason
        self.save(update_fields=["status", "finished_on", "finish_reason"])
