"""The code on the first sheet of a registered paper: it leads to the paper's card."""

from dataclasses import replace

from django.urls import reverse

from documents.domain.blocks import Page
from documents.domain.form_blocks import QrCode
from documents.models import Document
from mentoring_portal.shared.own_address import portal_address

CAPTION = "Карточка документа"


def with_code(page: Page, document: Document) -> Page:
    """The page with the code in front; without one while the portal has no address of its own."""
    origin = portal_address()
    if not origin:
        return page
    address = origin + reverse("documents:document_detail", args=[document.pk])
    return replace(page, blocks=(QrCode(address, CAPTION), *page.blocks))
