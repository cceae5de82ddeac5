"""Which sheets a paper becomes in a workbook: its text first, then a sheet for each table."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from documents.domain.blocks import Acquaintance, Annex, Block, Note, Page, Table
from documents.domain.form_blocks import QrCode
from documents.domain.sections import Section, sections
from documents.rendering.sheet_names import Names, section_name, table_name, topic

# Fewer columns have no room for a signature beside its post.
FEWEST_COLUMNS = 4


@dataclass(frozen=True, slots=True)
class Sheet:
    """Texts above, at most one table, texts below."""

    name: str
    landscape: bool
    above: tuple[Block, ...] = ()
    table: Table | None = None
    below: tuple[Block, ...] = ()
    code: QrCode | None = None


def plan(page: Page) -> list[Sheet]:
    names = Names()
    code = next((block for block in page.blocks if isinstance(block, QrCode)), None)
    page = replace(page, blocks=tuple(b for b in page.blocks if not isinstance(b, QrCode)))
    first, *others = (
        sheet for section in sections(page) for sheet in _section_sheets(section, page, names)
    )
    return [replace(first, code=code), *others]


def _section_sheets(section: Section, page: Page, names: Names) -> Iterator[Sheet]:
    tables = _tables(section)
    name = names.take(section_name(section, page))
    if len(tables) == 1 and _may_share(section, tables[0].table):
        place = section.blocks.index(tables[0])
        above, own = _without_tables(section.blocks[:place], section, names)
        below, more = _without_tables(section.blocks[place + 1 :], section, names)
        yield Sheet(name, section.landscape, above, tables[0].table, below)
        yield from own + more
        return
    above, own = _without_tables(section.blocks, section, names)
    yield Sheet(name, section.landscape, above)
    yield from own


def _tables(section: Section) -> list[Table | Acquaintance]:
    """A sheet of acquaintance counts only where nothing else is to be read."""
    tables = [block for block in section.blocks if isinstance(block, Table)]
    return tables or [block for block in section.blocks if isinstance(block, Acquaintance)]


def _may_share(section: Section, table: Table) -> bool:
    """Little text stands around the table of an annex or a register: one sheet holds both."""
    if len(section.blocks) == 1:
        return True
    apart = section.landscape or isinstance(section.blocks[0], Annex)
    return apart and len(table.columns) >= FEWEST_COLUMNS


def _without_tables(
    blocks: tuple[Block, ...], section: Section, names: Names
) -> tuple[tuple[Block, ...], list[Sheet]]:
    """The texts with a pointer in the place of each table, and the sheets pointed to."""
    texts: list[Block] = []
    own: list[Sheet] = []
    about = ""
    for block in blocks:
        if not isinstance(block, Table | Acquaintance):
            texts.append(block)
            about = topic(block) or about
            continue
        name = names.take(table_name(block, about))
        about = ""
        texts.append(Note(f"Таблица – на листе «{name}»"))
        own.append(Sheet(name, section.landscape, table=block.table))
    return tuple(texts), own
