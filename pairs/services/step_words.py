"""What the page says of a step: its note with names, its price."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from mentoring_portal.shared.plurals import counted
from participants.models import Mentee, Mentor

if TYPE_CHECKING:
    from pairs.services.draft import Worth
    from pairs.services.steps import Change

GONE = "сведения удалены"
NAMED = 5
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


def first_named(lines: Sequence[str]) -> list[str]:
    """A message stays readable: the first pairs by name, then how many more."""
    rest = len(lines) - NAMED
    return [*lines[:NAMED], f"и ещё {counted_pairs(rest)}"] if rest > 0 else list(lines)


def price(change: "Change") -> str:
    """«Сумма оценок 812 → 805, лучшая возможная 815.» and whoever won or lost a pair by it."""
    before, after, best = change.before, change.after, change.best
    if before == after:
        return f"Сумма оценок прежняя: {after.total}, {best_words(after, best)}."
    said = f"Сумма оценок {before.total} → {after.total}, {best_words(after, best)}."
    if before.mentees != after.mentees:
        said += f" Наставляемых с парой: {before.mentees} → {after.mentees}."
    if before.mentors != after.mentors:
        said += f" Наставников с парой: {before.mentors} → {after.mentors}."
    return (
        said if best.mentees <= after.mentees else f"{said} {_more(best.mentees - after.mentees)}"
    )


def best_words(worth: "Worth", best: "Worth") -> str:
    """«лучшая возможная 815»; a figure that the sum is above says why it is the best."""
    if worth.total <= best.total:
        return f"лучшая возможная {best.total}"
    if worth[:2] >= best[:2]:
        return f"лучшая без нарушения правил {best.total}"
    return f"у лучшего подбора {best_figure(worth, best)}"


def best_figure(worth: "Worth", best: "Worth") -> str:
    """A higher sum is bought with people left out; then the aims stand beside the figure."""
    if worth.total <= best.total or worth[:2] >= best[:2]:
        return str(best.total)
    if best.mentees > worth.mentees:
        cases = ("наставляемом с парой", "наставляемых с парой", "наставляемых с парой")
        return f"{best.total} при {counted(best.mentees, *cases)}"
    cases = ("занятом наставнике", "занятых наставниках", "занятых наставниках")
    return f"{best.total} при {counted(best.mentors, *cases)}"


def _more(number: int) -> str:
    whom = counted(number, "наставляемому", "наставляемым", "наставляемым")
    return f"Подбор заново нашёл бы пару ещё {whom}."
