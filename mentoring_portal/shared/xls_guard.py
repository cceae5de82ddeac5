"""The guard of old XLS files: what the container holds, before a reader opens it."""

from mentoring_portal.shared.spreadsheet_guard import PROTECTED, SpreadsheetError

NOT_A_TABLE = "Это не таблица Excel. Загрузите файл XLSX, XLS, ODS или CSV."


def _stream_name(name: str) -> bytes:
    return name.encode("utf-16-le")


def check_xls(data: bytes) -> None:
    """Encrypted XLSX files live in the same kind of container as old XLS books."""
    if _stream_name("EncryptedPackage") in data:
        raise SpreadsheetError(PROTECTED)
    if not any(_stream_name(name) in data for name in ("Workbook", "Book")):
        raise SpreadsheetError(NOT_A_TABLE)
