"""The same papers laid out with less care: what ``benchmarks/documents.py`` compares ours with."""

from functools import cache
from html import escape

from weasyprint import CSS, HTML

from documents.domain.blocks import Table, cell_text
from documents.rendering import pdf
from documents.rendering.html import to_html

BARE = """
@page { size: A4; margin: 20mm 10mm 20mm 30mm }
body { font: 12pt "Liberation Serif" }
table { width: 100%; table-layout: fixed; border-collapse: collapse }
td, th { border: .5pt solid #000; padding: .8mm 1mm; vertical-align: top }
"""


def naive_pdf(page):
    """Without fixed columns and with Python's own collector."""
    return written(to_html(page, standalone=True), naive_look(), **pdf.ACCESSIBLE)


def bare_pdf(page):
    """The table alone, without tags; the collector is as patient as ours."""
    with pdf.patient_collector():
        return written(bare_html(page), bare_look())


def written(html, look, **options):
    source = HTML(string=html, url_fetcher=pdf.OnlyOurFonts())
    fonts, _styles = pdf.styles()
    return source.write_pdf(stylesheets=[look], font_config=fonts, **options)


@cache
def naive_look():
    return sheet(pdf.STYLESHEET.read_text(encoding="utf-8").replace("table-layout: fixed", ""))


@cache
def bare_look():
    return sheet(BARE)


def sheet(css):
    fonts, _styles = pdf.styles()
    place = str(pdf.STYLESHEET)
    return CSS(string=css, font_config=fonts, url_fetcher=pdf.OnlyOurFonts(), base_url=place)


def bare_html(page):
    (table,) = (block for block in page.blocks if isinstance(block, Table))
    columns = "".join(f'<col style="width: {column.share}%">' for column in table.columns)
    head = "".join(f"<th>{escape(column.title)}</th>" for column in table.columns)
    body = "".join(map(row, table.rows))
    return f"<table>{columns}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def row(cells):
    return f"<tr>{''.join(f'<td>{escape(cell_text(cell))}</td>' for cell in cells)}</tr>"
