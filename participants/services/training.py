"""What the School of mentors says of mentors: who is trained and since when."""

from collections.abc import Iterable
from datetime import date

from participants.enums import CourseResult
from participants.models import Mentor, Training


def passed_on(mentors: Iterable[Mentor]) -> dict[int, date]:
    """Mentor → the first day of a course passed; the untrained are absent. One query."""
    passed = Training.objects.filter(mentor__in=mentors, result=CourseResult.PASSED)
    rows = passed.filter(decided_on__isnull=False).order_by("-decided_on")
    return dict(rows.values_list("mentor", "decided_on"))
