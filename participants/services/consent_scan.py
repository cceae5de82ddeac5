"""Scans of signed consents."""

import uuid

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from participants.models import Consent
from programs.services import journal


@transaction.atomic
def attach_scan(*, consent: Consent, scan: UploadedFile, by) -> Consent:
    """Keep the scan of a paper; its name on the disk says nothing about the person."""
    if consent.scan:
        raise ValidationError("Скан к этому согласию уже приложен.")
    consent.scan_key, consent.scan = uuid.uuid4(), scan
    consent.save(update_fields=["scan_key", "scan"])
    journal.record(
        by=by, action="consent.scan", obj=consent, organization=consent.person.organization
    )
    return consent
