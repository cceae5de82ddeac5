"""Which papers may be attached to a roadmap row: known kinds, judged by name and by content."""

from pathlib import PurePath

MAX_BYTES = 10 * 1024 * 1024
ZIP = b"PK\x03\x04"
BEGINNINGS = {
    ".pdf": b"%PDF",
    ".docx": ZIP,
    ".xlsx": ZIP,
    ".odt": ZIP,
    ".ods": ZIP,
    ".jpg": b"\xff\xd8\xff",
    ".jpeg": b"\xff\xd8\xff",
    ".png": b"\x89PNG",
}
KINDS = "PDF, DOCX, XLSX, ODT, ODS, JPG или PNG"
HINT = f"Не больше 10 МБ: {KINDS}."


def extension(name: str) -> str:
    return PurePath(name).suffix.lower()


def problem(name: str, size: int, beginning: bytes) -> str:
    """Why the file is refused and how to mend it; empty when it is welcome."""
    expected = BEGINNINGS.get(extension(name))
    if expected is None:
        return f"Файлы такого вида не принимаются. Сохраните его как {KINDS}."
    if size == 0:
        return "Файл пуст. Проверьте, что он сохранён, и выберите его снова."
    if size > MAX_BYTES:
        return "Файл больше 10 МБ. Уменьшите его или разделите на части."
    if not beginning.startswith(expected):
        return "Содержимое файла не соответствует его имени. Сохраните файл заново."
    return ""


def titled(title: str, name: str) -> str:
    """The title that people see and download: their words with the extension of the file."""
    words = title.strip() or PurePath(name).stem
    return words.removesuffix(extension(name))[:190] + extension(name)
