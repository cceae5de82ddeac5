"""Whether a paper still says what it said when it was sent to be signed.

Until it is registered a paper is composed from today's data; what the director signs must be what
is registered. A digest is kept, not the page: a page holds names and would outlive an erasure.
"""

import hashlib
import json

from django.core.exceptions import ValidationError

from documents.domain.page_json import to_json
from documents.enums import DocumentStatus
from documents.kinds import kind_of
from documents.kinds.content import content_of
from documents.models import Document

CHANGED = (
    "После отправки на подпись изменились данные, из которых составлен документ. "
    "Верните его в черновики, проверьте и отправьте на подпись снова."
)


def digest(document: Document) -> str:
    """Of the page as the data give it now; raises ValidationError when it cannot be composed."""
    kind = kind_of(document.kind)
    page = to_json(kind.compose(document, content_of(kind, document)))
    text = json.dumps(page, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def is_as_agreed(document: Document) -> bool:
    try:
        return digest(document) == document.agreed_digest
    except ValidationError:
        return False


def ensure_as_agreed(document: Document) -> None:
    if document.status == DocumentStatus.AGREED and digest(document) != document.agreed_digest:
        raise ValidationError(CHANGED)
