"""Invented people for the property tests of the matcher."""

from hypothesis import strategies as st

from pairs.domain.facts import CRITERIA, FORM_TITLES, USUAL, MenteeFacts, MentorFacts, Weights

FORMS = tuple(FORM_TITLES)[:2]
TEXTS = (
    "",
    "математика, физика",
    "Подготовка к ОГЭ по алгебре",
    "олимпиады; Python и робототехника",
    "помощь",
    "шахматы, музыка, чтение, физра",
)
ages = st.none() | st.integers(7, 19)
texts = st.sampled_from(TEXTS) | st.text(max_size=30)


def subsets(values):
    return st.frozensets(st.sampled_from(values), max_size=len(values))


ROLES = ("peer_peer", "leader_passive")
PLACES = ("", "МБОУ «СОШ № 9»", "Сош №9 МБОУ", "ООО «Лес», г. Заречный", "завод, г. Заречный")
HOURS = ((), ((540, 600),), ((570, 660),), ((900, 1020), (1080, 1140)), ((960, 1020),))
USUALLY = st.just(USUAL)
POSITIONS = ("", "учитель алгебры", "Учитель физики", "7 «А» класс")
weights = st.builds(
    Weights,
    **{name: st.integers(0, 50) for name in CRITERIA if name != "request"},
    request=st.integers(1, 50),
    age_tolerance=st.integers(0, 3),
    elder=st.none() | st.integers(0, 3),
)


def common():
    return {
        "person_id": st.none() | st.integers(1, 9),
        "position": st.sampled_from(POSITIONS),
        "interests": texts,
        "age": ages,
        "wishes": st.lists(st.integers(1, 5), max_size=4).map(tuple),
        "days": subsets(("пн", "ср", "сб")),
        "hours": st.sampled_from(HOURS),
        "workplace": st.sampled_from(PLACES),
    }


@st.composite
def mentors(draw):
    low, high = draw(ages), draw(ages)
    if low is not None and high is not None:
        low, high = min(low, high), max(low, high)
    return MentorFacts(
        id=draw(st.integers(1, 4)),
        forms=draw(subsets(FORMS)),
        role_models=draw(subsets(ROLES)),
        competences=draw(texts),
        tags=draw(subsets(("#Музыка", "спорт", "учёба"))),
        age_from=low,
        age_to=high,
        places=draw(st.integers(0, 3)),
        hours_month=draw(st.none() | st.floats(0, 40)),
        **{name: draw(values) for name, values in common().items()},
    )


@st.composite
def mentees(draw, weighed=USUALLY):
    return MenteeFacts(
        id=draw(st.integers(1, 5)),
        form=draw(st.sampled_from(("", *FORMS))),
        role_model=draw(st.sampled_from(("", *ROLES))),
        request=draw(texts),
        tags=draw(subsets(("музыка", "Спорт", "учеба"))),
        previous=draw(subsets((1, 2, 3, 4))),
        broken=dict.fromkeys(draw(subsets((1, 2))), "прекращена досрочно 12.03.2026"),
        days_waited=draw(st.integers(-5, 300)),
        weights=draw(weighed),
        **{name: draw(values) for name, values in common().items()},
    )


def bases(most_mentors=4, most_mentees=5, weighed=USUALLY):
    """Two lists of people whose ids do not repeat, and pairs that are banned."""

    def unique(people, most):
        return st.lists(people, max_size=most, unique_by=lambda person: person.id)

    banned = st.frozensets(st.tuples(st.integers(1, 4), st.integers(1, 5)), max_size=4)
    people = unique(mentors(), most_mentors), unique(mentees(weighed), most_mentees)
    return st.tuples(*people, banned)
