from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from participants.course_querysets import CourseQuerySet, CourseSessionQuerySet, TrainingQuerySet
from participants.enums import CourseResult
from programs.enums import MentoringForm


class Course(models.Model):
    """A training program of the School of mentors («Школа наставников»)."""

    program = models.ForeignKey(
        "programs.Program",
        verbose_name="программа",
        on_delete=models.CASCADE,
        related_name="courses",
    )
    title = models.CharField("название", max_length=300)
    form = models.CharField(
        "форма наставничества",
        max_length=30,
        choices=MentoringForm,
        blank=True,
        help_text="Не выбрана – программа для наставников всех форм.",
    )
    goal = models.TextField("цель и ожидаемые результаты", blank=True)
    lead = models.CharField("ведущий", max_length=300, blank=True)
    pass_share = models.PositiveSmallIntegerField(
        "посетить не меньше, % занятий",
        default=70,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
    )

    objects = CourseQuerySet.as_manager()

    class Meta:
        verbose_name = "программа «Школы наставников»"
        verbose_name_plural = "программы «Школы наставников»"
        ordering = ["program", "pk"]

    def __str__(self):
        return self.title


class CourseSession(models.Model):
    """A session of a course: an event of the program with its hours.

    Its date, place, materials and attendance are the event's own.
    """

    course = models.ForeignKey(
        "participants.Course",
        verbose_name="программа обучения",
        on_delete=models.CASCADE,
        related_name="sessions",
    )
    event = models.OneToOneField(
        "programs.Event",
        verbose_name="событие",
        on_delete=models.CASCADE,
        related_name="course_session",
    )
    hours = models.DecimalField(
        "академических часов",
        max_digits=4,
        decimal_places=1,
        default=2,
        validators=[MinValueValidator(0.5), MaxValueValidator(100)],
    )
    content = models.TextField("содержание", blank=True)

    objects = CourseSessionQuerySet.as_manager()

    class Meta:
        verbose_name = "занятие «Школы наставников»"
        verbose_name_plural = "занятия «Школы наставников»"
        ordering = ["course", "event__starts_on", "event__starts_at", "pk"]

    def __str__(self):
        return str(self.event)


class Training(models.Model):
    """A mentor's way through a course, with the result when it is known.

    ``number`` is given with the first pass and kept: numbers of certificates are never reused. They
    run through the year of the school that has issued them.
    ``certified_*`` say what the course was at the pass: a certificate does not change with it.
    """

    course = models.ForeignKey(
        "participants.Course",
        verbose_name="программа обучения",
        on_delete=models.CASCADE,
        related_name="trainings",
    )
    mentor = models.ForeignKey(
        "participants.Mentor",
        verbose_name="наставник",
        on_delete=models.CASCADE,
        related_name="trainings",
    )
    result = models.CharField(
        "результат", max_length=10, choices=CourseResult, default=CourseResult.LEARNING
    )
    decided_on = models.DateField("дата результата", null=True, blank=True)
    note = models.CharField("примечание", max_length=300, blank=True)
    number = models.PositiveIntegerField("номер сертификата", null=True, blank=True, editable=False)
    issued_by = models.ForeignKey(
        "programs.Organization",
        verbose_name="кто выдал сертификат",
        on_delete=models.CASCADE,
        null=True,
        editable=False,
        related_name="+",
    )
    issued_year = models.PositiveSmallIntegerField(
        "учебный год сертификата", null=True, editable=False
    )
    certified_title = models.CharField(
        "программа в сертификате", max_length=300, blank=True, editable=False
    )
    certified_hours = models.DecimalField(
        "часов в сертификате",
        max_digits=6,
        decimal_places=1,
        null=True,
        blank=True,
        editable=False,
    )
    certified_from = models.DateField(
        "первый день в сертификате", null=True, blank=True, editable=False
    )
    certified_until = models.DateField(
        "последний день в сертификате", null=True, blank=True, editable=False
    )

    objects = TrainingQuerySet.as_manager()

    class Meta:
        verbose_name = "обучение наставника"
        verbose_name_plural = "обучение наставников"
        ordering = ["course", "mentor"]
        constraints = [
            models.UniqueConstraint(
                fields=["course", "mentor"],
                name="training_once",
                violation_error_message="Этот наставник уже в списке.",
            ),
            models.CheckConstraint(
                condition=Q(result=CourseResult.LEARNING) | Q(decided_on__isnull=False),
                name="training_decided_on_a_day",
                violation_error_message="У результата должна быть дата.",
            ),
            models.CheckConstraint(
                condition=Q(number=None) | Q(issued_by__isnull=False, issued_year__isnull=False),
                name="training_number_of_a_year",
                violation_error_message="Номер сертификата выдаёт школа в своём учебном году.",
            ),
            models.UniqueConstraint(
                fields=["issued_by", "issued_year", "number"],
                condition=Q(number__isnull=False),
                name="training_number_once",
                violation_error_message="Сертификат с таким номером в этом году уже есть.",
            ),
        ]

    def __str__(self):
        return f"{self.mentor}: {self.course}"

    @property
    def certificate(self):
        """«7-ШН/2026»: numbers run through all courses of a school year."""
        if self.number is None or self.result != CourseResult.PASSED:
            return ""
        return f"{self.number}-ШН/{self.issued_year}"
