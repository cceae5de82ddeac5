"""Facts of the stages «Формирование пар» and «Работа пар»."""

from datetime import timedelta

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils import timezone

from pairs.enums import WORKING_STATUSES, FeedbackSide, PairStatus
from pairs.models import Feedback, Meeting, Pair, PairMember
from pairs.services.gone_facts import gone_facts
from pairs.services.plan_facts import plan_facts
from pairs.services.waiting_facts import waiting_facts
from pairs.services.withdrawal import pairs_left
from programs.domain.readiness import Fact
from programs.enums import StageCode
from programs.models import Program

RHYTHM_DAYS = 30
AGREED = (PairStatus.ACCEPTED, PairStatus.ACTIVE, PairStatus.PAUSED, PairStatus.COMPLETED)


def facts(program: Program) -> list[Fact]:
    """A constant number of queries, however many pairs there are."""
    work = [*_pair_work(program), *plan_facts(program), *_withdrawals(program)]
    work += gone_facts(program)
    return [*_pairing(program), *work, *waiting_facts(program, timezone.localdate())]


def _pairing(program: Program) -> list[Fact]:
    url = reverse("pairs:matching", args=[program.pk])
    mentees = program.mentees.approved()
    agreed = PairMember.objects.filter(mentee=OuterRef("pk"), pair__status__in=AGREED)
    covered = Fact(
        stage=StageCode.PAIRING,
        title="Наставляемые реестра, у которых есть принятая пара",
        done=mentees.filter(Exists(agreed)).count(),
        total=mentees.count(),
        url=url,
        action="Подобрать пары",
        main=program.mentors.approved().with_free_places().exists(),
    )
    proposed = Pair.objects.of_program(program).proposed().count()
    if not proposed:
        return [covered]
    decided = Pair.objects.of_program(program).filter(status__in=AGREED).count()
    return [covered, _proposals(decided, proposed, url)]


def _proposals(decided: int, proposed: int, url: str) -> Fact:
    return Fact(
        stage=StageCode.PAIRING,
        title="Предложенные пары рассмотрены",
        done=decided,
        total=decided + proposed,
        url=url,
        action="Рассмотреть предложенные пары",
        urgent=True,
    )


def _pair_work(program: Program) -> list[Fact]:
    url = reverse("pairs:pair_list", args=[program.pk])
    active = Pair.objects.of_program(program).filter(status=PairStatus.ACTIVE)
    since = timezone.localdate() - timedelta(days=RHYTHM_DAYS)
    met = Meeting.objects.filter(pair=OuterRef("pk"), day__gte=since)
    meetings = Meeting.objects.filter(pair__program=program)
    answers = Feedback.objects.filter(meeting=OuterRef("pk"), side=FeedbackSide.MENTEE)
    return [
        Fact(
            stage=StageCode.PAIR_WORK,
            title="Действующие пары, которые встречались за последние 30 дней",
            done=active.filter(Exists(met)).count(),
            total=active.count(),
            url=f"{url}?quiet={RHYTHM_DAYS}",
            action="Узнать, почему пары не встречаются",
        ),
        Fact(
            stage=StageCode.PAIR_WORK,
            title="Встречи, о которых есть отзыв наставляемого",
            done=meetings.filter(Exists(answers)).count(),
            total=meetings.count(),
            url=url,
            action="Попросить наставляемых об отзывах",
        ),
    ]


def _withdrawals(program: Program) -> list[Fact]:
    """Said only when somebody of a working pair took a consent back."""
    left = pairs_left(program, timezone.localdate())
    if not left:
        return []
    working = Pair.objects.of_program(program).filter(status__in=WORKING_STATUSES).count()
    return [
        Fact(
            stage=StageCode.PAIR_WORK,
            title="Пары, в которых никто не отозвал согласие",
            done=working - len(left),
            total=working,
            url=reverse("pairs:pair_detail", args=[left[0]]),
            action="Завершить пару, где отозвано согласие",
            urgent=True,
        )
    ]
