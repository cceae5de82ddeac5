"""Roadmap files as schools keep them, and what an import makes of them."""

import io

import openpyxl

from programs.services.roadmap_import import check
from tests.builders import make_program
from tests.word_files import document_with

HEAD = ("№", "Мероприятие", "Срок", "Ответственный", "Результат")
STAGES = ("№", "Наименование этапа", "Мероприятия", "Содержание")


def word(*rows, head=HEAD):
    return document_with([head, *rows])


def workbook(*rows, merged=()):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for area in merged:
        book.active.merge_cells(area)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def row(number="", title="Провести встречу", term="", responsible="", result=""):
    return (number, title, term, responsible, result)


def section(title):
    """A title across the table."""
    return (title, *[None] * (len(HEAD) - 1))


def checked(data, filename="план.docx", program=None):
    """The roadmap that the file holds."""
    program = program or make_program(start_year=2026)
    return check(program=program, data=data, filename=filename).roadmap


def titles(roadmap):
    return [(item.section, item.number, item.title) for item in roadmap.items]


def headings(roadmap):
    return [(found.number, found.title) for found in roadmap.sections]


def notes(found):
    return [(note.row, note.column, note.message) for note in found]
