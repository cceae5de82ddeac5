"""What papers about one pair share: its words in braces, its card, who signs."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from documents.domain.blocks import BLANK_DATE, KeyValues, Stamps
from documents.domain.form_blocks import SignLine
from documents.domain.placeholders import BLANK, Manner, Value
from documents.domain.points import lowered, sentence_part
from documents.enums import FieldType
from documents.kinds.acts.act import director_stamp
from documents.kinds.acts.pair_plan import listed_tasks, plan_of
from documents.kinds.base import Field
from documents.kinds.people import Named, on_duty
from documents.kinds.values import day_of
from mentoring_portal.shared.dates import long_date, short_date
from mentoring_portal.shared.plurals import counted
from pairs.models import Pair
from participants.enums import AssignmentRole
from participants.models import Mentee, Representative
from programs.enums import PUPIL_MENTEE_FORMS
from programs.models import ProgramForm

ADULT = 18
USUAL_TASKS = (
    "уточнить запрос наставляемого, его сильные стороны и затруднения",
    "составить и выполнить план мероприятий, направленных на их преодоление",
    "передать опыт через совместную практику, разбор и обратную связь",
    "поддержать самостоятельность наставляемого, его уверенность и вовлечённость в жизнь "
    "коллектива",
    "оценить результаты и определить дальнейшие шаги",
)
USUAL_REGIME = (
    "встречи не реже двух раз в месяц, очно или дистанционно, в согласованное время; "
    "между встречами – выполнение заданий и консультации по необходимости"
)
# A longer list of names would fill the title.
TITLED = 3
NAMES = (
    "пара",
    "наставник",
    "наставляемый",
    "форма",
    "ролевая модель",
    "вид",
    "начало",
    "окончание",
    "цель пары",
    "задачи пары",
    "режим",
    "запрос",
    "компетенции",
)
UNTIL = Field(
    "until",
    "Срок работы – до",
    "Пусто – окончание работы пары по её карточке, а если его нет, 31 мая. Персонализированную "
    "программу обычно рассчитывают на срок от трёх месяцев до одного года.",
    required=False,
    type=FieldType.DATE,
)


@dataclass(frozen=True)
class Several:
    """People whom a text names together: «Ершовой Я. Т., Зорину Л. Ю.»"""

    people: tuple[Named, ...]

    def words(self, case: str, manner: Manner) -> str:
        return ", ".join(human.words(case, manner).removesuffix(",") for human in self.people)


def pair_values(
    pair: Pair | None, mentees: Iterable[Mentee], document, since: date | None = None
) -> dict[str, Value]:
    """``pair`` is None for a mentee who has none yet: what it would say is left to the hand.

    ``since`` is the day when the one whom the paper is about joined the pair.
    """
    mentees = tuple(mentees)
    people = tuple(Named(row.person, row.position) for row in mentees)
    requests = dict.fromkeys(sentence_part(row.request) for row in mentees if row.request)
    plan = plan_of(pair)
    start, until = start_of(pair, since), until_of(document, pair)
    return {
        "пара": pair_words(pair, mentees) if pair else None,
        "наставник": mentor_named(pair),
        "наставляемый": Several(people),
        "форма": form_words(pair) or None,
        "ролевая модель": pair.get_role_model_display() if pair and pair.role_model else None,
        "вид": lowered(pair.get_kind_display()) if pair else None,
        "начало": long_date(start) if start else None,
        "окончание": long_date(until) if until else None,
        "цель пары": goal_of(pair) or None,
        "задачи пары": listed_tasks(plan, USUAL_TASKS),
        "режим": sentence_part(plan.regime if plan else "") or USUAL_REGIME,
        "запрос": "; ".join(requests) or None,
        "компетенции": (pair and sentence_part(pair.mentor.competences)) or None,
    }


def pair_words(pair: Pair, mentees: tuple[Mentee, ...]) -> str:
    """«Панин Г. О. – Ершова Я. Т.», of a large group only how many they are."""
    names = ", ".join(row.person.short_name for row in mentees)
    if len(mentees) > TITLED:
        names = f"группа, {counted(len(mentees), 'наставляемый', 'наставляемых', 'наставляемых')}"
    return f"{pair.mentor.person.short_name} – {names}"


def mentor_named(pair: Pair | None) -> Named | None:
    return Named(pair.mentor.person, pair.mentor.position) if pair else None


def form_words(pair: Pair | None) -> str:
    return f"«{pair.get_form_display()}»" if pair and pair.form else ""


def goal_of(pair: Pair | None) -> str:
    """The goal of the plan, else the pair's own, else that of its form in the program."""
    if pair is None:
        return ""
    plan = plan_of(pair)
    own = (plan.goal if plan else "") or pair.goal
    form = None if own else ProgramForm.objects.of_program(pair.program).described_as(pair.form)
    return sentence_part(own or (form.goal if form else ""))


