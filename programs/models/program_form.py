from django.db import models

from programs.enums import MentoringForm, MentoringKind, RoleModel
from programs.querysets import ProgramFormQuerySet


class ProgramForm(models.Model):
    """A form of mentoring that the program uses, with its own goal, tasks and results."""

    program = models.ForeignKey(
        "programs.Program",
        verbose_name="программа",
        on_delete=models.CASCADE,
        related_name="forms",
    )
    form = models.CharField("форма наставничества", max_length=30, choices=MentoringForm)
    role_models = models.JSONField("ролевые модели", default=list, blank=True)
    kinds = models.JSONField("виды наставничества", default=list, blank=True)
    goal = models.TextField("цель", blank=True)
    tasks = models.TextField("задачи", blank=True, help_text="Каждая задача с новой строки.")
    expected_results = models.TextField(
        "ожидаемые результаты", blank=True, help_text="Каждый результат с новой строки."
    )

    objects = ProgramFormQuerySet.as_manager()

    class Meta:
        verbose_name = "форма наставничества в программе"
        verbose_name_plural = "формы наставничества в программе"
        ordering = ["program", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["program", "form"],
                name="program_form_once",
                violation_error_message="Эта форма в программе уже описана.",
            )
        ]

    def __str__(self):
        return self.get_form_display()

    @property
    def role_model_labels(self):
        known = dict(RoleModel.choices)
        return [known.get(code, code) for code in self.role_models]

    @property
    def kind_labels(self):
        known = dict(MentoringKind.choices)
        return [known.get(code, code) for code in self.kinds]
