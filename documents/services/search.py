"""Finding papers by words: SQLite knows no letter case in Russian, so Python compares."""

from django.db.models import QuerySet

from documents.enums import DocumentKind
from documents.models import Document
from mentoring_portal.shared.names import name_key


def matching(documents: QuerySet[Document], text: str) -> list[int]:
    """Papers with every word of ``text`` in the title, the kind or the number; one query."""
    wanted = name_key(text).split()
    rows = documents.order_by().values_list("pk", "title", "kind", "number_text")
    return [
        pk
        for pk, title, kind, number in rows
        if all(word in name_key(f"{title} {label_of(kind)} {number}") for word in wanted)
    ]


def label_of(kind: str) -> str:
    return DocumentKind(kind).label if kind in DocumentKind.values else ""
