"""What stands before the table reader: no archive reaches it that could exhaust the machine.

Two kilobytes can unpack to a gigabyte, and one value in the last cell of a sheet makes a reader
allocate the whole rectangle before it. Sizes are therefore measured while unpacking, and the
far corner of every sheet is known before the reader sees it. The reader is given a new archive
made of the parts that were checked, so it cannot understand the file differently.
"""

import io
import zipfile
from collections.abc import Sequence

from mentoring_portal.shared.sheet_corners import check_sheets
from mentoring_portal.shared.spreadsheet_errors import (
    DAMAGED,
    MACROS,
    MAX_PARTS,
    MAX_RATIO,
    MAX_UNPACKED_BYTES,
    PROTECTED,
    TOO_LARGE_INSIDE,
    UNKNOWN_ARCHIVE,
    SpreadsheetError,
    refusing_damage,
)

FOREIGN = (
    ("word/document.xml", "Это документ Word, а не таблица. Скопируйте таблицу в файл XLSX."),
    (
        "ppt/presentation.xml",
        "Это презентация, а не таблица. Загрузите файл XLSX или CSV.",
    ),
    ("xl/workbook.bin", "Формат XLSB не читается. Сохраните файл как XLSX и загрузите снова."),
)


def checked_archive(data: bytes) -> bytes:
    """The same workbook repacked from its checked XML parts, or a SpreadsheetError."""
    with refusing_damage():
        texts = checked_parts(data)
        check_sheets(texts.items())
        return _repack(texts)


def checked_parts(data: bytes, foreign: Sequence[tuple[str, str]] = FOREIGN) -> dict[str, bytes]:
    """XML parts of an office file, unpacked within the limits and free of entities."""
    with refusing_damage():
        parts = _unpack(data)
        _refuse_foreign(parts, foreign)
        texts = {name: part for name, part in parts.items() if _is_xml(name, part)}
        for part in texts.values():
            _check_part(part)
        return texts


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


def _refuse_foreign(parts: dict[str, bytes], foreign: Sequence[tuple[str, str]]) -> None:
    names = {name.lower() for name in parts}
    for name, message in foreign:
        if name in names:
            raise SpreadsheetError(message)
    if any("vbaproject" in name for name in names):
        raise SpreadsheetError(MACROS)
    if not names & {"content.xml", "[content_types].xml"}:
        raise SpreadsheetError(UNKNOWN_ARCHIVE)


def _is_xml(name: str, part: bytes) -> bool:
    """Pictures and printer settings are left out; a mimetype tells an ODS from other archives."""
    return name == "mimetype" or name.lower().endswith((".xml", ".rels")) or part[:1] == b"<"


def _check_part(part: bytes) -> None:
    if b"\0" in part or b"<!DOCTYPE" in part or b"<!ENTITY" in part:
        raise SpreadsheetError(DAMAGED)


def _repack(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name), part)
    return buffer.getvalue()
