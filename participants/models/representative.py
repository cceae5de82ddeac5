from django.db import models
from django.db.models import F, Q

from participants.enums import Relation
from participants.querysets import RepresentativeQuerySet


class Representative(models.Model):
    """A parent or another legal representative of a minor; both are people of the school."""

    child = models.ForeignKey(
        "participants.Person",
        verbose_name="ребёнок",
        on_delete=models.CASCADE,
        related_name="representatives",
    )
    person = models.ForeignKey(
        "participants.Person",
        verbose_name="представитель",
        on_delete=models.CASCADE,
        related_name="represented",
    )
    relation = models.CharField("кем приходится", max_length=20, choices=Relation)
    document = models.CharField(
        "документ о полномочиях",
        max_length=200,
        blank=True,
        help_text="Для опекуна: вид документа, номер и дата. Родителю не нужен.",
    )

    objects = RepresentativeQuerySet.as_manager()

    class Meta:
        verbose_name = "законный представитель"
        verbose_name_plural = "законные представители"
        ordering = ["child", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["child", "person"],
                name="representative_once",
                violation_error_message="Этот представитель у ребёнка уже записан.",
            ),
            models.CheckConstraint(
                condition=~Q(child=F("person")),
                name="representative_is_somebody_else",
                violation_error_message="Человек не может представлять самого себя.",
            ),
        ]

    def __str__(self):
        return f"{self.person} ({self.get_relation_display()})"
