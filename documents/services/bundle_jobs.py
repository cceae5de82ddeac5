"""Asking a worker for a bundle: ids in, never a page inside a request."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Any

from documents.enums import Subject
from documents.kinds import kind_of
from documents.kinds.base import Kind
from documents.kinds.candidates import subjects
from documents.models import Bundle, Document
from documents.services.bundle import Paper, Progress, ensure_size, make_bundle
from documents.services.files import page_of
from documents.services.paper import sheet
from programs.models import Job
from programs.services.job import enqueue

PDF_ONLY = ("pdf",)


def start_bundle_of_sheets(
    *, program, kind: Kind, chosen: Sequence[int], formats: Sequence[str], title: str, by
) -> Job:
    """Sheets of a kind that is not kept: one for each of the ``chosen`` subjects, by their ids.

    A kind about the whole program has no subjects and gives its only sheet.
    """
    whole = kind.subject == Subject.PROGRAM
    ensure_size(1 if whole else len(chosen))
    arguments = {"kind": str(kind.code), "subjects": list(chosen), "formats": list(formats)}
    return start(program, title, "documents.tasks.bundle_sheets", arguments, by)


def start_bundle_of_documents(*, program, documents: Iterable[Document], title: str, by) -> Job:
    """«Распечатать все»: kept papers as one PDF in the given order."""
    ids = [document.pk for document in documents]
    ensure_size(len(ids))
    return start(program, title, "documents.tasks.bundle_documents", {"documents": ids}, by)


def start(program, title: str, task: str, arguments: dict[str, Any], by) -> Job:
    """The same choice ordered twice by two clicks is one work."""
    digest = hashlib.sha256(repr((task, arguments)).encode()).hexdigest()[:32]
    return enqueue(
        program=program,
        title=title[:200],
        key=f"bundle:{program.pk}:{digest}",
        task=task,
        arguments=arguments,
        by=by,
    )


def bundle_sheets(job: Job, progress: Progress) -> Bundle:
    kind = kind_of(job.arguments["kind"])
    return make_bundle(
        program=job.program,
        title=job.title,
        papers=list(sheets(kind, job.program, job.arguments["subjects"])),
        formats=job.arguments["formats"],
        by=job.created_by,
        progress=progress,
    )


def sheets(kind: Kind, program, chosen: Sequence[int]) -> Iterator[Paper]:
    """In the order of the list on the page; who has left the list since is left out."""
    if kind.subject == Subject.PROGRAM:
        yield kind.label, partial(sheet, kind, program)
        return
    wanted = set(chosen)
    for subject in subjects(kind, program):
        if subject.pk in wanted:
            yield subject_name(subject), partial(sheet, kind, program, subject)


def subject_name(subject) -> str:
    """How the subject is called on the page and in the names of files."""
    person = getattr(subject, "person", None)
    if person is not None:
        return person.full_name
    return getattr(subject, "names", None) or getattr(subject, "full_name", None) or str(subject)


def bundle_documents(job: Job, progress: Progress) -> Bundle:
    ids = job.arguments["documents"]
    found = Document.objects.filter(program=job.program).in_bulk(ids)
    ordered = [found[pk] for pk in ids if pk in found]
    return make_bundle(
        program=job.program,
        title=job.title,
        papers=[(str(document), partial(page_of, document)) for document in ordered],
        formats=PDF_ONLY,
        by=job.created_by,
        progress=progress,
    )
