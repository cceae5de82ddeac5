from django.db import models
from django.db.models import F, Q

from programs.domain.event import event_state, is_outside
from programs.enums import EventKind, MentoringForm, StageCode
from programs.querysets import EventQuerySet


class Event(models.Model):
    """An event of the program: a line of its calendar plan, later with its result.

    Who took part is kept by ``participants.Attendance``; ``guests`` counts the others.
    """

    program = models.ForeignKey(
        "programs.Program",
        verbose_name="программа",
        on_delete=models.CASCADE,
        related_name="events",
    )
    kind = models.CharField("вид события", max_length=30, choices=EventKind)
    title = models.CharField("название", max_length=300)
    stage = models.CharField("этап", max_length=20, choices=StageCode, blank=True)
    form = models.CharField(
        "форма наставничества",
        max_length=30,
        choices=MentoringForm,
        blank=True,
        help_text="Не выбрана – событие для всех форм.",
    )
    starts_on = models.DateField("дата")
    ends_on = models.DateField("дата окончания", null=True, blank=True)
    starts_at = models.TimeField("начало", null=True, blank=True)
    place = models.CharField("место", max_length=300, blank=True)
    audience = models.CharField("для кого", max_length=300, blank=True)
    responsible = models.CharField("ответственный", max_length=300, blank=True)
    is_held = models.BooleanField("проведено", default=False)
    guests = models.PositiveIntegerField(
        "гостей", default=0, help_text="Участники, которых нет в базах программы."
    )
    result = models.TextField("результат", blank=True)
    photo_url = models.URLField("ссылка на фотоотчёт", blank=True, max_length=500)

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = "событие программы"
        verbose_name_plural = "события программы"
        ordering = ["program", "starts_on", "starts_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(starts_on__lte=F("ends_on")),
                name="event_period_not_reversed",
                violation_error_message="Событие кончается раньше, чем начинается.",
            )
        ]

    def __str__(self):
        return self.title

    @property
    def last_day(self):
        return self.ends_on or self.starts_on

    @property
    def is_outside_year(self):
        """A date beyond the school year of the program is pointed out, never moved."""
        return is_outside(self.starts_on, self.last_day, self.program.year)

    def state(self, today):
        return event_state(self.is_held, self.last_day, today)
