"""Consents to sign: each a separate sheet (152-ФЗ, ст. 9) from the wording in use.

The wordings are kept by ``participants``; here they only get the names that the portal knows.
"""

from collections.abc import Callable, Iterator
from datetime import date

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from documents.domain.blocks import Block, KeyValues, KindLine, Note, Page, Title
from documents.domain.consent_sheet import CHILD, CONTACTS, SIGNER, consent_blocks
from documents.domain.form_blocks import SignLine
from documents.enums import DocumentKind, PaperType, Subject
from documents.kinds.base import Kind
from documents.kinds.people import name_in
from documents.kinds.signers import Signers, relation, signers_as
from mentoring_portal.shared.own_address import portal_address
from participants.domain import consent_text as words
from participants.enums import ConsentKind
from participants.models import Mentee, Mentor, Person
from participants.services import consent_text
from programs.models import Organization, Program

People = Callable[[Program], QuerySet[Person]]


def consent(
    code: DocumentKind, kind: ConsentKind, *, stage: str, subjects: People | None = None
) -> Kind:
    """A consent of ``kind``; it leaves no record: the signed paper is recorded on the card."""

    def compose(document, content) -> Page:
        person, day = document.person, timezone.localdate()
        organization = document.program.organization
        signers = signers_as(person, kind, day)
        wording = consent_text.current(organization, kind, day)
        text = words.filled(wording.text, school_values(organization))
        blocks = (
            KindLine("СОГЛАСИЕ"),
            Title(kind.label, "center"),
            Note(f"Редакция текста: {wording.version}."),
            KeyValues(tuple(head(document, signers, day))),
            *consent_blocks(text, names(document, signers)),
            *signatures(signers),
        )
        return Page(f"Согласие {kind.label}: {person.full_name}", blocks, organization.name)

    return Kind(
        code=code,
        type=PaperType.CONSENT,
        stage=stage,
        compose=compose,
        subject=Subject.PERSON,
        subjects=subjects,
        is_kept=False,
    )


def school_values(organization: Organization) -> dict[str, str]:
    """What the school may put into its wording."""
    page = reverse("programs:public_page", args=[organization.slug])
    address = portal_address()
    return {
        words.FULL_NAME: organization.name,
        words.SHORT_NAME: organization.short_name,
        words.ADDRESS: organization.address or organization.place,
        words.PAGE: f"{address}{page}" if address else "",
    }


def head(document, signers: Signers, day: date) -> Iterator[tuple[str, str]]:
    """Whose consent it is, and the paper of a guardian."""
    row = row_of(document)
    place = ", ".join(filter(None, (row.position, row.workplace))) if row else ""
    yield "Участник программы", ", ".join(filter(None, (signers.person.full_name, place)))
    if signers.is_represented and signers.parent and signers.parent.document:
        yield "Документ о полномочиях", signers.parent.document


def row_of(document) -> Mentor | Mentee | None:
    """As the base of the program has the person."""
    for base in (Mentee, Mentor):
        row = base.objects.filter(program=document.program, person=document.person_id).first()
        if row:
            return row
    return None


def names(document, signers: Signers) -> dict:
    """Blank → the name for it: that of the participant, unless only a parent signs."""
    row = row_of(document)
    whose = name_in(signers.person, "gent")
    child = ", ".join(filter(None, (whose, row.position if row else "")))
    somebody = signers.person if signers.signs_himself else parent_person(signers)
    contacts = (somebody.phone, somebody.email) if somebody else ()
    return {
        CHILD: child,
        SIGNER: somebody.full_name if somebody else "",
        CONTACTS: ", ".join(filter(None, contacts)),
    }


def parent_person(signers: Signers) -> Person | None:
    return signers.parent.person if signers.parent else None


def signatures(signers: Signers) -> Iterator[Block]:
    if signers.signs_himself:
        yield SignLine("Участник программы", signers.person.signature_name)
    if signers.is_represented:
        parent = parent_person(signers)
        yield SignLine(parent_label(signers), parent.signature_name if parent else "")


def parent_label(signers: Signers) -> str:
    """«Законный представитель (мать) – Ершова Ольга Юрьевна», or a line to write the name on."""
    if not signers.parent:
        return f"Законный представитель (фамилия, имя, отчество) {'_' * 34}"
    kin = relation(signers.parent)
    return f"Законный представитель ({kin}) – {signers.parent.person.full_name}"
