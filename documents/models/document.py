from django.conf import settings
from django.db import models
from django.db.models import Q

from documents.enums import (
    CLOSED_STATUSES,
    DOCUMENT_TRANSITIONS,
    OPEN_STATUSES,
    DocumentKind,
    DocumentStatus,
    Journal,
)
from documents.querysets import DocumentQuerySet
from mentoring_portal.shared.dates import short_date
from mentoring_portal.shared.transitions import ensure_transition


class Document(models.Model):
    """A paper of a program.

    ``content`` is what the curator may edit while it is a draft. Registering freezes the whole
    page into ``snapshot`` and gives the number; a registered paper is never edited or deleted,
    another paper cancels it. ``agreed_digest`` tells whether the page that waits for a signature
    is still the one that was sent: it keeps no names, unlike the page itself; ``agreed_on`` is the
    day that the waiting page counts from, so that it does not change overnight. Its subject is one
    of ``pairs``, ``person``, ``event``, ``partner`` and ``about``, as its kind wants.
    """

    program = models.ForeignKey(
        "programs.Program",
        verbose_name="программа",
        on_delete=models.PROTECT,
        related_name="documents",
    )
    organization = models.ForeignKey(
        "programs.Organization",
        verbose_name="организация",
        on_delete=models.PROTECT,
        related_name="documents",
    )
    kind = models.CharField("вид документа", max_length=40, choices=DocumentKind)
    title = models.CharField("заголовок", max_length=300)
    status = models.CharField(
        "состояние", max_length=10, choices=DocumentStatus, default=DocumentStatus.DRAFT
    )
    journal = models.CharField("журнал", max_length=20, choices=Journal)
    closed_on = models.DateField("отменён или утратил силу с", null=True, blank=True)
    year = models.PositiveSmallIntegerField("год номера", null=True, blank=True)
    number = models.PositiveIntegerField("порядковый номер", null=True, blank=True)
    number_text = models.CharField("номер", max_length=40, blank=True)
    date = models.DateField("дата", null=True, blank=True)
    content = models.JSONField("содержание", default=dict, blank=True)
    snapshot = models.JSONField("зафиксированный лист", null=True, blank=True)
    pairs = models.ManyToManyField(
        "pairs.Pair", verbose_name="пары", blank=True, related_name="documents"
    )
    person = models.ForeignKey(
        "participants.Person",
        verbose_name="о ком",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="documents",
    )
    event = models.ForeignKey(
        "programs.Event",
        verbose_name="о каком событии",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="documents",
    )
    partner = models.ForeignKey(
        "programs.Partner",
        verbose_name="какому партнёру",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="documents",
    )
    about = models.ForeignKey(
        "self",
        verbose_name="о каком документе",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="followers",
    )
    report = models.ForeignKey(
        "monitoring.Report",
        verbose_name="отчёт",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="documents",
    )
    agreed_on = models.DateField("день отправки на подпись", null=True, blank=True)
    agreed_digest = models.CharField("отпечаток листа на подписи", max_length=64, blank=True)
    cancelled_by = models.ForeignKey(
        "self",
        verbose_name="чем отменён",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="cancels",
    )
    closed_reason = models.CharField("почему утратил силу", max_length=300, blank=True)
    registered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="кто зарегистрировал",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    is_public = models.BooleanField("на странице «Наставничество»", default=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="кто составил",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    created_at = models.DateTimeField("составлен", auto_now_add=True)

    objects = DocumentQuerySet.as_manager()

    class Meta:
        verbose_name = "документ"
        verbose_name_plural = "документы"
        ordering = ["-date", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "journal", "year", "number"],
                condition=Q(number__isnull=False),
                name="document_number_once",
                violation_error_message="Документ с таким номером в этом году уже есть.",
            ),
            models.CheckConstraint(
                condition=Q(status__in=OPEN_STATUSES)
                | (Q(date__isnull=False) & Q(snapshot__isnull=False)),
                name="document_registered_is_whole",
                violation_error_message="У зарегистрированного документа есть дата и текст.",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=CLOSED_STATUSES) | Q(closed_on__isnull=False),
                name="document_closed_on_a_day",
                violation_error_message="Укажите, с какого дня документ не действует.",
            ),
        ]

    def __str__(self):
        if self.number_text:
            return f"{self.title} (№ {self.number_text})"
        return self.title

    def delete(self, *args, **kwargs):
        """Together with the files of its attachments: a cascade would leave them on the disk."""
        self.attachments.all().delete()
        return super().delete(*args, **kwargs)

    @property
    def number_and_day(self):
        """«№ 12-од от 12.11.2026»; empty for a draft."""
        number = f"№\u00a0{self.number_text}" if self.number_text else ""
        day = f"от {short_date(self.date)}" if self.date else ""
        return " ".join(filter(None, (number, day)))

    @property
    def latest_scan(self):
        """The scan that counts; read ``scans`` first to ask it of many papers."""
        scans = list(self.scans.all())
        return scans[-1] if scans else None

    @property
    def is_draft(self):
        return self.status == DocumentStatus.DRAFT

    @property
    def is_open(self):
        """Not registered yet: nothing is frozen."""
        return self.status in OPEN_STATUSES

    def move_to(self, status):
        ensure_transition(DOCUMENT_TRANSITIONS, DocumentStatus(self.status), status)
        self.status = status
