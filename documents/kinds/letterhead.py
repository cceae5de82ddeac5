"""The head and the signature that all papers of an organization share."""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError

from documents.domain.blocks import Letterhead, Signature
from participants.enums import AssignmentRole
from participants.models import Assignment


@dataclass(frozen=True)
class Signer:
    post: str
    name: str


def letterhead(organization) -> Letterhead:
    lines = (organization.founder, organization.name)
    contacts = (organization.address, organization.phone, organization.email)
    return Letterhead(
        lines=tuple(line for line in lines if line),
        details=tuple(filter(None, [", ".join(part for part in contacts if part)])),
    )


def director(organization, day: date) -> Signer:
    """Who signs; raises ValidationError when the school has not named its director."""
    assignment = Assignment.objects.holder(organization, AssignmentRole.DIRECTOR, day)
    if assignment is None:
        raise ValidationError("Не указан директор: назначьте его в разделе «Ответственные».")
    post = assignment.post[:1].upper() + assignment.post[1:]
    return Signer(post, assignment.person.signature_name)


def signature(organization, day: date) -> Signature:
    signer = director(organization, day)
    return Signature(signer.post, signer.name)


def signature_or_blank(organization, day: date) -> Signature:
    """For papers that are due by a date: a school without a named director signs by hand."""
    try:
        return signature(organization, day)
    except ValidationError:
        return Signature("Директор", "_" * 18)
