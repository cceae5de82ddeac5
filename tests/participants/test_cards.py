"""Cards, forms, moves and logins as pages."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from participants.models import Consent, Mentee, Mentor, Person
from participants.services.consent import record
from programs.enums import Role
from programs.models import Membership
from tests.assertions import queries_of
from tests.builders import (
    make_mentee,
    make_mentor,
    make_organization,
    make_pair,
    make_person,
    make_user,
)

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7 scan"


def url(name, *arguments):
    return reverse(f"participants:{name}", args=arguments)


def new_mentee(**values):
    return {
        "person-last_name": "Лосева",
        "person-first_name": "Анна",
        "person-patronymic": "Петровна",
        "person-birth_year": "2012",
        "person-occupations": ["pupil"],
        "row-form": "student_student",
        "row-request": "олимпиада",
    } | values


def test_a_mentee_is_added_with_the_person_on_one_page(browser, program):
    answer = browser.post(url("mentee_create", program.pk), new_mentee())

    mentee = Mentee.objects.get()
    assert answer.url == url("mentee_detail", mentee.pk)
    assert (mentee.person.full_name, mentee.person.sex, mentee.status) == (
        "Лосева Анна Петровна",
        "f",
        "candidate",
    )
    kinds = mentee.person.occupations.values_list("kind", flat=True)
    assert (list(kinds), mentee.request) == (["pupil"], "олимпиада")


def test_an_error_in_one_half_saves_neither(browser, program):
    values = new_mentee(**{"row-entry_date": "2027-01-01", "row-end_date": "2026-01-01"})

    answer = browser.post(url("mentee_create", program.pk), values)

    assert answer.context["forms"][1].errors == {
        "end_date": ["Дата завершения раньше даты вхождения в программу."]
    }
    assert Person.objects.count() == 0


def test_a_known_name_is_a_question(browser, program):
    known = make_person("Лосева Анна Петровна", organization=program.organization)

    answer = browser.post(url("mentee_create", program.pk), new_mentee())

    choices = answer.context["forms"][0].fields["same"].widget.choices
    assert choices == [
        (str(known.pk), "Это Лосева Анна Петровна, 2012 г. р."),
        ("other", "Это другой человек, внести отдельно"),
    ]
    assert Mentee.objects.count() == 0


@pytest.mark.parametrize(("other", "people"), [(False, 1), (True, 2)])
def test_the_answer_decides_whether_a_person_is_new(browser, program, other, people):
    known = make_person("Лосева Анна Петровна", organization=program.organization)
    answer = "other" if other else str(known.pk)

    browser.post(url("mentee_create", program.pk), new_mentee(**{"person-same": answer}))

    assert Person.objects.count() == people
    assert (Mentee.objects.get().person == known) is not other


def test_the_same_person_is_not_added_to_a_base_twice(browser, program):
    known = make_mentee(program, "Лосева Анна Петровна").person

    answer = browser.post(
        url("mentee_create", program.pk), new_mentee(**{"person-same": str(known.pk)})
    )

    assert answer.context["forms"][1].non_field_errors() == [
        "Этот человек уже есть в базе наставляемых программы."
    ]
    assert Mentee.objects.count() == 1


def test_a_mentor_is_edited_without_a_question_about_oneself(browser, program):
    mentor = make_mentor(program, "Орлов Пётр Ильич")
    values = {
        "person-last_name": "Орлов",
        "person-first_name": "Пётр",
        "person-sex": "m",
        "row-forms": ["teacher_teacher"],
        "row-max_mentees": "3",
    }

    browser.post(url("mentor_update", mentor.pk), values)

    mentor = Mentor.objects.get()
    assert (mentor.max_mentees, mentor.forms) == (3, ["teacher_teacher"])
    assert mentor.person.name_key == "орлов петр"


@pytest.mark.parametrize(
    ("status", "after"), [("approved", "approved"), ("paused", "candidate"), ("x", "candidate")]
)
def test_a_button_of_the_card_moves_a_candidate(browser, program, status, after):
    mentee = make_mentee(program, status="candidate")

    browser.post(url("mentee_move", mentee.pk), {"status": status})

    mentee.refresh_from_db()
    assert mentee.status == after


@pytest.mark.parametrize("status", ["withdrawn", "candidate"])
@pytest.mark.parametrize("noun", ["mentor", "mentee"])
def test_leaving_with_a_pair_is_asked_about_and_leads_to_the_pair(browser, program, noun, status):
    pair = make_pair(program)
    other = make_pair(program)
    row = {"mentor": pair.mentor, "mentee": pair.mentees[0]}[noun]
    address = url(f"{noun}_move", row.pk)

    asked = browser.post(address, {"status": status})
    row.refresh_from_db()
    kept = row.status
    form = asked.context["form"].initial
    answer = browser.post(address, form)

    named = [pair.names in asked.content.decode(), other.names in asked.content.decode()]
    row.refresh_from_db()
    assert (named, kept, row.status) == ([True, False], "approved", status)
    assert (
        answer.url
        == {
            "mentor": reverse("pairs:mentor_replace", args=[row.pk]),
            "mentee": reverse("pairs:pair_detail", args=[pair.pk]),
        }[noun]
    )


def test_a_pause_without_working_pairs_or_a_pair_that_has_ended_asks_nothing(browser, program):
    drafts = [make_pair(program, status=status) for status in ("proposed", "accepted", "paused")]
    over = make_pair(program)
    over.members.update(is_open=False)

    for pair in drafts:
        browser.post(url("mentor_move", pair.mentor_id), {"status": "paused"})
    browser.post(url("mentor_move", over.mentor_id), {"status": "withdrawn"})

    found = dict(Mentor.objects.values_list("pk", "status"))
    paused = {pair.mentor_id: "paused" for pair in drafts}
    assert found == paused | {over.mentor_id: "withdrawn"}


def line(pair):
    address = reverse("pairs:pair_detail", args=[pair.pk])
    return f'<a href="{address}">{pair.names}</a>: действует'


def test_the_pause_of_a_mentor_at_work_is_asked_about_and_offers_to_replace(browser, program):
    mentor = make_mentor(program, max_mentees=3)
    working = [make_pair(program, mentor) for _ in range(2)]
    make_pair(program, mentor, status="accepted")

    asked = browser.post(url("mentor_move", mentor.pk), {"status": "paused"})
    mentor.refresh_from_db()
    kept = mentor.status
    answer = browser.post(url("mentor_move", mentor.pk), asked.context["form"].initial)

    mentor.refresh_from_db()
    shown, replace = asked.context, reverse("pairs:mentor_replace", args=[mentor.pk])
    card = url("mentor_detail", mentor.pk)
    assert (kept, mentor.status, answer.url) == ("approved", "paused", card)
    assert shown["text"].startswith("Действующих пар: 2. Приостановка их не прекращает")
    assert [str(item) for item in shown["items"]] == [line(pair) for pair in working]
    assert (shown["other"], shown["other_url"]) == ("Заменить наставника", replace)
    assert f'href="{replace}">Заменить наставника' in asked.content.decode()


def test_the_pause_of_a_mentee_with_a_pair_asks_nothing(browser, program):
    mentee = make_pair(program).mentees[0]

    browser.post(url("mentee_move", mentee.pk), {"status": "paused"})

    mentee.refresh_from_db()
    assert mentee.status == "paused"


def test_a_move_is_not_made_by_a_link(browser, program):
    mentee = make_mentee(program, status="candidate")

    assert browser.get(url("mentee_move", mentee.pk)).status_code == 405


@pytest.mark.parametrize("noun", ["mentor", "mentee"])
def test_a_stranger_finds_no_card(browser, noun):
    row = {"mentor": make_mentor, "mentee": make_mentee}[noun]()

    pages = [
        url(f"{noun}_detail", row.pk),
        url(f"{noun}_update", row.pk),
        url("person_detail", row.person_id),
        url("consent_create", row.person_id),
    ]
    assert [browser.get(page).status_code for page in pages] == [404, 404, 404, 404]
    assert browser.post(url(f"{noun}_move", row.pk), {"status": "paused"}).status_code == 404


def test_head_of_a_group_reads_cards_but_changes_nothing(client, program):
    client.force_login(make_user(Role.GROUP_HEAD, program.organization))
    mentee = make_mentee(program)

    assert client.get(url("mentee_detail", mentee.pk)).status_code == 200
    assert client.get(url("mentee_update", mentee.pk)).status_code == 403
    assert client.post(url("account_give", mentee.person_id)).status_code == 403


def test_a_mentor_reads_the_own_card_only(client, program):
    own, other = make_mentor(program), make_mentor(program)
    own.person.user = make_user(Role.MENTOR, program.organization)
    own.person.save()
    client.force_login(own.person.user)

    found = [client.get(url("mentor_detail", row.pk)).status_code for row in (own, other)]
    assert found == [200, 404]
    assert client.get(url("person_detail", own.person_id)).status_code == 403


def test_the_note_of_the_curator_is_not_shown_to_its_subject(client, program):
    mentor = make_mentor(program, note="тайная заметка", competences="видно всем")
    mentor.person.user = make_user(Role.MENTOR, program.organization)
    mentor.person.save()
    client.force_login(mentor.person.user)

    page = client.get(url("mentor_detail", mentor.pk)).content.decode()

    assert ("видно всем" in page, "тайная заметка" in page) == (True, False)


def test_the_note_is_not_shown_to_its_subject_who_is_staff_of_another_school(client, program):
    mentor = make_mentor(program, note="тайная заметка", competences="видно всем")
    user = make_user(Role.MENTOR, program.organization)
    Membership.objects.create(user=user, organization=make_organization(), role=Role.CURATOR)
    mentor.person.user = user
    mentor.person.save()
    client.force_login(user)

    page = client.get(url("mentor_detail", mentor.pk)).content.decode()

    assert ("видно всем" in page, "тайная заметка" in page) == (True, False)
    assert reverse("participants:mentor_list", args=[program.pk]) not in page


def test_a_card_costs_the_same_queries_for_any_number_of_consents(browser, program):
    person = make_mentee(program).person

    def add(number):
        for _each in range(number):
            record(
                person=person,
                kind="photo",
                signer="person",
                signed_on=date(2026, 9, 1),
                by=None,
            )

    def open_card():
        return browser.get(url("person_detail", person.pk))

    add(1)
    open_card()
    first = queries_of(open_card)
    add(10)
    assert queries_of(open_card) == first


def test_a_consent_with_a_scan_is_recorded_and_given_out(browser, program):
    person = make_mentor(program).person
    scan = SimpleUploadedFile("любое имя.pdf", PDF)

    browser.post(
        url("consent_create", person.pk),
        {"kind": "processing", "signer": "person", "signed_on": "2026-09-01", "scan": scan},
    )
    consent = Consent.objects.get()
    answer = browser.get(url("scan_download", consent.pk))

    assert b"".join(answer.streaming_content) == PDF
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith("attachment")


def test_a_scan_is_believed_by_its_contents(browser, program):
    person = make_mentor(program).person
    scan = SimpleUploadedFile("скан.pdf", b"<html>")

    answer = browser.post(
        url("consent_create", person.pk),
        {"kind": "processing", "signer": "person", "signed_on": "2026-09-01", "scan": scan},
    )

    assert answer.context["form"].errors == {"scan": ["Подходят сканы в форматах PDF, JPG и PNG."]}
    assert Consent.objects.count() == 0


def test_a_scan_is_not_given_to_a_stranger(client, program):
    scan = SimpleUploadedFile("a.pdf", PDF)
    consent = record(
        person=make_mentor(program).person,
        kind="photo",
        signer="person",
        signed_on=date(2026, 9, 1),
        scan=scan,
        by=None,
    )
    client.force_login(make_user(Role.CURATOR))

    assert client.get(url("scan_download", consent.pk)).status_code == 404


def test_a_password_is_shown_once_and_kept_nowhere(browser, program):
    person = make_mentor(program).person

    answer = browser.post(url("account_give", person.pk))
    password = answer.context["login"].password

    assert password in answer.content.decode()
    assert password not in browser.get(url("person_detail", person.pk)).content.decode()
    person.refresh_from_db()
    assert person.user.check_password(password)


def test_a_mentee_sees_the_own_cabinet(client, program):
    mentee = make_mentee(program)
    make_pair(program, mentees=[mentee])
    mentee.person.user = make_user(Role.MENTEE, program.organization)
    mentee.person.save()
    client.force_login(mentee.person.user)

    page = client.get(url("cabinet"))

    assert page.context["person"] == mentee.person
    assert [row.pk for row in page.context["rows"]] == [mentee.pk]


def test_a_login_without_a_person_is_told_what_to_do(client):
    client.force_login(make_user(Role.MENTEE))

    page = client.get(url("cabinet"))

    assert "Обратитесь к куратору программы" in page.content.decode()
