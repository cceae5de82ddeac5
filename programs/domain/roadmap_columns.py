"""Columns of a roadmap table, recognized by their captions in any order."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

NUMBER, SECTION, STAGE = "number", "section", "stage"
TITLE, DETAILS = "title", "details"
TERM, TERM_KIND, STARTS, DUE = "term", "term_kind", "starts_on", "due_on"
RESPONSIBLE, RESULT, MARK = "responsible", "result", "mark"

ADJECTIVES = r"(?:[а-я-]+(?:ый|ий|ая|ое|ее|ые|ие|ого) (?:и )?)*"
# The first caption that fits decides; ours («этап программы», «вид срока») come first.
CAPTIONS = (
    (NUMBER, r"(?:№|n|no)+(?: ?п ?/? ?п)?|п ?/ ?п|номер(?: п ?/? ?п| строки)?|№ ?(?:пункта|п)"),
    (STAGE, r"этап программы"),
    (TERM_KIND, r"вид срока"),
    (STARTS, r"(?:дата |срок )?начал[оа](?: .*)?"),
    (DUE, r"выполнить до|(?:дата |срок )?(?:окончани[ея]|завершени[ея]|конец)(?: .*)?"),
    (MARK, r"(?:отметка|примечани|статус|выполнено)\w*(?: .*)?"),
    (RESPONSIBLE, r"(?:ф ?и ?о )?(?:ответственн|исполнител|кто )[а-я]*.*"),
    (
        RESULT,
        r"(?:результат|вид\w* документ|документ|продукт|показател|форма представления|итог"
        r"|чем за[а-я]+тся).*",
    ),
    (TERM, r"(?:срок|дата|период|время|месяц|когда).*"),
    (
        SECTION,
        r"(?:наименовани[ея] |названи[ея] )?(?:этап|раздел|направлени|блок)(?!.*мероприят).*",
    ),
    (DETAILS, r"(?:содержани|описани|состав работ|примерный план).*"),
    (
        TITLE,
        r"(?:перечень |план )?(?:наименовани|названи|мероприяти|действи|задач|шаг|этап.*мероприят)"
        r"[а-я]*.*|что (?:надо |нужно )?(?:с?делаем|с?делать|делается)",
    ),
)
LONGEST_CAPTION = 120
NUMBERING = 3  # «1 2 3 …» under a head is a line of numbering from so many cells on
CONTENT = {TITLE, DETAILS}


@dataclass(frozen=True)
class Columns:
    """Places of every known column and the captions as printed, for messages."""

    roles: Mapping[int, str]
    captions: Mapping[int, str] = field(default_factory=dict)
    line: tuple[str, ...] = ()

    def has(self, *roles: str) -> bool:
        return any(role in roles for role in self.roles.values())

    def places(self, role: str) -> list[int]:
        return [place for place, known in self.roles.items() if known == role]

    def caption(self, role: str) -> str:
        return next((self.captions.get(place, "") for place in self.places(role)), "")

    @property
    def unknown(self) -> list[int]:
        return [place for place in self.captions if self.roles.get(place, MARK) == MARK]


def caption_key(text: str) -> str:
    words = re.sub(r"[\s.:,;*\"«»()]+", " ", text.lower().replace("ё", "е")).strip()
    return re.sub(r"\s*[-‐‑‒–—−]\s*", "-", words)


def role_of(text: str) -> str:
    """The role of a caption or an empty text."""
    key = caption_key(text)
    if not key or len(key) > LONGEST_CAPTION:
        return ""
    return next(
        (role for role, pattern in CAPTIONS if re.fullmatch(rf"{ADJECTIVES}(?:{pattern})", key)), ""
    )


def head_of(cells: Sequence[str]) -> Columns | None:
    """The columns, when the row is the head of a roadmap: what is done and something about it."""
    roles = {place: role for place, text in enumerate(cells) if (role := role_of(text))}
    known = set(roles.values())
    if not known & {*CONTENT, SECTION} or len(known) < 2:
        return None
    return Columns(_with_term(_with_title(roles)), _captions(cells), _line(cells))


def is_clear_head(cells: Sequence[str]) -> bool:
    """Nothing but captions: a head that may stand below the first rows of a table."""
    roles = [role_of(text) for text in cells if text]
    return all(roles) and len(set(roles)) >= NUMBERING and bool(CONTENT & set(roles))


def with_second_line(columns: Columns, cells: Sequence[str]) -> Columns | None:
    """A head of two rows: «Срок» above, «Начало» and «Окончание» below it."""
    below = {place: role_of(text) for place, text in enumerate(cells) if text}
    if not below or not set(below.values()) <= {STARTS, DUE, TERM, RESULT, RESPONSIBLE}:
        return None
    captions = {**columns.captions, **{place: cells[place] for place in below}}
    return Columns({**columns.roles, **below}, captions, columns.line)


def is_repeated(columns: Columns, cells: Sequence[str]) -> bool:
    return _line(cells) == columns.line


def is_numbering(cells: Sequence[str]) -> bool:
    """The line «1 2 3 4 5» under a head."""
    filled = [text.strip(" .") for text in cells if text]
    return len(filled) >= NUMBERING and filled == [str(n) for n in range(1, len(filled) + 1)]


def _with_title(roles: dict[int, str]) -> dict[int, str]:
    """Exactly one title: a second one is contents; contents or stages replace a missing one."""
    titles = [place for place, role in roles.items() if role == TITLE]
    for place in titles[1:]:
        roles[place] = DETAILS
    for role in () if titles else (DETAILS, SECTION):
        if role in roles.values():
            roles[next(place for place, known in roles.items() if known == role)] = TITLE
            break
    return roles


def _with_term(roles: dict[int, str]) -> dict[int, str]:
    """«Срок окончания» without a beginning is the term in words."""
    if TERM not in roles.values() and STARTS not in roles.values():
        return {place: TERM if role == DUE else role for place, role in roles.items()}
    return roles


def _captions(cells: Sequence[str]) -> dict[int, str]:
    return {place: " ".join(text.split()) for place, text in enumerate(cells) if text}


def _line(cells: Sequence[str]) -> tuple[str, ...]:
    return tuple(caption_key(text) for text in cells)
