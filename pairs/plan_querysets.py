"""Words for plans of pairs and their tasks."""

from django.db.models import Count, Exists, F, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from pairs.enums import PairStatus, PlanStatus, TaskMark


def counted(rows):
    """How many of ``rows`` there are, as a column; they name the outer row themselves."""
    whole = rows.order_by().annotate(one=Value(1)).values("one")
    return Coalesce(Subquery(whole.annotate(value=Count("pk")).values("value")), 0)


class PlannedPairQuerySet(QuerySet):
    """Pairs by their plans."""

    def with_plan(self, today):
        """The plan with its tasks counted: all but the dropped, done, overdue on ``today``."""
        plans = self.model.plan.related.related_model
        tasks = plans.tasks.rel.related_model.objects.filter(plan__pair=OuterRef("pk"))
        kept = tasks.exclude(mark=TaskMark.DROPPED)
        return self.select_related("plan").annotate(
            tasks_total=counted(kept),
            tasks_done=counted(kept.filter(mark=TaskMark.DONE)),
            tasks_overdue=counted(tasks.overdue(today)),
        )

    def without_plan(self):
        """Working pairs only: a draft has no plan yet, an ended one needs none."""
        return self.filter(status=PairStatus.ACTIVE, plan=None)

    def of_plan_status(self, status):
        return self.filter(plan__status=status)

    def with_overdue_tasks(self, today):
        plans = self.model.plan.related.related_model
        tasks = plans.tasks.rel.related_model.objects
        return self.filter(Exists(tasks.overdue(today).filter(plan__pair=OuterRef("pk"))))


class PlanTaskQuerySet(QuerySet):
    """Lines of plans; a task is written by whoever writes the plan of its pair."""

    def recordable_by(self, user):
        plans = self.model.plan.field.related_model.objects
        return self.filter(plan__in=plans.recordable_by(user))

    def with_pair(self):
        return self.select_related(
            "plan__pair__mentor__person", "plan__pair__program__organization"
        ).prefetch_related("plan__pair__members__mentee__person")

    def planned(self):
        """Not marked yet."""
        return self.filter(mark=TaskMark.PLANNED)

    def unfinished(self):
        """Not marked yet, or done in part: a next meeting may finish them."""
        return self.filter(mark__in=(TaskMark.PLANNED, TaskMark.PARTLY))

    def own(self):
        """Without the meetings that every pair has: recording one marks it by itself."""
        return self.filter(meeting_kind="")

    def of_pair(self, pair):
        """The most urgent first, those without a day last; a finished plan asks for nothing."""
        own = self.filter(plan__pair=pair).exclude(plan__status=PlanStatus.FINISHED)
        return own.order_by(F("due_on").asc(nulls_last=True), "position", "pk")

    def overdue(self, day):
        """Of pairs and plans at work: nobody hurries a pair that has ended."""
        working = self.planned().filter(due_on__lt=day, plan__pair__status=PairStatus.ACTIVE)
        return working.exclude(plan__status=PlanStatus.FINISHED)
