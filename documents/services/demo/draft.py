"""The draft of pairs as the demo school's curator has left it: two variants, a lock, a ban."""

from dataclasses import replace

from django.db.models import QuerySet

from pairs.enums import PairStatus
from pairs.models import Matching, PairMember
from pairs.services import steps, weighting
from pairs.services.by_hand import forbid, lock
from pairs.services.matching import propose
from programs.enums import MentoringForm
from programs.models import Program

# Pupils of this school live far from each other: a common day counts more than usually.
FORM, DAYS, HOURS = MentoringForm.STUDENT_STUDENT, 16, 8
FIRST, SECOND = "Первый подбор", "После разговора с участниками"
REASON = "Не смогут встречаться: один занят после уроков, другой уезжает автобусом."


def leave_draft(program: Program, by) -> None:
    """Proposals that wait for the curator; what the first variant offered is told to be unfit."""
    weights = replace(weighting.recommended(FORM), days=DAYS, hours=HOURS)
    weighting.save(program=program, form=FORM, weights=weights, by=by)
    run(program, FIRST, by)
    if unfit := proposed(program).last():
        forbid(member=unfit, reason=REASON, by=by)
    if good := proposed(program).first():
        lock(member=good, by=by)
    run(program, SECOND, by)


def run(program: Program, title: str, by) -> Matching:
    return steps.rename(matching=propose(program=program, by=by), title=title, by=by)


def proposed(program: Program) -> QuerySet[PairMember]:
    """The best first."""
    members = PairMember.objects.filter(pair__program=program, pair__status=PairStatus.PROPOSED)
    return members.order_by("-score", "pk")
