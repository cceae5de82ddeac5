"""What the page says of a step: its note with names, its price."""

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from mentoring_portal.shared.plurals import counted
from participants.models import Mentee, Mentor

if TYPE_CHECKING:
    from pairs.services.steps import Change

GONE = "сведения удалены"
MARK = re.compile(r"\{([me]\d+)\}")


def pair_mark(key: tuple[int, int]) -> str:
    """A pair in a stored note: rows instead of names."""
    return f"{{m{key[0]}}} – {{e{key[1]}}}"


def keys_in(note: str) -> set[str]:
    return set(MARK.findall(note))


def told(note: str, names: Mapping[str, str]) -> str:
    return MARK.sub(lambda found: names.get(found[1], GONE), note)


def short_names(keys: Iterable[tuple[int, int]]) -> dict[str, str]:
    """«m12» → «Панин Г. О.» for pairs of rows; two queries."""
    keys = list(keys)
    return names_of({f"m{mentor}" for mentor, _ in keys} | {f"e{mentee}" for _, mentee in keys})


def names_of(marks: Iterable[str]) -> dict[str, str]:
    marks = list(marks)
    found = {}
    for letter, model in (("m", Mentor), ("e", Mentee)):
        keys = [int(mark[1:]) for mark in marks if mark[0] == letter]
        rows = model.objects.filter(pk__in=keys).select_related("person")
        found |= {f"{letter}{row.pk}": row.person.short_name for row in rows}
    return found


def counted_pairs(number: int) -> str:
    return counted(number, "пара", "пары", "пар")


def price(change: "Change") -> str:
    """«Сумма оценок 812 → 805, лучшая возможная 815.» and whoever won or lost a pair by it."""
    before, after, best = change.before, change.after, change.best
    if before == after:
        return f"Сумма оценок прежняя: {after.total}, {_best(change)}."
    said = f"Сумма оценок {before.total} → {after.total}, {_best(change)}."
    if before.mentees != after.mentees:
        said += f" Наставляемых с парой: {before.mentees} → {after.mentees}."
    if before.mentors != after.mentors:
        said += f" Наставников с парой: {before.mentors} → {after.mentors}."
    return (
        said if best.mentees <= after.mentees else f"{said} {_more(best.mentees - after.mentees)}"
    )


def _best(change: "Change") -> str:
    """A higher sum is bought with mentors left idle; then the aims stand beside the figure."""
    after, best = change.after, change.best
    if after.mentors == best.mentors or after.total <= best.total:
        return f"лучшая возможная {best.total}"
    mentors = counted(
        best.mentors, "занятом наставнике", "занятых наставниках", "занятых наставниках"
    )
    return f"у лучшего подбора {best.total} при {mentors}"


def _more(number: int) -> str:
    whom = counted(number, "наставляемому", "наставляемым", "наставляемым")
    return f"Подбор заново нашёл бы пару ещё {whom}."
