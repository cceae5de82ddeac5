"""Analyses of needs: what the school found out about a mentee, for its staff only."""

from django.db import transaction

from participants.enums import ConsentKind
from participants.models import Mentee, NeedsAnalysis
from participants.services.consent import missing_of
from programs.services import journal


@transaction.atomic
def save(*, analysis: NeedsAnalysis, by) -> NeedsAnalysis:
    action = "analysis.update" if analysis.pk else "analysis.create"
    analysis.full_clean()
    analysis.save()
    _journal(analysis, action, by)
    return analysis


@transaction.atomic
def delete(*, analysis: NeedsAnalysis, by) -> None:
    _journal(analysis, "analysis.delete", by)
    analysis.delete()


def lacks_consent(mentee: Mentee, day) -> bool:
    """Whether the rules ask the parent's consent to the analysis and it is not there."""
    return ConsentKind.NEEDS_ANALYSIS in missing_of([mentee], day)[mentee.person_id]


def _journal(analysis: NeedsAnalysis, action: str, by) -> None:
    """Without the conclusion: the journal is read by more people than the analysis."""
    organization = analysis.mentee.program.organization
    journal.record(by=by, action=action, obj=analysis, organization=organization)
