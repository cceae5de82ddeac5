from django.db import models

from participants.querysets import TagQuerySet


class Tag(models.Model):
    """A #tag of an organization, common to both bases."""

    organization = models.ForeignKey(
        "programs.Organization",
        verbose_name="организация",
        on_delete=models.CASCADE,
        related_name="tags",
    )
    name = models.CharField("метка", max_length=50)

    objects = TagQuerySet.as_manager()

    class Meta:
        verbose_name = "метка"
        verbose_name_plural = "метки"
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["organization", "name"], name="tag_once")]

    def __str__(self):
        return f"#{self.name}"
