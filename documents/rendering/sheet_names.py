"""Names of a workbook's sheets: what stands on them, as Excel allows it."""

import re
from dataclasses import dataclass, field

from documents.domain.blocks import Acquaintance, Annex, Block, Heading, KindLine, Page, Table
from documents.domain.sections import Section

LONGEST_NAME = 31
FORBIDDEN = re.compile(r"[\[\]:*?/\\\n\t]+")
# What a cut leaves hanging: «Положение о наставничестве в».
HANGING = re.compile(r"(?:[\s–,.:;№-]+|\s(?:в|во|и|к|ко|на|о|об|от|по|с|со|у|за|из|для|при|до))+$")
UNCLOSED = re.compile(r"\s*(?:\([^)]*|«[^»]*)$")
NUMBER = re.compile(r"^[\d.]+\s+")
ANNEX_NUMBER = re.compile(r"^Приложение\s+(?:№\s*)?(\d+)")


@dataclass(slots=True)
class Names:
    """Short, clean, each only once in any case of letters."""

    taken: set[str] = field(default_factory=set)

    def take(self, wish: str) -> str:
        clean = " ".join(FORBIDDEN.sub(" ", wish).split()).strip("'") or "Лист"
        name, number = shortened(clean, LONGEST_NAME), 1
        while name.casefold() in self.taken:
            number += 1
            ending = f" ({number})"
            name = shortened(clean, LONGEST_NAME - len(ending)) + ending
        self.taken.add(name.casefold())
        return name


def shortened(name: str, longest: int) -> str:
    """Whole words of it, as far as they fit."""
    if len(name) <= longest:
        return name
    words = name[: longest + 1].rpartition(" ")[0]
    return HANGING.sub("", UNCLOSED.sub("", words)) or name[:longest].strip()


def section_name(section: Section, page: Page) -> str:
    for block in section.blocks:
        if isinstance(block, Annex):
            return _annex_name(block)
        if isinstance(block, KindLine):
            return block.text.capitalize()
    return page.title


def _annex_name(annex: Annex) -> str:
    head = next(iter(annex.head), "")
    number = ANNEX_NUMBER.match(head)
    if not annex.title:
        return head
    return f"Прил. {number[1]}. {annex.title}" if number else annex.title


def topic(block: Block) -> str:
    """What the next table is about."""
    if isinstance(block, Heading):
        return NUMBER.sub("", block.text)
    return block.title if isinstance(block, Annex) else ""


def table_name(block: Table | Acquaintance, about: str) -> str:
    if isinstance(block, Acquaintance):
        return "Лист ознакомления"
    return block.caption or about or _first_title(block)


def _first_title(table: Table) -> str:
    """Of the first column that has words: «№ п/п» says nothing."""
    titles = (column.title for column in table.columns if not column.title.startswith("№"))
    return next(titles, "Таблица")
