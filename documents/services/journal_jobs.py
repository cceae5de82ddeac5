"""A long journal as a PDF: laid out by a worker, never inside a request."""

from functools import partial

from documents.enums import FileFormat
from documents.models import Bundle, Document
from documents.services.bundle import Progress, make_bundle
from documents.services.bundle_jobs import start
from documents.services.journal_paper import compose, title_of
from programs.models import Job

# About half a second of layout; see docs/decisions.md.
AT_ONCE = 100


def is_long(organization, journal: str, year: int) -> bool:
    papers = Document.objects.of_organization(organization).of_journal(journal, year)
    return papers.count() > AT_ONCE


def start_journal(*, program, journal: str, year: int, by) -> Job:
    arguments = {"journal": journal, "year": year}
    title = title_of(journal, year)
    return start(program, title, "documents.tasks.bundle_journal", arguments, by)


def bundle_journal(job: Job, progress: Progress) -> Bundle:
    """The journal as it stands when the worker comes to it, as a PDF and a workbook."""
    organization = job.program.organization
    paper = (job.title, partial(compose, organization, **job.arguments))
    return make_bundle(
        program=job.program,
        title=job.title,
        papers=[paper],
        formats=(FileFormat.PDF, FileFormat.XLSX),
        by=job.created_by,
        progress=progress,
    )
