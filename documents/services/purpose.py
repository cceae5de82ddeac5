"""What a kind of paper is for: told before a paper of it is made."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from documents.enums import FileFormat
from documents.kinds.base import Kind
from documents.services.catalogue import shelf_titles

PURPOSES = Path(__file__).resolve().parent.parent / "presets" / "purposes" / "kinds.yaml"


@dataclass(frozen=True)
class Purpose:
    """``signer`` and ``time`` go on after a caption and have no full stop."""

    purpose: str
    signer: str
    time: str


@cache
def purposes() -> dict[str, Purpose]:
    rows = yaml.load(PURPOSES.read_text("utf-8"), Loader=yaml.CSafeLoader)
    return {code: Purpose(**row) for code, row in rows.items()}


def facts_of(kind: Kind) -> list[tuple[str, str]]:
    """(caption, words) of a kept paper: who signs it, when, at which stage, in which files."""
    known = purposes()[kind.code]
    return [
        ("Кто подписывает", known.signer),
        ("Когда составляют", known.time),
        ("Этап", shelf_titles()[kind.stage]),
        ("Файлы", ", ".join(FileFormat(one).label for one in kind.formats)),
    ]


def purpose_of(kind: Kind) -> str:
    return purposes()[kind.code].purpose
