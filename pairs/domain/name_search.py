"""Whom a typed name means: from a paper slip, from memory, picked from a list of hints."""

from collections import Counter
from collections.abc import Mapping

from mentoring_portal.shared.names import name_key


def labels_of(people: Mapping[int, tuple[str, str]]) -> dict[int, str]:
    """Number → what the list shows; namesakes are told by the class, then by the number."""
    names = Counter(name_key(name) for name, _place in people.values())
    told = {
        pk: f"{name}, {place}" if place and names[name_key(name)] > 1 else name
        for pk, (name, place) in people.items()
    }
    again = Counter(name_key(label) for label in told.values())
    return {
        pk: f"{label} (№ {pk})" if again[name_key(label)] > 1 else label
        for pk, label in told.items()
    }


def find(text: str, labels: Mapping[int, str]) -> list[int]:
    """Whom ``text`` may mean: the very label, otherwise all whose names begin with its words."""
    words = name_key(text).split()
    keys = {pk: name_key(label) for pk, label in labels.items()}
    exact = [pk for pk, key in keys.items() if key == " ".join(words)]
    return exact or [pk for pk, key in keys.items() if words and _begins(key, words)]


def _begins(key: str, words: list[str]) -> bool:
    """«Ив Пе» is Иванов Пётр: each word begins the one in its place."""
    parts = key.split()
    return len(words) <= len(parts) and all(
        part.startswith(word.rstrip(".")) for part, word in zip(parts, words, strict=False)
    )
