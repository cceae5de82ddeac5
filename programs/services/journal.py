"""Writing to the journal of events."""

from programs.models import AuditEvent


def record(*, by, action, obj, organization=None, **details):
    """Write one event; ``details`` hold ids and codes only, never names."""
    return AuditEvent.objects.create(
        actor=by if by is not None and by.is_authenticated else None,
        action=action,
        organization=organization,
        object_type=obj._meta.label_lower,
        object_id=obj.pk,
        details=details,
    )
