"""Next steps of the curator about those who wait: said only when somebody does."""

from datetime import date

from django.urls import reverse

from pairs.services.trial import refusing_pairs, silent_pairs
from pairs.services.unpaired import long_waiters, unpaired
from programs.domain.readiness import Fact
from programs.enums import StageCode
from programs.models import Program


def waiting_facts(program: Program, today: date) -> list[Fact]:
    """A constant number of queries. Support is no fact: the director reads the facts, too."""
    pairs = reverse("pairs:pair_list", args=[program.pk])
    steps = (
        (
            refusing_pairs(program).count(),
            "Ответы «не подошли» рассмотрены",
            f"{pairs}?trial=refused",
            "Решить, как быть с парами, которые не подошли друг другу",
        ),
        (
            silent_pairs(program, today).count(),
            "Пары ответили после пробной встречи в срок",
            f"{pairs}?trial=overdue",
            "Узнать, подошли ли друг другу пары, которые молчат",
        ),
    )
    facts = [
        Fact(StageCode.PAIR_WORK, title, 0, number, url, action, urgent=True)
        for number, title, url, action in steps
        if number
    ]
    return [*_long(program, today), *facts]


def _long(program: Program, today: date) -> list[Fact]:
    number = long_waiters(program, today).count()
    if not number:
        return []
    return [
        Fact(
            stage=StageCode.PAIRING,
            title="Наставляемые без пары, которые ждут не дольше срока",
            done=unpaired(program).count() - number,
            total=unpaired(program).count(),
            url=reverse("pairs:unpaired_list", args=[program.pk]) + "?wait=long",
            action="Помочь тем, кто долго ждёт пару",
            urgent=True,
        )
    ]
