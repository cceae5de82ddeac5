"""Invented people for the property tests of the matcher."""

from hypothesis import strategies as st

from pairs.domain.facts import CRITERIA, FORM_TITLES, MenteeFacts, MentorFacts, Weights

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


@st.composite
def mentors(draw):
    low, high = draw(ages), draw(ages)
    if low is not None and high is not None:
        low, high = min(low, high), max(low, high)
    return MentorFacts(
        id=draw(st.integers(1, 4)),
        person_id=draw(st.none() | st.integers(1, 9)),
        forms=draw(subsets(FORMS)),
        competences=draw(texts),
        interests=draw(texts),
        tags=draw(subsets(("#Музыка", "спорт", "учёба"))),
        age_from=low,
        age_to=high,
        hours_month=draw(st.none() | st.floats(0, 40)),
        places=draw(st.integers(0, 3)),
        days=draw(subsets(("пн", "ср", "сб"))),
    )


@st.composite
def mentees(draw):
    return MenteeFacts(
        id=draw(st.integers(1, 5)),
        person_id=draw(st.none() | st.integers(1, 9)),
        form=draw(st.sampled_from(("", *FORMS))),
        request=draw(texts),
        interests=draw(texts),
        tags=draw(subsets(("музыка", "Спорт", "учеба"))),
        age=draw(ages),
        wishes=tuple(draw(st.lists(st.integers(1, 4), max_size=4))),
        previous=draw(subsets((1, 2, 3, 4))),
        days=draw(subsets(("пн", "ср", "сб"))),
    )


def bases(most_mentors=4, most_mentees=5):
    """Two lists of people whose ids do not repeat, and pairs that are banned."""

    def unique(people, most):
        return st.lists(people, max_size=most, unique_by=lambda person: person.id)

    banned = st.frozensets(st.tuples(st.integers(1, 4), st.integers(1, 5)), max_size=4)
    return st.tuples(unique(mentors(), most_mentors), unique(mentees(), most_mentees), banned)


weights = st.builds(
    Weights,
    **{name: st.integers(0, 50) for name in CRITERIA if name != "request"},
    request=st.integers(1, 50),
    age_tolerance=st.integers(0, 3),
)
