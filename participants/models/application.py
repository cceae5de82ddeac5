import secrets

from django.conf import settings
from django.db import models

from mentoring_portal.shared.transitions import ensure_transition
from participants.enums import APPLICATION_TRANSITIONS, ApplicationKind, ApplicationStatus
from programs.querysets import SchoolOnlyQuerySet


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

    objects = SchoolOnlyQuerySet.as_manager()

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
        return self.is_open and (self.open_until is None or day <= self.open_until)


class Application(models.Model):
    """What somebody wrote about himself through the open form; the curator decides.

    ``answers`` hold the columns of the base as typed; after the decision to decline they go.
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
    last_name = models.CharField("фамилия", max_length=100)
    first_name = models.CharField("имя", max_length=100)
    patronymic = models.CharField("отчество", max_length=100, blank=True)
    birth_date = models.DateField("дата рождения", null=True, blank=True)
    phone = models.CharField("телефон", max_length=50, blank=True)
    email = models.EmailField("электронная почта", blank=True)
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

    objects = SchoolOnlyQuerySet.as_manager()

    class Meta:
        verbose_name = "заявка"
        verbose_name_plural = "заявки"
        ordering = ["-pk"]

    def __str__(self):
        return f"Заявка № {self.pk}"

    def move_to(self, status):
        ensure_transition(APPLICATION_TRANSITIONS, ApplicationStatus(self.status), status)
        self.status = status
