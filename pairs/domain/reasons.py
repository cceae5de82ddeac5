"""The sheet of a pair: what speaks for it, what does not, in words for the curator."""

from collections.abc import Set

from mentoring_portal.shared.plurals import counted
from pairs.domain.facts import (
    CRITERIA,
    FORM_TITLES,
    MenteeFacts,
    MentorFacts,
    Reason,
    Weights,
)
from pairs.domain.scoring import (
    age_gap,
    form_fits,
    need_of,
    offer_of,
    points_of,
    same_person,
    sixths_of,
    wish_ranks,
)
from pairs.domain.words import folded, offered, phrases_about, wanted

LONGEST_QUOTE = 80
DAY_TITLES = {
    "пн": "понедельник",
    "вт": "вторник",
    "ср": "среда",
    "чт": "четверг",
    "пт": "пятница",
    "сб": "суббота",
    "вс": "воскресенье",
}
RANKS = ("первым", "вторым", "третьим", "четвёртым", "пятым")


def explain(
    mentor: MentorFacts, mentee: MenteeFacts, weights: Weights | None = None
) -> tuple[int, tuple[Reason, ...]]:
    """The score of the pair and its reasons, the weightiest first; their points make the score."""
    weights = weights or Weights()
    points = points_of(sixths_of(offer_of(mentor), need_of(mentee), weights), weights)
    reasons = [
        Reason(code, points[code], text)
        for code in CRITERIA
        if (text := _TEXTS[code](mentor, mentee))
    ]
    return sum(points.values()), tuple(sorted(reasons, key=lambda reason: -reason.points))


def forbids(
    mentor: MentorFacts,
    mentee: MenteeFacts,
    banned: Set[tuple[int, int]] = frozenset(),
    weights: Weights | None = None,
) -> str:
    """The rule that does not let this pair be, in words; empty when there is none."""
    weights = weights or Weights()
    if same_person(mentor, mentee):
        return "Наставник и наставляемый – один и тот же человек"
    if (mentor.id, mentee.id) in banned:
        return "Пара исключена куратором"
    if not form_fits(mentor, mentee.form):
        return f"Наставник не работает в форме {form_title(mentee.form)}"
    if age_gap(mentor, mentee.age) > weights.age_tolerance:
        return _age(mentor, mentee)
    return "" if mentor.places > 0 else "У наставника нет свободных мест"


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


def _quote(text: str) -> str:
    text = " ".join(text.split()).replace("«", "„").replace("»", "“")
    return f"«{text}»" if len(text) <= LONGEST_QUOTE else f"«{text[: LONGEST_QUOTE - 1].rstrip()}…»"


def _request(mentor: MentorFacts, mentee: MenteeFacts) -> str:
    asked = wanted(mentee.request)
    if not asked:
        return "Запрос не указан: с компетенциями не сверен"
    if not offered(mentor.competences):
        return "Компетенции наставника не указаны: запрос не сверен"
    found = phrases_about(mentor.competences, asked)
    if not found:
        return "Запрос и компетенции не пересекаются – проверьте лично"
    return f"Запросу {_quote(mentee.request)} отвечают компетенции: {', '.join(found)}"


def _wish(mentor: MentorFacts, mentee: MenteeFacts) -> str:
    rank = wish_ranks(mentee).get(mentor.id)
    if rank is None:
        return "Наставника нет среди пожеланий наставляемого" if mentee.wishes else ""
    place = RANKS[rank] if rank < len(RANKS) else f"на {rank + 1}-м месте"
    return f"Наставник указан в пожеланиях {place}"


def _interests(mentor: MentorFacts, mentee: MenteeFacts) -> str:
    found = phrases_about(mentor.interests, wanted(mentee.interests))
    return f"Общие интересы: {', '.join(found)}" if found else ""


def _tags(mentor: MentorFacts, mentee: MenteeFacts) -> str:
    asked = folded(mentee.tags)
    found = sorted(tag.strip(" #") for tag in mentor.tags if folded(frozenset({tag})) & asked)
    return f"Общие метки: {', '.join(f'#{tag}' for tag in found)}" if found else ""


def _age(mentor: MentorFacts, mentee: MenteeFacts) -> str:
    if mentee.age is None:
        return "Год рождения не указан: возраст не проверен"
    if mentor.age_from is mentor.age_to is None:
        return "Возраст наставляемого наставник не ограничил"
    gap = age_gap(mentor, mentee.age)
    if gap:
        return f"Возраст {years(mentee.age)} вне желаемого ({age_words(mentor)}) на {years(gap)}"
    return f"Возраст {years(mentee.age)} входит в желаемый ({age_words(mentor)})"


def _days(mentor: MentorFacts, mentee: MenteeFacts) -> str:
    if not (mentor.days and mentee.days):
        return ""
    common = _day_titles(mentor.days & mentee.days)
    if not common:
        return "Общих свободных дней нет"
    title = "Общий свободный день" if len(common) == 1 else "Общие свободные дни"
    return f"{title}: {', '.join(common)}"


def _day_titles(codes: frozenset[str]) -> list[str]:
    """In the order of the week; a code from elsewhere is shown as it is."""
    known = [title for code, title in DAY_TITLES.items() if code in codes]
    return known + sorted(codes - DAY_TITLES.keys())


def _form(mentor: MentorFacts, mentee: MenteeFacts) -> str:
    if not mentee.form:
        return "Форма наставничества в запросе не указана"
    if not mentor.forms:
        return f"Наставник готов к любой форме, в том числе {form_title(mentee.form)}"
    if mentee.form in mentor.forms:
        return f"Форма {form_title(mentee.form)} совпадает"
    return f"Наставник не работает в форме {form_title(mentee.form)}"


def _previous(mentor: MentorFacts, mentee: MenteeFacts) -> str:
    return "Продолжение прошлогодней пары" if mentor.id in mentee.previous else ""


def _hours(mentor: MentorFacts, _mentee: MenteeFacts) -> str:
    if not mentor.hours_month:
        return ""
    each = f"{mentor.hours_month / max(mentor.places, 1):.2g}".replace(".", ",")
    return f"Времени на одного наставляемого: {each}\u00a0ч в месяц"


_TEXTS = {
    "request": _request,
    "wish": _wish,
    "interests": _interests,
    "tags": _tags,
    "age": _age,
    "days": _days,
    "form": _form,
    "previous": _previous,
    "hours": _hours,
}
