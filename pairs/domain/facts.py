"""What the matcher is told about people, and what it answers: plain values, no database."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property

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
ROLE_TITLES = {
    "achiever_underachiever": "успевающий – неуспевающий",
    "leader_passive": "лидер – пассивный",
    "peer_peer": "равный – равному",
    "experienced_young": "опытный педагог – молодой специалист",
    "leader_struggling": (
        "лидер педагогического сообщества – педагог, испытывающий профессиональные затруднения"
    ),
    "innovator_conservative": "педагог-новатор – консервативный педагог",
    "subject_expert_novice": "опытный предметник – неопытный предметник",
}
FULL_SCORE = 100
LARGEST_GROUP = 20
Hours = tuple[tuple[int, int], ...]  # minutes of the day, from and to


@dataclass(frozen=True)
class Weights:
    """How much each criterion may add, relative to the others; together they make 100 points.

    A wished age is a wish, and the bases know the year of birth only: one year beyond the range
    may be no difference at all, two are still one step of school. So up to ``age_tolerance``
    years beyond cost points, and further away is not proposed. ``elder`` is by how many years a
    mentor must be older; without it the two ages are not compared.
    """

    request: int = 28
    subject: int = 0
    wish: int = 12
    welcome: int = 6
    interests: int = 10
    tags: int = 8
    age: int = 8
    days: int = 8
    form: int = 4
    role: int = 3
    place: int = 2
    previous: int = 5
    hours: int = 3
    waiting: int = 3
    age_tolerance: int = 2
    elder: int | None = None

    def __post_init__(self) -> None:
        if min(self.age_tolerance, *self.relative().values()) < 0:
            raise ValueError("Веса и допуск по возрасту не бывают отрицательными.")
        if not sum(self.relative().values()):
            raise ValueError("Хотя бы один вес должен быть больше нуля.")

    def relative(self) -> dict[str, int]:
        return {name: getattr(self, name) for name in CRITERIA}

    @cached_property
    def points(self) -> dict[str, int]:
        """The most points of each criterion: whole numbers that add up to ``FULL_SCORE``."""
        asked = self.relative()
        total = sum(asked.values())
        shared = {name: weight * FULL_SCORE // total for name, weight in asked.items()}
        by_remainder = sorted(CRITERIA, key=lambda name: -(asked[name] * FULL_SCORE % total))
        for name in by_remainder[: FULL_SCORE - sum(shared.values())]:
            shared[name] += 1
        return shared


RULES = ("age_tolerance", "elder")
CRITERIA = tuple(item.name for item in fields(Weights) if item.name not in RULES)
USUAL = Weights()
TITLES = {
    "request": "Запрос и компетенции",
    "subject": "Предмет",
    "wish": "Пожелания наставляемого",
    "welcome": "Пожелания наставника",
    "interests": "Интересы",
    "tags": "Метки",
    "age": "Возраст",
    "days": "Свободное время",
    "form": "Форма наставничества",
    "role": "Ролевая модель",
    "place": "Место работы или учёбы",
    "previous": "Прошлые пары",
    "hours": "Время наставника",
    "waiting": "Ожидание",
}


@dataclass(frozen=True)
class MentorFacts:
    """A mentor who may be offered. ``places`` are those still free, not those declared.

    ``wishes`` are mentee ids, the dearest first; ``is_busy``: leads somebody already. One run
    brings no more than ``group_most`` people, of whatever forms, however many places are free.
    """

    id: int
    person_id: int | None = None
    forms: frozenset[str] = frozenset()
    role_models: frozenset[str] = frozenset()
    competences: str = ""
    position: str = ""
    interests: str = ""
    tags: frozenset[str] = frozenset()
    age: int | None = None
    age_from: int | None = None
    age_to: int | None = None
    hours_month: float | None = None
    places: int = 1
    group_most: int = LARGEST_GROUP
    is_busy: bool = False
    days: frozenset[str] = frozenset()
    hours: Hours = ()
    workplace: str = ""
    wishes: tuple[int, ...] = ()

    @property
    def seats(self) -> int:
        """How many mentees one run may bring."""
        return min(self.places, self.group_most)


@dataclass(frozen=True)
class MenteeFacts:
    """A mentee to be served, by the weights of the form.

    ``wishes`` are mentor ids, the dearest first. ``previous`` are mentors of pairs that ended
    well; ``broken`` tells of each other earlier mentor what parted them; ``mentors`` lead now.
    """

    id: int
    person_id: int | None = None
    form: str = ""
    role_model: str = ""
    request: str = ""
    position: str = ""
    interests: str = ""
    tags: frozenset[str] = frozenset()
    age: int | None = None
    places: int = 1
    wishes: tuple[int, ...] = ()
    previous: frozenset[int] = frozenset()
    broken: Mapping[int, str] = field(default_factory=dict)
    mentors: frozenset[int] = frozenset()
    days: frozenset[str] = frozenset()
    hours: Hours = ()
    workplace: str = ""
    days_waited: int = 0
    weights: Weights = USUAL


@dataclass(frozen=True)
class Reason:
    """One line of a pair's sheet; no points means a fact to look at before agreeing.

    ``partly`` met, a criterion of little weight may be worth less than a point.
    """

    code: str
    points: int
    text: str
    partly: bool = False


@dataclass(frozen=True)
class Proposal:
    mentor_id: int
    mentee_id: int
    score: int
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Unmatched:
    """Somebody left without a pair; ``side`` is «mentee» or «mentor»."""

    side: str
    id: int
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Matching:
    """Proposals in the order of mentees' ids; ``objective`` is the sum of their scores.

    No other pairs that serve as many people would have a sum above ``bound``. Served mentees and
    busy mentors are those who had nobody before, as the aims of the solver count them.
    """

    proposals: tuple[Proposal, ...]
    unmatched: tuple[Unmatched, ...]
    objective: float
    proven_optimal: bool
    bound: float
    mentees_served: int
    mentors_busy: int
    seconds: float = field(default=0.0, compare=False)
