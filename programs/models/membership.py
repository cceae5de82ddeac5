from django.conf import settings
from django.db import models

from programs.enums import Role


class Membership(models.Model):
    """A login's role in an organization: the source of every right in the portal."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="учётная запись",
        on_delete=models.CASCADE,
        related_name="memberships",
    )
    organization = models.ForeignKey(
        "programs.Organization",
        verbose_name="организация",
        on_delete=models.CASCADE,
        related_name="memberships",
    )
    role = models.CharField("роль", max_length=30, choices=Role)

    class Meta:
        verbose_name = "роль в организации"
        verbose_name_plural = "роли в организациях"
        constraints = [
            models.UniqueConstraint(
                fields=["user", "organization", "role"],
                name="membership_once",
                violation_error_message="Эта роль у учётной записи уже есть.",
            )
        ]

    def __str__(self):
        return f"{self.get_role_display()}, {self.organization}"
