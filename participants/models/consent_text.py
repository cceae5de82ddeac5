from django.db import models

from participants.enums import ConsentKind
from programs.querysets import OrganizationPartQuerySet


class ConsentText(models.Model):
    """The wording of a consent of one kind: papers remember the version that was signed.

    A version that somebody signed is never changed: a new one is made.
    """

    organization = models.ForeignKey(
        "programs.Organization",
        verbose_name="организация",
        on_delete=models.CASCADE,
        related_name="consent_texts",
    )
    kind = models.CharField("согласие", max_length=20, choices=ConsentKind)
    version = models.CharField("редакция", max_length=50)
    text = models.TextField("текст согласия")
    used_from = models.DateField("применяется с")

    objects = OrganizationPartQuerySet.as_manager()

    class Meta:
        verbose_name = "текст согласия"
        verbose_name_plural = "тексты согласий"
        ordering = ["organization", "kind", "-used_from", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "kind", "version"],
                name="consent_text_version_once",
                violation_error_message="Такая редакция этого согласия уже есть.",
            )
        ]

    def __str__(self):
        return f"{self.get_kind_display()}, редакция {self.version}"
