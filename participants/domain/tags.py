"""#Tags as people type them: with or without «#», after commas or spaces."""

import re
from collections.abc import Iterable

LONGEST_TAG = 50
MOST_TAGS = 20

_COMMAS = re.compile(r"[,;\n]")


class WrongTags(ValueError):
    """A Russian sentence that says what to mend."""


def read_tags(text: str, known: Iterable[str] = ()) -> list[str]:
    """Names without «#», each once; a known tag keeps its spelling.

    With commas a tag may hold spaces («настольные игры»); without them spaces part the tags,
    unless the words together are a tag that is known already.
    """
    spelled = {tag_key(name): name for name in known}
    found: dict[str, str] = {}
    for name in _names(text, spelled):
        if len(name) > LONGEST_TAG:
            raise WrongTags(f"Метка «{name[:20]}…» длиннее {LONGEST_TAG} знаков. Сократите её.")
        found.setdefault(tag_key(name), spelled.get(tag_key(name), name))
    if len(found) > MOST_TAGS:
        raise WrongTags(f"Меток больше {MOST_TAGS}. Оставьте главные.")
    return list(found.values())


def tag_key(name: str) -> str:
    return name.casefold().replace("ё", "е")


def written(names: Iterable[str]) -> str:
    """For the input: «#олимпиада, #настольные игры»."""
    return ", ".join(f"#{name}" for name in names)


def _names(text: str, spelled: dict[str, str]) -> list[str]:
    parts = [" ".join(part.split()) for part in _COMMAS.split(text)]
    if len(parts) == 1 and tag_key(parts[0].strip("# ")) not in spelled:
        parts = parts[0].split()
    names = (name.strip() for part in parts for name in part.split("#"))
    return [name for name in names if name]
