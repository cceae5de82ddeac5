"""Names of people in a base: parts, initials, Latin look-alikes, lists of partners."""

import re
from functools import lru_cache
from typing import Any, NamedTuple

from mentoring_portal.shared.names import LOOKALIKES, FullName
from participants.domain.import_values import clean_text, is_nothing, quoted

LONGEST_NAME_PART = 100
MOST_WORDS = 4

# Words inside an Eastern or noble name that stay in lower case.
PARTICLES = frozenset(("оглы", "кызы", "оглу", "гызы", "угли", "уулу", "де", "фон", "аль", "ибн"))

_WORD = re.compile(r"[А-Яа-яЁё]+(?:['’`][А-Яа-яЁё]+)*(?:-[А-Яа-яЁё]+(?:['’`][А-Яа-яЁё]+)*)*\.?")
_INITIAL = re.compile(r"[А-ЯЁ]\.?", re.IGNORECASE)
_ENDINGS = ("вич", "вна", "чна", "ьич", "тич")
# Nearly all names: three words with capitals, as they should be.
_PLAIN = re.compile(r"[А-ЯЁ][а-яё]{1,40}(?:-[А-ЯЁ][а-яё]{1,40})?(?: [А-ЯЁ][а-яё]{1,40}){2}")
_NUMBERING = re.compile(r"^\d{1,4}\s*[.)]\s*")
_SEVERAL = re.compile(r"[;/]|\sи\s")
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_DASHES = re.compile(r"\s*[‐‑‒–—−-]\s*")
_DOT_INSIDE = re.compile(r"\.(?=[А-Яа-яЁё])")
_LATIN = re.compile(r"[A-Za-z]")
_SEPARATORS = re.compile(r"\s*(?:[,;/]|\n|\s+и\s+|(?<!\S)\d{1,2}\s*[.)](?=\s|\D))\s*")
_LINE = re.compile(r"[А-ЯЁ][а-яё'’-]+(?: [А-ЯЁ][а-яё'’-]*\.?){1,3}(?: оглы| кызы)?")

NO_NAME = "Не указано имя. Впишите фамилию, имя и отчество."


class NameReading(NamedTuple):
    name: FullName
    errors: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


def read_name(cell: Any) -> NameReading:
    """«Фамилия Имя Отчество» from one cell; initials and another order are understood."""
    text = clean_text(cell)
    if _PLAIN.fullmatch(text):
        last, first, patronymic = text.split(" ")
        if not first.endswith(_ENDINGS):
            return NameReading(FullName(last, first, patronymic))
    text, warnings = _prepared(text)
    if is_nothing(text):
        return NameReading(FullName(""), (NO_NAME,))
    words = text.split()
    error = _wrong(text, words)
    if error:
        return NameReading(FullName(""), (error,))
    ordered, doubt = _ordered(words)
    if doubt:
        warnings.append(doubt)
    return _finished(ordered, warnings)


def read_name_parts(last: Any, first: Any, patronymic: Any) -> NameReading:
    """A name from separate columns; each part is taken where it stands."""
    texts, warnings = [], []
    for cell in (last, first, patronymic):
        text, doubts = _prepared(clean_text(cell))
        texts.append("" if is_nothing(text) else text)
        warnings.extend(doubts)
    if not any(texts):
        return NameReading(FullName(""), (NO_NAME,))
    error = next((wrong for text in texts if text and (wrong := _odd(text))), "")
    if error or not texts[0] or not texts[1]:
        return NameReading(FullName(""), (error or _incomplete(" ".join(filter(None, texts))),))
    return _finished([_cased(text) for text in texts], warnings)


@lru_cache(maxsize=4096)
def split_names(text: str) -> tuple[str, ...]:
    """Several people in one cell: after commas, semicolons, «и», numbers or on new lines."""
    if _PLAIN.fullmatch(text):
        return (text,)
    parts = (" ".join(part.split()) for part in _SEPARATORS.split(text))
    names: list[str] = []
    for part in parts:
        if is_nothing(part):
            continue
        if names and " " not in names[-1] and "." not in names[-1]:
            names[-1] = f"{names[-1]} {part}"  # a surname and the rest on the next line
        else:
            names.append(part)
    return tuple(names)


