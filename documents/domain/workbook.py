"""A workbook as plain lines: the notation of articles, and «?» for a question with room below."""

from collections.abc import Iterator

from documents.domain.articles import parse_articles
from documents.domain.blocks import Block, Heading, Para
from documents.domain.form_blocks import Answer

QUESTION = "?"
ROOM = 2


def parse_workbook(text: str) -> tuple[Block | Answer, ...]:
    """The sections are numbered through the whole text; a question never parts with its lines."""
    return tuple(_blocks(text))


def _blocks(text: str) -> Iterator[Block | Answer]:
    marked = "\n".join(
        f"> {line.strip()}" if line.strip().startswith(QUESTION) else line
        for line in text.splitlines()
    )
    for block in parse_articles(marked):
        if isinstance(block, Para) and block.text.startswith(QUESTION):
            yield Heading(block.text.lstrip(QUESTION).strip(), 2)
            yield Answer(ROOM)
        else:
            yield block
