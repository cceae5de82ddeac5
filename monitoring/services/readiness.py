"""What monitoring adds to the readiness of the stages."""

from django.urls import reverse

from monitoring.enums import HeadcountCode
from monitoring.models import Headcount
from programs.domain.readiness import Fact
from programs.enums import StageCode


def facts(program) -> list[Fact]:
    entered = Headcount.objects.filter(program=program).values_list("code", flat=True)
    return [
        Fact(
            stage=StageCode.CONDITIONS,
            title="Численность для показателей внесена",
            done=int(HeadcountCode.YOUNG_SPECIALISTS in set(entered)),
            total=1,
            url=reverse("monitoring:headcount_list", args=[program.pk]),
            action="Внести численность молодых специалистов",
        )
    ]
