"""When both sides have agreed and what a plan lacks before that."""

from collections.abc import Collection, Iterable, Sequence

LACKS = {"goal": "цели", "term": "срока", "tasks": "хотя бы одной задачи"}


def silent(sides: Iterable[int], agreed: Collection[int]) -> list[int]:
    """Sides that have not said yes; in a group everybody counts."""
    return [side for side in sides if side not in agreed]


def is_agreed(sides: Sequence[int], agreed: Collection[int]) -> bool:
    """A mentor alone is no agreement."""
    return len(sides) > 1 and not silent(sides, agreed)


def lacks(*, goal: str, has_term: bool, tasks: int) -> list[str]:
    """What must be written before a plan is offered, in the genitive."""
    there = {"goal": bool(goal.strip()), "term": has_term, "tasks": tasks > 0}
    return [words for key, words in LACKS.items() if not there[key]]
