from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from mentoring_portal.shared.plurals import plural
from participants.models.participant import Participant
from participants.querysets import MentorQuerySet
from programs.enums import MentoringForm, MentoringKind, RoleModel


class Mentor(Participant):
    """A row of the base of mentors (the 15 columns of the official form)."""

    competences = models.TextField("основные компетенции", blank=True)
    achievements = models.TextField("важные для программы достижения", blank=True)
    preferred_age = models.CharField("желаемый возраст наставляемых", max_length=100, blank=True)
    age_from = models.PositiveSmallIntegerField("возраст от", null=True, blank=True)
    age_to = models.PositiveSmallIntegerField("возраст до", null=True, blank=True)
    time_resource = models.CharField("ресурс времени", max_length=200, blank=True)
    hours_month = models.DecimalField(
        "часов в месяц", max_digits=5, decimal_places=1, null=True, blank=True
    )
    max_mentees = models.PositiveSmallIntegerField(
        "наставляемых не больше",
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(20)],
    )
    forms = models.JSONField(
        "формы наставничества", default=list, blank=True, help_text="Пусто – любая форма."
    )
    kinds = models.JSONField("виды наставничества", default=list, blank=True)
    role_models = models.JSONField(
        "ролевые модели", default=list, blank=True, help_text="Пусто – любая модель."
    )
    wishes = models.ManyToManyField(
        "participants.Mentee", verbose_name="желаемые наставляемые", blank=True, related_name="+"
    )
    portfolio_url = models.URLField("страница портфолио", blank=True, max_length=500)

    objects = MentorQuerySet.as_manager()

    searched = (*Participant.searched, "competences", "achievements")

    class Meta:
        verbose_name = "наставник"
        verbose_name_plural = "наставники"
        ordering = ["program", "person"]
        constraints = [
            models.UniqueConstraint(
                fields=["program", "person"],
                name="mentor_once_in_program",
                violation_error_message="Этот человек уже есть в базе наставников программы.",
            ),
            models.CheckConstraint(
                condition=Q(age_from=None) | Q(age_to=None) | Q(age_from__lte=F("age_to")),
                name="mentor_ages_not_reversed",
                violation_error_message="Нижняя граница возраста больше верхней.",
            ),
            models.CheckConstraint(
                condition=Q(max_mentees__gte=1),
                name="mentor_takes_someone",
                violation_error_message="Наставник берёт хотя бы одного наставляемого.",
            ),
        ]

    @property
    def web_portfolio(self):
        """Only http(s) addresses become links."""
        is_web = self.portfolio_url.lower().startswith(("http://", "https://"))
        return self.portfolio_url if is_web else ""

    @property
    def ages(self):
        """«12–16 лет»: how the words about the wished age are understood."""
        least, greatest = self.age_from, self.age_to
        if least and greatest:
            years = plural(greatest, "года", "лет", "лет")
            return f"{least}–{greatest} {years}"
        if least:
            return f"от {least} {plural(least, 'года', 'лет', 'лет')}"
        return f"до {greatest} {plural(greatest, 'года', 'лет', 'лет')}" if greatest else ""

    @property
    def kind_labels(self):
        known = dict(MentoringKind.choices)
        return [known.get(code, code) for code in self.kinds]

    @property
    def role_model_labels(self):
        known = dict(RoleModel.choices)
        return [known.get(code, code) for code in self.role_models]

    @property
    def form_labels(self):
        known = dict(MentoringForm.choices)
        return [known.get(code, code) for code in self.forms]
