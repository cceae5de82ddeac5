"""Scans of signed papers: a newer one takes the place of the old, which stays in the portal."""

import hashlib
import uuid

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from documents.models import Document, Scan
from documents.services.issue import record


@transaction.atomic
def add(*, document: Document, scan: UploadedFile, by) -> Scan:
    """Keep the scan of a registered paper; the same file sent twice is kept once."""
    if document.is_open:
        raise ValidationError("Скан прикладывают к зарегистрированному документу.")
    digest = digest_of(scan)
    former = document.scans.filter(digest=digest).first()
    if former:
        return former
    kept = Scan(document=document, key=uuid.uuid4(), digest=digest, added_by=by)
    kept.name = scan.name[-200:]
    kept.file.save(str(kept.key), scan, save=False)
    kept.save()
    record(document, "document.scan", by)
    return kept


def digest_of(scan: UploadedFile) -> str:
    found = hashlib.sha256()
    for chunk in scan.chunks():
        found.update(chunk)
    scan.seek(0)
    return found.hexdigest()
