"""Advice written for past years, shown without what has since passed."""

import re

UNTIL = re.compile(r"\s*\([^()]*\bдо (20\d\d)\s*г[^()]*\)")


def without_past(text: str, year: int) -> str:
    """«Положение (срок действия – до 2025 г.)» is just «Положение» when 2025 is over."""
    return UNTIL.sub(lambda match: "" if int(match[1]) < year else match[0], text)
