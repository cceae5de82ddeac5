"""Figures for everybody: from a page without names nobody may learn about one or two people."""

from collections.abc import Mapping

LEAST_TOLD = 3


def told(number: int) -> str:
    """«менее 3» for one or two; nobody is nobody."""
    return f"менее {LEAST_TOLD}" if 0 < number < LEAST_TOLD else str(number)


def told_parts(parts: Mapping[str, int]) -> tuple[str, list[tuple[str, str]]]:
    """The total and its parts in words, without the empty ones.

    Beside a hidden part the total is only a lower bound: a subtraction would give the part away.
    One or two in all are not broken up, for the same reason.
    """
    whole = {name: number for name, number in parts.items() if number}
    total = sum(whole.values())
    if total < LEAST_TOLD:
        return told(total), []
    hidden = [number for number in whole.values() if number < LEAST_TOLD]
    words = [(name, told(number)) for name, number in whole.items()]
    if not hidden:
        return str(total), words
    least = max(LEAST_TOLD, total - sum(hidden) + len(hidden))
    return f"не менее {least}", words
