"""Drafts of acts in tests, and what stands on their pages."""

from documents.domain.blocks import Clause, Heading, KeyValues, Para, Stamps, Table
from documents.services.files import page_of
from documents.services.paper import draft_paper


def draft(program, code, subject=None, **values):
    return draft_paper(program=program, code=code, by=None, subject=subject, values=values)


def blocks(document, kind):
    return [block for block in page_of(document).blocks if isinstance(block, kind)]


def stamps(document):
    return blocks(document, Stamps)[0]


def headings(document):
    return [block.text for block in blocks(document, Heading)]


def paras(document):
    return [block.text for block in blocks(document, Para)]


def clauses(document):
    return [(block.number, block.text) for block in blocks(document, Clause)]


def table(document, at=0):
    return blocks(document, Table)[at]


def card(document, at=0):
    return dict(blocks(document, KeyValues)[at].pairs)
