from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from participants.enums import CompletionMark, RequestSource
from participants.models.participant import Participant
from programs.enums import MentoringForm, RoleModel


class Mentee(Participant):
    """A row of the base of mentees (the 12 columns of the official form)."""

    request = models.TextField("основной запрос", blank=True)
    request_source = models.CharField(
        "источник запроса", max_length=20, choices=RequestSource, blank=True
    )
    needs_support = models.BooleanField(
        "нужно психологическое сопровождение",
        default=False,
        help_text="Видят только куратор, директор и руководитель МО.",
    )
    form = models.CharField(
        "форма наставничества", max_length=30, choices=MentoringForm, blank=True
    )
    role_model = models.CharField("ролевая модель", max_length=30, choices=RoleModel, blank=True)
    max_mentors = models.PositiveSmallIntegerField(
        "наставников не больше",
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(5)],
    )
    completion_mark = models.CharField(
        "отметка о прохождении программы", max_length=20, choices=CompletionMark, blank=True
    )
    wishes = models.ManyToManyField(
        "participants.Mentor", verbose_name="желаемые наставники", blank=True, related_name="+"
    )

    searched = (*Participant.searched, "request")

    class Meta:
        verbose_name = "наставляемый"
        verbose_name_plural = "наставляемые"
        ordering = ["program", "person"]
        constraints = [
            models.UniqueConstraint(
                fields=["program", "person"],
                name="mentee_once_in_program",
                violation_error_message="Этот человек уже есть в базе наставляемых программы.",
            ),
            models.CheckConstraint(
                condition=Q(max_mentors__gte=1),
                name="mentee_takes_someone",
                violation_error_message="У наставляемого может быть хотя бы один наставник.",
            ),
        ]
