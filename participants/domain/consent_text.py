"""The wording of consents: a closed list of words that the portal fills in."""

import re
from collections.abc import Mapping

FULL_NAME = "полное наименование"
SHORT_NAME = "организация"
ADDRESS = "адрес"
PAGE = "страница"
PLACEHOLDERS = (FULL_NAME, SHORT_NAME, ADDRESS, PAGE)
BLANK = "____________________"

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


def unknown_placeholders(text: str) -> list[str]:
    """Words in braces that the portal does not know, in their order, each once."""
    found = _PLACEHOLDER.findall(text)
    return list(dict.fromkeys(word for word in found if word.strip() not in PLACEHOLDERS))


def filled(text: str, values: Mapping[str, str]) -> str:
    """``text`` with the known words in place; what the school has not filled in stays a blank.

    Values are put in once and never read again: braces inside them mean nothing.
    """
    return _PLACEHOLDER.sub(lambda match: _value(match, values), text)


def _value(match: re.Match[str], values: Mapping[str, str]) -> str:
    word = match.group(1).strip()
    return (values.get(word) or BLANK) if word in PLACEHOLDERS else match.group(0)