def start_of(pair: Pair | None, since: date | None = None) -> date | None:
    plan = plan_of(pair)
    start = (plan.starts_on if plan else None) or (pair.starts_on if pair else None)
    return max(start, since) if start and since else start


def until_of(document, pair: Pair | None) -> date | None:
    typed = document.content.get("until")
    if typed:
        return date.fromisoformat(typed)
    plan, start = plan_of(pair), start_of(pair)
    known = (plan.ends_on if plan else None) or (pair.ends_on if pair else None)
    last = document.program.year.day(5, 31)
    return known or (last if start is None or start < last else None)


def term_words(pair: Pair | None, until: date | None, since: date | None = None) -> str:
    start = short_date(start_of(pair, since)) or "____________"
    return f"с {start} по {short_date(until) or '____________'}"


def card(
    pair: Pair | None, mentees: Iterable[Mentee], document, since: date | None = None
) -> KeyValues:
    """Who works with whom, how and until when."""
    mentees = list(mentees)
    curator = on_duty(document.program.organization, AssignmentRole.CURATOR, day_of(document))
    role_model = pair.get_role_model_display() if pair and pair.role_model else ""
    rows = (
        ("Наставник", full(mentor_named(pair))),
        (
            "Наставляемый" if len(mentees) == 1 else "Наставляемые",
            "\n".join(full(Named(row.person, row.position)) for row in mentees),
        ),
        ("Форма наставничества", form_words(pair) or BLANK),
        ("Ролевая модель", f"«{role_model}»" if role_model else ""),
        ("Вид наставничества", lowered(pair.get_kind_display()) if pair else ""),
        ("Срок работы", term_words(pair, until_of(document, pair), since)),
        ("Куратор", full(curator)),
    )
    return KeyValues(tuple(row for row in rows if row[1]))


def full(human: Named | None) -> str:
    """«Панин Глеб Олегович, учитель химии»"""
    if human is None:
        return BLANK
    return ", ".join(filter(None, (human.person.full_name, human.post)))


def agreed_stamps(document, content) -> Stamps:
    """«УТВЕРЖДАЮ» of the director, «СОГЛАСОВАНО» of the curator."""
    return Stamps(right=director_stamp(document), left=curator_stamp(document))


def curator_stamp(document) -> tuple[str, ...]:
    curator = on_duty(document.program.organization, AssignmentRole.CURATOR, day_of(document))
    name = curator.person.signature_name if curator else "_" * 18
    day = long_date(document.date) if document.date else BLANK_DATE
    return ("СОГЛАСОВАНО", "Куратор", f"_____________ {name}", day)


def signed(pair: Pair | None, mentees: Iterable[Mentee]) -> Iterator[SignLine]:
    yield SignLine("Наставник", pair.mentor.person.signature_name if pair else "")
    for mentee in mentees:
        yield SignLine("Наставляемый", mentee.person.signature_name)
        yield from parents(pair, mentee)


def parents(pair: Pair | None, mentee: Mentee) -> Iterator[SignLine]:
    """A minor's plan is signed by the representative, too."""
    age = mentee.person.age_on(timezone.localdate())
    form = pair.form if pair else mentee.form
    if form in PUPIL_MENTEE_FORMS and (age is None or age < ADULT):
        found = Representative.objects.filter(child=mentee.person).select_related("person").first()
        name = found.person.signature_name if found else ""
        yield SignLine("Родитель (законный представитель)", name)
