"""Asking a worker for the files of a paper: rendering never happens inside a request."""

from documents.models import Document
from programs.models import Job
from programs.services.job import enqueue


def start_rendering(*, document: Document, by) -> Job:
    return enqueue(
        program=document.program,
        title=f"Файлы: {document.title}"[:200],
        key=f"render:{document.pk}",
        task="documents.tasks.render_document",
        arguments={"document": document.pk},
        by=by,
    )
