"""Facts of mentors' ways for one card or for a whole list, in a constant number of queries."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db.models import Max

from participants.domain.mentor_path import PathFacts, Result, Step, path, place
from participants.models import Mentor, MentorAnalysis, Selection, Training
from participants.services.mentor_history import registry_days


def paths(mentors: Sequence[Mentor], *, with_days: bool = False) -> dict[int, tuple[Step, ...]]:
    """Mentor → the seven steps. ``with_days`` also reads the journal for the registry."""
    known = Known(mentors)
    days = registry_days(mentors) if with_days else {}
    return {mentor.pk: path(known.facts(mentor, days.get(mentor.pk))) for mentor in mentors}


def places(mentors: Sequence[Mentor]) -> dict[int, Step]:
    """Mentor → the furthest step."""
    return {pk: place(steps) for pk, steps in paths(mentors).items()}


def other_years(mentor: Mentor, rows: Sequence[Mentor]) -> list[tuple[Mentor, Step]]:
    """Of the person's other rows: (row, the furthest step), in their order."""
    others = [row for row in rows if row.pk != mentor.pk]
    found = places(others)
    return [(row, found[row.pk]) for row in others]


class Known:
    """What the tables say of these mentors: four queries."""

    def __init__(self, mentors: Sequence[Mentor]):
        self.analyses: Mapping[int, date] = dict(
            MentorAnalysis.objects.filter(mentor__in=mentors)
            .order_by()
            .values_list("mentor")
            .annotate(Max("held_on"))
        )
        decided = Selection.objects.filter(mentor__in=mentors)
        self.decisions: Mapping[int, tuple[Any, ...]] = {
            pk: tuple(rest) for pk, *rest in decided.values_list("mentor", "decision", "decided_on")
        }
        self.results: dict[int, list[Result]] = defaultdict(list)
        trained = Training.objects.filter(mentor__in=mentors)
        for pk, code, day in trained.values_list("mentor", "result", "decided_on"):
            self.results[pk].append(Result(code, day))
        self.paired: Mapping[int, date] = dict(
            Mentor.objects.filter(pk__in=[mentor.pk for mentor in mentors])
            .with_pair_start()
            .values_list("pk", "paired_on")
        )

    def facts(self, mentor: Mentor, registry_on: date | None) -> PathFacts:
        decision, decided_on = self.decisions.get(mentor.pk, ("", None))
        return PathFacts(
            status=mentor.status,
            listed_on=mentor.listed_on,
            analyzed_on=self.analyses.get(mentor.pk),
            decision=decision,
            decided_on=decided_on,
            results=tuple(self.results[mentor.pk]),
            registry_on=registry_on,
            paired_on=self.paired[mentor.pk],
            ended_on=mentor.end_date,
        )
