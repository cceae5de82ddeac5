"""The word that stands beside a stage: readiness and dates told in one word."""

from datetime import date


def step_word(
    *, finished: bool, percent: int, starts_on: date | None, due_on: date | None, today: date
) -> str:
    """«завершён», «готов», «срок прошёл», «идёт» or «впереди»."""
    if finished:
        return "завершён"
    if percent >= 100:
        return "готов"
    if due_on is not None and due_on < today:
        return "срок прошёл"
    if percent == 0 and starts_on is not None and starts_on > today:
        return "впереди"
    return "идёт"
