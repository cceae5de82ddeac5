"""Whether what a page has shown is still so when it comes back."""

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from django.core.exceptions import ValidationError


class MeanwhileError(ValidationError):
    """Somebody else has saved since the page was opened."""


def fingerprint(values: Mapping[str, Any] | Sequence[Any]) -> str:
    """The same for the same values: a page remembers by it what its reader saw."""
    text = json.dumps(values, default=str, ensure_ascii=False, sort_keys=True)
    return sha256(text.encode()).hexdigest()[:20]
