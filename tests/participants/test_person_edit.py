"""The card of a person: cases of the name, and what the person is in life."""

from datetime import date

import pytest
from django.db import IntegrityError
from django.urls import reverse
from django.utils import timezone

from documents.kinds.people import short_name_in
from participants.domain.name_forms import corrections, refusal
from participants.forms.person import PersonForm
from participants.models import Occupation
from participants.services.person import save_person
from participants.templatetags.participants_tags import life
from programs.models import AuditEvent
from tests.builders import make_mentee, make_mentor, make_person, make_program

pytestmark = pytest.mark.django_db
NAME = "Лебедь Мария Петровна"


@pytest.fixture
def person(program):
    return make_person(NAME, organization=program.organization, sex="f", birth_year=1990)


@pytest.mark.parametrize(
    "name", ["person_detail", "person_update", "consent_create", "representative_create"]
)
def test_pages_about_a_person_stand_in_the_newest_program(browser, program, name):
    former = make_program(organization=program.organization, start_year=program.start_year - 1)
    child = make_person(NAME, organization=program.organization, birth_year=2014)
    make_mentor(former, person=child)
    make_mentee(program, person=child)

    page = browser.get(reverse(f"participants:{name}", args=[child.pk]))

    assert page.context["program"] == program


def save(browser, person, **values):
    known = {
        "last_name": person.last_name,
        "first_name": person.first_name,
        "patronymic": person.patronymic,
        "sex": person.sex,
        "birth_year": person.birth_year,
    }
    answer = browser.post(reverse("participants:person_update", args=[person.pk]), known | values)
    person.refresh_from_db()
    return answer


def errors(answer, number):
    return answer.context["forms"][number].errors


def test_the_page_previews_every_case(browser, person):
    page = browser.get(reverse("participants:person_update", args=[person.pk]))

    fields = page.context["forms"][2].fields
    assert {case: field.help_text for case, field in fields.items()} == {
        "gent": "Портал: Лебедь Марии Петровны",
        "datv": "Портал: Лебедь Марии Петровне",
        "accs": "Портал: Лебедь Марию Петровну",
        "ablt": "Портал: Лебедь Марией Петровной",
        "loct": "Портал: Лебедь Марии Петровне",
    }


def test_a_typed_case_is_printed(browser, person):
    save(browser, person, datv="  Лебеди   Марии Петровне ")

    assert person.name_forms == {"datv": "Лебеди Марии Петровне"}
    assert short_name_in(person, "datv") == "Лебеди\u00a0М.\u00a0П."
    assert short_name_in(person, "gent") == "Лебедь\u00a0М.\u00a0П."


def test_an_empty_field_returns_to_the_portal(browser, person):
    save(browser, person, datv="Лебеди Марии Петровне")
    save(browser, person, datv="")

    assert person.name_forms == {}


def test_the_portal_own_form_is_not_kept_as_a_correction():
    assert corrections({"datv": "Лебедь Марии Петровне"}, NAME, "f") == {}


@pytest.mark.parametrize(
    "typed",
    [
        "Лебеди Марии",
        "Лебеди М. П. (учителю)",
        "Лебеди 12 Петровне",
        "<b>Лебеди</b> Марии Петровне",
    ],
)
def test_a_case_needs_the_words_of_the_name(browser, person, typed):
    answer = save(browser, person, datv=typed)

    assert list(errors(answer, 2)) == ["datv"]
    assert person.name_forms == {}


@pytest.mark.parametrize(
    "typed", ["О’Нил Анны Петровны", "Римского-Корсакова Ивана Петровича", "Ли А. Б."]
)
def test_hyphens_apostrophes_and_initials_are_names(typed):
    assert refusal(typed, NAME) == ""


def test_cases_of_the_old_name_go_with_it(browser, person):
    save(browser, person, datv="Лебеди Марии Петровне", gent="Лебеди Марии Петровны")

    save(
        browser,
        person,
        last_name="Гусь",
        datv="Лебеди Марии Петровне",
        gent="Гуси Марии Петровны",
    )

    assert person.name_forms == {"gent": "Гуси Марии Петровны"}


