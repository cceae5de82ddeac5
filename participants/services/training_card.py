"""One mentor's training on one page: lessons, attendance, files, the result."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from participants.models import CourseSession, Person, Training
from participants.services.training import Learner, attended_of, learners
from programs.models import Media


@dataclass(frozen=True)
class LessonLine:
    """``was_there`` is None for a lesson ahead and for one where nobody is marked yet."""

    session: CourseSession
    was_there: bool | None
    files: Sequence[Media]


@dataclass(frozen=True)
class TrainingCard:
    learner: Learner
    lines: Sequence[LessonLine]

    @property
    def next_line(self) -> LessonLine | None:
        return next((line for line in self.lines if line.was_there is None), None)


def card_of(training: Training, today: date) -> TrainingCard:
    course = training.course
    sessions = list(course.sessions.in_order())
    marks = attended_of(course)
    known = set().union(*marks.values()) if marks else set()
    own = marks.get(training.mentor.person_id, set())
    files = files_of(sessions)
    lines = [
        LessonLine(
            session,
            session.event_id in own
            if session.event_id in known and session.event.starts_on <= today
            else None,
            files[session.event_id],
        )
        for session in sessions
    ]
    return TrainingCard(learners([training], course)[0], lines)


def files_of(sessions: Iterable[CourseSession]) -> dict[int, list[Media]]:
    found = defaultdict(list)
    for media in Media.objects.filter(event__in=[row.event_id for row in sessions]):
        found[media.event_id].append(media)
    return found


def cards_of(person: Person, today: date) -> list[TrainingCard]:
    """The trainings of a person in all programs, the newest first."""
    rows = Training.objects.with_mentors().of_person(person)
    return [card_of(training, today) for training in rows]
