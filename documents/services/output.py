"""Files of a paper written into a folder by the commands."""

from pathlib import Path
from tempfile import TemporaryFile

from django.core.exceptions import ValidationError
from django.utils.timezone import localdate

from documents.models import Document


def parse_formats(text: str, allowed) -> list[str]:
    """«pdf,xlsx» → ["pdf", "xlsx"]; an unknown format is refused with the list of known ones."""
    formats = [part.strip().lower() for part in text.split(",") if part.strip()]
    unknown = [name for name in formats if name not in allowed]
    if unknown or not formats:
        raise ValidationError(
            f"Формат «{unknown[0] if unknown else ''}» не делается. Есть: {', '.join(allowed)}."
        )
    return list(dict.fromkeys(formats))


def ensure_writable(folder: Path) -> None:
    """Asked before a number is spent: raises ``OSError`` with the folder's name."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(folder)) from error


def write_files(document: Document, files: dict[str, bytes], folder: Path) -> list[str]:
    """Write each file as ``kind_program_date_number.ext``; returns the paths."""
    folder.mkdir(parents=True, exist_ok=True)
    as_of = document.report.as_of if document.report else None
    day = document.date or as_of or localdate(document.created_at)
    parts = [document.kind, str(document.program_id), day.isoformat()]
    if document.number:
        parts.append(str(document.number))
    paths = []
    for name, content in files.items():
        path = folder / f"{'_'.join(parts)}.{name}"
        path.write_bytes(content)
        paths.append(str(path))
    return paths
