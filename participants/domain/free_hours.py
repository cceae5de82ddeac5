"""Free hours as people write them («15:00–17:00», «с 15 до 17»), put in one form."""

import re

DAY_ENDS = 24 * 60
EXAMPLE = "Запишите часы так: 15:00–17:00. Несколько промежутков – через запятую."

_TIME = r"(\d{1,2})(?:[:.]([0-5]\d)|\s*(?:ч\w*|час\w*)\.?)?"
_RANGE = re.compile(r"(?:с\s+)?" + _TIME + r"\s*(?:[-–—−]|до|по)\s*" + _TIME)
_BETWEEN = re.compile(r"[,;\n]|\s+и\s+")


class WrongHours(ValueError):
    """A Russian sentence that says what to mend."""


def tidy_hours(text: str) -> str:
    """«с 15 до 17; 9-10.30» → «09:00–10:30, 15:00–17:00»; an empty text stays empty."""
    parts = filter(None, (part.strip(" .").casefold() for part in _BETWEEN.split(text)))
    ranges = sorted(_read(part) for part in parts)
    for (_start, end), (start, _end) in zip(ranges, ranges[1:], strict=False):
        if start < end:
            raise WrongHours("Промежутки времени пересекаются. Объедините их.")
    return ", ".join(f"{_clock(start)}–{_clock(end)}" for start, end in ranges)


def parse_hours(text: str) -> tuple[tuple[int, int], ...]:
    """Minutes of the day, from and to; words that are not hours tell nothing."""
    try:
        parts = filter(None, (part.strip(" .").casefold() for part in _BETWEEN.split(text)))
        return tuple(sorted(_read(part) for part in parts))
    except WrongHours:
        return ()


def _read(part: str) -> tuple[int, int]:
    found = _RANGE.fullmatch(part)
    if found is None:
        raise WrongHours(f"Не понятно, что значит «{part[:40]}». {EXAMPLE}")
    start, end = _minutes(found[1], found[2]), _minutes(found[3], found[4])
    if max(start, end) > DAY_ENDS:
        raise WrongHours(f"В сутках нет времени «{part}». {EXAMPLE}")
    if start >= end:
        raise WrongHours(f"В «{part}» конец не позже начала. {EXAMPLE}")
    return start, end


def _minutes(hours: str, minutes: str | None) -> int:
    return int(hours) * 60 + int(minutes or 0)


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
