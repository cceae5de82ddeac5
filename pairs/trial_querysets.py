"""Words for what the sides say after the trial meeting."""

from datetime import timedelta

from django.db.models import Exists, F, Max, OuterRef, Q, QuerySet, Subquery

from pairs.enums import FeedbackSide, MeetingKind, PairStatus
from pairs.plan_querysets import counted
from programs.enums import STAFF_ROLES
from programs.querysets import organizations_of

TRIED_STATUSES = (PairStatus.ACTIVE, PairStatus.PAUSED)


def asked_members(members):
    """Of ``members`` those present, without whoever joined after the trial meeting."""
    meetings = members.model.pair.field.related_model.meetings.rel.related_model.objects
    trials = meetings.filter(pair=OuterRef("pair"), kind=MeetingKind.TRIAL)
    came = Exists(trials.filter(day__gte=OuterRef("joined_on")))
    return members.filter(Q(joined_on=None) | came, left_on=None)


class VerdictQuerySet(QuerySet):
    def visible_to(self, user):
        """The staff of the school and the author: the other side never."""
        if not user.is_authenticated:
            return self.none()
        school = Q(pair__program__organization__in=organizations_of(user, STAFF_ROLES))
        return self.filter(school | Q(person__user=user))

    def refusals(self):
        """«Не подошли» on which the curator has not decided yet."""
        return self.filter(fits=False, settled_on=None, pair__status__in=TRIED_STATUSES)

    def of_sides_now(self, pair):
        """Of the mentor and of the mentees who are asked: ``pair`` may be an outer column."""
        members = self.model.pair.field.related_model.members.rel.related_model.objects
        here = members.filter(pair=OuterRef("pair"), mentee__person=OuterRef("person"))
        asked = Exists(asked_members(here))
        return self.filter(pair=pair).filter(Q(side=FeedbackSide.MENTOR) | asked)


class TriedPairQuerySet(QuerySet):
    """Pairs by their trial meeting and by what was said after it."""

    def with_trial(self):
        """``trial_day`` and how many are asked, have answered, refuse, refused and were settled."""
        meetings = self.model.meetings.rel.related_model.objects
        members = self.model.members.rel.related_model.objects
        verdicts = self.model.verdicts.rel.related_model.objects
        trials = meetings.filter(pair=OuterRef("pk"), kind=MeetingKind.TRIAL)
        said = verdicts.of_sides_now(OuterRef("pk"))
        last = trials.order_by().values("pair").annotate(value=Max("day")).values("value")
        return self.annotate(
            trial_day=Subquery(last),
            asked=counted(asked_members(members.filter(pair=OuterRef("pk")))) + 1,
            answered=counted(said),
            refused=counted(said.refusals()),
            settled=counted(said.filter(fits=False).exclude(settled_on=None)),
        )

    def tried(self):
        """Working pairs that have had their trial meeting; read ``with_trial`` first."""
        return self.filter(status__in=TRIED_STATUSES, trial_day__isnull=False)

    def refusing(self):
        return self.tried().filter(refused__gt=0)

    def unanswered(self, today, days):
        """Somebody is still silent after the term."""
        due = today - timedelta(days=days)
        return self.tried().filter(trial_day__lt=due, answered__lt=F("asked"))

    def awaited(self, today, days):
        """Somebody is silent, and the term is not over."""
        due = today - timedelta(days=days)
        silent = self.tried().filter(answered__lt=F("asked"), refused=0)
        return silent.filter(trial_day__gte=due)

    def suiting(self):
        """All sides say «подошли»."""
        return self.tried().filter(answered=F("asked"), refused=0, settled=0)

    def asking_verdict(self, user):
        """Working pairs of ``user`` whose trial meeting was held."""
        members = self.model.members.rel.related_model.objects
        learning = members.filter(pair=OuterRef("pk"), mentee__person__user=user)
        mine = self.of_mentor(user) | self.filter(Exists(asked_members(learning)))
        trial = self.model.meetings.rel.related_model.objects.filter(
            pair=OuterRef("pk"), kind=MeetingKind.TRIAL
        )
        return mine.filter(Exists(trial), status__in=TRIED_STATUSES).distinct()

    def refusing_first(self):
        return self.order_by("-refused", "pk")
