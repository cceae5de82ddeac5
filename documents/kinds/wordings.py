"""The texts of papers: the portal's presets and what the school put in their place."""

from functools import cache
from pathlib import Path

import yaml

from documents.models import Wording

PRESETS = Path(__file__).resolve().parent.parent / "presets"


@cache
def presets() -> dict[str, dict[str, str]]:
    """Kind → field → text with words in braces, from all files of ``documents/presets``."""
    found: dict[str, dict[str, str]] = {}
    for path in sorted(PRESETS.glob("*.yaml")):
        found |= yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
    return found


def preset(code: str) -> dict[str, str]:
    return presets().get(str(code), {})


def wordings(organization, code: str) -> dict[str, str]:
    """The texts of a kind as this school words them; one query."""
    own = Wording.objects.filter(organization=organization, kind=code)
    return preset(code) | dict(own.values_list("key", "text"))
