"""The roadmap as files: a table that comes back unchanged, a paper that comes back as it reads."""

import io

import openpyxl
import pytest
from django.urls import reverse

from documents.services.roadmap_paper import roadmap_file
from programs.enums import Preset, Role
from programs.services.program import open_program
from programs.services.roadmap_import import apply
from tests.builders import make_curator, make_organization, make_program, make_user
from tests.programs.roads import make_item

pytestmark = pytest.mark.django_db
READ = (
    "section__title",
    "title",
    "details",
    "term_text",
    "starts_on",
    "due_on",
    "responsible",
    "result",
)


def opened(preset="G73"):
    return open_program(organization=make_organization(), start_year=2026, preset=preset, by=None)


def read(program):
    rows = [
        (item.number.rstrip("."), *values)
        for item, values in zip(
            program.roadmap_items.in_order(),
            program.roadmap_items.in_order().values_list(*READ),
            strict=True,
        )
    ]
    return sorted(rows, key=lambda row: row[1] is not None)


@pytest.mark.parametrize("preset", Preset.values)
def test_the_paper_comes_back_with_the_same_words(preset):
    source, target = opened(preset), make_program(start_year=2026)

    data = roadmap_file(program=source, file_format="docx")
    apply(program=target, data=data, filename="карта.docx", by=None)

    assert read(target) == read(source)


def test_the_table_is_printed_without_its_columns_of_exchange():
    data = roadmap_file(program=opened(), file_format="xlsx")

    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    assert (sheet.page_setup.orientation, sheet.print_title_rows, sheet.print_area) == (
        "landscape",
        "$2:$2",
        f"'Дорожная карта'!$A$1:$F${2 + 6 + 40}",
    )


@pytest.mark.parametrize(
    ("file_format", "beginning"), [("xlsx", b"PK"), ("docx", b"PK"), ("pdf", b"%PDF")]
)
def test_a_reader_downloads_the_roadmap(client, file_format, beginning):
    program = opened()
    client.force_login(make_user(Role.GROUP_HEAD, program.organization))

    url = reverse("documents:roadmap_download", args=[program.pk, file_format])
    answer = client.get(url)

    assert b"".join(answer.streaming_content).startswith(beginning)
    assert f"2027.{file_format}" in answer.headers["Content-Disposition"]


@pytest.mark.parametrize("file_format", ["exe", "XLSX", "docx.pdf"])
def test_an_unknown_format_is_not_found(client, file_format):
    program = make_program()
    client.force_login(make_curator(program))

    url = reverse("documents:roadmap_download", args=[program.pk, file_format])

    assert client.get(url).status_code == 404


def test_a_roadmap_without_rows_is_a_paper_too():
    assert roadmap_file(program=make_program(), file_format="docx").startswith(b"PK")


def test_a_row_without_a_printed_term_shows_its_dates():
    source, target = make_program(start_year=2026), make_program(start_year=2026)
    make_item(source, due_on="2026-12-25")

    data = roadmap_file(program=source, file_format="docx")
    apply(program=target, data=data, filename="карта.docx", by=None)

    assert target.roadmap_items.get().term_text == "до 25.12.2026"
