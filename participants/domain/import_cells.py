"""The cells of one row by field code, with the mistakes and doubts found in them."""

from collections.abc import Mapping, Sequence
from typing import Any

from participants.domain.import_values import Reading, cell_text

LONGEST = {
    "workplace": 300,
    "position": 200,
    "preferred_age": 100,
    "time_resource": 200,
    "case_link": 500,
    "phone": 50,
    "email": 254,
    "free_days": 60,
    "free_hours": 100,
}
LONGEST_TEXT = 10_000
SURELY_SHORT = min(LONGEST.values())


class RowCells:
    """Reads one row; ``errors`` and ``warnings`` are pairs of field code and sentence.

    Most cells of a base are empty, so only the filled ones are kept.
    """

    def __init__(self, row: Sequence[Any], columns: Mapping[str, int]) -> None:
        width = len(row)
        self.columns = columns
        self.cells: dict[str, Any] = {
            code: row[index]
            for code, index in columns.items()
            if index < width and row[index] not in ("", None)
        }
        self.texts = {code: cell_text(cell) for code, cell in self.cells.items()}
        self.errors: list[tuple[str, str]] = []
        self.warnings: list[tuple[str, str]] = []

    def error(self, code: str, message: str) -> None:
        self.errors.append((code, message))

    def warn(self, code: str, message: str) -> None:
        self.warnings.append((code, message))

    def cell(self, code: str) -> Any:
        return self.cells.get(code, "")

    def text(self, code: str) -> str:
        return self.texts.get(code, "")

    def line(self, code: str) -> str:
        """The text with its spaces put in order."""
        text = self.texts.get(code)
        return " ".join(text.split()) if text else ""

    def words(self, code: str, field: str = "") -> str:
        """The text of a column; longer than its place is an error, never cut."""
        text = self.texts.get(code)
        if not text:
            return ""
        if len(text) > SURELY_SHORT:
            self._check_length(text, code, LONGEST.get(field or code, LONGEST_TEXT))
        return text.strip()

    def _check_length(self, text: str, code: str, limit: int) -> None:
        if len(text) > limit:
            self.error(code, f"Текст длиннее {limit} знаков. Сократите его.")

    def taken(self, code: str, reading: Reading[Any]) -> Any:
        if reading.error:
            self.error(code, reading.error)
        if reading.warning:
            self.warn(code, reading.warning)
        return reading.value