def looks_like_name(text: str) -> bool:
    """A lone line of a table that is a person and not a section title."""
    return _LINE.fullmatch(" ".join(text.split())) is not None


def _prepared(text: str) -> tuple[str, list[str]]:
    """The name without numbering, notes and Latin letters, with the doubts that this raises."""
    warnings: list[str] = []
    text = _NUMBERING.sub("", text)
    without_notes = _BRACKETS.sub("", text).strip()
    if without_notes and without_notes != text:
        warnings.append(f"Пояснение в скобках не вошло в имя: {quoted(text)}.")
        text = without_notes
    if text.isascii() or not _LATIN.search(text):
        return _joined(text), warnings
    warnings.append(f"Латинские буквы в имени {quoted(text)} заменены русскими.")
    return _joined(text.translate(LOOKALIKES)), warnings


def _joined(text: str) -> str:
    text = _DASHES.sub("-", text).replace(",", " ")
    return " ".join(_DOT_INSIDE.sub(". ", text).split())


def _wrong(text: str, words: list[str]) -> str:
    if _SEVERAL.search(text) or len(words) > MOST_WORDS + (words[-1].casefold() in PARTICLES):
        return f"В ячейке {quoted(text)} больше одного имени. Запишите каждого отдельной строкой."
    odd = _odd(text)
    if odd:
        return odd
    return "" if len(words) > 1 else _incomplete(text)


def _odd(text: str) -> str:
    if any(char.isdigit() for char in text):
        return f"В имени {quoted(text)} есть цифры."
    if _LATIN.search(text):
        return f"Имя {quoted(text)} записано латиницей. Запишите его русскими буквами."
    if not all(_WORD.fullmatch(word) for word in text.replace(".", ". ").split()):
        return f"В имени {quoted(text)} есть лишние знаки."
    return ""


def _incomplete(text: str) -> str:
    return f"Имя {quoted(text)} неполное. Впишите фамилию и имя."


def _ordered(words: list[str]) -> tuple[list[str], str]:
    """Surname first: «И. И. Иванов» and «Иван Иванович Иванов» are turned round."""
    if _is_initial(words[0]) and not _is_initial(words[-1]):
        return _parts([words[-1], *words[:-1]]), ""
    if not _surname_last(*words[:4]):
        return _parts(words), ""
    parts = _parts([words[2], words[0], words[1]])
    return parts, f"Порядок слов изменён: {' '.join(parts)}."


def _surname_last(first: str, second: str, third: str = "", fourth: str = "") -> bool:
    """A patronymic in the middle, unless it is a surname such as «Юркевич» with «Ильич» after."""
    if fourth or len(third) < 3 or third.casefold() in PARTICLES:
        return False
    return second.casefold().endswith(_ENDINGS) and not third.casefold().endswith(_ENDINGS)


def _parts(words: list[str]) -> list[str]:
    last, first, *rest = words
    return [_cased(last), _cased(first), " ".join(_cased(word) for word in rest)]


def _finished(parts: list[str], warnings: list[str]) -> NameReading:
    name = FullName(*parts)
    if any(len(part) > LONGEST_NAME_PART for part in name):
        return NameReading(FullName(""), ("Имя слишком длинное. Сократите его.",))
    if _is_initial(name.first):
        warnings.append(f"Вместо имени и отчества инициалы: «{name}». Впишите их полностью.")
    return NameReading(name, (), tuple(warnings))


def _is_initial(word: str) -> bool:
    return _INITIAL.fullmatch(word) is not None


def _cased(text: str) -> str:
    """«ИВАНОВ» and «иванов» become «Иванов»; «МакДональд» stays."""
    return " ".join(_cased_word(word) for word in text.split())


def _cased_word(word: str) -> str:
    if word.casefold() in PARTICLES:
        return word.casefold()
    if _is_initial(word):
        return word.upper().rstrip(".") + "."
    if not (word.isupper() or word.islower()):
        return word
    return "-".join(part[:1].upper() + part[1:].lower() for part in word.split("-"))
