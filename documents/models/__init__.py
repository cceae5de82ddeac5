from documents.models.attachment import Attachment
from documents.models.counter import Counter
from documents.models.document import Document

__all__ = ["Attachment", "Counter", "Document"]
