"""Makers of awkward Word documents."""

import io
import zipfile

from docx import Document
from docx.oxml import parse_xml

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
HEAD = ("№", "Мероприятие", "Срок", "Ответственный")


def saved(document):
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def document_with(*tables):
    """A document of plain tables, each a list of rows; None joins a cell with the one before it."""
    document = Document()
    for rows in tables:
        add_table(document, rows)
        document.add_paragraph("Текст между таблицами")
    return saved(document)


def merged_down(rows, first, last):
    """One table whose cells from ``first`` to ``last`` (row, column) are one."""
    document = Document()
    table = add_table(document, rows)
    table.cell(*first).merge(table.cell(*last))
    return saved(document)


def add_table(document, rows):
    width = max(map(len, rows))
    table = document.add_table(len(rows), width)
    for row, texts in zip(table.rows, rows, strict=True):
        fill(row.cells, texts)
    return table


def fill(cells, texts):
    start = 0
    for place, text in enumerate(texts):
        if text is None:
            cells[start].merge(cells[place])
        else:
            start = place
            cells[place].text = text


def body(xml):
    """A document made of raw tables, for marks that python-docx does not write."""
    document = Document()
    for element in parse_xml(f'<w:body xmlns:w="{NAMESPACE}">{xml}</w:body>'):
        document.element.body.insert(0, element)
    return saved(document)


def table_xml(*rows):
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def row_xml(*cells, properties=""):
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


def cell_xml(content, properties=""):
    """``content`` is a text or the runs of one paragraph."""
    runs = content if content.startswith("<") else run_xml(content)
    return f"<w:tc>{properties}<w:p>{runs}</w:p></w:tc>"


def run_xml(text, properties=""):
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def with_part(data, name, content, without=()):
    """The same archive with one part replaced or added and others left out."""
    buffer = io.BytesIO()
    source = zipfile.ZipFile(io.BytesIO(data))
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.namelist():
            if entry not in (name, *without):
                target.writestr(entry, source.read(entry))
        target.writestr(name, content)
    return buffer.getvalue()
