"""The open form: what a visitor without a login may send, and what never gets in."""

import logging
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from participants.models import Application, ApplicationAttempt, ApplicationLink
from participants.services import application_limit
from participants.services.application_limit import forget_attempts
from participants.services.application_link import close_link, open_link
from programs.models import AuditEvent
from tests.builders import make_program

pytestmark = pytest.mark.django_db

MENTEE = {
    "last_name": "Ёлкин",
    "first_name": "Пётр",
    "birth_date": "2010-05-01",
    "position": "10 «А»",
    "request": "Хочу научиться чертить",
    "agree": "on",
}
MENTOR = {
    "last_name": "Берёзкина",
    "first_name": "Вера",
    "birth_date": "1985-03-04",
    "workplace": "Завод «Прибой»",
    "position": "инженер",
    "competences": "Чертежи",
    "time_resource": "2 часа в неделю",
    "max_mentees": "2",
    "forms": ["employer_student"],
    "phone": "+7 900 000-00-00",
    "agree": "on",
}
PARENT = {
    "birth_date": "2016-05-01",
    "parent_name": "Ёлкина Анна Львовна",
    "parent_relation": "mother",
    "parent_phone": "8 900 000-00-00",
}


def make_link(program=None, kind="mentee", open_until=None):
    return open_link(program=program or make_program(), kind=kind, open_until=open_until, by=None)


def address(link):
    return reverse("participants:apply", args=[link.token])


def mistakes(response):
    return sorted(response.context["form"].errors)


@pytest.mark.parametrize(("kind", "data"), [("mentee", MENTEE), ("mentor", MENTOR)])
def test_a_visitor_applies_and_is_thanked(client, kind, data):
    link = make_link(kind=kind)

    response = client.post(address(link), data)

    assert (response.status_code, response.url) == (302, f"{address(link)}done/")
    application = Application.objects.get()
    assert (application.program, application.kind, application.status) == (
        link.program,
        kind,
        "new",
    )
    assert client.get(response.url).status_code == 200


def test_the_answers_are_kept_as_typed_and_the_tick_is_not(client):
    client.post(address(make_link()), MENTEE | {"free_days": ["пн", "ср"], "website": ""})

    application = Application.objects.get()
    assert (str(application.name), application.birth_date) == ("Ёлкин Пётр", date(2010, 5, 1))
    assert application.answers == {
        "position": "10 «А»",
        "request": "Хочу научиться чертить",
        "free_days": "пн, ср",
    }


def test_a_wrong_key_is_not_found_and_a_closed_one_names_no_school(client):
    link = make_link()
    close_link(link=link, by=None)

    assert client.get(reverse("participants:apply", args=["x" * 24])).status_code == 404
    response = client.get(address(link))
    assert response.status_code == 410
    assert link.program.organization.short_name not in response.content.decode()


@pytest.mark.parametrize(("days", "status"), [(0, 200), (-1, 410)])
def test_the_last_day_still_accepts_and_the_next_one_does_not(client, days, status):
    link = make_link()
    last_day = timezone.localdate() + timedelta(days=days)
    ApplicationLink.objects.update(open_until=last_day)

    assert client.get(address(link)).status_code == status
    client.post(address(link), MENTEE)
    assert Application.objects.count() == int(status == 200)


def test_a_new_link_closes_the_old_one_of_its_kind_only(client):
    program = make_program()
    old, other = make_link(program), make_link(program, kind="mentor")
    new = make_link(program)

    answers = [client.get(address(link)).status_code for link in (old, other, new)]
    assert answers == [410, 200, 200]


def test_a_closed_program_takes_no_applications(client):
    link = make_link()
    link.program.status = "closed"
    link.program.save()

    assert client.get(address(link)).status_code == 410


def test_robots_and_shared_computers_keep_nothing_of_the_page(client):
    response = client.get(address(make_link()))

    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert "no-store" in response["Cache-Control"]
    assert response["Referrer-Policy"] == "same-origin"


