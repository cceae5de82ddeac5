from django.db import models
from django.db.models import F, Q

from participants.enums import ConsentKind, ConsentSigner
from participants.querysets import ConsentQuerySet


def scan_path(instance, filename):
    return f"consents/{instance.scan_key}"


class Consent(models.Model):
    """One signed paper of one kind (152-ФЗ; приказ РКН № 18 for distribution).

    ``fields`` name what a distribution consent covers («name», «photo», «post»…);
    the public page shows nothing that they do not name.
    """

    person = models.ForeignKey(
        "participants.Person",
        verbose_name="участник",
        on_delete=models.CASCADE,
        related_name="consents",
    )
    kind = models.CharField("согласие", max_length=20, choices=ConsentKind)
    signer = models.CharField("кто подписал", max_length=20, choices=ConsentSigner)
    representative = models.CharField("ФИО представителя", max_length=300, blank=True)
    signed_on = models.DateField("подписано")
    valid_until = models.DateField("действует по", null=True, blank=True)
    withdrawn_on = models.DateField("отозвано", null=True, blank=True)
    text_version = models.CharField("редакция текста", max_length=50, default="2026-09")
    fields = models.JSONField("какие сведения", default=list, blank=True)
    page_url = models.CharField("адрес страницы", max_length=300, blank=True)
    scan_key = models.UUIDField("ключ скана", null=True, blank=True, editable=False)
    scan = models.FileField("скан", upload_to=scan_path, blank=True)
    recorded_at = models.DateTimeField("записано", auto_now_add=True)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        verbose_name = "согласие"
        verbose_name_plural = "согласия"
        ordering = ["person", "kind", "-signed_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(withdrawn_on=None) | Q(withdrawn_on__gte=F("signed_on")),
                name="consent_withdrawn_after_signing",
                violation_error_message="Отзыв раньше подписания.",
            ),
            models.CheckConstraint(
                condition=Q(signer=ConsentSigner.PERSON) | ~Q(representative=""),
                name="consent_names_representative",
                violation_error_message="Укажите ФИО родителя (законного представителя).",
            ),
        ]

    def __str__(self):
        return f"Согласие {self.get_kind_display()}"

    def is_in_force(self, day):
        ended = (self.withdrawn_on and self.withdrawn_on <= day) or (
            self.valid_until and self.valid_until < day
        )
        return self.signed_on <= day and not ended
