from participants.models.application import Application, ApplicationAttempt, ApplicationLink
from participants.models.assignment import Assignment
from participants.models.attendance import Attendance
from participants.models.clearance import Clearance
from participants.models.column_choice import ColumnChoice
from participants.models.consent import Consent
from participants.models.consent_text import ConsentText
from participants.models.course import Course, CourseSession, Training
from participants.models.erasure import Erasure
from participants.models.import_batch import ImportBatch
from participants.models.mentee import Mentee
from participants.models.mentor import Mentor
from participants.models.mentor_analysis import MentorAnalysis
from participants.models.needs_analysis import NeedsAnalysis
from participants.models.person import Occupation, Person
from participants.models.representative import Representative
from participants.models.selection import Selection, SelectionCriterion, SelectionMark
from participants.models.tag import Tag

__all__ = [
    "Application",
    "ApplicationAttempt",
    "ApplicationLink",
    "Assignment",
    "Attendance",
    "Clearance",
    "ColumnChoice",
    "Consent",
    "ConsentText",
    "Course",
    "CourseSession",
    "Erasure",
    "ImportBatch",
    "Mentee",
    "Mentor",
    "MentorAnalysis",
    "NeedsAnalysis",
    "Occupation",
    "Person",
    "Representative",
    "Selection",
    "SelectionCriterion",
    "SelectionMark",
    "Tag",
    "Training",
]
