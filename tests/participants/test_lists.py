"""The lists of mentors and mentees: search, filters, sorting, bulk work and export."""

import io
import re
from datetime import date
from urllib.parse import unquote

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from mentoring_portal.shared.spreadsheets import read_tables
from participants.domain.base_forms import OFFICIAL_COLUMNS
from participants.models import Consent, Mentee, Mentor
from participants.services.consent import record_many
from participants.services.import_batch import apply, check
from programs.enums import Role
from programs.services.preset import inventory
from tests.assertions import assert_flat
from tests.builders import (
    make_mentee,
    make_mentor,
    make_organization,
    make_pair,
    make_person,
    make_program,
    make_user,
)
from tests.participants.workbooks import (
    mentee_row,
    mentor_row,
    table,
    workbook,
)

pytestmark = pytest.mark.django_db


def url(name, program):
    return reverse(f"participants:{name}", args=[program.pk])


def names(browser, program, query="", noun="mentee"):
    page = browser.get(url(f"{noun}_list", program) + query)
    return [row.person.last_name for row in page.context["rows"]]


def test_list_is_by_surname_with_yo_beside_ye(browser, program):
    for name in ("Ёжиков Ян Ильич", "Яров Ян Ильич", "Егоров Ян Ильич"):
        make_mentee(program, name)

    assert names(browser, program) == ["Егоров", "Ёжиков", "Яров"]


def test_search_needs_every_word_in_any_case(browser, program):
    make_mentee(program, "Лосева Анна Петровна", request="Олимпиада по физике")
    make_mentee(program, "Мирон Олег Юрьевич", request="Олимпиада по истории")

    assert names(browser, program, "?q=ОЛИМПИАДА+анна") == ["Лосева"]
    assert names(browser, program, "?q=олимпиада") == ["Лосева", "Мирон"]
    assert names(browser, program, "?q=химия") == []


def test_search_follows_an_edited_row(browser, program):
    mentee = make_mentee(program, request="физика")
    mentee.request = "Химия"
    mentee.save()

    assert names(browser, program, "?q=химия") == [mentee.person.last_name]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?status=candidate", ["Второв"]),
        ("?form=teacher_teacher", ["Второв"]),
        ("?sex=f", ["Второв"]),
        ("?born_from=2012", ["Первов"]),
        ("?born_to=2011", ["Второв"]),
        ("?mark=passed", ["Второв"]),
        ("?status=нет", ["Второв", "Первов"]),
    ],
)
def test_filters_narrow_the_list(browser, program, query, found):
    make_mentee(program, "Первов Ян Ильич")
    person = make_person(
        "Второв Ян Ильич", organization=program.organization, sex="f", birth_year=1990
    )
    make_mentee(
        program,
        person=person,
        status="candidate",
        form="teacher_teacher",
        completion_mark="passed",
    )

    assert names(browser, program, query) == found


def test_list_tells_who_owes_consents(browser, program):
    ready = make_mentor(program, "Первов Ян Ильич")
    make_mentor(program, "Второв Ян Ильич")
    kinds = ["processing", "participation"]
    record_many(participants=[ready], kinds=kinds, signed_on=date(2026, 9, 1), by=None)

    assert names(browser, program, "?consents=yes", "mentor") == ["Первов"]
    assert names(browser, program, "?consents=no", "mentor") == ["Второв"]


def test_mentors_with_free_places_are_found(browser, program):
    busy = make_mentor(program, "Первов Ян Ильич", max_mentees=1)
    make_mentor(program, "Второв Ян Ильич", max_mentees=1)
    make_pair(program, mentor=busy)

    assert names(browser, program, "?places=yes", "mentor") == ["Второв"]


def test_mentors_of_any_form_are_found_by_every_form(browser, program):
    make_mentor(program, "Первов Ян Ильич", forms=[])
    make_mentor(program, "Второв Ян Ильич", forms=["student_student", "teacher_teacher"])
    make_mentor(program, "Третьев Ян Ильич", forms=["student_student"])

    assert names(browser, program, "?form=teacher_teacher", "mentor") == ["Второв", "Первов"]


def test_headings_sort_both_ways(browser, program):
    for name, year in (("Первов Ян", 2010), ("Второв Ян", 2014)):
        person = make_person(name, organization=program.organization, birth_year=year)
        make_mentee(program, person=person)

    assert names(browser, program, "?ordering=birth_year") == ["Первов", "Второв"]
    assert names(browser, program, "?ordering=-birth_year") == ["Второв", "Первов"]


