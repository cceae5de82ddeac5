from django.conf import settings
from django.db import models

from participants.enums import ErasureReason
from programs.querysets import OrganizationPartQuerySet


class Erasure(models.Model):
    """The destruction of a person's data: what the act and the journal extract are printed from.

    Names nobody but who did it (приказ РКН № 179): the subject is only a number.
    """

    organization = models.ForeignKey(
        "programs.Organization",
        verbose_name="организация",
        on_delete=models.CASCADE,
        related_name="erasures",
    )
    person = models.ForeignKey(
        "participants.Person",
        verbose_name="обезличенная запись",
        on_delete=models.PROTECT,
        related_name="erasures",
    )
    reason = models.CharField("основание", max_length=20, choices=ErasureReason)
    requested_on = models.DateField("дата требования")
    erased_at = models.DateTimeField("уничтожено", auto_now_add=True)
    erased_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="кто уничтожил",
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
    )
    erased_by_post = models.CharField("должность", max_length=200, blank=True)
    categories = models.JSONField("что уничтожено (вид данных → сколько записей)", default=dict)
    files = models.PositiveIntegerField("файлов удалено", default=0)

    objects = OrganizationPartQuerySet.as_manager()

    class Meta:
        verbose_name = "уничтожение персональных данных"
        verbose_name_plural = "уничтожения персональных данных"
        ordering = ["-pk"]

    def __str__(self):
        return f"Уничтожение данных, запись № {self.person_id}"
