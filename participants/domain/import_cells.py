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
}
LONGEST_TEXT = 10_000


class RowCells:
    """Reads one row; ``errors`` and ``warnings`` are pairs of field code and sentence."""

    def __init__(self, row: Sequence[Any], columns: Mapping[str, int]) -> None:
        self.row = row
        self.columns = columns
        self.errors: list[tuple[str, str]] = []
        self.warnings: list[tuple[str, str]] = []

    def error(self, code: str, message: str) -> None:
        self.errors.append((code, message))

    def warn(self, code: str, message: str) -> None:
        self.warnings.append((code, message))

    def cell(self, code: str) -> Any:
        index = self.columns.get(code)
        return self.row[index] if index is not None and index < len(self.row) else ""

    def text(self, code: str) -> str:
        return cell_text(self.cell(code))

    def words(self, code: str, field: str = "") -> str:
        """The text of a column; longer than its place is an error, never cut."""
        text = self.text(code).strip()
        limit = LONGEST.get(field or code, LONGEST_TEXT)
        if len(text) > limit:
            self.error(code, f"Текст длиннее {limit} знаков. Сократите его.")
        return text

    def taken(self, code: str, reading: Reading[Any]) -> Any:
        if reading.error:
            self.error(code, reading.error)
        if reading.warning:
            self.warn(code, reading.warning)
        return reading.value
