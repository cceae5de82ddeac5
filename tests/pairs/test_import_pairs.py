"""Pairs that the tables name: nothing double, nothing silently."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from pairs.models import Pair, PairMember
from pairs.services.import_pairs import create_named
from pairs.services.named_pairs import read_named
from participants.services.import_batch import apply, check
from programs.enums import Role
from tests.assertions import assert_flat
from tests.builders import (
    make_mentee,
    make_mentor,
    make_organization,
    make_pair,
    make_person,
    make_user,
)

pytestmark = pytest.mark.django_db


def url(name, program):
    return reverse(f"pairs:{name}", args=[program.pk])


def told(program, **answers):
    return [
        (named.mentor.person.last_name, [mentee.person.last_name for mentee in named.mentees])
        for named in read_named(program=program, answers=answers).pairs
    ]


def make_all(program, **options):
    chosen = [named.key for named in read_named(program=program).pairs]
    return create_named(program=program, chosen=chosen, by=None, **options)


def test_both_tables_name_one_pair_once(program):
    make_mentor(program, "Орлов Пётр Ильич", partner_names="Лосева Анна Петровна")
    make_mentee(program, "Лосева Анна Петровна", partner_names="ОРЛОВ  Петр Ильич")

    assert told(program) == [("Орлов", ["Лосева"])]


def test_several_mentees_of_a_cell_are_a_group(program):
    make_mentor(program, "Орлов Пётр", max_mentees=2, partner_names="Лосева А. П.; Зимин О. И.")
    make_mentee(program, "Лосева Анна Петровна")
    make_mentee(program, "Зимин Олег Ильич")

    (pair,) = make_all(program)

    assert (pair.status, pair.kind, pair.form) == ("accepted", "group", "student_student")
    assert [member.mentee.person.last_name for member in pair.members.all()] == ["Лосева", "Зимин"]


def test_mentees_of_different_forms_are_not_one_group(program):
    make_mentor(program, "Орлов Пётр", partner_names="Лосева Анна, Зимин Олег")
    make_mentee(program, "Лосева Анна", form="student_student")
    make_mentee(program, "Зимин Олег", form="teacher_teacher")

    assert told(program) == [("Орлов", ["Лосева"]), ("Орлов", ["Зимин"])]


def test_initials_fit_when_they_fit_one_person_only(program):
    make_mentee(program, "Лосева Анна", partner_names="Орлов П. И.")
    make_mentor(program, "Орлов Пётр Ильич")

    (named,) = read_named(program=program).pairs
    assert named.notes == ["«Орлов П. И.» – это Орлов Пётр Ильич: найдено по инициалам"]

    other = make_mentor(program, "Орлов Павел Игоревич")
    reading = read_named(program=program)
    (question,) = reading.questions
    assert (reading.pairs, len(question.choices)) == ([], 2)
    answered = read_named(program=program, answers={question.key: other.pk})
    assert [named.mentor for named in answered.pairs] == [other]


def test_the_other_table_answers_the_question(program):
    make_mentor(program, "Орлов Пётр Ильич", partner_names="Лосева Анна")
    make_mentor(program, "Орлов Павел Игоревич")
    make_mentee(program, "Лосева Анна", partner_names="Орлов П. И.")

    reading = read_named(program=program)

    assert (told(program), reading.questions) == ([("Орлов", ["Лосева"])], [])


def test_namesakes_are_a_question(program):
    make_mentor(program, "Орлов Пётр Ильич")
    make_mentor(program, "Орлов Пётр Ильич")
    make_mentee(program, "Лосева Анна", partner_names="Орлов Пётр Ильич")

    reading = read_named(program=program)

    assert (reading.pairs, [len(each.choices) for each in reading.questions]) == ([], [2])


def test_a_full_name_wins_over_initials_that_fit_as_well(program):
    make_mentor(program, "Орлов П. И.")
    full = make_mentor(program, "Орлов Пётр Ильич")
    make_mentee(program, "Лосева Анна", partner_names="Орлов Пётр Ильич")

    assert [named.mentor for named in read_named(program=program).pairs] == [full]


@pytest.mark.parametrize("name", ["Зимин Олег", "9 «А»", "нет"])
def test_nobody_is_made_up(program, name):
    make_mentor(program, "Орлов Пётр")
    make_mentee(program, "Лосева Анна", partner_names=name)

    reading = read_named(program=program)

    assert (reading.pairs, [each.choices for each in reading.questions]) in (
        ([], [()]),
        ([], []),
    )
    assert bool(reading.questions) is (name != "нет")


def test_what_is_over_is_not_running(program):
    yesterday = timezone.localdate() - timedelta(days=1)
    make_mentor(program, "Орлов Пётр")
    make_mentee(program, "Лосева Анна", partner_names="Орлов Пётр", end_date=yesterday)
    make_mentee(program, "Зимина Ия", partner_names="Орлов Пётр", status="completed")
    make_mentee(program, "Котова Яна", partner_names="Орлов Пётр", status="withdrawn")

    assert told(program) == []


@pytest.mark.parametrize("status", ["proposed", "accepted", "active", "paused", "completed"])
def test_a_pair_of_the_portal_is_never_doubled(program, status):
    mentor = make_mentor(program, "Орлов Пётр")
    mentee = make_mentee(program, "Лосева Анна", partner_names="Орлов Пётр")
    make_pair(program, mentor=mentor, mentees=[mentee], status=status)

    reading = read_named(program=program)

    assert (reading.pairs, reading.known) == ([], 1)


def test_a_refused_pair_is_told_and_not_made(program):
    mentor = make_mentor(program, "Орлов Пётр")
    mentee = make_mentee(program, "Лосева Анна", partner_names="Орлов Пётр")
    make_pair(program, mentor=mentor, mentees=[mentee], status="rejected")

    reading = read_named(program=program)

    assert (reading.pairs, len(reading.refused)) == ([], 1)


def test_a_second_mentor_of_a_mentee_is_pointed_out_and_not_ticked(program):
    make_mentor(program, "Орлов Пётр", partner_names="Лосева Анна")
    make_mentor(program, "Зимин Олег", partner_names="Лосева Анна")
    make_mentee(program, "Лосева Анна")

    named = read_named(program=program).pairs

    assert [each.is_sure for each in named] == [False, False]
    assert named[0].notes == ["Лосева Анна: в таблицах назван и другой наставник"]


def test_nobody_is_a_pair_with_oneself(program):
    person = make_person("Орлов Пётр", organization=program.organization)
    make_mentor(program, person=person)
    make_mentee(program, person=person, partner_names="Орлов Пётр")

    assert told(program) == []


def test_candidates_enter_the_registry_only_when_told_so(program):
    mentor = make_mentor(program, "Орлов Пётр", status="candidate")
    mentee = make_mentee(program, "Лосева Анна", partner_names="Орлов Пётр", status="candidate")

    with pytest.raises(ValidationError):
        make_all(program)
    assert Pair.objects.count() == 0

    make_all(program, approve=True)

    for row in (mentor, mentee):
        row.refresh_from_db()
    assert (mentor.status, mentee.status, Pair.objects.count()) == ("approved", "approved", 1)


def test_places_grow_only_when_told_so(program):
    mentor = make_mentor(program, "Орлов Пётр", partner_names="Лосева Анна; Зимин Олег")
    make_mentee(program, "Лосева Анна")
    make_mentee(program, "Зимин Олег")

    with pytest.raises(ValidationError):
        make_all(program)
    assert PairMember.objects.count() == 0

    make_all(program, add_places=True)

    mentor.refresh_from_db()
    assert (mentor.max_mentees, PairMember.objects.count()) == (2, 2)


def test_only_ticked_pairs_are_made_and_a_second_click_makes_nothing(browser, program):
    for letter in "аб":
        make_mentor(program, f"Орлов{letter} Пётр", partner_names=f"Лосева{letter} Анна")
        make_mentee(program, f"Лосева{letter} Анна")
    chosen = {"chosen": [read_named(program=program).pairs[0].key]}

    first = browser.post(url("named_create", program), chosen)
    second = browser.post(url("named_create", program), chosen)

    assert (first.url, second.url) == (url("pair_list", program), url("named_list", program))
    assert Pair.objects.count() == 1


def test_an_answer_of_the_page_reaches_the_pair(browser, program):
    make_mentor(program, "Орлов Пётр Ильич")
    other = make_mentor(program, "Орлов Павел Игоревич")
    mentee = make_mentee(program, "Лосева Анна", partner_names="Орлов П. И.")
    query = f"?mentee_{mentee.pk}_0={other.pk}"

    page = browser.get(url("named_list", program) + query)
    (named,) = page.context["shown"]
    browser.post(url("named_create", program) + query, {"chosen": [named.key]})

    assert Pair.objects.get().mentor == other


def test_two_uploads_offer_the_pairs_on_their_page(browser, program):
    mentors = "Ф.И.О наставника;Основные компетенции наставника\nОрлов Пётр;физика\n"
    mentees = (
        "ФИО наставляемого;Основной запрос наставляемого;ФИО наставника\n"
        "Лосева Анна;чтение;Орлов П.\n"
    )
    for text in (mentors, mentees):
        batch = check(program=program, data=text.encode(), filename="база.csv", by=None)
        apply(batch=batch, by=None)

    page = browser.get(reverse("participants:import_detail", args=[batch.pk])).content.decode()

    assert page.count("В таблице названы действующие пары: 1.") == 1


def test_a_stranger_finds_no_named_pairs(client, program):
    client.force_login(make_user(Role.CURATOR, make_organization()))

    assert client.get(url("named_list", program)).status_code == 404
    assert client.post(url("named_create", program)).status_code == 404


def test_the_page_costs_the_same_queries_for_any_number(browser, program):
    def more(number=30):
        for n in range(number):
            make_mentor(program, f"Орлов{chr(1072 + n)} Пётр")
            make_mentee(program, "Лосева Анна", partner_names=f"Орлов{chr(1072 + n)} Пётр")

    more(1)
    assert_flat(lambda: browser.get(url("named_list", program)), more)
