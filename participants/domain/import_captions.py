"""What a column's caption says: which piece of data it holds and about whom.

Schools rename the columns of the official tables freely, so a caption is read as a noun
(«ФИО», «место работы») and a subject («наставника», «наставляемого»), not compared with a list.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from mentoring_portal.shared.names import LOOKALIKES

MENTEE = "mentee"
MENTOR = "mentor"
REPRESENTATIVE = "representative"
LONGEST_CAPTION = 160


class Concept(NamedTuple):
    noun: str
    subject: str = ""


# The first pattern found wins, so the narrower captions stand above the wider ones.
NOUNS = tuple(
    (noun, re.compile(pattern))
    for noun, pattern in (
        ("num", r"^(?:№|n|номер|nn)?(?: ?п ?п)?$|^номер по порядку$|^№ ?\w{0,3}$"),
        ("capacity", r"(?:количеств|числ|сколько|максим|не более).*(?:наставляем|подопечн|ученик)"),
        (
            "preferred_age",
            r"(?:желаем|предпоч).*возраст|возраст (?:наставляемых|подопечных)",
        ),
        ("name", r"\bфио?\b|фамилия.*имя|^(?:наставник|наставляемый|ученик|обучающийся)$"),
        ("name", r"^(?:педагог наставник|ученик наставник|молодой (?:специалист|педагог))$"),
        ("last_name", r"^фамили"),
        ("first_name", r"^имя\b"),
        ("patronymic", r"^отчеств"),
        ("birth_date", r"дата.*рожд|^д ?р$|день рожд"),
        ("birth_year", r"год.*рожд|^г ?р$|^рожд"),
        ("age", r"^(?:полных лет|возраст)\b"),
        ("phone", r"телефон|^тел\b|моб|контакт"),
        ("email", r"mail|почт"),
        ("sex", r"^пол\b"),
        ("entry_date", r"дат.*(?:вхожд|вступ|включ|начал|зачисл|вход)|^начало"),
        ("end_date", r"дат.*(?:заверш|оконч|выход|выбыт)|^(?:окончание|завершение)"),
        ("completion_mark", r"отметка|прохожд|^пройден"),
        ("form", r"форма.*наставнич|^форма(?: работы| программы)?$"),
        ("case_link", r"ссылк|кейс|отзыв"),
        ("results", r"результат"),
        ("workplace", r"мест\w* (?:\w+ )?(?:работы|учебы|обучения)|^(?:школа|оо|предприятие)\b"),
        ("workplace", r"^(?:организация|учебное заведение|образовательн\w+ организаци)"),
        ("competences", r"компетенц|^навык|^умения|^предмет|чем .*(?:помочь|полез)|чему .*научить"),
        ("achievements", r"достижени|наград|заслуг"),
        ("interests", r"интерес|увлечен|хобби"),
        ("time_resource", r"ресурс.*времен|врем.*ресурс|сколько времени|час\w* в (?:месяц|недел)"),
        ("time_resource", r"(?:количество|число) часов"),
        ("free_hours", r"(?:свободн|удобн)\w* час"),
        ("free_days", r"(?:свободн|удобн)\w* (?:дн|день|врем|час)"),
        ("request", r"(?<!источник )запрос|потребност|проблем|дефицит|затруднен"),
        ("group", r"^(?:класс|групп|курс)"),
        ("post", r"должност|^профессия|^специальность"),
        ("tags", r"^тег|^метк|хе[шс]т[еэ]г|ключевые слова"),
        ("note", r"примечан|комментари"),
    )
)
SUBJECTS = (
    (
        REPRESENTATIVE,
        re.compile(
            r"\bмам|\bмат(?:ь|ери|ерью)\b|\bпап[аыуе]\b|\bотец\b|\bотц|родител|\bпредставит"
            r"|\bопекун|\bпопечит|\bусыновит|\bбабуш|\bдедуш|\bродств|\bродн(?:ые|ых)\b"
        ),
    ),
    (MENTEE, re.compile(r"наставляем|подопечн")),
    (MENTOR, re.compile(r"наставник")),
    (MENTEE, re.compile(r"учени[кц]|учащ|обучающ|воспитанник|школьник|студент|ребенк")),
    (MENTEE, re.compile(r"молод\w+ (?:специалист|педагог)")),
)
# What stays the row owner's even when the caption mentions the other side.
SUBJECTLESS = frozenset(
    ("num", "capacity", "preferred_age", "entry_date", "end_date", "form", "results")
    + ("completion_mark", "case_link", "request")
)

_SHARED = (
    *("num", "last_name", "first_name", "patronymic", "birth_date", "age", "sex", "group", "post"),
    *("phone", "email", "tags", "note", "free_days", "free_hours", "interests", "workplace"),
    *("entry_date", "end_date", "form", "results", "case_link"),
)
_MENTOR_ONLY = ("competences", "achievements", "preferred_age", "time_resource", "capacity")
OWN_CODES: Mapping[str, Mapping[str, str]] = {
    MENTEE: {
        **{noun: noun for noun in _SHARED},
        "name": "mentee_name",
        "birth_year": "mentee_birth_year",
        "request": "main_request",
        "completion_mark": "completion_mark",
    },
    MENTOR: {
        **{noun: noun for noun in (*_SHARED, *_MENTOR_ONLY, "birth_year")},
        "name": "mentor_name",
    },
}
PARTNER_CODES: Mapping[str, Mapping[str, str]] = {
    MENTEE: {"name": "mentor_name", "workplace": "mentor_workplace"},
    MENTOR: {"name": "mentee_names", "workplace": "mentee_workplace"},
}
_CONCEPTS = {
    **{code: Concept(noun, MENTOR) for noun, code in OWN_CODES[MENTOR].items()},
    **{code: Concept(noun, MENTEE) for noun, code in OWN_CODES[MENTEE].items()},
    **{code: Concept(code) for code in _SHARED + _MENTOR_ONLY},
    "main_request": Concept("request"),
    "completion_mark": Concept("completion_mark"),
    "mentee_names": Concept("name", MENTEE),
    "mentor_workplace": Concept("workplace", MENTOR),
    "mentee_workplace": Concept("workplace", MENTEE),
}
_LETTERS = re.compile(r"\bф\W{0,3}и(?:\W{0,3}(о))?\b")
_MIXED = re.compile(r"\w*[а-яё]\w*", re.IGNORECASE)
_SEPARATORS = re.compile(r"[^\w№]+|_+")


def caption_key(caption: Any) -> str:
    """One key for captions that differ in case, ё/е, dots, dashes, spaces or Latin look-alikes."""
    if not isinstance(caption, str) or len(caption) > LONGEST_CAPTION:
        return ""
    return _key_of_text(caption)


@lru_cache(maxsize=4096)
def _key_of_text(caption: str) -> str:
    text = _MIXED.sub(lambda word: word[0].translate(LOOKALIKES), caption).casefold()
    text = _LETTERS.sub(lambda found: "фио" if found[1] else "фи", text.replace("ё", "е"))
    return _SEPARATORS.sub(" ", text).strip()


@lru_cache(maxsize=4096)
def concept_of_key(key: str) -> Concept | None:
    noun = next((noun for noun, pattern in NOUNS if pattern.search(key)), None) if key else None
    if noun is None:
        return None
    if noun in SUBJECTLESS:
        return Concept(noun)
    return Concept(noun, next((who for who, pattern in SUBJECTS if pattern.search(key)), ""))


def concept_of(caption: Any, remembered: Mapping[str, str] | None = None) -> Concept | None:
    """The meaning of one caption; ``remembered`` maps caption keys to field codes."""
    key = caption_key(caption)
    if remembered and key in remembered:
        return concept_of_code(remembered[key])
    return concept_of_key(key)


def subject_of(caption: Any) -> str:
    key = caption_key(caption)
    return next((who for who, pattern in SUBJECTS if pattern.search(key)), "")


def concept_of_code(code: str) -> Concept | None:
    """The reverse of :func:`field_code`, for mappings that people have made by hand."""
    return _CONCEPTS.get(code)


def field_code(concept: Concept, own: str) -> str | None:
    """The field of the table of ``own`` (mentees or mentors) that this caption fills.

    What is a parent's (a telephone, a workplace) fills none: it must not become the child's.
    """
    if concept.subject == REPRESENTATIVE:
        return None
    if concept.subject in ("", own):
        return OWN_CODES[own].get(concept.noun)
    return PARTNER_CODES[own].get(concept.noun)
