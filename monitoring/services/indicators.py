"""The three indicators of the gymnasium, with what each was made of (inventory G73_indicators)."""

from datetime import date

from django.core.exceptions import ValidationError

from mentoring_portal.shared.dates import short_date
from monitoring.domain.indicators import (
    SATISFACTION_RULE,
    Share,
    satisfaction,
)
from monitoring.enums import HeadcountCode, IndicatorCode
from monitoring.models import Headcount
from participants.domain.experience import is_young_specialist
from participants.enums import OccupationKind
from participants.models import Occupation


def indicator(code: IndicatorCode, share: Share, numerator: str, denominator: str, note: str):
    """One row of the report; impossible shares are refused, never printed."""
    if not share.is_possible:
        raise ValidationError(
            f"Показатель «{code.label}» больше 100 %: {share.numerator} из {share.denominator}. "
            "Исправьте численность в разделе «Численность»."
        )
    return {
        "code": code.value,
        "name": code.label,
        "numerator": share.numerator,
        "denominator": share.denominator,
        "numerator_name": numerator,
        "denominator_name": denominator,
        "value": None if share.value is None else str(share.value),
        "note": note,
    }


def latest_headcount(program, code: HeadcountCode, as_of: date) -> Headcount | None:
    counts = Headcount.objects.filter(program=program, code=code, as_of__lte=as_of)
    return counts.order_by("-as_of", "-pk").first()


def young_specialists(people: set[int], as_of: date) -> int:
    """How many of ``people`` teach for 0–3 years; the record «молодой специалист» counts, too."""
    young = {
        occupation.person_id
        for occupation in Occupation.objects.filter(person__in=people)
        if occupation.kind == OccupationKind.YOUNG_SPECIALIST
        or (
            occupation.kind == OccupationKind.TEACHER
            and is_young_specialist(occupation.since, as_of)
        )
    }
    return len(young)


def young_teachers_mentees(program, mentees: set[int], as_of: date) -> dict:
    headcount = latest_headcount(program, HeadcountCode.YOUNG_SPECIALISTS, as_of)
    note = (
        f"Численность на {short_date(headcount.as_of)}."
        if headcount
        else "Численность молодых специалистов не внесена."
    )
    return indicator(
        IndicatorCode.YOUNG_TEACHERS_MENTEES,
        Share(young_specialists(mentees, as_of), headcount.value if headcount else None),
        "молодые специалисты – наставляемые",
        "все молодые специалисты организации",
        note,
    )


def satisfaction_indicator(code, people: set[int], ratings: dict, words: str) -> dict:
    answered = sum(1 for person in people if ratings.get(person))
    return indicator(
        code,
        satisfaction(people, ratings),
        f"{words}, удовлетворённые участием",
        f"все {words}, принявшие участие",
        f"Оценки дали {answered} из {len(people)}. {SATISFACTION_RULE}",
    )
