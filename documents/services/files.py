"""Rendering papers into files and keeping them."""

import hashlib
import uuid
from datetime import UTC, datetime, time

from django.core.files.base import ContentFile
from django.db import transaction

from documents.domain.blocks import Page
from documents.domain.page_json import from_json
from documents.enums import FileFormat
from documents.kinds import kind_of
from documents.kinds.content import content_of
from documents.models import Attachment, Document
from documents.rendering.docx import to_docx
from documents.rendering.pdf import to_pdf
from documents.rendering.xlsx import to_xlsx

RENDERERS = {FileFormat.PDF: to_pdf, FileFormat.DOCX: to_docx, FileFormat.XLSX: to_xlsx}


def page_of(document: Document) -> Page:
    """The frozen page of a registered paper, or a draft as its data stand now."""
    if document.snapshot is not None:
        return from_json(document.snapshot)
    kind = kind_of(document.kind)
    return kind.compose(document, content_of(kind, document))


def render(document: Document, file_format: str) -> bytes:
    """One file of the paper; the same paper always gives the same bytes."""
    day = document.date or document.created_at.date()
    made = datetime.combine(day, time(12), UTC)
    return RENDERERS[FileFormat(file_format)](page_of(document), made=made)


@transaction.atomic
def store(document: Document, file_format: str, content: bytes) -> Attachment:
    """Keep a file beside its document in place of the former one."""
    former = Attachment.objects.filter(document=document, format=file_format).first()
    attachment = former or Attachment(document=document, format=file_format)
    attachment.key = uuid.uuid4()
    attachment.digest = hashlib.sha256(content).hexdigest()
    if former:
        old, storage = former.file.name, former.file.storage
        transaction.on_commit(lambda: storage.delete(old))
    attachment.file.save(str(attachment.key), ContentFile(content), save=False)
    attachment.save()
    return attachment


def render_all(document: Document, progress=None) -> None:
    """All formats of the kind, telling ``progress(done, total)`` after each."""
    formats = kind_of(document.kind).formats
    for done, file_format in enumerate(formats, 1):
        store(document, file_format, render(document, file_format))
        if progress:
            progress(done, len(formats))


def file_name(document: Document, file_format: str) -> str:
    """«Приказ о формировании… 12-од.pdf» for downloads."""
    number = f" {document.number_text}" if document.number_text else ""
    title = document.title[:80].strip(" .")
    return f"{title}{number}.{file_format}".replace("/", "-").replace('"', "")
