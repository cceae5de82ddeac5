"""Limits of uploaded tables and the refusals that people read when a file breaks them."""

from collections.abc import Iterator
from contextlib import contextmanager

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
TOO_LARGE_INSIDE = "Файл слишком велик после распаковки. Оставьте в нём только лист с таблицей."
PROTECTED = "Файл защищён паролем. Снимите пароль и загрузите файл снова."
UNKNOWN_ARCHIVE = (
    "Это не таблица, а архив или документ другого вида. Загрузите файл XLSX, XLS, ODS или CSV."
)
MACROS = "В файле есть макросы. Сохраните его как обычную книгу XLSX и загрузите снова."
TOO_FAR = (
    f"Лист занимает больше {MAX_COLUMNS} столбцов или {MAX_SHEET_ROWS} строк. "
    "Удалите лишние ячейки за пределами таблицы и загрузите файл снова."
)


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