def test_cases_go_when_the_form_of_the_base_renames(person):
    person.name_forms = {"datv": "Лебеди Марии Петровне"}
    person.save()

    person.last_name = "Гусь"
    save_person(person=person, occupations=[], by=None)

    person.refresh_from_db()
    assert person.name_forms == {}


def test_cases_stay_when_only_the_telephone_changes(person):
    person.name_forms = {"datv": "Лебеди Марии Петровне"}
    person.save()

    person.phone = "+7 900 000-00-01"
    save_person(person=person, occupations=[], by=None)

    person.refresh_from_db()
    assert person.name_forms == {"datv": "Лебеди Марии Петровне"}


def test_a_person_without_a_sex_is_asked_for_it(browser, program):
    person = make_person("Ким Саша", organization=program.organization, sex="")

    page = browser.get(reverse("participants:person_update", args=[person.pk])).content.decode()

    assert "Укажите пол: без него портал склоняет имя как мужское." in page


def test_a_known_sex_is_not_asked_for(browser, person):
    page = browser.get(reverse("participants:person_update", args=[person.pk])).content.decode()

    assert "Укажите пол" not in page


def test_several_occupations_and_the_experience_are_kept(browser, person):
    save(browser, person, occupations=["teacher", "parent"], teaches_since="2025-09-01")

    kept = Occupation.objects.filter(person=person).order_by("kind").values_list("kind", "since")
    assert list(kept) == [("parent", None), ("teacher", date(2025, 9, 1))]


def test_saving_a_row_of_a_base_keeps_the_experience(person):
    Occupation.objects.create(person=person, kind="teacher", since=date(2025, 9, 1))

    save_person(person=person, occupations=["teacher", "parent"], by=None)

    assert person.occupations.get(kind="teacher").since == date(2025, 9, 1)


@pytest.mark.parametrize("day", ["2999-01-01", "1980-01-01"])
def test_impossible_experience_is_refused(browser, person, day):
    answer = save(browser, person, occupations=["teacher"], teaches_since=day)

    assert list(errors(answer, 1)) == ["teaches_since"]


def test_the_card_computes_the_young_specialist():
    today = timezone.localdate()
    teacher = Occupation(kind="teacher", since=today.replace(year=today.year - 1))
    old = Occupation(kind="teacher", since=date(2001, 9, 1))

    assert life([teacher, Occupation(kind="parent")]) == (
        f"педагог (стаж с {teacher.since:%d.%m.%Y}, молодой специалист), родитель"
    )
    assert life([old]) == "педагог (стаж с 01.09.2001)"


def test_the_change_is_in_the_journal(browser, person):
    save(browser, person, datv="Лебеди Марии Петровне")

    assert AuditEvent.objects.filter(action="person.update", object_id=person.pk).count() == 1


def test_an_erased_person_is_not_edited(browser, program):
    mentor = make_mentor(program)
    mentor.person.erased_on = timezone.localdate()
    mentor.person.save()

    page = browser.get(reverse("participants:person_update", args=[mentor.person_id]))

    assert page.status_code == 404


@pytest.mark.parametrize("year", [1812, 2024, 2040, 99999, 3000000])
def test_an_impossible_year_of_birth_is_refused_beside_the_field(program, year):
    """A year past 9999 once broke every page that tells an age."""
    typed = {"last_name": "Ёлкин", "first_name": "Пётр", "birth_year": year}

    form = PersonForm(typed, organization=program.organization)

    assert form.errors["birth_year"] == [f"Проверьте год рождения: {year}."]


@pytest.mark.parametrize("day", ["1812-05-01", "2026-09-01", "9999-12-31"])
def test_an_impossible_date_of_birth_is_refused_beside_the_field(program, day):
    typed = {"last_name": "Ёлкин", "first_name": "Пётр", "birth_date": day}

    form = PersonForm(typed, organization=program.organization)

    assert form.errors["birth_date"] == ["Проверьте дату рождения."]


def test_no_year_of_birth_past_a_century_gets_into_the_database(program):
    with pytest.raises(IntegrityError):
        make_person(NAME, organization=program.organization, birth_year=9999)
