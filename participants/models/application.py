import secrets

from django.conf import settings
from django.db import models

from mentoring_portal.shared.names import FullName, name_key
from mentoring_portal.shared.transitions import ensure_transition
from participants.application_querysets import ApplicationLinkQuerySet, ApplicationQuerySet
from participants.enums import APPLICATION_TRANSITIONS, ApplicationKind, ApplicationStatus
from programs.enums import ProgramStatus


def new_token():
    return secrets.token_urlsafe(18)


class ApplicationLink(models.Model):
    """The secret address behind which people of one school apply; a new one closes the old one."""

    program = models.ForeignKey(
        "programs.Program",
        verbose_name="программа",
        on_delete=models.CASCADE,
        related_name="application_links",
    )
    kind = models.CharField("кто подаёт", max_length=10, choices=ApplicationKind)
    token = models.CharField("ключ", max_length=40, unique=True, default=new_token, editable=False)
    open_until = models.DateField("принимаются по", null=True, blank=True)
    is_open = models.BooleanField("открыта", default=True)
    created_at = models.DateTimeField("создана", auto_now_add=True)

    objects = ApplicationLinkQuerySet.as_manager()

    class Meta:
        verbose_name = "ссылка для заявок"
        verbose_name_plural = "ссылки для заявок"
        ordering = ["program", "kind", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["program", "kind"],
                condition=models.Q(is_open=True),
                name="application_link_open_once",
            )
        ]

    def __str__(self):
        return f"Заявки: {self.get_kind_display()}"

    def accepts_on(self, day):
        in_time = self.open_until is None or day <= self.open_until
        return self.is_open and in_time and self.program.status != ProgramStatus.CLOSED


class ApplicationAttempt(models.Model):
    """One sending of an open form: what the limit counts.

    The address is a keyed hash and lives for an hour: it only tells a crowd from one machine.
    """

    link = models.ForeignKey(
        "participants.ApplicationLink",
        verbose_name="ссылка",
        on_delete=models.CASCADE,
        related_name="attempts",
    )
    address = models.CharField("хеш адреса", max_length=64)
    at = models.DateTimeField("когда", db_index=True)

    class Meta:
        verbose_name = "отправка открытой формы"
        verbose_name_plural = "отправки открытых форм"
        ordering = ["-at"]

    def __str__(self):
        return f"Отправка {self.at:%d.%m.%Y %H:%M}"


class Application(models.Model):
    """What somebody wrote about himself through the open form; the curator decides.

    ``answers`` hold the columns of the base as typed. A decision moves them into the base or
    destroys them: either way nothing about the person stays here but the number.
    """

    program = models.ForeignKey(
        "programs.Program",
        verbose_name="программа",
        on_delete=models.CASCADE,
        related_name="applications",
    )
    kind = models.CharField("кем хочет быть", max_length=10, choices=ApplicationKind)
    status = models.CharField(
        "состояние",
        max_length=10,
        choices=ApplicationStatus,
        default=ApplicationStatus.NEW,
    )
    last_name = models.CharField("фамилия", max_length=100, blank=True)
    first_name = models.CharField("имя", max_length=100, blank=True)
    patronymic = models.CharField("отчество", max_length=100, blank=True)
    birth_date = models.DateField("дата рождения", null=True, blank=True)
    phone = models.CharField("телефон", max_length=50, blank=True)
    email = models.EmailField("электронная почта", blank=True)
    name_key = models.CharField(
        "ключ имени", max_length=310, blank=True, default="", db_index=True, editable=False
    )
    answers = models.JSONField("ответы", default=dict, blank=True)
    created_at = models.DateTimeField("подана", auto_now_add=True)
    decided_at = models.DateTimeField("решена", null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="кто решил",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    decline_reason = models.CharField("причина отказа", max_length=500, blank=True)
    person = models.ForeignKey(
        "participants.Person",
        verbose_name="кем стал",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="applications",
    )

    objects = ApplicationQuerySet.as_manager()

    class Meta:
        verbose_name = "заявка"
        verbose_name_plural = "заявки"
        ordering = ["-pk"]

    def __str__(self):
        return f"Заявка № {self.pk}"

    @property
    def name(self):
        return FullName(self.last_name, self.first_name, self.patronymic)

    @property
    def title(self):
        """The name while it is kept, then the number."""
        return str(self.name) or str(self)

    @property
    def is_new(self):
        return self.status == ApplicationStatus.NEW

    def set_name(self, name):
        self.last_name, self.first_name, self.patronymic = name
        self.name_key = name_key(str(name))[:310]

    def move_to(self, status):
        ensure_transition(APPLICATION_TRANSITIONS, ApplicationStatus(self.status), status)
        self.status = status

    def wipe(self):
        """Everything about the person goes; the number, the kind and the dates are the count."""
        self.set_name(FullName(""))
        self.birth_date, self.phone, self.email, self.answers = None, "", "", {}
