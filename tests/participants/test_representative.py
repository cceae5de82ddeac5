"""Parents: who represents a child, and whose name stands in the child's papers."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from participants.models import Consent, Occupation, Person, Representative
from participants.services.consent import record_many
from participants.services.representative import add, search
from participants.services.signers import ON_PAPER, name_representative, unnamed
from programs.models import AuditEvent
from tests.assertions import queries_of
from tests.builders import (
    make_mentee,
    make_mentor,
    make_organization,
    make_person,
)

pytestmark = pytest.mark.django_db
MOTHER = "Дятлова Ольга Сергеевна"


@pytest.fixture
def mentee(program):
    return make_mentee(program, "Дятлов Егор Ильич")


@pytest.fixture
def child(mentee):
    return mentee.person


@pytest.fixture
def mother(child):
    return make_person(MOTHER, organization=child.organization, birth_year=1985, sex="f")


def url(name, *arguments):
    return reverse(f"participants:{name}", args=arguments)


def new_parent(browser, child, **values):
    typed = {
        "last_name": "Дятлова",
        "first_name": "Ольга",
        "patronymic": "Сергеевна",
        "phone": "+7 900 000-00-02",
        "relation": "mother",
    }
    return browser.post(url("representative_create", child.pk), typed | values)


def pile(mentee, *kinds):
    today = timezone.localdate()
    return record_many(participants=[mentee], kinds=kinds, signed_on=today, by=None)


def names():
    return list(Consent.objects.order_by("pk").values_list("representative", flat=True))


def test_a_new_parent_becomes_a_person_of_the_school(browser, child):
    answer = new_parent(browser, child)

    link = Representative.objects.get()
    assert answer.url == url("person_detail", child.pk)
    assert (link.child, link.relation, link.person.full_name) == (child, "mother", MOTHER)
    assert (link.person.phone, link.person.sex) == ("+7 900 000-00-02", "f")
    assert list(link.person.occupations.values_list("kind", flat=True)) == ["parent"]


def test_a_parent_who_looks_known_is_asked_about(browser, child, mother):
    answer = new_parent(browser, child)

    assert list(answer.context["form"].errors) == ["same"]
    assert Representative.objects.count() == 0


def test_the_known_person_is_taken_instead_of_a_double(browser, child, mother):
    new_parent(browser, child, same=str(mother.pk))

    assert Representative.objects.get().person == mother
    assert Person.objects.count() == 2


def test_a_namesake_is_kept_apart(browser, child, mother):
    new_parent(browser, child, same="other")

    assert Representative.objects.get().person != mother
    assert Person.objects.count() == 3


def test_a_mentor_may_be_a_parent(browser, child, program):
    mentor = make_mentor(program, "Дятлов Илья Олегович")
    Occupation.objects.create(person=mentor.person, kind="teacher")

    browser.post(url("representative_choose", child.pk, mentor.person_id), {"relation": "father"})

    assert Representative.objects.get().person == mentor.person
    kinds = mentor.person.occupations.order_by("kind").values_list("kind", flat=True)
    assert list(kinds) == ["parent", "teacher"]


def test_the_search_finds_adults_of_this_school(child, mother):
    make_person("Дятлова Анна Ильинична", organization=child.organization, birth_year=2011)
    make_person(MOTHER, organization=make_organization(), birth_year=1985)

    assert search(child, "дятлова ОЛЬГА") == [mother]
    assert search(child, "дятл") == [mother]
    assert search(child, " ") == []


def test_the_search_does_not_offer_who_is_recorded_already(child, mother):
    add(child=child, person=mother, relation="mother", by=None)

    assert search(child, "дятлова") == []


def test_a_person_of_another_school_is_not_chosen(browser, child):
    stranger = make_person(birth_year=1985)

    page = browser.post(url("representative_choose", child.pk, stranger.pk), {"relation": "mother"})

    assert page.status_code == 404
    assert Representative.objects.count() == 0


def test_a_guardian_needs_a_document(browser, child):
    answer = new_parent(browser, child, relation="guardian")

    assert list(answer.context["form"].errors) == ["document"]


def test_a_child_does_not_represent_a_child(child):
    friend = make_person("Сойкин Олег", organization=child.organization, birth_year=2011)

    with pytest.raises(ValidationError, match="только взрослый"):
        add(child=child, person=friend, relation="other", by=None)


def test_an_adult_has_no_representative(browser, mother, child):
    with pytest.raises(ValidationError, match="только у несовершеннолетнего"):
        add(
            child=mother,
            person=make_person(organization=child.organization, birth_year=1960),
            relation="mother",
            by=None,
        )
    assert browser.get(url("representative_create", mother.pk)).status_code == 404


def test_removing_leaves_the_person_and_the_papers(browser, mentee, child, mother):
    link = add(child=child, person=mother, relation="mother", by=None)
    pile(mentee, "processing")

    browser.post(url("representative_delete", link.pk))

    assert Representative.objects.count() == 0
    assert Person.objects.filter(pk=mother.pk).exists()
    assert names() == [MOTHER]


def test_a_pile_names_the_only_representative(mentee, child, mother):
    add(child=child, person=mother, relation="mother", by=None)

    pile(mentee, "processing", "needs_analysis")

    assert names() == [MOTHER, MOTHER]


@pytest.mark.parametrize("parents", [0, 2])
def test_a_pile_does_not_guess_among_none_or_two(mentee, child, mother, parents):
    for full_name in (MOTHER, "Дятлов Илья Олегович")[:parents]:
        person = make_person(full_name, organization=child.organization, birth_year=1985)
        add(child=child, person=person, relation="other", by=None)

    pile(mentee, "processing")

    assert names() == [ON_PAPER]
    assert unnamed(mentee.program, timezone.localdate()) == [Consent.objects.get()]


def test_a_pile_of_a_class_asks_for_parents_once(program):
    def spent(number):
        rows = [make_mentee(program) for _ in range(number)]
        today = timezone.localdate()
        return queries_of(
            lambda: record_many(participants=rows, kinds=["photo"], signed_on=today, by=None)
        )

    assert spent(1) == spent(30)


def test_an_adult_signs_for_himself_in_a_pile(program):
    mentor = make_mentor(program)

    pile(mentor, "processing")

    assert names() == [""]


def test_a_missing_name_is_typed_in_once(browser, mentee, mother):
    pile(mentee, "processing")
    consent = Consent.objects.get()

    first = browser.post(url("consent_name", consent.pk), {"representative": " Дятлова   О. С. "})
    second = browser.post(url("consent_name", consent.pk), {"representative": "Другая А. А."})

    assert (first.status_code, second.status_code) == (302, 404)
    assert names() == ["Дятлова О. С."]


def test_a_missing_name_is_chosen_from_the_recorded(browser, mentee, child, mother):
    pile(mentee, "processing")
    add(child=child, person=mother, relation="mother", by=None)

    browser.post(url("consent_name", Consent.objects.get().pk), {"recorded": MOTHER})

    assert names() == [MOTHER]


@pytest.mark.parametrize(
    ("typed", "kept"), [({}, [MOTHER, ON_PAPER]), ({"everywhere": "on"}, [MOTHER, MOTHER])]
)
def test_the_other_papers_are_named_only_when_asked(browser, mentee, typed, kept):
    pile(mentee, "processing", "photo")
    stranger = make_mentee(mentee.program)
    pile(stranger, "photo")
    consent = Consent.objects.order_by("pk").first()

    browser.post(url("consent_name", consent.pk), {"representative": MOTHER} | typed)

    assert names() == [*kept, ON_PAPER]


def test_the_last_paper_does_not_speak_of_others(browser, mentee):
    pile(mentee, "processing")

    form = browser.get(url("consent_name", Consent.objects.get().pk)).context["form"]

    assert "everywhere" not in form.fields


def test_an_empty_name_is_refused(browser, mentee):
    pile(mentee, "processing")

    answer = browser.post(url("consent_name", Consent.objects.get().pk), {"representative": "  "})

    assert list(answer.context["form"].errors) == ["representative"]
    assert names() == [ON_PAPER]


def test_a_name_in_a_paper_is_never_replaced(mentee, child, mother):
    add(child=child, person=mother, relation="mother", by=None)
    pile(mentee, "processing")

    with pytest.raises(ValidationError, match="уже вписано"):
        name_representative(consent=Consent.objects.get(), representative="Другая А. А.", by=None)


def paper(**values):
    today = timezone.localdate().isoformat()
    return {"kind": "processing", "signer": "representative", "signed_on": today} | values


def test_the_form_of_a_consent_offers_the_representatives(browser, child, mother):
    add(child=child, person=mother, relation="mother", by=None)

    field = browser.get(url("consent_create", child.pk)).context["form"].fields["recorded"]

    assert field.choices == [(MOTHER, MOTHER), ("", "другой, впишу ниже")]
    assert field.initial == MOTHER


def test_the_form_without_representatives_asks_for_the_name(browser, child):
    form = browser.get(url("consent_create", child.pk)).context["form"]

    assert "recorded" not in form.fields


@pytest.mark.parametrize(
    ("typed", "kept"), [({}, MOTHER), ({"representative": "Дятлов И. О."}, "Дятлов И. О.")]
)
def test_a_typed_name_wins_over_the_chosen(browser, child, mother, typed, kept):
    add(child=child, person=mother, relation="mother", by=None)

    browser.post(url("consent_create", child.pk), paper(recorded=MOTHER, **typed))

    assert names() == [kept]


def test_the_name_in_a_paper_outlives_the_marriage_of_the_mother(browser, child, mother):
    add(child=child, person=mother, relation="mother", by=None)
    browser.post(url("consent_create", child.pk), paper(recorded=MOTHER))

    mother.last_name = "Сорокина"
    mother.save()

    assert names() == [MOTHER]


def test_a_name_from_nowhere_is_not_chosen(browser, child, mother):
    add(child=child, person=mother, relation="mother", by=None)

    answer = browser.post(url("consent_create", child.pk), paper(recorded="Чужая Анна"))

    assert "recorded" in answer.context["form"].errors
    assert names() == []


def test_who_represents_whom_is_in_the_journal(browser, child, mother):
    link = add(child=child, person=mother, relation="mother", by=None)
    browser.post(url("representative_delete", link.pk))

    actions = AuditEvent.objects.filter(object_id=child.pk, action__startswith="representative")
    assert list(actions.order_by("pk").values_list("action", flat=True)) == [
        "representative.add",
        "representative.remove",
    ]


def test_the_cards_of_both_name_each_other(browser, child, mother):
    add(child=child, person=mother, relation="mother", by=None)

    of_child = browser.get(url("person_detail", child.pk)).context["representatives"]
    of_mother = browser.get(url("person_detail", mother.pk)).context

    assert [link.person for link in of_child] == [mother]
    assert [link.child for link in of_mother["represents"]] == [child]
    assert "representatives" not in of_mother
