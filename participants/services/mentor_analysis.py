"""Analyses of a mentor's needs before training, for the staff of the school only."""

from django.db import transaction

from participants.models import MentorAnalysis
from programs.services import journal


@transaction.atomic
def save(*, analysis: MentorAnalysis, by) -> MentorAnalysis:
    action = "mentor_analysis.update" if analysis.pk else "mentor_analysis.create"
    analysis.full_clean()
    analysis.save()
    record(analysis, action, by)
    return analysis


@transaction.atomic
def delete(*, analysis: MentorAnalysis, by) -> None:
    record(analysis, "mentor_analysis.delete", by)
    analysis.delete()


def record(analysis: MentorAnalysis, action: str, by) -> None:
    """Without the conclusion: the journal is read by more people than the analysis."""
    organization = analysis.mentor.program.organization
    journal.record(by=by, action=action, obj=analysis, organization=organization)
