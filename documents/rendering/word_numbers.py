"""Real numbering for DOCX: whoever inserts a clause in a word processor renumbers the rest."""

import re
from dataclasses import dataclass, field

from documents.rendering.wordml import NAMESPACE

LEVELS = 4
FIRST_LIST = 1
TYPED = re.compile(r"(\d{1,3}(?:\.\d{1,3})*)\.\s+(?=\S)")
DASH = "–"
# The indents of a list win over those of the style: both must say the same.
RED_LINE = '<w:pPr><w:ind w:left="0" w:firstLine="709"/></w:pPr>'
Path = tuple[int, ...]


def split_number(text: str) -> tuple[str, str]:
    """«1. Общие положения» → («1», «Общие положения»); no number, no first part."""
    match = TYPED.match(text)
    return (match[1], text[match.end() :]) if match else ("", text)


@dataclass(slots=True)
class Numbering:
    """Gives every number its place in a list, and writes the lists down.

    A number that does not follow its forerunner begins a list of its own, so that what is printed
    is always what the page says.
    """

    lists: list[str] = field(default_factory=list)
    reached: Path = ()
    clauses: int = 0
    dashes: int = 0

    def place(self, number: str) -> tuple[int, int] | None:
        """The list and its level; None for what stays a typed text, like «а)»."""
        if number == DASH:
            self.dashes = self.dashes or self._begin("bullet", (1,))
            return self.dashes, 0
        path = path_of(number)
        if not path:
            return None
        if not follows(self.reached, path):
            self.clauses = self._begin("decimal", path)
        self.reached = path
        return self.clauses, len(path) - 1

    def _begin(self, kind: str, starts: Path) -> int:
        identity = FIRST_LIST + len(self.lists)
        levels = (level_xml(at, kind, starts) for at in range(LEVELS))
        self.lists.append(
            f'<w:abstractNum {NAMESPACE} w:abstractNumId="{identity}">'
            f'<w:multiLevelType w:val="multilevel"/>{"".join(levels)}</w:abstractNum>'
        )
        return identity

    def uses(self) -> list[str]:
        """What paragraphs refer to: it must stand behind all the lists."""
        numbers = range(FIRST_LIST, FIRST_LIST + len(self.lists))
        return [
            f'<w:num {NAMESPACE} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
            for number in numbers
        ]


def path_of(number: str) -> Path:
    """«2.1» → (2, 1); empty for what is no number or lies too deep."""
    parts = number.split(".")
    short = len(parts) <= LEVELS and all(part.isdigit() and len(part) < 4 for part in parts)
    return tuple(map(int, parts)) if short else ()


def follows(reached: Path, path: Path) -> bool:
    """Whether a word processor would give ``path`` after ``reached`` by itself."""
    depth = len(path) - 1
    if len(reached) > depth:
        return path == (*reached[:depth], reached[depth] + 1)
    return len(reached) == depth and path == (*reached, 1) and depth > 0


def level_xml(at: int, kind: str, starts: Path) -> str:
    start = starts[at] if at < len(starts) else 1
    text = DASH if kind == "bullet" else "".join(f"%{upper + 1}." for upper in range(at + 1))
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>'
        f'<w:suff w:val="space"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f"{RED_LINE}</w:lvl>"
    )
