"""The rules that do not let two people be a pair, each with the fact it rests on."""

from collections.abc import Set

from pairs.domain.facts import MenteeFacts, MentorFacts
from pairs.domain.scoring import age_gap, form_fits, is_elder, role_fits, same_person
from pairs.domain.wording import age_text, form_title, role_title, years


def forbids(
    mentor: MentorFacts, mentee: MenteeFacts, banned: Set[tuple[int, int]] = frozenset()
) -> str:
    """The rule that does not let this pair be, in words; empty when there is none."""
    if same_person(mentor, mentee):
        return "Наставник и наставляемый – один и тот же человек"
    if mentor.id in mentee.mentors:
        return "Этот наставник уже ведёт наставляемого"
    if (mentor.id, mentee.id) in banned:
        return "Пара исключена куратором"
    if mentor.id in mentee.broken:
        return f"Пара уже не сложилась: {mentee.broken[mentor.id]}"
    wrong = _unfit(mentor, mentee)
    return wrong or ("" if mentor.places > 0 else "У наставника нет свободных мест")


def _unfit(mentor: MentorFacts, mentee: MenteeFacts) -> str:
    """What both have said about themselves and does not go together."""
    if not form_fits(mentor, mentee.form):
        return f"Наставник не работает в форме {form_title(mentee.form)}"
    if not role_fits(mentor, mentee.role_model):
        return f"Наставник не берёт ролевую модель {role_title(mentee.role_model)}"
    if age_gap(mentor, mentee.age) > mentee.weights.age_tolerance:
        return age_text(mentor, mentee)
    return "" if is_elder(mentor, mentee) else _not_elder(mentor, mentee)


def _not_elder(mentor: MentorFacts, mentee: MenteeFacts) -> str:
    elder = mentee.weights.elder or 0
    asked = f"хотя бы на {years(elder)}" if elder else "или ровесником"
    return f"Наставнику {years(mentor.age or 0)}, а нужно быть старше наставляемого {asked}"
