from django.db import models
from django.db.models import F, Q

from mentoring_portal.shared.transitions import ensure_transition
from pairs.enums import PLAN_TRANSITIONS, MeetingKind, PlanKind, PlanStatus, TaskMark
from pairs.plan_querysets import PlanTaskQuerySet
from pairs.querysets import PairPartQuerySet


class Plan(models.Model):
    """What a pair agreed at its planning meeting: goal, tasks with dates, resources and marks."""

    pair = models.OneToOneField(
        "pairs.Pair", verbose_name="пара", on_delete=models.CASCADE, related_name="plan"
    )
    kind = models.CharField("вид плана", max_length=20, choices=PlanKind)
    status = models.CharField(
        "состояние", max_length=10, choices=PlanStatus, default=PlanStatus.DRAFT
    )
    goal = models.TextField("цель", blank=True)
    results = models.TextField("ожидаемые результаты", blank=True)
    regime = models.CharField(
        "режим работы", max_length=300, blank=True, help_text="Например: раз в неделю, очно."
    )
    starts_on = models.DateField("начало", null=True, blank=True)
    ends_on = models.DateField("окончание", null=True, blank=True)
    is_term_confirmed = models.BooleanField(
        "необычный срок подтверждён", default=False, help_text="Куратор сказал, что срок верный."
    )
    summary = models.TextField("итог", blank=True)
    updated_at = models.DateTimeField("изменён", auto_now=True)

    objects = PairPartQuerySet.as_manager()

    class Meta:
        verbose_name = "план пары"
        verbose_name_plural = "планы пар"
        ordering = ["pair"]
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_on=None) | Q(ends_on=None) | Q(starts_on__lte=F("ends_on")),
                name="plan_term_not_reversed",
                violation_error_message="План кончается раньше, чем начинается.",
            )
        ]

    def __str__(self):
        return f"{self.get_kind_display()} пары № {self.pair_id}"

    @property
    def status_words(self):
        """«План согласован», «программа согласована»."""
        words = self.get_status_display()
        is_verb = self.status in (PlanStatus.AGREED, PlanStatus.FINISHED)
        return f"{words}а" if is_verb and self.kind == PlanKind.PERSONAL else words

    def move_to(self, status):
        ensure_transition(PLAN_TRANSITIONS, PlanStatus(self.status), status)
        self.status = status
        self.save(update_fields=["status", "updated_at"])


class PlanTask(models.Model):
    """A line of the plan; ``mark`` says how it ended."""

    plan = models.ForeignKey(
        "pairs.Plan", verbose_name="план", on_delete=models.CASCADE, related_name="tasks"
    )
    position = models.PositiveSmallIntegerField("порядок", default=0)
    title = models.CharField("задача, мероприятие", max_length=500)
    due_on = models.DateField("срок", null=True, blank=True)
    resources = models.CharField("ресурсы", max_length=300, blank=True)
    expected = models.CharField("планируемый результат", max_length=500, blank=True)
    mark = models.CharField(
        "отметка о выполнении", max_length=10, choices=TaskMark, default=TaskMark.PLANNED
    )
    marked_on = models.DateField("дата отметки", null=True, blank=True)
    comment = models.CharField("пояснение", max_length=300, blank=True)
    meeting_kind = models.CharField(
        "встреча",
        max_length=20,
        choices=MeetingKind,
        blank=True,
        help_text="Запись такой встречи отмечает задачу выполненной.",
    )

    objects = PlanTaskQuerySet.as_manager()

    class Meta:
        verbose_name = "задача плана"
        verbose_name_plural = "задачи плана"
        ordering = ["plan", "position", "pk"]

    def __str__(self):
        return self.title


class PlanAgreement(models.Model):
    """A side's answer about the plan as it stands; a changed plan is agreed anew."""

    plan = models.ForeignKey(
        "pairs.Plan", verbose_name="план", on_delete=models.CASCADE, related_name="agreements"
    )
    person = models.ForeignKey(
        "participants.Person", verbose_name="кто", on_delete=models.CASCADE, related_name="+"
    )
    agreed_on = models.DateField("дата ответа")
    is_agreed = models.BooleanField("согласен", default=True)
    comment = models.CharField("что не подходит", max_length=500, blank=True)
    is_on_paper = models.BooleanField("подписано на бумаге", default=False)

    class Meta:
        verbose_name = "ответ о плане"
        verbose_name_plural = "ответы о планах"
        ordering = ["plan", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "person"],
                name="plan_agreed_once",
                violation_error_message="Ответ уже есть.",
            )
        ]

    def __str__(self):
        return f"Ответ о плане № {self.pk}"
