from django.db import models
from django.db.models import F, Q

from programs.domain.legal_act import citation, requisites, state_of
from programs.enums import ActLevel, ActTopic
from programs.querysets import LegalActQuerySet


class LegalAct(models.Model):
    """An act that papers refer to, with the period in which it is in force.

    Papers quote what is confirmed and in force on their own date: a school's curator checks the
    list, nothing is printed as law merely because the portal knows of it.
    """

    organization = models.ForeignKey(
        "programs.Organization",
        verbose_name="организация",
        on_delete=models.CASCADE,
        related_name="legal_acts",
    )
    preset_key = models.CharField("акт образца", max_length=40, blank=True, editable=False)
    level = models.CharField("уровень", max_length=10, choices=ActLevel)
    topic = models.CharField("о чём", max_length=20, choices=ActTopic)
    name = models.CharField(
        "вид акта и кто издал",
        max_length=200,
        help_text="Например: распоряжение Минпросвещения России.",
    )
    number = models.CharField("номер", max_length=60, blank=True)
    signed_on = models.DateField("дата акта", null=True, blank=True)
    title = models.TextField("заголовок", blank=True, help_text="Без кавычек.")
    quoted_name = models.CharField(
        "вид акта в творительном падеже",
        max_length=200,
        blank=True,
        help_text="Как в преамбуле: «в соответствии с распоряжением Минпросвещения России».",
    )
    in_force_from = models.DateField("действует с", null=True, blank=True)
    in_force_to = models.DateField("действует по", null=True, blank=True)
    replaced_by = models.ForeignKey(
        "self",
        verbose_name="чем заменён",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="replaced",
    )
    is_confirmed = models.BooleanField(
        "сверено с текстом акта",
        default=False,
        help_text="Документы ссылаются только на сверенные акты.",
    )
    note = models.TextField("пояснение", blank=True)
    position = models.PositiveSmallIntegerField("порядок", default=0)

    objects = LegalActQuerySet.as_manager()

    class Meta:
        verbose_name = "нормативный акт"
        verbose_name_plural = "нормативные акты"
        ordering = ["organization", "level", "position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "preset_key"],
                condition=~Q(preset_key=""),
                name="legal_act_of_preset_once",
            ),
            models.CheckConstraint(
                condition=Q(in_force_from=None)
                | Q(in_force_to=None)
                | Q(in_force_from__lte=F("in_force_to")),
                name="legal_act_period_not_reversed",
                violation_error_message="Начало действия позже его окончания.",
            ),
        ]

    def __str__(self):
        return f"{self.name}{self.requisites}"

    @property
    def requisites(self):
        """« от 25.12.2019 № Р-145», as far as known."""
        return requisites(self.signed_on, self.number)

    @property
    def citation(self):
        """As a preamble quotes it, or nothing while its instrumental case is not known."""
        if not self.quoted_name:
            return ""
        return citation(self.quoted_name, self.signed_on, self.number, self.title)

    def state(self, day):
        return state_of(
            self.in_force_from, self.in_force_to, is_confirmed=self.is_confirmed, day=day
        )