@pytest.mark.parametrize("noun", ["mentor", "mentee"])
def test_list_costs_the_same_queries_with_one_row_and_with_many(browser, program, noun):
    make = {"mentor": make_mentor, "mentee": make_mentee}[noun]
    make(program)

    def more():
        for _each in range(30):
            make(program)

    assert_flat(lambda: browser.get(url(f"{noun}_list", program)), more)


def test_only_the_own_program_is_listed(browser, program):
    make_mentee(program, "Первов Ян Ильич")
    make_mentee(make_program(organization=program.organization, title="Другая"))

    assert names(browser, program) == ["Первов"]


def test_a_stranger_finds_no_list(client, program):
    client.force_login(make_user(Role.CURATOR))

    assert client.get(url("mentee_list", program)).status_code == 404


@pytest.mark.parametrize("role", [Role.MENTOR, Role.MENTEE, Role.MUNICIPAL])
def test_lists_are_for_the_staff_of_the_school(client, program, role):
    client.force_login(make_user(role, program.organization))

    for name in ("mentee_list", "mentor_list", "mentee_export", "mentor_export", "consent_gaps"):
        assert client.get(url(name, program)).status_code == 403


def test_staff_of_one_school_sees_no_rows_of_another_where_they_are_mentors(client, program):
    user = make_user(Role.CURATOR, make_organization())
    user.memberships.create(organization=program.organization, role=Role.MENTOR)
    client.force_login(user)

    assert client.get(url("mentee_list", program)).status_code == 404


def test_ticked_candidates_are_approved(browser, program):
    ticked, other = (make_mentee(program, status="candidate") for _each in range(2))

    browser.post(url("mentee_approve", program), {"pk": [ticked.pk]})

    found = dict(Mentee.objects.values_list("pk", "status"))
    assert found == {ticked.pk: "approved", other.pk: "candidate"}


def test_everyone_found_is_approved_with_one_tick(browser, program):
    make_mentee(program, "Первов Ян Ильич", status="candidate")
    make_mentee(program, "Второв Ян Ильич", status="candidate")

    browser.post(url("mentee_approve", program) + "?q=первов", {"everyone": "on"})

    found = dict(Mentee.objects.values_list("person__last_name", "status"))
    assert found == {"Первов": "approved", "Второв": "candidate"}


@pytest.mark.parametrize("noun", ["mentee", "mentor"])
def test_after_the_approval_links_lead_to_the_consents_and_to_the_pairs(browser, program, noun):
    make = {"mentee": make_mentee, "mentor": make_mentor}[noun]
    row = make(program, status="candidate")
    make(program, status="candidate")

    answer = browser.post(
        url(f"{noun}_approve", program) + "?status=candidate", {"pk": [row.pk]}, follow=True
    )

    said = answer.content.decode().split('id="messages"')[1].split("</div>")[0]
    matching = reverse("pairs:matching", args=[program.pk])
    lacking = url(f"{noun}_list", program) + "?status=approved&amp;consents=no"
    assert re.findall(r'<a href="([^"]+)">([^<]+)</a>', said) == [
        (matching, "Подобрать пары"),
        (lacking, "Записать согласия этих людей"),
    ]
    listed = browser.get(lacking.replace("&amp;", "&")).context["rows"]
    assert [found.pk for found in listed] == [row.pk]


def test_without_a_tick_nothing_is_approved(browser, program):
    make_mentee(program, status="candidate")

    answer = browser.post(url("mentee_approve", program), follow=True)

    messages = [str(message) for message in answer.context["messages"]]
    assert messages == ["Отметьте в списке хотя бы одну строку."]
    assert Mentee.objects.get().status == "candidate"


def test_rows_of_another_school_cannot_be_ticked(browser, program):
    stranger = make_mentee(status="candidate")

    browser.post(url("mentee_approve", program), {"pk": [stranger.pk]})

    stranger.refresh_from_db()
    assert stranger.status == "candidate"


def test_head_of_a_group_reads_but_does_not_approve(client, program):
    client.force_login(make_user(Role.GROUP_HEAD, program.organization))

    assert client.get(url("mentee_list", program)).status_code == 200
    assert client.post(url("mentee_approve", program)).status_code == 403


@pytest.mark.parametrize(("number", "people"), [(1, "1\u00a0человек"), (2, "2\u00a0человека")])
def test_the_pile_says_how_many_people_are_in_it(browser, program, number, people):
    chosen = [make_mentor(program).pk for _n in range(number)]

    page = browser.post(url("mentor_consents", program), {"pk": chosen}).content.decode()

    lead = re.search(r"<h1>Записать согласия</h1>\s*<p>(.*?)\.", page).group(1)
    assert lead == f"В списке {people}"


