"""The forms of mentoring as people write them: any dash, ё/е, synonyms of the two sides."""

import re
from functools import lru_cache

from participants.domain.import_values import Reading, is_nothing, quoted

FORM_TITLES = {
    "student_student": "ученик – ученик",
    "teacher_teacher": "учитель – учитель",
    "head_teacher": "руководитель образовательной организации – педагог",
    "studentspo_student": "студент – ученик",
    "employer_student": "работодатель – ученик",
    "employer_studentspo": "работодатель – студент",
    "mentorship_head_deputy": "директор – заместитель директора (менторство)",
    "mentorship_head_teacher": "директор – педагог (менторство)",
}
UNKNOWN_FORM = "Форма {text} не из списка. Допустимы: " + ", ".join(
    f"«{title}»" for title in FORM_TITLES.values()
)

_QUOTES = " «»„“”\"'"
_SIDES = re.compile(
    r"(?P<deputy>зам(?:еститель|\.)?(?: директора| руководителя)?)"
    r"|(?P<director>директор\w*)"
    r"|(?P<head>руководител\w+(?: образовательн\w+ организаци\w+| оо| школы)?)"
    r"|(?P<pupil>ученик\w*|учащ\w+|обучающ\w+|школьник\w*)"
    r"|(?P<student>студент\w*)"
    r"|(?P<employer>работодател\w+)"
    r"|(?P<teacher>учител\w+|педагог\w*|молод\w+ (?:специалист|педагог)\w*)"
)
_PAIRS = {
    ("pupil", "pupil"): "student_student",
    ("teacher", "teacher"): "teacher_teacher",
    ("head", "teacher"): "head_teacher",
    ("student", "pupil"): "studentspo_student",
    ("employer", "pupil"): "employer_student",
    ("employer", "student"): "employer_studentspo",
    ("director", "deputy"): "mentorship_head_deputy",
    ("director", "teacher"): "mentorship_head_teacher",
}


@lru_cache(maxsize=1024)
def read_forms(text: str) -> Reading[tuple[str, ...]]:
    """Codes of the forms in a cell; several are allowed («ученик – ученик, студент – ученик»)."""
    text = " ".join(text.split())
    if is_nothing(text):
        return Reading(())
    plain = re.sub(r"[^\w.]+", " ", text.casefold().replace("ё", "е")).strip()
    if text in FORM_TITLES:
        return Reading((text,))
    sides = [str(match.lastgroup) for match in _SIDES.finditer(plain)]
    codes = [_PAIRS.get(pair) for pair in zip(sides[::2], sides[1::2], strict=False)]
    if not codes or len(sides) % 2 or None in codes:
        return Reading((), error=UNKNOWN_FORM.format(text=quoted(text.strip(_QUOTES))) + ".")
    return Reading(tuple(dict.fromkeys(code for code in codes if code)))
