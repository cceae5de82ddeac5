"""The readiness of the seven stages: facts of every app, put together here at the top."""

from dataclasses import dataclass

from django.urls import reverse

from documents.enums import DocumentKind, DocumentStatus
from documents.kinds import KINDS
from documents.models import Document
from documents.services.catalogue import url_of
from documents.services.registry import order_in_force
from documents.services.selection_days import selection_days
from monitoring.services import readiness as monitoring_readiness
from pairs.enums import WORKING_STATUSES
from pairs.models import Pair
from pairs.services import readiness as pairs_readiness
from participants.services import readiness as participants_readiness
from programs.domain.readiness import Fact, next_actions, percent
from programs.enums import StageCode, StageStatus
from programs.models import Stage
from programs.services import readiness as programs_readiness

SOURCES = (
    programs_readiness.facts,
    participants_readiness.facts,
    pairs_readiness.facts,
    monitoring_readiness.facts,
)
# (stage, kind, what is there, what to do), in the order in which the school makes them.
PAPERS = (
    (
        StageCode.CONDITIONS,
        DocumentKind.ORDER_IMPLEMENT,
        "Приказ о внедрении зарегистрирован",
        "Оформить приказ о внедрении",
    ),
    (
        StageCode.CONDITIONS,
        DocumentKind.ORDER_CURATOR,
        "Приказ о назначении куратора зарегистрирован",
        "Оформить приказ о назначении куратора",
    ),
    (
        StageCode.CONDITIONS,
        DocumentKind.ORDER_ROADMAP,
        "Приказ о дорожной карте зарегистрирован",
        "Оформить приказ о дорожной карте",
    ),
    (
        StageCode.CONDITIONS,
        DocumentKind.REGULATION,
        "Положение о наставничестве утверждено",
        "Составить Положение о наставничестве",
    ),
    (
        StageCode.CONDITIONS,
        DocumentKind.ORDER_REGULATION,
        "Приказ о Положении зарегистрирован",
        "Оформить приказ о Положении",
    ),
    (
        StageCode.SELECTION_TRAINING,
        DocumentKind.ORDER_REGISTRY,
        "Приказ о реестре наставников зарегистрирован",
        "Оформить приказ о реестре наставников",
    ),
    (
        StageCode.SELECTION_TRAINING,
        DocumentKind.ORDER_CURATOR_MENTORS,
        "Приказ о назначении наставников зарегистрирован",
        "Оформить приказ о назначении наставников",
    ),
    (
        StageCode.PAIRING,
        DocumentKind.ORDER_PAIRS,
        "Приказ о парах зарегистрирован",
        "Оформить приказ о парах",
    ),
    (
        StageCode.PAIR_WORK,
        DocumentKind.REPORT_MONITORING_DECEMBER,
        "Отчёт за декабрь утверждён",
        "Составить отчёт за декабрь",
    ),
    (
        StageCode.COMPLETION,
        DocumentKind.REPORT_MONITORING_JUNE,
        "Отчёт за июнь утверждён",
        "Составить отчёт за июнь",
    ),
    (
        StageCode.COMPLETION,
        DocumentKind.ORDER_FINAL_EVENT,
        "Приказ об итоговом мероприятии зарегистрирован",
        "Оформить приказ об итоговом мероприятии",
    ),
    (
        StageCode.COMPLETION,
        DocumentKind.ORDER_REWARD,
        "Приказ о поощрении зарегистрирован",
        "Оформить приказ о поощрении",
    ),
)

PROTOCOL_ANEW = "Оформить протокол отбора заново: решения изменены после прежнего"


@dataclass(frozen=True)
class StageReadiness:
    """A stage with what is there and what is missing; ``percent`` is whole per cent."""

    stage: Stage
    facts: tuple[Fact, ...]

    @property
    def percent(self) -> int:
        return 100 if self.is_finished else percent(self.facts)

    @property
    def is_finished(self) -> bool:
        return self.stage.status == StageStatus.FINISHED

    @property
    def missing(self) -> list[Fact]:
        return [fact for fact in self.facts if not fact.is_met]


def paper_facts(program) -> list[Fact]:
    registered = set(
        Document.objects.filter(program=program, status=DocumentStatus.REGISTERED).values_list(
            "kind", flat=True
        )
    )
    waiting = Pair.objects.of_program(program).accepted().count()
    # Once there are accepted pairs that the order of pairs can name, the main way leads to it.
    next_kind = DocumentKind.ORDER_PAIRS if waiting else ""
    facts = [
        Fact(
            stage,
            title,
            int(kind in registered),
            1,
            url_of(KINDS[kind], program),
            action,
            main=kind == next_kind,
        )
        for stage, kind, title, action in PAPERS
    ]
    if waiting and DocumentKind.ORDER_PAIRS in registered:
        facts.append(later_pairs_fact(program, waiting))
    return facts


def later_pairs_fact(program, waiting: int) -> Fact:
    """After the first order accepted pairs still wait for the next one."""
    ordered = Pair.objects.of_program(program).filter(status__in=WORKING_STATUSES).count()
    return Fact(
        StageCode.PAIRING,
        "Принятые пары закреплены приказом",
        ordered,
        ordered + waiting,
        reverse("documents:document_list", args=[program.pk]),
        "Оформить приказ о новых парах",
        main=True,
    )


def facts_of(program) -> list[Fact]:
    facts = [fact for source in SOURCES for fact in source(program)]
    return facts + protocol_facts(program) + paper_facts(program) + registry_facts(program)


def protocol_facts(program) -> list[Fact]:
    """Once the commission has decided something, each day of decisions asks for its protocol."""
    days = selection_days(program)
    if not days.total:
        return []
    anew = days.stale and not days.bare
    return [
        Fact(
            StageCode.SELECTION_TRAINING,
            "Решения комиссии по отбору оформлены протоколом",
            days.held,
            days.total,
            url_of(KINDS[DocumentKind.PROTOCOL_SELECTION], program),
            PROTOCOL_ANEW if anew else "Оформить протокол комиссии по отбору",
        )
    ]


def registry_facts(program) -> list[Fact]:
    """Once the order about the registry is there, the registry goes above."""
    order = order_in_force(program)
    if order is None:
        return []
    return [
        Fact(
            StageCode.SELECTION_TRAINING,
            "Реестр наставников направлен в управление образования",
            int(order.registry_sendings.exists()),
            1,
            reverse("documents:registry_detail", args=[program.pk]),
            "Направить реестр наставников",
        )
    ]


def readiness(program) -> list[StageReadiness]:
    """The seven stages in order, in a constant number of queries."""
    facts = facts_of(program)
    return [
        StageReadiness(stage, tuple(fact for fact in facts if fact.stage == stage.code))
        for stage in program.stages.order_by("number")
    ]


def actions(stages: list[StageReadiness], limit: int = 3) -> list[Fact]:
    """The most useful next steps: of unfinished stages, in the order of the stages."""
    unfinished = [item for item in stages if not item.is_finished]
    facts = [fact for item in unfinished for fact in item.facts]
    return next_actions(facts, [item.stage.code for item in unfinished], limit)
