"""The forms of mentors and mentees: words that become numbers, days and hours."""

import re
from decimal import Decimal

import pytest
from django.urls import reverse

from participants.models import Mentee, Mentor
from tests.builders import make_mentee, make_mentor

pytestmark = pytest.mark.django_db


def person_values(person):
    return {
        "person-last_name": person.last_name,
        "person-first_name": person.first_name,
        "person-patronymic": person.patronymic,
        "person-birth_year": person.birth_year,
    }


def save_mentor(browser, mentor, **values):
    url = reverse("participants:mentor_update", args=[mentor.pk])
    row = {f"row-{name}": value for name, value in ({"max_mentees": 1} | values).items()}
    return browser.post(url, person_values(mentor.person) | row)


def save_mentee(browser, mentee, **values):
    url = reverse("participants:mentee_update", args=[mentee.pk])
    row = {f"row-{name}": value for name, value in ({"form": "student_student"} | values).items()}
    return browser.post(url, person_values(mentee.person) | row)


def test_words_about_age_and_time_become_numbers(browser, program):
    mentor = make_mentor(program)

    save_mentor(browser, mentor, preferred_age="12–16 лет", time_resource="2 часа в неделю")

    mentor = Mentor.objects.get()
    assert (mentor.age_from, mentor.age_to, mentor.hours_month) == (12, 16, Decimal(8))


def test_numbers_typed_by_the_curator_win_over_the_words(browser, program):
    mentor = make_mentor(program)

    save_mentor(
        browser,
        mentor,
        preferred_age="12–16 лет",
        age_from=13,
        time_resource="2 часа в неделю",
        hours_month="6.5",
    )

    mentor = Mentor.objects.get()
    assert (mentor.age_from, mentor.age_to, mentor.hours_month) == (13, None, Decimal("6.5"))


def test_corrected_numbers_stay_while_the_words_stay(browser, program):
    mentor = make_mentor(program, preferred_age="12–16", age_from=13, age_to=15)

    save_mentor(browser, mentor, preferred_age="12–16", age_from=13, age_to=15)

    mentor = Mentor.objects.get()
    assert (mentor.age_from, mentor.age_to) == (13, 15)


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("example.org/portfolio", "https://example.org/portfolio"),
        ("http://example.org", "http://example.org"),
        ("ftp://example.org", ""),
        ("javascript:alert(1)", ""),
    ],
)
def test_a_portfolio_is_a_page_of_the_web(browser, program, typed, stored):
    mentor = make_mentor(program)

    save_mentor(browser, mentor, portfolio_url=typed)

    mentor = Mentor.objects.get()
    assert mentor.portfolio_url == stored


def test_a_portfolio_of_another_kind_is_no_link(program):
    mentor = make_mentor(program, portfolio_url="ftp://example.org")

    assert mentor.web_portfolio == ""


def test_ticked_days_are_kept_as_the_tables_write_them(browser, program):
    mentee = make_mentee(program)

    save_mentee(browser, mentee, free_days=["пт", "пн"], free_hours="с 15 до 17")

    mentee = Mentee.objects.get()
    assert (mentee.free_days, mentee.free_hours) == ("пн, пт", "15:00–17:00")


def test_words_of_the_table_stay_while_nobody_touches_them(browser, program):
    mentee = make_mentee(program, free_days="вт после уроков", free_hours="после шести")

    save_mentee(browser, mentee, free_days=["вт"], free_hours="после шести")
    kept = Mentee.objects.get()
    save_mentee(browser, mentee, free_days=["ср"], free_hours="18–19")
    changed = Mentee.objects.get()

    assert (kept.free_days, kept.free_hours) == ("вт после уроков", "после шести")
    assert (changed.free_days, changed.free_hours) == ("ср", "18:00–19:00")


def test_hours_that_are_not_hours_are_pointed_out(browser, program):
    answer = save_mentee(browser, make_mentee(program), free_hours="17:00–15:00")

    assert list(answer.context["forms"][1].errors) == ["free_hours"]


def test_the_form_shows_the_days_and_the_tags_that_are_kept(browser, program):
    mentee = make_mentee(program, free_days="по средам и пятницам")
    save_mentee(browser, mentee, free_days=["ср", "пт"], tags="#шахматы чтение")

    page = browser.get(reverse("participants:mentee_update", args=[mentee.pk]))

    form = page.context["forms"][1]
    assert form["free_days"].value() == ["ср", "пт"]
    assert form["tags"].value() == "#чтение, #шахматы"
    assert form["free_days"].help_text == "В таблице написано: «по средам и пятницам»."


def test_mistakes_in_both_halves_of_the_page_stand_in_one_summary(browser, program):
    url = reverse("participants:mentee_create", args=[program.pk])

    page = browser.post(url, {"person-last_name": "Ёлкин"}).content.decode()

    found = re.findall(r'<li><a href="#(id_\w+-\w+)">', page)
    assert found == ["id_person-first_name", "id_row-form"]
    assert page.count('id="error-summary-title"') == 1