def test_the_tick_of_consent_is_empty_and_obligatory(client):
    link = make_link()
    without = {key: value for key, value in MENTEE.items() if key != "agree"}

    page = client.get(address(link))
    refused = client.post(address(link), without)

    assert page.context["form"]["agree"].value() in (None, False)
    assert (mistakes(refused), Application.objects.count()) == (["agree"], 0)


def test_the_consent_names_the_operator_the_purpose_and_the_term(client):
    link = make_link()

    page = client.get(address(link)).content.decode()

    for words in (link.program.organization.name, "чтобы рассмотреть заявку", "31 августа 2027"):
        assert words in page


def test_under_fourteen_a_parent_applies(client):
    link = make_link()

    alone = client.post(address(link), MENTEE | {"birth_date": "2016-05-01"})
    together = client.post(address(link), MENTEE | PARENT)

    assert mistakes(alone) == ["parent_name", "parent_phone", "parent_relation"]
    assert together.status_code == 302


def test_nothing_typed_is_lost_by_a_mistake(client):
    response = client.post(
        address(make_link()), MENTEE | {"first_name": "", "free_days": ["вт"], "interests": "лыжи"}
    )

    form = response.context["form"]
    assert mistakes(response) == ["first_name"]
    kept = {name: form[name].value() for name in ("last_name", "request", "interests", "free_days")}
    assert kept == {
        "last_name": "Ёлкин",
        "request": "Хочу научиться чертить",
        "interests": "лыжи",
        "free_days": ["вт"],
    }
    assert "лыжи" in response.content.decode()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("last_name", "<b>Ёлкин</b>"),
        ("last_name", "😀"),
        ("last_name", "Е" * 101),
        ("first_name", "12345"),
        ("first_name", "\x00\x07"),
        ("birth_date", "1800-01-01"),
        ("birth_date", "2100-01-01"),
        ("birth_date", "2026-11-20"),
        ("birth_date", "вчера"),
        ("request", "я" * 10_000),
        ("position", "я" * 201),
        ("phone", "позвоните"),
        ("email", "почта"),
        ("free_days", "пт' OR 1=1"),
        ("parent_name", "<script>"),
    ],
)
def test_what_cannot_be_true_is_pointed_out(client, field, value):
    response = client.post(address(make_link()), MENTEE | {field: value})

    assert response.status_code == 200
    assert field in mistakes(response)
    assert Application.objects.count() == 0


def test_text_is_shown_as_text_and_unseen_characters_go(client):
    link = make_link()
    evil = "Читать <script>alert(1)</script> 😀\r\nдалее\x00\x1b\u202eтайно"

    client.post(address(link), MENTEE | {"request": evil})

    kept = Application.objects.get().answers["request"]
    assert kept == "Читать <script>alert(1)</script> 😀\nдалеетайно"


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "ftp://files.example/x", "data:text/html,x"]
)
def test_a_portfolio_is_a_web_page(client, url):
    response = client.post(address(make_link(kind="mentor")), MENTOR | {"portfolio_url": url})

    assert mistakes(response) == ["portfolio_url"]


def test_a_mentor_leaves_some_way_to_answer(client):
    link = make_link(kind="mentor")

    nothing = client.post(address(link), MENTOR | {"phone": ""})
    post = client.post(address(link), MENTOR | {"phone": "", "email": "vera@example.org"})

    assert (mistakes(nothing), post.status_code) == (["phone"], 302)


def test_a_robot_in_the_trap_is_thanked_and_forgotten(client):
    link = make_link()

    response = client.post(address(link), MENTEE | {"website": "http://spam.example"})

    assert (response.url, Application.objects.count()) == (f"{address(link)}done/", 0)


def test_the_same_form_sent_twice_is_one_application(client):
    link = make_link()

    for first_name in ("Пётр", "Пётр", "ПЕТР", "Павел"):
        client.post(address(link), MENTEE | {"first_name": first_name})

    names = Application.objects.order_by("pk").values_list("first_name", flat=True)
    assert list(names) == ["Пётр", "Павел"]


