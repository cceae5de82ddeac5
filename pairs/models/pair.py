from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q

from mentoring_portal.shared.transitions import ensure_transition
from pairs.enums import DRAFT_STATUSES, OPEN_STATUSES, PAIR_TRANSITIONS, PairStatus
from pairs.querysets import PairMemberQuerySet, PairQuerySet
from programs.enums import MentoringForm, MentoringKind, RoleModel


class Pair(models.Model):
    """A mentor with one mentee, or with several: then it is a group."""

    program = models.ForeignKey(
        "programs.Program", verbose_name="программа", on_delete=models.CASCADE, related_name="pairs"
    )
    mentor = models.ForeignKey(
        "participants.Mentor",
        verbose_name="наставник",
        on_delete=models.PROTECT,
        related_name="pairs",
    )
    status = models.CharField(
        "состояние", max_length=10, choices=PairStatus, default=PairStatus.PROPOSED
    )
    form = models.CharField(
        "форма наставничества", max_length=30, choices=MentoringForm, blank=True
    )
    role_model = models.CharField("ролевая модель", max_length=30, choices=RoleModel, blank=True)
    kind = models.CharField(
        "вид наставничества",
        max_length=20,
        choices=MentoringKind,
        default=MentoringKind.TRADITIONAL,
    )
    goal = models.TextField("цель работы пары", blank=True)
    starts_on = models.DateField("начало работы", null=True, blank=True)
    ends_on = models.DateField("окончание по плану", null=True, blank=True)
    ended_on = models.DateField("закончила работу", null=True, blank=True)
    end_reason = models.TextField("почему закончена", blank=True)
    is_handed_over = models.BooleanField(
        "наставник заменён",
        default=False,
        help_text="Пара закончена, потому что наставник больше не мог работать.",
    )
    matching = models.ForeignKey(
        "pairs.Matching",
        verbose_name="подбор",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="pairs",
    )
    created_at = models.DateTimeField("создана", auto_now_add=True)

    objects = PairQuerySet.as_manager()

    class Meta:
        verbose_name = "пара"
        verbose_name_plural = "пары"
        ordering = ["program", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_on=None) | Q(ended_on=None) | Q(starts_on__lte=F("ended_on")),
                name="pair_ends_after_start",
                violation_error_message="Пара закончила работу раньше, чем начала.",
            )
        ]

    def __str__(self):
        return f"Пара № {self.pk}"

    @property
    def is_open(self):
        return self.status in OPEN_STATUSES

    @property
    def mentees(self):
        """The mentees in the order they joined, without those who left the group.

        Read ``with_people`` first.
        """
        return [member.mentee for member in self.present]

    @property
    def present(self):
        return [member for member in self.members.all() if member.left_on is None]

    @property
    def former(self):
        """Those who left the group while it worked on."""
        return [member for member in self.members.all() if member.left_on]

    @property
    def is_running_group(self):
        return self.is_open and not self.is_draft and len(self.present) > 1

    @property
    def names(self):
        mentees = ", ".join(mentee.person.short_name for mentee in self.mentees)
        return f"{self.mentor.person.short_name} – {mentees}"

    @property
    def is_draft(self):
        """Not fixed by an order yet: people may still be moved."""
        return self.status in DRAFT_STATUSES

    def move_to(self, status):
        ensure_transition(PAIR_TRANSITIONS, PairStatus(self.status), status)
        self.status = status
        self.save(update_fields=["status"])


class PairMember(models.Model):
    """A mentee of a pair. ``mentor`` repeats the pair's so that the database keeps the rule.

    ``joined_on`` is of those who came when the pair already worked.
    """

    pair = models.ForeignKey(
        "pairs.Pair", verbose_name="пара", on_delete=models.CASCADE, related_name="members"
    )
    mentor = models.ForeignKey(
        "participants.Mentor", verbose_name="наставник", on_delete=models.PROTECT, related_name="+"
    )
    mentee = models.ForeignKey(
        "participants.Mentee",
        verbose_name="наставляемый",
        on_delete=models.PROTECT,
        related_name="pair_members",
    )
    is_open = models.BooleanField("открыта", default=True)
    score = models.PositiveSmallIntegerField(
        "оценка", null=True, blank=True, validators=[MaxValueValidator(100)]
    )
    reasons = models.JSONField("почему", default=list, blank=True)
    is_locked = models.BooleanField(
        "закреплена", default=False, help_text="Новый подбор этих двоих не разлучает."
    )
    joined_on = models.DateField("вошёл в группу", null=True, blank=True)
    left_on = models.DateField("вышел из группы", null=True, blank=True)
    left_reason = models.TextField("почему вышел", blank=True)

    objects = PairMemberQuerySet.as_manager()

    class Meta:
        verbose_name = "наставляемый пары"
        verbose_name_plural = "наставляемые пар"
        ordering = ["pair", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["mentor", "mentee"],
                condition=Q(is_open=True),
                name="pair_open_once",
                violation_error_message="У этих людей уже есть открытая пара.",
            )
        ]

    def __str__(self):
        return str(self.mentee)

    def was_in(self, first, last):
        """Whether at least one of these days was a day in the pair; ``left_on`` is such a day."""
        came = self.joined_on is None or self.joined_on <= last
        return came and (self.left_on is None or self.left_on >= first)
