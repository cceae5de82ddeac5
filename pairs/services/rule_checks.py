"""The hard rules of a pair, one by one, each with the fact that it rests on."""

from collections.abc import Iterator
from dataclasses import dataclass

from pairs.domain.facts import MenteeFacts, MentorFacts
from pairs.domain.scoring import age_gap, form_fits, is_elder, role_fits
from pairs.domain.wording import age_text, form_title, role_title
from pairs.services.draft import Draft, Key

ANY = "любая"


@dataclass(frozen=True)
class RuleCheck:
    title: str
    is_kept: bool
    fact: str


def rule_checks(draft: Draft, key: Key) -> list[RuleCheck]:
    mentor, mentee = draft.mentor_facts[key[0]], draft.mentee_facts[key[1]]
    return [*_wishes(mentor, mentee), *_standing(draft, key, mentor, mentee)]


def _wishes(mentor: MentorFacts, mentee: MenteeFacts) -> Iterator[RuleCheck]:
    forms = ", ".join(form_title(code) for code in sorted(mentor.forms)) or ANY
    asked = form_title(mentee.form) if mentee.form else "в запросе не указана"
    yield RuleCheck(
        "Форма наставничества", form_fits(mentor, mentee.form), f"{asked}; наставник: {forms}"
    )
    models = ", ".join(role_title(code) for code in sorted(mentor.role_models)) or ANY
    model = role_title(mentee.role_model) if mentee.role_model else "в запросе не указана"
    fits = role_fits(mentor, mentee.role_model)
    yield RuleCheck("Ролевая модель", fits, f"{model}; наставник: {models}")
    near = age_gap(mentor, mentee.age) <= mentee.weights.age_tolerance
    yield RuleCheck("Возраст наставляемого", near, age_text(mentor, mentee))
    if mentee.weights.elder is not None:
        kept = is_elder(mentor, mentee)
        yield RuleCheck("Наставник старше", kept, "да" if kept else "нет: возраст не подходит")


def _standing(
    draft: Draft, key: Key, mentor: MentorFacts, mentee: MenteeFacts
) -> Iterator[RuleCheck]:
    banned = key in draft.facts.banned
    yield RuleCheck("Запрет куратора", not banned, "есть" if banned else "нет")
    broken = mentee.broken.get(mentor.id, "")
    yield RuleCheck("Прежняя неудавшаяся пара", not broken, broken or "не было")
    held, limit = draft.held[key[0]], mentor.places
    fact = f"в черновике занято {held} из {limit} свободных"
    yield RuleCheck("Места у наставника", held <= limit, fact)
    held = sum(1 for cell in draft.cells if cell[1] == key[1])
    limit = draft.mentee_places(key[1])
    fact = f"в черновике занято {held} из {limit} свободных"
    yield RuleCheck("Места у наставляемого", held <= limit, fact)
    own = draft.oneself(key)
    yield RuleCheck("Разные люди", not own, "нет" if own else "да")
