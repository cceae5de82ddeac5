"""The link of a program by which people apply, and its code."""

from datetime import timedelta
from io import BytesIO
from xml.etree import ElementTree

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from participants.rendering.qr import qr_svg
from participants.services.application_link import open_link, set_term
from tests.builders import make_curator, make_program

pytestmark = pytest.mark.django_db


@pytest.fixture
def curator(client):
    program = make_program()
    client.force_login(make_curator(program))
    client.program = program
    return client


def test_the_page_of_links_shows_the_whole_address_and_its_code(curator):
    link = open_link(program=curator.program, kind="mentee", open_until=None, by=None)

    page = curator.get(reverse("participants:link_list", args=[curator.program.pk]))
    code = curator.get(reverse("participants:link_qr", args=[link.pk]))

    address = f"http://testserver/apply/{link.token}/"
    assert address in page.content.decode()
    assert (code["Content-Type"], code.content) == ("image/svg+xml", qr_svg(address))


def test_the_code_is_an_image_without_styles_and_scripts():
    root = ElementTree.parse(BytesIO(qr_svg("https://example.org/apply/key/"))).getroot()

    attributes = {name for element in root.iter() for name in element.attrib}
    assert "style" not in attributes
    assert {element.tag.rpartition("}")[2] for element in root.iter()} <= {"svg", "path", "g"}


@pytest.mark.parametrize("change", [open_link, set_term])
def test_a_term_in_the_past_is_refused(change):
    program = make_program()
    link = open_link(program=program, kind="mentee", open_until=None, by=None)
    what = {"program": program, "kind": "mentee"} if change is open_link else {"link": link}

    with pytest.raises(ValidationError, match="уже прошла"):
        change(**what, open_until=timezone.localdate() - timedelta(days=1), by=None)


def test_a_finished_program_opens_no_links():
    with pytest.raises(ValidationError, match="Программа завершена"):
        open_link(program=make_program(status="closed"), kind="mentee", open_until=None, by=None)
