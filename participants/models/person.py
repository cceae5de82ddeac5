from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q

from mentoring_portal.shared.dates import full_years
from mentoring_portal.shared.names import FullName, name_key, short_name, signature_name
from participants.enums import OccupationKind, Sex
from participants.querysets import PersonQuerySet


class Person(models.Model):
    """A human being, stored once per organization, in as many roles as life has.

    The full birth date is kept for counting ages; the official base prints only the year.
    """

    organization = models.ForeignKey(
        "programs.Organization",
        verbose_name="организация",
        on_delete=models.PROTECT,
        related_name="people",
    )
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name="учётная запись",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="person",
    )
    last_name = models.CharField("фамилия", max_length=100)
    first_name = models.CharField("имя", max_length=100)
    patronymic = models.CharField("отчество", max_length=100, blank=True)
    sex = models.CharField("пол", max_length=1, choices=Sex, blank=True)
    birth_date = models.DateField("дата рождения", null=True, blank=True)
    birth_year = models.PositiveSmallIntegerField("год рождения", null=True, blank=True)
    phone = models.CharField("телефон", max_length=50, blank=True)
    email = models.EmailField("электронная почта", blank=True)
    name_key = models.CharField("ключ имени", max_length=310, db_index=True, editable=False)
    name_forms = models.JSONField(
        "исправленные падежи",
        default=dict,
        blank=True,
        help_text="Падеж → полное имя; пусто – склоняет портал.",
    )

    erased_on = models.DateField("обезличен", null=True, blank=True, editable=False)

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = "человек"
        verbose_name_plural = "люди"
        ordering = ["last_name", "first_name", "patronymic", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(birth_year=None) | Q(birth_year__range=(1900, 2100)),
                name="person_birth_year_sane",
                violation_error_message="Год рождения раньше 1900 или позже 2100.",
            )
        ]

    def __str__(self):
        return self.full_name

    def save(self, *args, **kwargs):
        self.set_derived()
        super().save(*args, **kwargs)

    def set_derived(self):
        """Columns computed from others; bulk creation calls it, too."""
        self.name_key = name_key(self.full_name)[:310]
        if self.birth_date:
            self.birth_year = self.birth_date.year

    @property
    def name(self):
        return FullName(self.last_name, self.first_name, self.patronymic)

    @property
    def full_name(self):
        return str(self.name)

    @property
    def short_name(self):
        return short_name(self.name)

    @property
    def signature_name(self):
        return signature_name(self.name)

    def age_on(self, day: date) -> int | None:
        """Full years; with only the year known, as if born on 31 December of it (the least age)."""
        if self.birth_date:
            return full_years(self.birth_date, day)
        if self.birth_year:
            return full_years(date(self.birth_year, 12, 31), day)
        return None


class Occupation(models.Model):
    """What a person is in life: pupil, teacher, student…"""

    person = models.ForeignKey(
        "participants.Person",
        verbose_name="человек",
        on_delete=models.CASCADE,
        related_name="occupations",
    )
    kind = models.CharField("кто", max_length=20, choices=OccupationKind)
    since = models.DateField(
        "с какого дня",
        null=True,
        blank=True,
        help_text="Для педагога – начало педагогической работы: от него считается стаж 0–3 года.",
    )
    until = models.DateField("по какой день", null=True, blank=True)

    class Meta:
        verbose_name = "занятие"
        verbose_name_plural = "занятия"
        ordering = ["person", "kind"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "kind"],
                name="occupation_once",
                violation_error_message="Это занятие у человека уже записано.",
            )
        ]

    def __str__(self):
        return self.get_kind_display()
