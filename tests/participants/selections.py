"""A commission at work: criteria, candidates, decisions."""

from datetime import date

from participants.models import SelectionCriterion
from participants.services.selection import Line, Verdict, record, standing
from participants.services.selection_seen import seen_sheet
from tests.builders import make_mentor

DAY = date(2026, 11, 20)


def make_criterion(program, title="Мотивация", **fields):
    return SelectionCriterion.objects.create(program=program, title=title, **fields)


def candidate(program, **fields):
    return make_mentor(program, status="candidate", **fields)


def opened(mentor):
    return {"seen": seen_sheet(standing(mentor))}


def decide(mentor, decision, points=None, **verdict):
    """With the same points by every criterion of the program."""
    lines = [Line(row, points) for row in mentor.program.selection_criteria.all()]
    chosen = Verdict(decision, **{"day": DAY, **verdict})
    return record(mentor=mentor, lines=lines, verdict=chosen, by=None)
