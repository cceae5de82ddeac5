"""Moves between states, written once beside the states themselves."""

from collections.abc import Iterable, Mapping


class TransitionError(Exception):
    """A move that the rules of the school do not allow; the text is for the user."""


def ensure_transition(moves: Mapping[str, Iterable[str]], source: str, target: str) -> None:
    if target not in moves.get(source, ()):
        labels = [getattr(state, "label", state) for state in (source, target)]
        raise TransitionError("Нельзя перейти из состояния «{}» в «{}».".format(*labels))