def test_other_words_under_the_same_name_are_kept_apart_and_marked(client):
    link = make_link()
    for request in ("Чертить", "Рисовать"):
        client.post(address(link), MENTEE | {"request": request})
    client.post(address(link), MENTEE | {"first_name": "Павел"})

    marks = Application.objects.with_twins().order_by("pk").values_list("has_twin", flat=True)
    assert list(marks) == [True, True, False]


def test_too_many_from_one_address_wait_and_lose_nothing(client, monkeypatch):
    monkeypatch.setattr(application_limit, "MOST_FROM_ADDRESS", 2)
    link = make_link()
    for first_name in ("Пётр", "Павел"):
        client.post(address(link), MENTEE | {"first_name": first_name})

    refused = client.post(address(link), MENTEE | {"first_name": "Прохор"})
    neighbor = client.post(address(link), MENTEE | {"first_name": "Егор"}, REMOTE_ADDR="10.0.0.9")

    assert refused.status_code == 429
    assert 3590 <= int(refused["Retry-After"]) <= 3600
    page = refused.content.decode()
    assert ("Подождите 60\u00a0минут" in page, 'value="Прохор"' in page) == (True, True)
    assert (neighbor.status_code, Application.objects.count()) == (302, 3)


def test_wrong_forms_count_as_well(client, monkeypatch):
    monkeypatch.setattr(application_limit, "MOST_FROM_ADDRESS", 2)
    link = make_link()

    answers = [client.post(address(link), {}).status_code for _each in range(3)]

    assert answers == [200, 200, 429]


def test_a_link_takes_so_many_a_day(client, monkeypatch):
    monkeypatch.setattr(application_limit, "MOST_A_DAY", 1)
    link = make_link()

    client.post(address(link), MENTEE)
    refused = client.post(address(link), MENTEE | {"first_name": "Павел"}, REMOTE_ADDR="10.0.0.9")
    Application.objects.update(created_at=timezone.now() - timedelta(hours=25))
    tomorrow = client.post(address(link), MENTEE | {"first_name": "Павел"})

    assert (refused.status_code, tomorrow.status_code) == (429, 302)
    assert int(refused["Retry-After"]) > 80_000


def test_an_hour_later_the_address_is_free_and_forgotten(client, monkeypatch):
    monkeypatch.setattr(application_limit, "MOST_FROM_ADDRESS", 1)
    link = make_link()
    client.post(address(link), MENTEE)
    ApplicationAttempt.objects.update(at=timezone.now() - timedelta(minutes=61))

    again = client.post(address(link), MENTEE | {"first_name": "Павел"})

    assert again.status_code == 302
    assert (forget_attempts(), ApplicationAttempt.objects.count()) == (1, 1)


def test_the_address_itself_is_nowhere(client):
    link = make_link()

    client.post(address(link), MENTEE, REMOTE_ADDR="203.0.113.77")

    kept = str(list(ApplicationAttempt.objects.values()))
    assert ("203.0.113.77" in kept, ApplicationAttempt.objects.count()) == (False, 1)


@pytest.mark.parametrize(("trusted", "counted"), [(None, 1), (("HTTP_X", "https"), 2)])
def test_only_behind_our_proxy_its_word_is_believed(client, settings, trusted, counted):
    settings.SECURE_PROXY_SSL_HEADER = trusted
    link = make_link()

    for last in ("198.51.100.1", "198.51.100.2"):
        client.post(address(link), MENTEE, headers={"X-Forwarded-For": f"1.2.3.4, {last}"})

    assert ApplicationAttempt.objects.values("address").distinct().count() == counted


def test_no_log_journal_or_address_tells_who_applied(client, caplog):
    link = make_link()
    caplog.set_level(logging.DEBUG)

    urls = [client.post(address(link), MENTEE).url]
    client.post(address(link), MENTEE | {"agree": ""})
    client.get(reverse("participants:apply", args=["wrong"]))

    events = list(AuditEvent.objects.values_list("action", "details"))
    assert events[0] == ("application.submit", {})
    told = caplog.text + str(urls) + str(events)
    assert [word for word in ("Ёлкин", "Пётр", "чертить", "2010") if word in told] == []
