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


# Made once: strategies are looked through anew each time when they are made amid a draw.
COMMON = {
    "person_id": st.none() | st.integers(1, 9),
    "position": st.sampled_from(POSITIONS),
    "interests": texts,
    "age": ages,
    "wishes": st.lists(st.integers(1, 5), max_size=4).map(tuple),
    "days": subsets(("пн", "ср", "сб")),
    "hours": st.sampled_from(HOURS),
    "workplace": st.sampled_from(PLACES),
}


def mentor(wished, **facts):
    low, high = wished if None in wished else sorted(wished)
    return MentorFacts(age_from=low, age_to=high, **facts)


MENTORS = st.builds(
    mentor,
    wished=st.tuples(ages, ages),
    id=st.integers(1, 4),
    forms=subsets(FORMS),
    role_models=subsets(ROLES),
    competences=texts,
    tags=subsets(("#Музыка", "спорт", "учёба")),
    places=st.integers(0, 3),
    hours_month=st.none() | st.floats(0, 40),
    **COMMON,
)


def mentee(parted, **facts):
    return MenteeFacts(broken=dict.fromkeys(parted, "прекращена досрочно 12.03.2026"), **facts)


def mentees(weighed=USUALLY):
    return st.builds(
        mentee,
        parted=subsets((1, 2)),
        id=st.integers(1, 5),
        form=st.sampled_from(("", *FORMS)),
        role_model=st.sampled_from(("", *ROLES)),
        request=texts,
        tags=subsets(("музыка", "Спорт", "учеба")),
        previous=subsets((1, 2, 3, 4)),
        days_waited=st.integers(-5, 300),
        weights=weighed,
        **COMMON,
    )


def bases(most_mentors=4, most_mentees=5, weighed=USUALLY):
    """Two lists of people whose ids do not repeat, and pairs that are banned."""

    def unique(people, most):
        return st.lists(people, max_size=most, unique_by=lambda person: person.id)

    banned = st.frozensets(st.tuples(st.integers(1, 4), st.integers(1, 5)), max_size=4)
    people = unique(MENTORS, most_mentors), unique(mentees(weighed), most_mentees)
    return st.tuples(*people, banned)
