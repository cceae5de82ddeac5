"""The sheet of a pair: what speaks for it, what does not, in words for the curator."""

from mentoring_portal.shared.plurals import counted
from pairs.domain.facts import (
    CRITERIA,
    MenteeFacts,
    MentorFacts,
    Reason,
)
from pairs.domain.places import settlement, workplace_key
from pairs.domain.scoring import (
    FULL,
    common_hours,
    need_of,
    offer_of,
    place_sixths,
    points_of,
    ranks,
    sixths_of,
)
from pairs.domain.wording import age_text, day_titles, form_title, hours_words, role_title
from pairs.domain.words import folded, offered, phrases_about, subjects, wanted

LONGEST_QUOTE = 80
RANKS = ("первым", "вторым", "третьим", "четвёртым", "пятым")


def explain(mentor: MentorFacts, mentee: MenteeFacts) -> tuple[int, tuple[Reason, ...]]:
    """The score of the pair and its reasons, the weightiest first; their points make the score.

    A criterion that the weights of the mentee's form do not count is not mentioned.
    """
    most = mentee.weights.points
    met = sixths_of(offer_of(mentor), need_of(mentee))
    points = points_of(met, mentee.weights)
    reasons = [
        Reason(code, points[code], text, partly=0 < met[code] < FULL)
        for code in CRITERIA
        if most[code] and (text := _TEXTS[code](mentor, mentee))
    ]
    return sum(points.values()), tuple(sorted(reasons, key=lambda reason: -reason.points))


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


def _subject(mentor: MentorFacts, mentee: MenteeFacts) -> str:
    asked = subjects(f"{mentee.position}\n{mentee.request}")
    if not asked:
        return "Предмет наставляемого не указан"
    found = phrases_about(f"{mentor.position}\n{mentor.competences}", asked)
    return f"Предмет совпадает: {', '.join(found)}" if found else "Предметы разные"


def _wish(mentor: MentorFacts, mentee: MenteeFacts) -> str:
    rank = ranks(mentee.wishes).get(mentor.id)
    if rank is None:
        return "Наставника нет среди пожеланий наставляемого" if mentee.wishes else ""
    return f"Наставник указан в пожеланиях {_rank(rank)}"


def _welcome(mentor: MentorFacts, mentee: MenteeFacts) -> str:
    rank = ranks(mentor.wishes).get(mentee.id)
    if rank is None:
        return "Наставляемого нет среди пожеланий наставника" if mentor.wishes else ""
    return f"Наставник сам выбрал наставляемого {_rank(rank)}"


def _rank(rank: int) -> str:
    return RANKS[rank] if rank < len(RANKS) else f"на {rank + 1}-м месте"


def _interests(mentor: MentorFacts, mentee: MenteeFacts) -> str:
    found = phrases_about(mentor.interests, wanted(mentee.interests))
    return f"Общие интересы: {', '.join(found)}" if found else ""


def _tags(mentor: MentorFacts, mentee: MenteeFacts) -> str:
    asked = folded(mentee.tags)
    found = sorted(tag.strip(" #") for tag in mentor.tags if folded(frozenset({tag})) & asked)
    return f"Общие метки: {', '.join(f'#{tag}' for tag in found)}" if found else ""


def _days(mentor: MentorFacts, mentee: MenteeFacts) -> str:
    if not (mentor.days and mentee.days):
        return ""
    common = day_titles(mentor.days & mentee.days)
    if not common:
        return "Общих свободных дней нет"
    hours = common_hours(mentor.hours, mentee.hours)
    if mentor.hours and mentee.hours and not hours:
        return f"Общий день есть ({', '.join(common)}), общего свободного часа нет"
    title = "Общий свободный день" if len(common) == 1 else "Общие свободные дни"
    return f"{title}: {', '.join(common)}{hours_words(hours)}"


def _form(mentor: MentorFacts, mentee: MenteeFacts) -> str:
    if not mentee.form:
        return "Форма наставничества в запросе не указана"
    if not mentor.forms:
        return f"Наставник готов к любой форме, в том числе {form_title(mentee.form)}"
    if mentee.form in mentor.forms:
        return f"Форма {form_title(mentee.form)} совпадает"
    return f"Наставник не работает в форме {form_title(mentee.form)}"


def _role(mentor: MentorFacts, mentee: MenteeFacts) -> str:
    if not mentee.role_model:
        return "Ролевая модель в запросе не указана"
    if not mentor.role_models:
        return (
            f"Наставник готов к любой ролевой модели, в том числе {role_title(mentee.role_model)}"
        )
    if mentee.role_model in mentor.role_models:
        return f"Ролевая модель {role_title(mentee.role_model)} совпадает"
    return f"Наставник не берёт ролевую модель {role_title(mentee.role_model)}"


def _place(mentor: MentorFacts, mentee: MenteeFacts) -> str:
    met = place_sixths(mentor.workplace, mentee.workplace)
    if not met:
        return ""
    if workplace_key(mentor.workplace) == workplace_key(mentee.workplace):
        return "Работают или учатся в одном месте"
    return f"Живут рядом: {settlement(mentor.workplace).title()}"


def _previous(mentor: MentorFacts, mentee: MenteeFacts) -> str:
    return "Продолжение прежней пары" if mentor.id in mentee.previous else ""


def _waiting(_mentor: MentorFacts, mentee: MenteeFacts) -> str:
    days = counted(mentee.days_waited, "день", "дня", "дней")
    return f"Ждёт наставника {days}" if mentee.days_waited > 0 else ""


def _hours(mentor: MentorFacts, _mentee: MenteeFacts) -> str:
    if not mentor.hours_month:
        return ""
    each = f"{mentor.hours_month / max(mentor.places, 1):.2g}".replace(".", ",")
    return f"Времени на одного наставляемого: {each}\u00a0ч в месяц"


_TEXTS = {
    "request": _request,
    "subject": _subject,
    "wish": _wish,
    "welcome": _welcome,
    "interests": _interests,
    "tags": _tags,
    "age": age_text,
    "days": _days,
    "form": _form,
    "role": _role,
    "place": _place,
    "previous": _previous,
    "hours": _hours,
    "waiting": _waiting,
}
