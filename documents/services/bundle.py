"""Many papers at once: an archive of all their files and one PDF to print.

A bundle is nothing official: it is made from today's data and swept away after some days.
"""

import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from io import BytesIO

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from documents.domain.blocks import Page
from documents.domain.file_names import FileNames
from documents.enums import FileFormat
from documents.models import Bundle
from documents.rendering.archive import SteadyZip
from documents.rendering.docx import to_docx
from documents.rendering.pdf import PdfBatch
from documents.rendering.xlsx import to_xlsx
from programs.models import Organization
from programs.services import journal

KEPT_FOR = timedelta(days=14)
# The common PDF is laid out in memory, about a megabyte a sheet.
LARGEST = 300
# A paper of a bundle: the name of its file and how to compose it.
Paper = tuple[str, Callable[[], Page]]
Progress = Callable[[int, int], None]


def make_bundle(
    *,
    program,
    title: str,
    papers: Sequence[Paper],
    formats: Iterable[str],
    by,
    progress: Progress | None = None,
) -> Bundle:
    """Files of all ``papers`` in ``formats`` (a PDF always) and all of them as one PDF.

    A paper that cannot be composed is left out and named in the bundle with the reason; raises
    ValidationError when none can be.
    """
    ensure_size(len(papers))
    pile = Pile(formats)
    with pile.archive:
        for done, (name, compose) in enumerate(papers, 1):
            pile.add(name, compose)
            if progress:
                progress(done, len(papers))
    if not pile.sheets:
        raise ValidationError(pile.skipped)
    return kept(pile, Bundle(program=program, title=title[:300], created_by=by), by)


def ensure_size(count: int) -> None:
    """Raises ValidationError for a bundle of nothing or of more than fits into memory."""
    if not count:
        raise ValidationError("Отметьте хотя бы одну строку.")
    if count > LARGEST:
        raise ValidationError(
            f"За один раз собирается не больше {LARGEST} документов, а выбрано {count}: "
            "соберите их по частям, например по классам."
        )


class Pile:
    """The archive and the common PDF while they grow."""

    def __init__(self, formats: Iterable[str]) -> None:
        self.formats = [one for one in FileFormat if one in formats or one == FileFormat.PDF]
        self.made = timezone.now()
        self.target = BytesIO()
        self.archive = SteadyZip(self.target, timezone.localtime(self.made))
        self.batch = PdfBatch()
        self.names = FileNames()
        self.skipped: list[str] = []
        self.sheets = 0

    def add(self, name: str, compose: Callable[[], Page]) -> None:
        try:
            page = compose()
        except ValidationError as error:
            self.skipped.append(f"{name}: {' '.join(error.messages)}")
            return
        stem = self.names.take(name)
        for file_format, content in self.files(page):
            self.archive.writestr(f"{self.folder(file_format)}{stem}.{file_format}", content)
        self.sheets += 1

    def files(self, page: Page) -> Iterator[tuple[FileFormat, bytes]]:
        writers: dict[FileFormat, Callable[..., bytes]] = {
            FileFormat.PDF: self.batch.add,
            FileFormat.DOCX: to_docx,
            FileFormat.XLSX: to_xlsx,
        }
        for file_format in self.formats:
            yield file_format, writers[file_format](page, made=self.made)

    def folder(self, file_format: FileFormat) -> str:
        """Files of one format need no folder."""
        return f"{file_format.label}/" if len(self.formats) > 1 else ""


@transaction.atomic
def kept(pile: Pile, bundle: Bundle, by) -> Bundle:
    bundle.key, bundle.sheets = uuid.uuid4(), pile.sheets
    bundle.skipped = "\n".join(pile.skipped)
    bundle.archive.save("files.zip", ContentFile(pile.target.getvalue()), save=False)
    bundle.merged.save("print.pdf", ContentFile(pile.batch.merged(bundle.title)), save=False)
    bundle.save()
    organization = bundle.program.organization
    journal.record(
        by=by,
        action="bundle.make",
        obj=bundle,
        organization=organization,
        sheets=bundle.sheets,
    )
    return bundle


def sweep_bundles(now: datetime | None = None) -> int:
    """Delete what is older than its time; returns how many."""
    return drop(Bundle.objects.filter(created_at__lt=(now or timezone.now()) - KEPT_FOR))


def drop_bundles(organization: Organization) -> int:
    """At once: they hold personal data that must be gone."""
    return drop(Bundle.objects.filter(program__organization=organization))


@transaction.atomic
def drop(bundles) -> int:
    """The rows now, the files once the rows are surely gone."""
    found = list(bundles)
    for bundle in found:
        files = [bundle.archive, bundle.merged]
        stored = [(file.storage, file.name) for file in files]
        bundle.delete()
        transaction.on_commit(lambda stored=stored: remove(stored))
    return len(found)


def remove(stored) -> None:
    for storage, name in stored:
        storage.delete(name)
