"""Moves between states, written once beside the states themselves."""

from collections.abc import Iterable, Mapping


class TransitionError(Exception):
    """A move that the rules of the school do not allow; the text is for the user."""


def ensure_transition(moves: Mapping[str, Iterable[str]], source: str, target: str) -> None:
    if target not in moves.get(source, ()):
        labels = [getattr(state, "label", state) for state in (source, target)]
        if source == target:  # pressed twice, or in two tabs
            raise TransitionError(f"Это уже сделано: состояние «{labels[0]}».")
        raise TransitionError("Нельзя перейти из состояния «{}» в «{}».".format(*labels))
