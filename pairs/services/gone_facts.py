"""Next steps of the curator about working pairs whose people have left the registry."""

from django.urls import reverse

from pairs.enums import WORKING_STATUSES
from pairs.models import Pair, PairMember
from participants.services.open_pairs import STAYING
from programs.domain.readiness import Fact
from programs.enums import StageCode
from programs.models import Program


def gone_facts(program: Program) -> list[Fact]:
    """Said only while there is such a pair; a constant number of queries."""
    working = Pair.objects.of_program(program).filter(status__in=WORKING_STATUSES).order_by("pk")
    total = working.count()
    mentors = working.exclude(mentor__status__in=STAYING).values_list("mentor", flat=True)
    members = PairMember.objects.filter(pair__in=working, is_open=True)
    mentees = members.exclude(mentee__status__in=STAYING).order_by("pair")
    return [
        *_fact(
            list(mentors),
            total,
            "Действующие пары, наставник которых в реестре",
            "pairs:mentor_replace",
            "Заменить выбывшего наставника",
        ),
        *_fact(
            list(mentees.values_list("pair", flat=True).distinct()),
            total,
            "Действующие пары, наставляемые которых в реестре",
            "pairs:pair_detail",
            "Решить, как быть с парой выбывшего наставляемого",
        ),
    ]


def _fact(gone: list[int], total: int, title: str, route: str, action: str) -> list[Fact]:
    """``gone``: one key for each pair; the first is where to begin."""
    if not gone:
        return []
    url = reverse(route, args=[gone[0]])
    return [Fact(StageCode.PAIR_WORK, title, total - len(gone), total, url, action, urgent=True)]
