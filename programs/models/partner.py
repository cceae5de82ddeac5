from django.db import models
from django.db.models import F, Q

from programs.domain.agreement import agreement_state
from programs.querysets import PartnerQuerySet


class Partner(models.Model):
    """An organization that helps the school: what it offers and under which agreement."""

    organization = models.ForeignKey(
        "programs.Organization",
        verbose_name="организация",
        on_delete=models.CASCADE,
        related_name="partners",
    )
    name = models.CharField("наименование партнёра", max_length=500)
    offers = models.TextField("что предлагает", blank=True)
    contact_name = models.CharField("контактное лицо", max_length=300, blank=True)
    contact_post = models.CharField("должность контактного лица", max_length=200, blank=True)
    phone = models.CharField("телефон", max_length=50, blank=True)
    email = models.EmailField("электронная почта", blank=True)
    site = models.URLField("сайт", blank=True)
    agreement_number = models.CharField("номер соглашения", max_length=60, blank=True)
    agreement_on = models.DateField("дата соглашения", null=True, blank=True)
    agreement_until = models.DateField("соглашение действует по", null=True, blank=True)
    note = models.TextField("заметка", blank=True)

    objects = PartnerQuerySet.as_manager()

    class Meta:
        verbose_name = "партнёр"
        verbose_name_plural = "партнёры"
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "name"],
                name="partner_once",
                violation_error_message="Этот партнёр уже записан.",
            ),
            models.CheckConstraint(
                condition=Q(agreement_on=None)
                | Q(agreement_until=None)
                | Q(agreement_on__lte=F("agreement_until")),
                name="partner_agreement_not_reversed",
                violation_error_message="Соглашение кончается раньше своей даты.",
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def agreement(self):
        """«№ 7 от 01.09.2026 по 31.08.2027», as far as known."""
        number = f"№ {self.agreement_number}" if self.agreement_number else ""
        signed = f"от {self.agreement_on:%d.%m.%Y}" if self.agreement_on else ""
        until = f"по {self.agreement_until:%d.%m.%Y}" if self.agreement_until else ""
        return " ".join(filter(None, [number, signed, until]))

    def agreement_state(self, day):
        return agreement_state(self.agreement_on, self.agreement_until, day)
