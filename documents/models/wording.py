from django.db import models

from documents.enums import DocumentKind
from programs.querysets import OrganizationPartQuerySet


class Wording(models.Model):
    """The school's own text of one field of a kind, in place of the portal's; braces are filled."""

    organization = models.ForeignKey(
        "programs.Organization",
        verbose_name="организация",
        on_delete=models.CASCADE,
        related_name="wordings",
    )
    kind = models.CharField("вид документа", max_length=40, choices=DocumentKind)
    key = models.CharField("часть документа", max_length=40)
    text = models.TextField("текст")

    objects = OrganizationPartQuerySet.as_manager()

    class Meta:
        verbose_name = "текст школы"
        verbose_name_plural = "тексты школы"
        constraints = [
            models.UniqueConstraint(fields=["organization", "kind", "key"], name="wording_once")
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.key}"
