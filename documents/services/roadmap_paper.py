"""The roadmap as files: a paper to approve (DOCX, PDF) and a table to work in (XLSX).

The XLSX is the exchange table of ``programs``: it holds everything and comes back unchanged.
The paper holds what people read, so its terms and stages are read anew when it is loaded.
"""

from datetime import date

from django.utils import timezone

from documents.domain.blocks import BLANK_DATE, Page, Stamps, Title
from documents.enums import FileFormat
from documents.kinds.acts.roadmap import roadmap_table
from documents.kinds.letterhead import signature_or_blank
from documents.rendering.docx import to_docx
from documents.rendering.pdf import to_pdf
from programs.models import Program
from programs.services import roadmap_export


def roadmap_file(*, program: Program, file_format: str) -> bytes:
    if file_format == FileFormat.XLSX:
        return roadmap_export.export(program=program)
    paper = compose(program, timezone.localdate())
    return to_docx(paper) if file_format == FileFormat.DOCX else to_pdf(paper)


def file_name(program: Program, file_format: str) -> str:
    return f"Дорожная карта {program.year}.{file_format}"


def compose(program: Program, day: date) -> Page:
    organization = program.organization
    title = f"Дорожная карта. {program.title}, {program.year} учебный год"
    blocks = (
        Stamps(right=approval(organization, day)),
        Title(f"{title}\n{organization.name}", align="center"),
        roadmap_table(program),
    )
    return Page(title, blocks, organization.name, landscape=True)


def approval(organization, day: date) -> tuple[str, ...]:
    """«УТВЕРЖДАЮ» with the director of today and blanks for the hand."""
    signer = signature_or_blank(organization, day)
    return ("УТВЕРЖДАЮ", signer.post, f"_____________ {signer.name}", BLANK_DATE)
