from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from mentoring_portal.shared.dates import SchoolYear
from mentoring_portal.shared.transitions import ensure_transition
from programs.enums import PROGRAM_TRANSITIONS, Preset, ProgramStatus
from programs.querysets import ProgramQuerySet


class Program(models.Model):
    """A mentoring program of one organization for one school year."""

    organization = models.ForeignKey(
        "programs.Organization",
        verbose_name="организация",
        on_delete=models.PROTECT,
        related_name="programs",
    )
    title = models.CharField("название", max_length=300, default="Программа наставничества")
    start_year = models.PositiveSmallIntegerField(
        "учебный год, первый календарный",
        validators=[MinValueValidator(2015), MaxValueValidator(2100)],
    )
    preset = models.CharField("образец дорожной карты", max_length=3, choices=Preset)
    status = models.CharField(
        "состояние", max_length=10, choices=ProgramStatus, default=ProgramStatus.DRAFT
    )
    introduced_on = models.DateField(
        "дата приказа о внедрении",
        null=True,
        blank=True,
        help_text="От неё считаются сроки вида «в течение месяца после приказа».",
    )
    goal = models.TextField("цель", blank=True)
    tasks = models.TextField("задачи", blank=True)
    expected_results = models.TextField("ожидаемые результаты", blank=True)
    page_text = models.TextField(
        "о программе для страницы «Наставничество»",
        blank=True,
        help_text="Видят все посетители. Не пишите здесь имён без согласия на распространение.",
    )
    created_at = models.DateTimeField("создана", auto_now_add=True)

    objects = ProgramQuerySet.as_manager()

    class Meta:
        verbose_name = "программа наставничества"
        verbose_name_plural = "программы наставничества"
        ordering = ["-start_year", "title"]
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "start_year", "title"],
                name="program_once_a_year",
                violation_error_message="Программа с таким названием на этот год уже есть.",
            )
        ]

    def __str__(self):
        return f"{self.title}, {self.year}"

    @property
    def year(self):
        return SchoolYear(self.start_year)

    def move_to(self, status):
        ensure_transition(PROGRAM_TRANSITIONS, ProgramStatus(self.status), status)
        self.status = status
        self.save(update_fields=["status"])
