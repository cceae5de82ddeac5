"""Parts of a paper that share sheets of one orientation."""

from collections.abc import Iterator
from dataclasses import dataclass

from documents.domain.blocks import Annex, Block, Page


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks that share sheets of one orientation; an annex opens its own section."""

    landscape: bool
    blocks: tuple[Block, ...]


def sections(page: Page) -> Iterator[Section]:
    landscape = page.landscape
    blocks: list[Block] = []
    for block in page.blocks:
        if isinstance(block, Annex):
            if blocks:
                yield Section(landscape, tuple(blocks))
            landscape, blocks = block.landscape, []
        blocks.append(block)
    yield Section(landscape, tuple(blocks))
