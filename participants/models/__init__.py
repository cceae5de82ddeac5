from participants.models.assignment import Assignment
from participants.models.consent import Consent
from participants.models.import_batch import ImportBatch
from participants.models.mentee import Mentee
from participants.models.mentor import Mentor
from participants.models.person import Occupation, Person
from participants.models.tag import Tag

__all__ = [
    "Assignment",
    "Consent",
    "ImportBatch",
    "Mentee",
    "Mentor",
    "Occupation",
    "Person",
    "Tag",
]
