from documents.models.attachment import Attachment
from documents.models.bundle import Bundle
from documents.models.calendar import CalendarDay, CalendarYear
from documents.models.counter import Counter
from documents.models.document import Document
from documents.models.gap_note import GapNote
from documents.models.registry_sending import RegistrySending
from documents.models.scan import Scan
from documents.models.wording import Wording

__all__ = [
    "Attachment",
    "Bundle",
    "CalendarDay",
    "CalendarYear",
    "Counter",
    "Document",
    "GapNote",
    "RegistrySending",
    "Scan",
    "Wording",
]
