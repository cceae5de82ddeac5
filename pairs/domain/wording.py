"""Ages, forms, days and hours in words for the curator."""

from mentoring_portal.shared.plurals import counted
from pairs.domain.facts import FORM_TITLES, ROLE_TITLES, Hours, MenteeFacts, MentorFacts
from pairs.domain.scoring import age_gap

DAY_TITLES = {
    "пн": "понедельник",
    "вт": "вторник",
    "ср": "среда",
    "чт": "четверг",
    "пт": "пятница",
    "сб": "суббота",
    "вс": "воскресенье",
}


def role_title(code: str) -> str:
    return f"«{ROLE_TITLES.get(code, code)}»"


def form_title(code: str) -> str:
    return f"«{FORM_TITLES.get(code, code)}»"


def age_words(mentor: MentorFacts) -> str:
    """«13–17», «от 13», «до 17»."""
    if mentor.age_from is None:
        return f"до {mentor.age_to}"
    if mentor.age_to is None:
        return f"от {mentor.age_from}"
    return "–".join(dict.fromkeys((str(mentor.age_from), str(mentor.age_to))))


def years(number: int) -> str:
    return counted(number, "год", "года", "лет")


def age_text(mentor: MentorFacts, mentee: MenteeFacts) -> str:
    if mentee.age is None:
        return "Год рождения не указан: возраст не проверен"
    if mentor.age_from is mentor.age_to is None:
        return "Возраст наставляемого наставник не ограничил"
    gap = age_gap(mentor, mentee.age)
    if gap:
        return f"Возраст {years(mentee.age)} вне желаемого ({age_words(mentor)}) на {years(gap)}"
    return f"Возраст {years(mentee.age)} входит в желаемый ({age_words(mentor)})"


def hours_words(hours: Hours) -> str:
    return "".join(f", {_clock(start)}–{_clock(end)}" for start, end in hours)


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def day_titles(codes: frozenset[str]) -> list[str]:
    """In the order of the week; a code from elsewhere is shown as it is."""
    known = [title for code, title in DAY_TITLES.items() if code in codes]
    return known + sorted(codes - DAY_TITLES.keys())
