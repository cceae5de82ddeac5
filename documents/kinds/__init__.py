"""The papers the portal can make: an explicit list, one module a paper."""

from django.core.exceptions import ValidationError

from documents.enums import DocumentKind
from documents.kinds import acts, consents, contracts, letters, lists, orders, reports, surveys
from documents.kinds.base import Kind

PACKAGES = (orders, acts, consents, contracts, lists, surveys, reports, letters)
KINDS: dict[str, Kind] = {kind.code: kind for package in PACKAGES for kind in package.KINDS}


def kind_of(code: str) -> Kind:
    """The kind; raises ValidationError for a code that is unknown or not made by the portal."""
    if code in KINDS:
        return KINDS[code]
    known = ", ".join(KINDS)
    if code in DocumentKind.values:
        label = DocumentKind(code).label
        raise ValidationError(f"«{label}» портал не составляет. Есть: {known}.")
    raise ValidationError(f"Документа «{code}» нет. Есть: {known}.")
