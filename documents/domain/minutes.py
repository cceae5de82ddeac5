"""The course of a meeting as the secretary types it: questions, who spoke, decisions, votes.

# О Положении о наставничестве; Соколова А. И.
Слушали: Соколову А. И. о проекте Положения.
Выступили: Громов П. А. – о сроках.
Решили:
- Принять Положение.
Голосовали: за 31, против 0, воздержались 1
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from documents.domain.clauses import SUBCLAUSE
from documents.domain.row_lines import DIVIDER, SECTION, LineError

PART = re.compile(r"^(слушали|выступили|решили|постановили|голосовали)\s*:\s*(.*)$", re.IGNORECASE)
VOTE = re.compile(r"(за|против|воздержал\w*)\W*(\d{1,6})\b", re.IGNORECASE)
UNANIMOUS = "единогласно"
SAMPLE = "«за 31, против 0, воздержались 1» или «единогласно»"


@dataclass(frozen=True, slots=True)
class Votes:
    yes: int
    no: int
    abstained: int

    @property
    def total(self) -> int:
        return self.yes + self.no + self.abstained


@dataclass(slots=True)
class Item:
    """A question of the agenda. ``votes`` is None while they are not counted."""

    question: str
    reporter: str = ""
    heard: list[str] = field(default_factory=list)
    spoke: list[str] | None = None
    decided: list[str] = field(default_factory=list)
    votes: Votes | None = None
    has_vote: bool = False


def parse_minutes(text: str, present: int) -> tuple[Item, ...]:
    """``present`` is how many may vote; 0 while nobody has counted them.

    Raises LineError for a line outside a question, for votes that cannot be read and for more
    votes than people.
    """
    items: list[Item] = []
    part = ""
    for number, line in _lines(text):
        if line.startswith(SECTION):
            items.append(_item(line))
            part = ""
            continue
        if not items:
            raise LineError(f"Строка {number}: начните вопрос повестки со знака «#».")
        part, words = _part_of(line, part, number)
        _add(items[-1], part, words, number, present)
    return tuple(items)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            yield number, line.strip()


def _item(line: str) -> Item:
    question, _, reporter = line.lstrip(SECTION).partition(DIVIDER)
    return Item(question.strip(), reporter.strip())


def _part_of(line: str, part: str, number: int) -> tuple[str, str]:
    """The part that a line opens, or the open one that it goes on."""
    found = PART.match(line)
    if found:
        return found[1].casefold(), found[2].strip()
    if not part:
        raise LineError(
            f"Строка {number}: сначала напишите «Слушали:», «Выступили:», «Решили:» "
            "или «Голосовали:»."
        )
    return part, SUBCLAUSE.sub("", line).strip()


def _add(item: Item, part: str, words: str, number: int, present: int) -> None:
    if part == "голосовали":
        item.has_vote = True
        item.votes = parse_votes(words, number, present) if words else item.votes
    elif part == "выступили":
        item.spoke = [*(item.spoke or []), *filter(None, [words])]
    else:
        target = item.heard if part == "слушали" else item.decided
        target.extend(filter(None, [words]))


def parse_votes(words: str, number: int, present: int) -> Votes:
    """Raises LineError, as ``parse_minutes`` does, for the line ``number``."""
    if words.casefold().strip(" .") == UNANIMOUS:
        return Votes(present, 0, 0)
    counted = [(name.casefold()[:4], int(votes)) for name, votes in VOTE.findall(words)]
    if sorted(name for name, _votes in counted) != ["возд", "за", "прот"]:
        raise LineError(f"Строка {number}: голоса записывают так: {SAMPLE}.")
    of = dict(counted)
    votes = Votes(of["за"], of["прот"], of["возд"])
    if present and votes.total > present:
        raise LineError(
            f"Строка {number}: голосов {votes.total}, а присутствовало {present}. Проверьте счёт."
        )
    return votes
