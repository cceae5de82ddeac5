"""Choices about pairs, meetings and feedback. Meeting codes are those of the inventory."""

from django.db.models import IntegerChoices, TextChoices


class PairStatus(TextChoices):
    PROPOSED = "proposed", "предложена"
    ACCEPTED = "accepted", "принята"
    ACTIVE = "active", "действует"
    PAUSED = "paused", "приостановлена"
    COMPLETED = "completed", "завершена"
    TERMINATED = "terminated", "прекращена досрочно"
    PARTED = "parted", "завершена: смена наставника"
    REJECTED = "rejected", "отклонена"


PAIR_TRANSITIONS = {
    PairStatus.PROPOSED: (PairStatus.ACCEPTED, PairStatus.REJECTED),
    PairStatus.ACCEPTED: (PairStatus.ACTIVE, PairStatus.REJECTED),
    PairStatus.ACTIVE: (
        PairStatus.PAUSED,
        PairStatus.COMPLETED,
        PairStatus.TERMINATED,
        PairStatus.PARTED,
    ),
    PairStatus.PAUSED: (
        PairStatus.ACTIVE,
        PairStatus.COMPLETED,
        PairStatus.TERMINATED,
        PairStatus.PARTED,
    ),
}
# Working by an order; a pause keeps the pair.
WORKING_STATUSES = (PairStatus.ACTIVE, PairStatus.PAUSED)
# Statuses that hold the mentor's place and forbid a second pair of the same people.
OPEN_STATUSES = (
    PairStatus.PROPOSED,
    PairStatus.ACCEPTED,
    PairStatus.ACTIVE,
    PairStatus.PAUSED,
)
# Before the order the curator moves people freely; later a paper has to say so.
DRAFT_STATUSES = (PairStatus.PROPOSED, PairStatus.ACCEPTED)
# Pairs fixed by an order: those that count in monitoring.
ORDERED_STATUSES = (
    PairStatus.ACTIVE,
    PairStatus.PAUSED,
    PairStatus.COMPLETED,
    PairStatus.TERMINATED,
    PairStatus.PARTED,
)
# A mentee with such a pair has a mentor; with a mere proposal the mentee still waits.
HELD_STATUSES = (PairStatus.ACCEPTED, PairStatus.ACTIVE, PairStatus.PAUSED)


class MeetingKind(TextChoices):
    ACQUAINTANCE = "acquaintance", "встреча-знакомство"
    TRIAL = "trial", "пробная (рабочая) встреча"
    PLANNING = "planning", "встреча-планирование"
    WORK = "work", "рабочая встреча"
    REFLEXIVE = "reflexive", "промежуточная рефлексивная встреча"
    FINAL = "final", "итоговая встреча"


# A pair has each of these once (inventory MEETING_TYPES); a repeat is pointed out, not refused.
ONCE_KINDS = (
    MeetingKind.ACQUAINTANCE,
    MeetingKind.TRIAL,
    MeetingKind.PLANNING,
    MeetingKind.FINAL,
)


class Rating(IntegerChoices):
    """How a meeting went. Satisfied means 4 and more: the rule is printed in the reports."""

    BAD = 1, "плохо"
    WEAK = 2, "слабо"
    FAIR = 3, "нормально"
    GOOD = 4, "хорошо"
    EXCELLENT = 5, "отлично"


class FeedbackSide(TextChoices):
    MENTOR = "mentor", "наставник"
    MENTEE = "mentee", "наставляемый"


class VerdictWay(TextChoices):
    """How the school heard the answer of somebody who never signs in."""

    PAPER = "paper", "на бумаге"
    TALK = "talk", "в разговоре"


class MatchingStep(TextChoices):
    """What changed the draft of pairs: each step can be taken back."""

    RUN = "run", "подбор"
    LOCK = "lock", "закрепление"
    UNLOCK = "unlock", "снятие закрепления"
    FORBID = "forbid", "запрет пары"
    ALLOW = "allow", "снятие запрета"
    MOVE = "move", "перенос"
    SWAP = "swap", "обмен"
    REPLACE = "replace", "замена наставника"
    RETURN = "return", "возврат к варианту"


class ReminderKind(TextChoices):
    """What the daily task reminds of."""

    WAITING = "waiting", "долго ждёт пару"
    SUPPORT = "support", "пора провести встречу поддержки"
    VERDICT = "verdict", "нет ответа после пробной встречи"


class EncounterKind(TextChoices):
    """The kinds of mentoring without a pair that lasts: codes of ``MentoringKind``."""

    SPEED = "speed", "скоростное"
    SITUATIONAL = "situational", "ситуационное"


class PlanKind(TextChoices):
    INDIVIDUAL = "individual", "индивидуальный план"
    ROUTE = "route", "индивидуальный маршрут"
    PERSONAL = "personal", "персонализированная программа"


class PlanStatus(TextChoices):
    DRAFT = "draft", "черновик"
    OFFERED = "offered", "на согласовании"
    AGREED = "agreed", "согласован"
    FINISHED = "finished", "выполнен"


PLAN_TRANSITIONS = {
    PlanStatus.DRAFT: (PlanStatus.OFFERED,),
    PlanStatus.OFFERED: (PlanStatus.DRAFT, PlanStatus.AGREED),
    PlanStatus.AGREED: (PlanStatus.DRAFT, PlanStatus.OFFERED, PlanStatus.FINISHED),
    PlanStatus.FINISHED: (PlanStatus.AGREED,),
}


class TaskMark(TextChoices):
    PLANNED = "planned", "запланировано"
    DONE = "done", "выполнено"
    PARTLY = "partly", "выполнено частично"
    DROPPED = "dropped", "снято"
