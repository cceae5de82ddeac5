from django.conf import settings
from django.db import models
from django.db.models import F, Q

from programs.domain.numbering import shown_number
from programs.enums import StageCode, TermKind
from programs.querysets import ProgramPartQuerySet, RoadmapFileQuerySet, RoadmapItemQuerySet


class RoadmapSection(models.Model):
    program = models.ForeignKey(
        "programs.Program",
        verbose_name="программа",
        on_delete=models.CASCADE,
        related_name="roadmap_sections",
    )
    number = models.CharField("номер", max_length=20, blank=True)
    title = models.CharField("название", max_length=500)
    position = models.PositiveSmallIntegerField("порядок")

    objects = ProgramPartQuerySet.as_manager()

    class Meta:
        verbose_name = "раздел дорожной карты"
        verbose_name_plural = "разделы дорожной карты"
        ordering = ["program", "position"]

    def __str__(self):
        number = shown_number(self.number)
        return f"{number}. {self.title}" if number else self.title


class RoadmapItem(models.Model):
    """A row of the roadmap.

    Numbers are text and may be missing: the roadmaps of schools skip and repeat them.
    ``stage`` is empty for rows that run through the whole program.
    """

    program = models.ForeignKey(
        "programs.Program",
        verbose_name="программа",
        on_delete=models.CASCADE,
        related_name="roadmap_items",
    )
    section = models.ForeignKey(
        "programs.RoadmapSection",
        verbose_name="раздел",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="items",
    )
    stage = models.CharField(
        "этап",
        max_length=20,
        choices=StageCode,
        blank=True,
        help_text="Не выбран – строка относится ко всем этапам.",
    )
    number = models.CharField("номер", max_length=20, blank=True)
    title = models.TextField("мероприятие")
    details = models.TextField("содержание", blank=True, help_text="Каждый пункт с новой строки.")
    term_kind = models.CharField(
        "вид срока", max_length=20, choices=TermKind, default=TermKind.NONE
    )
    term_text = models.CharField("срок, как он напечатан", max_length=300, blank=True)
    starts_on = models.DateField("начало", null=True, blank=True)
    due_on = models.DateField("выполнить до", null=True, blank=True)
    responsible = models.CharField("ответственный", max_length=300, blank=True)
    result = models.TextField("результат, вид документа", blank=True)
    position = models.PositiveSmallIntegerField("порядок")
    preset_key = models.CharField("строка образца", max_length=20, blank=True, editable=False)
    done_on = models.DateField("выполнено", null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="отметил",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )

    objects = RoadmapItemQuerySet.as_manager()

    class Meta:
        verbose_name = "строка дорожной карты"
        verbose_name_plural = "строки дорожной карты"
        ordering = ["program", "position"]
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_on=None) | Q(due_on=None) | Q(starts_on__lte=F("due_on")),
                name="roadmap_period_not_reversed",
                violation_error_message="Начало срока позже его окончания.",
            )
        ]

    def __str__(self):
        return f"{self.shown_number} {self.title}".strip()

    @property
    def shown_number(self):
        """As people read it; the number itself stays as it was printed."""
        return shown_number(self.number)

    @property
    def is_done(self):
        return self.done_on is not None

    def is_overdue(self, day):
        return not self.is_done and self.due_on is not None and self.due_on < day


def roadmap_file_path(instance, filename):
    """The name a user gave never reaches the disk: it may hold a person's name."""
    return f"roadmap/{instance.key}"


class RoadmapFile(models.Model):
    """A paper attached to a roadmap row as the proof of its result."""

    item = models.ForeignKey(
        "programs.RoadmapItem",
        verbose_name="строка",
        on_delete=models.CASCADE,
        related_name="files",
    )
    key = models.UUIDField("ключ хранения", unique=True, editable=False)
    title = models.CharField("название файла", max_length=200)
    file = models.FileField("файл", upload_to=roadmap_file_path)
    added_on = models.DateField("добавлен", auto_now_add=True)

    objects = RoadmapFileQuerySet.as_manager()

    class Meta:
        verbose_name = "файл к строке дорожной карты"
        verbose_name_plural = "файлы к строкам дорожной карты"
        ordering = ["pk"]

    def __str__(self):
        return self.title
