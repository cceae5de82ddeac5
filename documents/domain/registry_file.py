"""The registry of mentors as a file for the education authority: out of the order as it stood."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

from documents.domain.blocks import Annex, Page, Table, cell_text

NUMBER, NAME = "№ п/п", "Фамилия, имя, отчество"
PLACE, FORM = "Должность, класс или место работы", "Форма наставничества"
# A minimum of personal data: who, from where, in which form. The rest stays with the school.
SENT = (NUMBER, NAME, PLACE, FORM)
FORMULA = ("=", "+", "-", "@", "\t")


@dataclass(frozen=True)
class RegistrySheet:
    """``head`` are the lines above the table."""

    head: tuple[str, ...]
    titles: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def labeled(self) -> list[list[tuple[str, str]]]:
        """Rows of (title, cell): on a phone each row is a card."""
        return [list(zip(self.titles, row, strict=True)) for row in self.rows]

    @property
    def names(self) -> list[str]:
        return [row[self.titles.index(NAME)] for row in self.rows]


def registry_sheet(page: Page, head: Sequence[str]) -> RegistrySheet | None:
    """Exactly the people of the annex; None for a page that has no such table."""
    table = annexed(page)
    if table is None:
        return None
    titles = [column.title for column in table.columns]
    kept = [titles.index(title) for title in SENT if title in titles]
    rows = (row for row in table.rows if not isinstance(row, str))
    return RegistrySheet(
        head=tuple(head),
        titles=tuple(titles[index] for index in kept),
        rows=tuple(tuple(cell_text(row[index]) for index in kept) for row in rows),
    )


def annexed(page: Page) -> Table | None:
    """The first table of the annex that lists people by name."""
    after = False
    for block in page.blocks:
        after = after or isinstance(block, Annex)
        if after and isinstance(block, Table) and NAME in [one.title for one in block.columns]:
            return block
    return None


def to_csv(sheet: RegistrySheet) -> bytes:
    """As Russian Excel opens it: semicolons, UTF-8 with its mark, no cell that would compute."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerows([line] for line in sheet.head)
    writer.writerow(sheet.titles)
    writer.writerows([plain(cell) for cell in row] for row in sheet.rows)
    return out.getvalue().encode("utf-8-sig")


def plain(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell
