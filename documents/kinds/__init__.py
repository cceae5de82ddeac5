"""The papers the portal can make: an explicit list, one module a paper."""

from django.core.exceptions import ValidationError

from documents.enums import DocumentKind
from documents.kinds import order_pairs, report_monitoring
from documents.kinds.base import Kind

KINDS: dict[str, Kind] = {
    DocumentKind.ORDER_PAIRS: order_pairs.KIND,
    DocumentKind.REPORT_MONITORING_DECEMBER: report_monitoring.DECEMBER,
    DocumentKind.REPORT_MONITORING_JUNE: report_monitoring.JUNE,
}


def kind_of(code: str) -> Kind:
    """The kind; raises ValidationError for a code that is unknown or not made yet."""
    if code in KINDS:
        return KINDS[code]
    known = ", ".join(KINDS)
    if code in DocumentKind.values:
        label = DocumentKind(code).label
        raise ValidationError(f"«{label}» портал пока не составляет. Есть: {known}.")
    raise ValidationError(f"Документа «{code}» нет. Есть: {known}.")
