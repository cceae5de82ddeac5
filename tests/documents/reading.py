"""What a reader finds in a printed file, whatever its format."""

import re
import subprocess
from dataclasses import fields, is_dataclass
from io import BytesIO
from xml.etree import ElementTree

from docx import Document
from openpyxl import load_workbook

from documents.domain.blocks import Acquaintance, DateNumber, Page, cell_text

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
XHTML = "{http://www.w3.org/1999/xhtml}"
# Words of the model, not of the paper.
OWN_FIELDS = {"align", "organization", "size", "address", "ticked"}


def texts(value):
    """Every text and every cell that a page holds."""
    if isinstance(value, Acquaintance):
        value = value.table
    if isinstance(value, DateNumber):
        return [value.day_text, value.number_text, value.place]
    if isinstance(value, tuple):
        return [text for item in value for text in texts(item)]
    if is_dataclass(value):
        return [text for field in printed_fields(value) for text in texts(field)]
    return [cell_text(value)]


def printed_fields(value):
    for field in fields(value):
        hidden = field.name in OWN_FIELDS or (isinstance(value, Page) and field.name == "title")
        if not hidden and field.type not in (int, bool):
            yield getattr(value, field.name)


def squeezed(text):
    """Without spaces: words may be broken between lines."""
    return re.sub(r"\s+", "", text)


def missing(page, found):
    """Texts not found; a line of a tall cell may go on on the next sheet after any of its words."""
    found = squeezed(found)
    lines = {text: text.split("\n") for text in texts(page)}
    return [text for text in lines if not all(stands(line, found) for line in lines[text])]


def stands(line, found):
    """Whole, or in two parts."""
    words = line.split()
    parts = ((words[:number], words[number:]) for number in range(len(words) or 1))
    return any(all(squeezed("".join(part)) in found for part in both) for both in parts)


def pdf_words(data):
    """(page, left, top, right, bottom, word) in millimeters, and the sizes of the pages."""
    command = ["pdftotext", "-bbox", "-", "-"]
    xml = subprocess.run(command, input=data, capture_output=True, check=True).stdout
    pages = list(ElementTree.fromstring(xml).iter(f"{XHTML}page"))
    sizes = [(mm(page.get("width")), mm(page.get("height"))) for page in pages]
    sides = ("xMin", "yMin", "xMax", "yMax")
    words = [
        (number, *(mm(word.get(side)) for side in sides), word.text)
        for number, page in enumerate(pages)
        for word in page.iter(f"{XHTML}word")
    ]
    return words, sizes


def mm(points):
    return float(points) * 25.4 / 72


def pdf_text(data):
    """In the order of the paper, so that a broken cell reads on."""
    command = ["pdftotext", "-raw", "-", "-"]
    text = subprocess.run(command, input=data, capture_output=True, check=True).stdout.decode()
    # The number of a sheet stands amid a text that goes on.
    sheets = enumerate(text.split("\f"), 1)
    return "\n".join(sheet.rstrip().removesuffix(f"\n{number}") for number, sheet in sheets)


def docx_text(data):
    document = Document(BytesIO(data))
    foot = document.sections[0].first_page_footer
    below = "".join(paragraph.text for paragraph in foot.paragraphs)
    return "\n".join([*numbered_lines(document), below])


def numbered_lines(document):
    """Paragraphs with the numbers that a word processor prints before them."""
    lists = {item.get(W + "abstractNumId"): item for item in numbering(document, "abstractNum")}
    uses = {
        item.get(W + "numId"): item.find(W + "abstractNumId").get(W + "val")
        for item in numbering(document, "num")
    }
    reached = {}
    for line in document.element.body.iter(W + "p"):
        place = line.find(f"{W}pPr/{W}numPr")
        label = "" if place is None else next_label(place, lists, uses, reached)
        yield label + "".join(run.text or "" for run in line.iter(W + "t"))


def numbering(document, name):
    return document.part.numbering_part.element.iterchildren(W + name)


def next_label(place, lists, uses, reached):
    own = uses[place.find(W + "numId").get(W + "val")]
    at = int(place.find(W + "ilvl").get(W + "val"))
    levels = list(lists[own].iterchildren(W + "lvl"))
    starts = [int(level.find(W + "start").get(W + "val")) for level in levels]
    counters = reached.setdefault(own, [start - 1 for start in starts])
    counters[at] += 1
    counters[at + 1 :] = [0] * (len(levels) - at - 1)
    counters[:at] = [max(now, start) for now, start in zip(counters[:at], starts, strict=False)]
    text = levels[at].find(W + "lvlText").get(W + "val")
    return re.sub(r"%(\d)", lambda level: str(counters[int(level[1]) - 1]), text) + " "


def xlsx_text(data):
    book = load_workbook(BytesIO(data), read_only=True)
    values = (value for sheet in book for row in sheet.values for value in row)
    return "\n".join(cell_text(value) for value in values if value is not None)
