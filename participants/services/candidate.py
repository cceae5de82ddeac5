"""What the commission needs to know of a candidate beside the checklist, on one page."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from participants.enums import ConsentKind
from participants.models import Attendance, Mentor, MentorAnalysis, Training
from participants.services.clearance import shown_of
from participants.services.consent import missing_of
from programs.enums import EventKind


@dataclass(frozen=True)
class CandidateFacts:
    """``clearances`` is empty for those who are not asked for certificates."""

    clearances: dict[str, Any]
    lacks: list[ConsentKind]
    analyses: list[MentorAnalysis]
    trainings: list[Training]
    lessons: int


def candidate_facts(mentor: Mentor, day: date) -> CandidateFacts:
    lessons = Attendance.objects.filter(
        person=mentor.person_id,
        event__program=mentor.program_id,
        event__kind=EventKind.MENTOR_SCHOOL,
    )
    return CandidateFacts(
        clearances=shown_of(mentor.person, day).get("states", {}),
        lacks=missing_of([mentor], day)[mentor.person_id],
        analyses=list(mentor.analyses.all()),
        trainings=list(mentor.trainings.select_related("course")),
        lessons=lessons.count(),
    )
