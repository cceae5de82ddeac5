import csv
import io
import zipfile
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentoring_portal.shared import spreadsheet_errors
from mentoring_portal.shared.spreadsheet_errors import refusing_damage
from mentoring_portal.shared.spreadsheets import (
    SpreadsheetError,
    Table,
    read_tables,
    write_table,
)

FILES = Path(__file__).parent / "data" / "tables"
SHEET = "xl/worksheets/sheet1.xml"
NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def workbook(*rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    return saved(book)


def saved(book):
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def with_part(name, content, data=None):
    """The same workbook with one part of the archive replaced or added."""
    buffer = io.BytesIO()
    source = zipfile.ZipFile(io.BytesIO(data or workbook(["ФИО"])))
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.namelist():
            if entry != name:
                target.writestr(entry, source.read(entry))
        target.writestr(name, content)
    return buffer.getvalue()


def with_cells(cells):
    return with_part(
        SHEET, f'<worksheet xmlns="{NAMESPACE}"><sheetData>{cells}</sheetData></worksheet>'
    )


def open_document(body):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr(
            "content.xml",
            "<office:document-content"
            ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
            ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
            ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body>'
            f"<office:spreadsheet>{body}</office:spreadsheet></office:body>"
            "</office:document-content>",
        )
    return buffer.getvalue()


def refusal(data, filename="база.xlsx"):
    with pytest.raises(SpreadsheetError) as caught:
        read_tables(data, filename)
    return str(caught.value)


def test_row_numbers_are_those_of_the_file():
    [sheet] = read_tables(workbook([], ["База"], [], ["ФИО", 2012, None, " "]), "база.xlsx")

    assert sheet.rows == [[], ["База"], [], ["ФИО", 2012]]


def test_dates_and_numbers_keep_their_types():
    moment = datetime.fromisoformat("2026-09-01 12:30")
    cells = [moment, date(2026, 9, 1), 2013, 1.5, True]

    [sheet] = read_tables(workbook(cells), "база.xlsx")

    assert sheet.rows == [cells]
    assert type(sheet.rows[0][2]) is int


def test_hidden_sheets_and_charts_are_not_read():
    book = openpyxl.Workbook()
    book.active.append(["видно"])
    hidden = book.create_sheet("скрытый")
    hidden.append(["не видно"])
    hidden.sheet_state = "hidden"
    book.create_chartsheet("диаграмма")

    assert [sheet.name for sheet in read_tables(saved(book), "база.xlsx")] == ["Sheet"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_text_tables_are_read_in_every_usual_encoding(encoding, delimiter):
    rows = [["ФИО", "Запрос", "Класс"], ["Сова Лев", f"а{delimiter} «б»\nв", "9"]] * 3
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(rows)

    [sheet] = read_tables(text.getvalue().encode(encoding), "база.csv")

    assert sheet.rows == rows


def test_commas_inside_unquoted_cells_do_not_win_over_semicolons():
    data = "ФИО;Предметы;Часы\nСова Лев;физика, химия, право;2,5\nЛось Ян;право;1".encode()

    [sheet] = read_tables(data, "база.csv")

    assert [len(row) for row in sheet.rows] == [3, 3, 3]


def test_separator_line_of_excel_keeps_its_row_number():
    [sheet] = read_tables("sep=,\nа;б,в".encode(), "база.csv")

    assert sheet.rows == [[], ["а;б", "в"]]


@pytest.mark.parametrize(
    ("data", "filename", "message"),
    [
        (b"", "a.xlsx", "Файл пустой. Выберите файл с таблицей."),
        (b" \n ", "a.csv", "В файле нет ни одной заполненной ячейки. Выберите файл с таблицей."),
        (
            b"1" * (5 * 1024 * 1024 + 1),
            "a.csv",
            "Файл больше 5 МБ. Оставьте в нём только лист с таблицей и загрузите снова.",
        ),
        (
            b"text",
            "a.xlsx",
            "Файл назван «.xlsx», но внутри не таблица. Сохраните таблицу заново в формате XLSX "
            "и загрузите ещё раз.",
        ),
        (
            b"%PDF-1.7",
            "a.csv",
            "Это документ PDF, а не таблица. Загрузите файл XLSX, XLS, ODS или CSV.",
        ),
        (
            b"<html><table>",
            "a.csv",
            "Это веб-страница или XML, а не таблица. Загрузите файл XLSX, XLS, ODS или CSV.",
        ),
        (b"a;b\0", "a.csv", spreadsheet_errors.DAMAGED),
        (b"PK\x03\x04 broken", "a.xlsx", spreadsheet_errors.DAMAGED),
        (workbook(["ФИО"])[:-40], "a.xlsx", spreadsheet_errors.DAMAGED),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "a.xls", spreadsheet_errors.DAMAGED),
    ],
)
def test_a_wrong_file_is_refused_with_a_sentence(data, filename, message):
    assert refusal(data, filename).startswith(message)


def test_a_word_document_is_named_as_such():
    data = with_part("word/document.xml", "<w/>")

    assert refusal(data) == "Это документ Word, а не таблица. Скопируйте таблицу в файл XLSX."


def test_macros_are_refused():
    assert refusal(with_part("xl/vbaProject.bin", b"x")) == spreadsheet_errors.MACROS


def test_a_part_that_unpacks_a_thousandfold_is_refused():
    assert refusal(with_part(SHEET, " " * 20_000_000)) == spreadsheet_errors.TOO_LARGE_INSIDE


def test_an_archive_of_many_parts_is_refused():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for number in range(201):
            archive.writestr(str(number), b"")

    assert refusal(buffer.getvalue()) == spreadsheet_errors.TOO_LARGE_INSIDE


def test_a_document_type_is_refused():
    data = with_part(SHEET, '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hosts">]><a>&b;</a>')

    assert refusal(data) == spreadsheet_errors.DAMAGED


FAR_VALUE = 't="inlineStr"><is><t>x</t></is></c></row>'


@pytest.mark.parametrize(
    "cells",
    [
        f'<row r="1048576"><c r="XFD1048576" {FAR_VALUE}',
        f"<row r='1048576'><c {FAR_VALUE}",
        f"<row><c s=' r=\"A1\"' r='XFD1048576' {FAR_VALUE}",
        "<row>" + "<c/>" * 60 + f"<c {FAR_VALUE}",
        f'<row r="10001"><c r="A10001" {FAR_VALUE}',
    ],
)
def test_a_value_far_away_is_refused_before_reading(cells):
    assert refusal(with_cells(cells)) == spreadsheet_errors.TOO_FAR


def test_a_far_cell_without_a_value_does_no_harm():
    value = 't="inlineStr"><is><t>x</t></is></c>'
    data = with_cells(
        f'<row r="1"><c r="A1" {value}</row><row r="1048576"><c r="XFD1048576" s="0"/></row>'
    )

    assert read_tables(data, "a.xlsx")[0].rows == [["x"]]


def test_a_far_cell_of_an_old_workbook_is_refused():
    assert refusal((FILES / "far_cell.xls").read_bytes()) == spreadsheet_errors.TOO_FAR


TABLE = '<table:table table:name="а">'


def test_repeated_cells_of_an_open_document_are_counted():
    cell = (
        '<table:table-cell table:number-columns-repeated="{}" office:value-type="string">'
        "<text:p>x</text:p></table:table-cell>"
    )
    row = '<table:table-row table:number-rows-repeated="{}">{}</table:table-row>'
    near = open_document(f"{TABLE}{row.format(2, cell.format(3))}</table:table>")
    far = open_document(f"{TABLE}{row.format(1_000_000, cell.format(1))}</table:table>")
    many = open_document(f"{TABLE}{row.format(9_999, cell.format(60))}</table:table>" * 2)

    assert read_tables(near, "a.ods")[0].rows == [["x"] * 3] * 2
    assert refusal(far) == spreadsheet_errors.TOO_FAR
    assert refusal(many) == spreadsheet_errors.TOO_LARGE_INSIDE


def test_five_thousand_rows_pass_and_six_thousand_do_not():
    head = [["База"], [], ["№", "ФИО"]]

    [sheet] = read_tables(workbook(*head, *([n, "Сова Лев"] for n in range(5_000))), "a.xlsx")

    assert len(sheet.rows) == 5_003
    assert refusal(workbook(*head, *([n, "Сова Лев"] for n in range(6_000)))) == (
        "На листе «Sheet» больше 5000 строк. Разделите таблицу на несколько файлов."
    )


def with_shared_text(text, cells):
    """A sheet whose cells all point to one text, as Excel stores repeated texts."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relation = '<Relationship Id="rId{}" Type="{}/{}" Target="{}"/>'
    links = [(1, "worksheet", f"/{SHEET}"), (9, "sharedStrings", "sharedStrings.xml")]
    body = "".join(relation.format(number, kind, name, target) for number, name, target in links)
    schema = "http://schemas.openxmlformats.org/package/2006/relationships"
    rels = f'<Relationships xmlns="{schema}">{body}</Relationships>'
    rows = "".join(
        f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, cells + 1)
    )
    data = with_part("xl/_rels/workbook.xml.rels", rels, with_cells(rows))
    strings = f'<sst xmlns="{NAMESPACE}"><si><t>{text}</t></si></sst>'
    return with_part("xl/sharedStrings.xml", strings, data)


def test_a_long_text_shared_by_thousands_of_cells_is_refused():
    text = "".join(chr(97 + n * n % 26) * (n % 7) for n in range(10_000))

    assert read_tables(with_shared_text(text, 3), "a.xlsx")[0].rows == [[text]] * 3
    assert refusal(with_shared_text(text, 4_000)) == spreadsheet_errors.TOO_LARGE_INSIDE


def test_encrypted_workbooks_are_named_as_such():
    name = "EncryptedPackage".encode("utf-16-le")
    entry = name + bytes(64 - len(name)) + (len(name) + 2).to_bytes(2, "little") + b"\x02"
    header = bytearray(512)
    header[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    header[30:34] = b"\x09\x00\x06\x00"
    header[44:52] = (1).to_bytes(4, "little") + (1).to_bytes(4, "little")
    header[76:80] = bytes(4)
    table = b"\xfd\xff\xff\xff" + b"\xfe\xff\xff\xff" * 127
    directory = entry.ljust(512, b"\0")

    assert refusal(bytes(header) + table + directory) == spreadsheet_errors.PROTECTED


class PanicException(BaseException):
    """Named as the exception that a Rust library raises on a panic."""


def test_a_panic_of_the_reader_is_a_refusal_and_ctrl_c_is_not():
    with pytest.raises(SpreadsheetError), refusing_damage():
        raise PanicException
    with pytest.raises(KeyboardInterrupt), refusing_damage():
        raise KeyboardInterrupt


def answer(data, filename):
    """Sheets or a sentence: whatever else is raised fails the test."""
    try:
        return read_tables(data, filename)
    except SpreadsheetError as error:
        return str(error)


@given(
    st.sampled_from([b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xff\xfe"]),
    st.binary(max_size=3_000),
    st.text(max_size=10),
)
@settings(deadline=None, max_examples=200)
def test_no_bytes_raise_anything_but_a_refusal(start, rest, filename):
    assert answer(start + rest, filename)


@given(st.data())
@settings(deadline=None, max_examples=150)
def test_no_damage_to_a_good_file_raises_anything_but_a_refusal(data):
    name = data.draw(st.sampled_from(["mentees_messy.xls", "mentees_messy.ods"]))
    content = bytearray((FILES / name).read_bytes())
    for _number in range(data.draw(st.integers(1, 20))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))

    assert answer(bytes(content), name)


@given(st.data())
@settings(deadline=None, max_examples=150)
def test_no_damage_to_the_xml_inside_raises_anything_but_a_refusal(data):
    source = zipfile.ZipFile(io.BytesIO(workbook(["ФИО", 1, date(2026, 9, 1)], ["Сова Лев"])))
    name = data.draw(st.sampled_from(source.namelist()))
    content = bytearray(source.read(name))
    for _number in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))

    assert answer(with_part(name, bytes(content)), "a.xlsx")


def test_written_text_is_never_a_formula():
    texts = ["=1+1", "+7 900 000-00-00", "@команда", "-", "#N/A", '=HYPERLINK("a")', "a\x01b"]

    data = write_table(Table(["=Столбец"], [[text] for text in texts], caption="=База"))

    cells = [cell for row in openpyxl.load_workbook(io.BytesIO(data)).active.rows for cell in row]
    assert [cell.data_type for cell in cells] == ["s"] * len(cells)
    assert [cell.value for cell in cells] == ["=База", "=Столбец", *texts[:-1], "ab"]


def test_written_values_come_back():
    rows = [[1, "Сова Лев", date(2026, 9, 1), None, "ё «б»\nв"]]

    first, second = read_tables(
        write_table(Table(["а", "б"], rows, sheet="A/B"), Table(["в"], [["г"]], sheet="B")),
        "a.xlsx",
    )

    assert (first.name, second.name) == ("A B", "B")
    assert first.rows == [["а", "б"], [1, "Сова Лев", date(2026, 9, 1), "", "ё «б»\nв"]]


def test_the_head_is_printed_on_every_page():
    data = write_table(Table(["а"], [["б"]], caption="База"))

    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    assert (sheet.print_title_rows, sheet.freeze_panes) == ("$2:$2", "A3")
