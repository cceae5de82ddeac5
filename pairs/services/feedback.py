"""What the sides say of a meeting, once each."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from pairs.enums import FeedbackSide
from pairs.models import Feedback, Meeting, PairMember
from participants.models import Person
from programs.services import journal


def side_of(meeting: Meeting, person: Person) -> FeedbackSide | None:
    """The side of ``person`` in the meeting's pair; None for whoever was not in it that day."""
    if meeting.pair.mentor.person_id == person.pk:
        return FeedbackSide.MENTOR
    members = PairMember.objects.filter(pair=meeting.pair_id, mentee__person=person)
    return FeedbackSide.MENTEE if members.on_day(meeting.day).exists() else None


def is_answered(meeting: Meeting, person: Person) -> bool:
    return Feedback.objects.filter(meeting=meeting, person=person).exists()


@transaction.atomic
def give(*, feedback: Feedback, by: Any) -> Feedback:
    """Save the answer of ``feedback.person``; a second answer to one meeting is refused."""
    side = side_of(feedback.meeting, feedback.person)
    if side is None:
        raise PermissionDenied
    if is_answered(feedback.meeting, feedback.person):
        raise ValidationError("Отзыв об этой встрече уже есть.")
    feedback.side = side
    feedback.save()
    organization = feedback.meeting.pair.program.organization
    journal.record(by=by, action="feedback.give", obj=feedback, organization=organization)
    return feedback
