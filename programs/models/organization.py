from django.db import models

from programs.enums import OrganizationKind
from programs.querysets import OrganizationQuerySet


class Organization(models.Model):
    """A school, a center of additional education, a college, or the municipality above them."""

    kind = models.CharField("вид", max_length=20, choices=OrganizationKind)
    name = models.CharField("полное наименование", max_length=500)
    short_name = models.CharField("краткое наименование", max_length=200)
    slug = models.SlugField("адрес страницы", unique=True, help_text="Латинские буквы и дефис.")
    parent = models.ForeignKey(
        "self",
        verbose_name="учредитель или муниципалитет",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
    )
    founder = models.CharField("учредитель в шапке документов", max_length=500, blank=True)
    place = models.CharField("населённый пункт", max_length=100)
    address = models.CharField("адрес", max_length=300, blank=True)
    phone = models.CharField("телефон", max_length=50, blank=True)
    email = models.EmailField("электронная почта", blank=True)
    site = models.URLField("официальный сайт", blank=True)
    order_suffix = models.CharField(
        "суффикс номера приказа",
        max_length=10,
        default="од",
        blank=True,
        help_text="Приказ № 12-од: буквы после дефиса.",
    )
    personnel_suffix = models.CharField(
        "суффикс приказа по личному составу",
        max_length=10,
        default="лс",
        blank=True,
        help_text="Приказ о доплате № 5-лс.",
    )
    is_demo = models.BooleanField(
        "учебный пример",
        default=False,
        editable=False,
        help_text="Команды, которые показывают пароли и стирают данные, работают только с ним.",
    )

    objects = OrganizationQuerySet.as_manager()

    class Meta:
        verbose_name = "организация"
        verbose_name_plural = "организации"
        ordering = ["short_name"]

    def __str__(self):
        return self.short_name
