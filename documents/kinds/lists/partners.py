"""The partner organizations of the school: what they offer and under which agreement."""

from collections.abc import Iterator

from documents.domain.blocks import Column, Row
from documents.enums import DocumentKind, PaperType
from documents.kinds.lists.listing import listing
from programs.enums import StageCode
from programs.models import Partner

COLUMNS = (
    Column("№ п/п", 5, "center"),
    Column("Наименование организации", 30),
    Column("Что предлагает", 32),
    Column("Контактное лицо", 22),
    Column("Телефон, почта, сайт", 24),
    Column("Соглашение", 18),
)


def rows(program) -> Iterator[Row]:
    partners = Partner.objects.of_organization(program.organization)
    for number, partner in enumerate(partners, 1):
        contact = ", ".join(filter(None, (partner.contact_name, partner.contact_post)))
        addresses = "\n".join(filter(None, (partner.phone, partner.email, partner.site)))
        yield (number, partner.name, partner.offers, contact, addresses, partner.agreement)


PARTNERS = listing(
    DocumentKind.PARTNERS_LIST,
    type=PaperType.LIST,
    stage=StageCode.CONDITIONS,
    columns=COLUMNS,
    rows=rows,
)