def test_a_pile_of_consents_is_recorded_in_two_steps(browser, program):
    mentor = make_mentor(program)
    address = url("mentor_consents", program)

    asked = browser.post(address, {"pk": [mentor.pk]})
    values = {"pk": [mentor.pk], "kinds": ["processing"], "signed_on": "2026-09-01"}
    answer = browser.post(address, values, follow=True)

    matching = reverse("pairs:matching", args=[program.pk])
    assert f'Записано: 1\u00a0согласие. <a href="{matching}">' in answer.content.decode()
    assert (asked.status_code, [str(row) for row in asked.context["rows"]]) == (200, [str(mentor)])
    assert list(Consent.objects.values_list("person", "kind", "signer")) == [
        (mentor.person_id, "processing", "person")
    ]


@pytest.mark.parametrize("kind", ["mentees", "mentors"])
def test_titles_of_the_export_are_those_of_the_inventory(browser, program, kind):
    noun = kind[:-1]
    columns = inventory()["ARG_base_forms"][f"{noun}_base"]["columns"]

    answer = browser.get(url(f"{noun}_export", program))

    sheet = load_workbook(io.BytesIO(answer.content)).active
    assert [cell.value for cell in sheet[2]] == [column["title"] for column in columns]
    assert [column["code"] for column in columns] == [code for code, _t in OFFICIAL_COLUMNS[kind]]


def test_export_holds_exactly_what_was_filtered(browser, program):
    make_mentee(program, "Первов Ян Ильич")
    make_mentee(program, "Второв Ян Ильич")

    answer = browser.get(url("mentee_export", program) + "?q=первов")

    rows = read_tables(answer.content, "a.xlsx")[0].rows
    assert [row[1] for row in rows[2:]] == ["Первов Ян Ильич"]


FULL_MENTEE = mentee_row(
    num=1,
    mentor_name="Орлов Пётр Ильич",
    mentor_workplace="ООО «Заря»",
    end_date=date(2027, 5, 25),
    results="призёр олимпиады",
    case_link="https://school.example/case",
    completion_mark="пройдена",
)
FULL_MENTOR = mentor_row(
    num=1,
    achievements="грамота",
    interests="шахматы",
    mentee_names="Лосева Анна Петровна",
    mentee_workplace="7 «А» класс",
    end_date=date(2027, 5, 25),
    results="проведено 12 встреч",
    case_link="https://school.example/case",
    form="учитель – учитель, работодатель – ученик",
)


@pytest.mark.parametrize(("kind", "row"), [("mentees", FULL_MENTEE), ("mentors", FULL_MENTOR)])
def test_export_gives_back_what_was_imported(browser, program, kind, row):
    data = workbook(table(kind, [row]))
    apply(batch=check(program=program, data=data, filename="a.xlsx", by=None), by=None)

    answer = browser.get(url(f"{kind[:-1]}_export", program))

    assert read_tables(answer.content, "a.xlsx")[0].rows[2] == row


def test_an_exported_base_is_unchanged_when_loaded_again(browser, program):
    data = workbook(table("mentees", [FULL_MENTEE]), table("mentors", [FULL_MENTOR]))
    apply(batch=check(program=program, data=data, filename="a.xlsx", by=None), by=None)
    exported = browser.get(url("mentor_export", program)).content

    batch = check(program=program, data=exported, filename="a.xlsx", by=None)

    assert (batch.summary["unchanged"], batch.summary["updated"]) == (1, 0)
    assert Mentor.objects.count() == 1


@pytest.mark.parametrize("noun", ["mentor", "mentee"])
def test_buttons_of_the_list_lead_to_its_actions_and_keep_the_filters(browser, program, noun):
    {"mentor": make_mentor, "mentee": make_mentee}[noun](program, "Первов Ян Ильич")

    page = browser.get(url(f"{noun}_list", program) + "?q=первов").content.decode()

    targets = [f"{noun}_approve", f"{noun}_consents"]
    found = re.findall(r'formaction="([^"]+)"', page)
    assert [unquote(target) for target in found] == [
        f"{url(target, program)}?q=первов" for target in targets
    ]
    exported = re.search(r'href="([^"]+export[^"]+)"', page)[1]
    assert unquote(exported) == f"{url(f'{noun}_export', program)}?q=первов"
