"""Why somebody was left without a pair: the true reason, in words for the curator."""

from collections.abc import Iterator

import numpy as np

from mentoring_portal.shared.plurals import counted, plural
from pairs.domain.facts import MenteeFacts, MentorFacts, Unmatched
from pairs.domain.score_table import Mask, ScoreTable
from pairs.domain.scoring import age_gap
from pairs.domain.wording import age_words, form_title, role_title, years

NEAR = "Подходящие по форме и возрасту {}"
VETOES = {
    "same": "Наставник и наставляемый – один и тот же человек",
    "led": f"{NEAR}, с которыми пара уже есть",
    "banned": f"{NEAR}, пару с которыми запретил куратор",
    "broken": f"{NEAR}, с которыми пара уже не сложилась",
}
Line = int | tuple[slice, int]


class Shortage:
    """Reads a finished distribution backwards; ``pairs`` are rows and columns of the table."""

    def __init__(self, table: ScoreTable, pairs: tuple[tuple[int, int], ...]) -> None:
        self._table = table
        self._allowed = table.allowed
        self._places = np.array([mentor.seats for mentor in table.mentors], np.int64)
        self._capped = np.array([mentor.seats < mentor.places for mentor in table.mentors], bool)
        self._served = {row for row, _column in pairs}
        self._busy = {column for _row, column in pairs}
        self._contests: dict[bytes, int] = {}

    def unmatched(self) -> Iterator[Unmatched]:
        for row, mentee in enumerate(self._table.mentees):
            if row not in self._served and not mentee.mentors:
                yield Unmatched("mentee", mentee.id, tuple(self._of_mentee(row, mentee)))
        for column, mentor in enumerate(self._table.mentors):
            if column not in self._busy and not mentor.is_busy:
                yield Unmatched("mentor", mentor.id, tuple(self._of_mentor(column, mentor)))

    def _of_mentee(self, row: int, mentee: MenteeFacts) -> list[str]:
        if not self._table.mentors:
            return ["В программе нет ни одного наставника"]
        of_form = self._table.form_fits[row]
        if not of_form.any():
            return [f"Нет ни одного наставника формы {form_title(mentee.form)}"]
        of_form = of_form & self._table.role_fits[row]
        if not of_form.any():
            return [f"Нет ни одного наставника с ролевой моделью {role_title(mentee.role_model)}"]
        suitable = self._allowed[row] & (self._places > 0)
        if suitable.any():
            return [self._all_taken(suitable)]
        return list(self._barred(row, mentee, of_form))

    def _all_taken(self, suitable: Mask) -> str:
        mentors, places = int(suitable.sum()), int(self._places[suitable].sum())
        rivals = self._contest(suitable)
        capped = ", размер группы ограничен" if self._capped[suitable].any() else ""
        return (
            f"{plural(mentors, 'Подходит', 'Подходят', 'Подходят')} "
            f"{counted(mentors, 'наставник', 'наставника', 'наставников')}, "
            f"но все места ({places}{capped}) заняты другими: "
            f"на них {counted(rivals, 'претендент', 'претендента', 'претендентов')}"
        )

    def _contest(self, suitable: Mask) -> int:
        """How many mentees these mentors would suit; many ask about the same mentors."""
        key = np.packbits(suitable).tobytes()
        if key not in self._contests:
            rivals = self._allowed[:, suitable].any(axis=1)
            self._contests[key] = int(rivals.sum())
        return self._contests[key]

    def _barred(self, row: int, mentee: MenteeFacts, of_form: Mask) -> Iterator[str]:
        """Every mentor of the form falls under one cause."""
        too_far = of_form & ~self._table.age_fits[row]
        too_young = of_form & ~too_far & ~self._table.elder_fits[row]
        near = of_form & ~too_far & ~too_young
        if too_far.any() and mentee.age is not None:
            yield self._too_far(np.flatnonzero(too_far).tolist(), mentee.age)
        if too_young.any():
            yield f"Наставники, которые недостаточно старше: {too_young.sum()}"
        full = near.copy()
        for cause, who in self._vetoed(near, row):
            full &= ~who
            yield f"{VETOES[cause].format('наставники')}: {who.sum()}"
        if full.any():
            yield f"Подходящие по форме и возрасту наставники без свободных мест: {full.sum()}"

    def _vetoed(self, near: Mask, line: Line) -> Iterator[tuple[str, Mask]]:
        """Of ``near`` people of one row or column those under each veto, the first that applies."""
        for cause, mask in self._table.vetoes.items():
            who = near & mask[line]
            near = near & ~who
            if who.any():
                yield cause, who

    def _too_far(self, columns: list[int], age: int) -> str:
        mentors = [self._table.mentors[column] for column in columns]
        nearest = min(mentors, key=lambda mentor: (age_gap(mentor, age), mentor.id))
        whom = counted(len(mentors), "наставнику", "наставникам", "наставникам")
        return f"Возраст {years(age)} не подходит {whom}; ближайший желаемый – {age_words(nearest)}"

    def _of_mentor(self, column: int, mentor: MentorFacts) -> list[str]:
        if mentor.places <= 0:
            return ["Свободных мест нет"]
        if not self._table.mentees:
            return ["Нет ни одного наставляемого без пары"]
        of_form = self._table.form_fits[:, column]
        if not of_form.any():
            return [f"Нет наставляемых формы {_forms(mentor)}"]
        of_form = of_form & self._table.role_fits[:, column]
        if not of_form.any():
            return ["Нет наставляемых с ролевыми моделями наставника"]
        suitable = int(self._allowed[:, column].sum())
        if suitable:
            return [f"Подходящие наставляемые ({suitable}) распределены к другим наставникам"]
        return list(self._barred_mentor(column, mentor, of_form))

    def _barred_mentor(self, column: int, mentor: MentorFacts, of_form: Mask) -> Iterator[str]:
        too_far = of_form & ~self._table.age_fits[:, column]
        too_young = of_form & ~too_far & ~self._table.elder_fits[:, column]
        if too_far.any():
            whom = counted(int(too_far.sum()), "наставляемого", "наставляемых", "наставляемых")
            yield f"Возраст {whom} далёк от желаемого ({age_words(mentor)})"
        if too_young.any():
            yield f"Наставляемые, которых наставник недостаточно старше: {too_young.sum()}"
        near = of_form & ~too_far & ~too_young
        for cause, who in self._vetoed(near, np.s_[:, column]):
            yield f"{VETOES[cause].format('наставляемые')}: {who.sum()}"


def _forms(mentor: MentorFacts) -> str:
    return ", ".join(form_title(code) for code in sorted(mentor.forms))
