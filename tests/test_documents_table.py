"""The table of papers in the documentation tells of the very kinds of the code."""

from documents.enums import DocumentKind
from programs.services.preset import inventory
from tests.documents_table import FILE, rows, text


def test_the_table_is_that_of_the_code():
    assert FILE.read_text("utf-8") == text()


def test_every_kind_of_the_source_systems_has_a_place():
    codes = {row[1].strip("`") for row in rows()}

    wanted = {row["code"] for row in inventory()["DOCUMENT_KINDS"]}
    assert wanted - codes == set()
    assert set(DocumentKind.values) - codes == set()
