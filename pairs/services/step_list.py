"""The steps of the draft as a list: what was done, by whom, what it reached."""

from dataclasses import dataclass

from pairs.models import Matching
from pairs.services.comparison import People, people_in
from pairs.services.draft import Worth
from pairs.services.step_words import best_words, keys_in, names_of, told
from programs.models import Program


@dataclass(frozen=True)
class StepLine:
    matching: Matching
    words: str
    is_current: bool

    @property
    def worth(self) -> Worth | None:
        found = self.matching.snapshot.get("worth")
        return Worth(*found) if found else None

    @property
    def people(self) -> People:
        """As the matching page counts them: a second mentor of somebody paired counts, too."""
        return people_in(self.matching)

    @property
    def best(self) -> str:
        """How the sum stands to that of the best draft."""
        worth = self.worth
        return best_words(worth, Worth(*self.matching.snapshot["best"])) if worth else ""


def step_list(program: Program) -> list[StepLine]:
    """The latest first; a constant number of queries."""
    rows = list(program.matchings.select_related("created_by__person"))
    names = names_of({mark for row in rows for mark in keys_in(row.note)})
    return [
        StepLine(row, words_of(row, names), is_current=number == 0)
        for number, row in enumerate(rows)
    ]


def words_of(matching: Matching, names: dict[str, str]) -> str:
    said = told(matching.note, names)
    if not said:
        return matching.get_step_display()
    is_run = matching.step == matching._meta.get_field("step").default
    return f"{matching.get_step_display()}: {said}" if is_run else said


def words_now(matching: Matching | None) -> str:
    """What «отменить» would take back."""
    return words_of(matching, names_of(keys_in(matching.note))) if matching else ""
