"""What stands before the table reader: no archive reaches it that could exhaust the machine.

Two kilobytes can unpack to a gigabyte, and one value in the last cell of a sheet makes a reader
allocate the whole rectangle before it. Sizes are therefore measured while unpacking, and the
far corner of every sheet is known before the reader sees it. The reader is given a new archive
made of the parts that were checked, so it cannot understand the file differently.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from xml.parsers import expat

MAX_FILE_BYTES = 5 * 1024 * 1024
MAX_UNPACKED_BYTES = 50 * 1024 * 1024
MAX_RATIO = 100
MAX_PARTS = 200
MAX_COLUMNS = 60
MAX_SHEET_ROWS = 10_000
MAX_CELLS = 1_000_000  # of all sheets, empty cells of their rectangles too

DAMAGED = (
    "Файл повреждён или это не таблица. Откройте его в Excel или LibreOffice, "
    "сохраните заново в формате XLSX и загрузите ещё раз."
)
TOO_LARGE_INSIDE = "Файл слишком велик после распаковки. Оставьте в нём только лист с базой."
PROTECTED = "Файл защищён паролем. Снимите пароль и загрузите файл снова."
UNKNOWN_ARCHIVE = (
    "Это не таблица, а архив или документ другого вида. Загрузите файл XLSX, XLS, ODS или CSV."
)
MACROS = "В файле есть макросы. Сохраните его как обычную книгу XLSX и загрузите снова."
TOO_FAR = (
    f"Лист занимает больше {MAX_COLUMNS} столбцов или {MAX_SHEET_ROWS} строк. "
    "Удалите лишние ячейки за пределами таблицы и загрузите файл снова."
)

FOREIGN = (
    ("word/document.xml", "Это документ Word, а не таблица. Скопируйте таблицу в файл XLSX."),
    (
        "ppt/presentation.xml",
        "Это презентация, а не таблица. Загрузите файл XLSX или CSV.",
    ),
    ("xl/workbook.bin", "Формат XLSB не читается. Сохраните файл как XLSX и загрузите снова."),
)
# Rows and cells whose first attribute is a near address; anything else is examined slowly.
UNUSUAL_CELL = re.compile(
    rb"<(?:[^\s<>/:]+:)?(?:c|row)(?=[\s/>])"
    rb'(?!\s+r="(?:[A-Z]|A[A-Z]|B[A-H])?\d{1,4}")'
)
ADDRESS = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


class SpreadsheetError(ValueError):
    """A refusal of a file, with a sentence for the person who uploaded it."""


@contextmanager
def refusing_damage() -> Iterator[None]:
    """Turn whatever a parser throws at foreign bytes into one readable refusal."""
    try:
        yield
    except SpreadsheetError:
        raise
    except Exception as error:
        raise SpreadsheetError(DAMAGED) from error
    except BaseException as error:
        # A Rust panic arrives as pyo3_runtime.PanicException, which cannot be imported.
        if type(error).__name__ != "PanicException":
            raise
        raise SpreadsheetError(DAMAGED) from error


def checked_archive(data: bytes) -> bytes:
    """The same workbook repacked from its checked XML parts, or a SpreadsheetError."""
    with refusing_damage():
        parts = _unpack(data)
        _refuse_foreign(parts)
        texts = {name: part for name, part in parts.items() if _is_xml(name, part)}
        for name, part in texts.items():
            _check_part(name, part)
        return _repack(texts)


def _unpack(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
        if len(entries) > MAX_PARTS:
            raise SpreadsheetError(TOO_LARGE_INSIDE)
        room = min(MAX_UNPACKED_BYTES, MAX_RATIO * len(data))
        parts: dict[str, bytes] = {}
        for entry in entries:
            part = _measured(archive, entry, room)
            room -= len(part)
            if parts.setdefault(entry.filename, part) is not part:
                raise SpreadsheetError(DAMAGED)
    return parts


def _measured(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, room: int) -> bytes:
    if entry.flag_bits & 1:
        raise SpreadsheetError(PROTECTED)
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise SpreadsheetError(DAMAGED)
    with archive.open(entry) as stream:
        part = stream.read(room + 1)
    if len(part) > room:
        raise SpreadsheetError(TOO_LARGE_INSIDE)
    return part


def _refuse_foreign(parts: dict[str, bytes]) -> None:
    names = {name.lower() for name in parts}
    for name, message in FOREIGN:
        if name in names:
            raise SpreadsheetError(message)
    if any("vbaproject" in name for name in names):
        raise SpreadsheetError(MACROS)
    if not names & {"content.xml", "[content_types].xml"}:
        raise SpreadsheetError(UNKNOWN_ARCHIVE)


def _is_xml(name: str, part: bytes) -> bool:
    """Pictures and printer settings are left out; a mimetype tells an ODS from other archives."""
    return name == "mimetype" or name.lower().endswith((".xml", ".rels")) or part[:1] == b"<"


def _check_part(name: str, part: bytes) -> None:
    if b"\0" in part or b"<!DOCTYPE" in part or b"<!ENTITY" in part:
        raise SpreadsheetError(DAMAGED)
    if name == "content.xml":
        _OdsCorner().read(part)
    elif UNUSUAL_CELL.search(part):
        _XlsxCorner().read(part)


class _Corner:
    """The farthest cell with a value, found by walking the XML without keeping it."""

    def __init__(self) -> None:
        self.row = self.column = 0

    def read(self, part: bytes) -> None:
        parser = expat.ParserCreate()
        parser.StartElementHandler = self.start
        parser.Parse(part, True)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        raise NotImplementedError

    def found(self) -> None:
        if self.row > MAX_SHEET_ROWS or self.column > MAX_COLUMNS:
            raise SpreadsheetError(TOO_FAR)


class _XlsxCorner(_Corner):
    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        if local == "row":
            self.row, self.column = int(attributes.get("r") or self.row + 1), 0
        elif local == "c":
            self._move(attributes.get("r"))
        elif local in ("v", "is", "f"):
            self.found()

    def _move(self, address: str | None) -> None:
        if address is None:
            self.column += 1
            return
        match = ADDRESS.fullmatch(address)
        if match is None:
            raise SpreadsheetError(DAMAGED)
        self.column, self.row = _column_number(match[1]), int(match[2])


class _OdsCorner(_Corner):
    """ODS repeats rows and cells by a number, so one short line may stand for a million."""

    def __init__(self) -> None:
        super().__init__()
        self.far_row = self.far_column = self.area = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        if local == "table":
            self.area += self.far_row * self.far_column
            self.row = self.far_row = self.far_column = 0
        elif local == "table-row":
            self.row += _repeated(attributes, "number-rows-repeated")
            self.column = 0
        elif local in ("table-cell", "covered-table-cell"):
            self._cell(attributes)
        elif local == "p":
            self.found()

    def _cell(self, attributes: dict[str, str]) -> None:
        self.column += _repeated(attributes, "number-columns-repeated")
        if any(key.endswith(("value-type", "formula", "value")) for key in attributes):
            self.found()

    def found(self) -> None:
        super().found()
        self.far_row = max(self.far_row, self.row)
        self.far_column = max(self.far_column, self.column)
        if self.area + self.far_row * self.far_column > MAX_CELLS:
            raise SpreadsheetError(TOO_LARGE_INSIDE)


def _repeated(attributes: dict[str, str], name: str) -> int:
    values: list[Any] = [value for key, value in attributes.items() if key.endswith(name)]
    count = int(values[0]) if values else 1
    if not 0 < count <= 1_048_576:
        raise SpreadsheetError(TOO_FAR)
    return count


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _repack(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name), part)
    return buffer.getvalue()
