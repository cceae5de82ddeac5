"""Simple papers for piles, a kind of sheet to print them of, and what stands in a pile."""

from io import BytesIO
from zipfile import ZipFile

from django.core.exceptions import ValidationError

from documents.domain.blocks import Page, Para, Title
from documents.enums import DocumentKind, PaperType, Subject
from documents.kinds.base import Kind
from documents.kinds.candidates import mentee_of

CODE = DocumentKind.CONSENT_PHOTO


def simple(text):
    return Page(text, (Title(text, "center"), Para(text)))


def papers(*names):
    return [(name, lambda name=name: simple(name)) for name in names]


def refused():
    raise ValidationError("Не указана дата рождения.")


def consent_kind():
    """A kind that is only printed, a sheet a mentee; one of them cannot be made."""

    def compose(document, content):
        person = mentee_of(document).person
        return refused() if person.last_name == "Безымянная" else simple(person.full_name)

    return Kind(CODE, PaperType.CONSENT, "cross", compose, subject=Subject.MENTEE, is_kept=False)


def archive_names(bundle):
    return ZipFile(BytesIO(bundle.archive.read())).namelist()
