"""Which sheets a paper becomes in a workbook: its text first, then a sheet for each table."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from documents.domain.blocks import (
    Acquaintance,
    Annex,
    Block,
    KindLine,
    Note,
    Page,
    Table,
)
from documents.domain.form_blocks import QrCode
from documents.domain.sections import Section, sections

LONGEST_NAME = 31
# Fewer columns have no room for a signature beside its post.
FEWEST_COLUMNS = 4
FORBIDDEN = re.compile(r"[\[\]:*?/\\\n\t]+")


@dataclass(frozen=True, slots=True)
class Sheet:
    """Texts above, at most one table, texts below."""

    name: str
    landscape: bool
    above: tuple[Block, ...] = ()
    table: Table | None = None
    below: tuple[Block, ...] = ()
    code: QrCode | None = None


@dataclass(slots=True)
class Names:
    """Sheet names as Excel allows them: short, clean, each only once in any case of letters."""

    taken: set[str] = field(default_factory=set)

    def take(self, wish: str) -> str:
        clean = " ".join(FORBIDDEN.sub(" ", wish).split()).strip("'") or "Лист"
        name, number = clean[:LONGEST_NAME].strip(), 1
        while name.casefold() in self.taken:
            number += 1
            ending = f" ({number})"
            name = clean[: LONGEST_NAME - len(ending)].strip() + ending
        self.taken.add(name.casefold())
        return name


def plan(page: Page) -> list[Sheet]:
    names = Names()
    code = next((block for block in page.blocks if isinstance(block, QrCode)), None)
    page = replace(page, blocks=tuple(b for b in page.blocks if not isinstance(b, QrCode)))
    first, *others = (
        sheet for section in sections(page) for sheet in _section_sheets(section, page, names)
    )
    return [replace(first, code=code), *others]


def _section_sheets(section: Section, page: Page, names: Names) -> Iterator[Sheet]:
    tables = [block for block in section.blocks if isinstance(block, Table)]
    name = names.take(_section_name(section, page))
    if len(tables) == 1 and _may_share(section, tables[0]):
        place = section.blocks.index(tables[0])
        above, own = _without_tables(section.blocks[:place], section, names)
        below, more = _without_tables(section.blocks[place + 1 :], section, names)
        yield Sheet(name, section.landscape, above, tables[0], below)
        yield from own + more
        return
    above, own = _without_tables(section.blocks, section, names)
    yield Sheet(name, section.landscape, above)
    yield from own


def _may_share(section: Section, table: Table) -> bool:
    """Little text stands around the table of an annex or a register: one sheet holds both."""
    if len(section.blocks) == 1:
        return True
    apart = section.landscape or isinstance(section.blocks[0], Annex)
    return apart and len(table.columns) >= FEWEST_COLUMNS


def _section_name(section: Section, page: Page) -> str:
    for block in section.blocks:
        if isinstance(block, Annex):
            return next(iter(block.head), "") or block.title
        if isinstance(block, KindLine):
            return block.text.capitalize()
    return page.title


def _without_tables(
    blocks: tuple[Block, ...], section: Section, names: Names
) -> tuple[tuple[Block, ...], list[Sheet]]:
    """The texts with a pointer in the place of each table, and the sheets pointed to."""
    texts: list[Block] = []
    own: list[Sheet] = []
    for block in blocks:
        if not isinstance(block, Table | Acquaintance):
            texts.append(block)
            continue
        name = names.take(_table_name(block))
        table = block.table if isinstance(block, Acquaintance) else block
        texts.append(Note(f"Таблица – на листе «{name}»"))
        own.append(Sheet(name, section.landscape, table=table))
    return tuple(texts), own


def _table_name(block: Table | Acquaintance) -> str:
    return "Лист ознакомления" if isinstance(block, Acquaintance) else block.caption or "Таблица"
