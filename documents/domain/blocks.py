"""What a paper is made of: one page of blocks that HTML, PDF, DOCX and XLSX all print alike.

A kind of paper composes a ``Page``; the renderers know nothing about the school. Every field is a
plain value, so that ``page_json`` can keep a registered paper and print it again unchanged.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, TypeAlias

from documents.domain.form_blocks import (
    BLANK_DAY,
    Answer,
    Banner,
    Choice,
    Parties,
    QrCode,
    SignLine,
)
from mentoring_portal.shared.dates import long_date, short_date

Align: TypeAlias = Literal["left", "center", "right", "justify"]
Cell: TypeAlias = str | int | float | Decimal | date | None
# A row that is one text is a section of the table and takes all its columns.
Row: TypeAlias = tuple[Cell, ...] | str

NO_DATA = "Нет данных"
BLANK_DATE = BLANK_DAY
BLANK_NUMBER = "________"


def cell_text(cell: Cell) -> str:
    """A cell as Russians print it: 12.11.2026, 12,5."""
    if isinstance(cell, date):
        return short_date(cell)
    if isinstance(cell, float | Decimal):
        return str(cell).replace(".", ",")
    return "" if cell is None else str(cell)


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The organization that issues the paper; ``details`` are its address, phone and codes."""

    lines: tuple[str, ...]
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KindLine:
    text: str


@dataclass(frozen=True, slots=True)
class DateNumber:
    """Date, number and place; what is not known yet is printed as a blank to fill in by hand."""

    day: date | None = None
    number: str = ""
    place: str = ""

    @property
    def day_text(self) -> str:
        return long_date(self.day) if self.day else BLANK_DATE

    @property
    def number_text(self) -> str:
        return f"№\u00a0{self.number or BLANK_NUMBER}"


@dataclass(frozen=True, slots=True)
class Title:
    """«О формировании …» at the left margin, or centered for registers and reports."""

    text: str
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Heading:
    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Para:
    text: str
    bold: bool = False
    italic: bool = False
    align: Align = "justify"
    indent: bool = True


@dataclass(frozen=True, slots=True)
class Command:
    """«ПРИКАЗЫВАЮ:» on its own line, letter-spaced, never the last line of a sheet."""

    text: str = "ПРИКАЗЫВАЮ:"


@dataclass(frozen=True, slots=True)
class Clause:
    """A numbered clause: number «2», level 1; its subclause: number «2.1», level 2; or a dash."""

    number: str
    text: str
    level: int = 1

    @property
    def label(self) -> str:
        return f"{self.number}." if self.number[-1:].isdigit() else self.number


@dataclass(frozen=True, slots=True)
class KeyValues:
    """Label and value side by side: «Председатель» – «И. И. Иванов»."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Note:
    text: str


@dataclass(frozen=True, slots=True)
class Column:
    """``share`` weighs the width against the other columns; all zero means «by the content».

    Neighbors with the same ``group`` stand under one common title.
    """

    title: str
    share: int = 0
    align: Align = "left"
    group: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """``totals`` is how many of the last rows are sums and print in bold."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...] = ()
    caption: str = ""
    totals: int = 0

    @property
    def table(self) -> "Table":
        """A block with a table inside has one, too."""
        return self


@dataclass(frozen=True, slots=True)
class Signature:
    post: str
    name: str


@dataclass(frozen=True, slots=True)
class Stamps:
    """«УТВЕРЖДЕНО …» at the top right, «ПРИНЯТО …» at the top left."""

    right: tuple[str, ...]
    left: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """The sheet that the people named in an order sign: rows of (full name, post)."""

    rows: tuple[tuple[str, str], ...]
    caption: str = "С приказом ознакомлены:"

    @property
    def table(self) -> Table:
        columns = (
            Column("№ п/п", 6, "center"),
            Column("Фамилия, имя, отчество", 31),
            Column("Должность", 34),
            Column("Дата", 13),
            Column("Подпись", 16),
        )
        rows = tuple((n, name, post, "", "") for n, (name, post) in enumerate(self.rows, 1))
        return Table(columns, rows, self.caption)


@dataclass(frozen=True, slots=True)
class PageBreak:
    pass


@dataclass(frozen=True, slots=True)
class Annex:
    """Starts on a new sheet with «Приложение 1 / к приказу от … № …» at the top right."""

    head: tuple[str, ...]
    title: str = ""
    landscape: bool = False


Block: TypeAlias = (
    Letterhead
    | KindLine
    | DateNumber
    | Title
    | Heading
    | Para
    | Command
    | Clause
    | KeyValues
    | Note
    | Table
    | Signature
    | Stamps
    | Acquaintance
    | PageBreak
    | Annex
    | Parties
    | SignLine
    | Answer
    | Choice
    | Banner
    | QrCode
)


@dataclass(frozen=True, slots=True)
class Page:
    """A whole paper; ``title`` names the file and ``organization`` is its author."""

    title: str
    blocks: tuple[Block, ...]
    organization: str = ""
    landscape: bool = False

    @property
    def day(self) -> date | None:
        """The date of the paper: that of its first date line."""
        return next((block.day for block in self.blocks if isinstance(block, DateNumber)), None)
