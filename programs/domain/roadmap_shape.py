"""What a read roadmap is made of: sections, items and notes about rows of the file."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from programs.domain.roadmap import Term


@dataclass(frozen=True)
class Note:
    """``row`` and ``column`` are those that the person sees; zero and empty mean the whole file."""

    row: int
    column: str
    message: str


@dataclass(frozen=True)
class SectionRow:
    number: str
    title: str
    line: int
    grid: str


@dataclass
class ItemRow:
    """``section`` is an index in the sections or None; ``line`` is the row of the table."""

    section: int | None
    stage: str
    number: str
    title: str
    details: str
    term: Term
    responsible: str
    result: str
    line: int
    grid: str


@dataclass
class RoadmapRows:
    sections: list[SectionRow] = field(default_factory=list)
    items: list[ItemRow] = field(default_factory=list)
    errors: list[Note] = field(default_factory=list)
    warnings: list[Note] = field(default_factory=list)


@dataclass(frozen=True)
class Words:
    """Labels of the choices in lower case with their codes: the domain does not know the enums."""

    stages: Mapping[str, str]
    term_kinds: Mapping[str, str]
