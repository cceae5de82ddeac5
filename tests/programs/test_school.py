"""The first start of a real school."""

import json

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.urls import reverse

from programs.models import AuditEvent, Membership, Organization
from tests.builders import make_organization, make_user

pytestmark = pytest.mark.django_db
SCHOOL = {
    "name": "Муниципальное бюджетное общеобразовательное учреждение «Школа № 3»",
    "short_name": "МБОУ «Школа № 3»",
    "place": "г. Речной",
    "curator_login": "curator3",
}


def create_school(capsys, **options):
    call_command("create_school", **SCHOOL | options, json=True)
    return json.loads(capsys.readouterr().out)


def refusal(capsys, **options):
    with pytest.raises(SystemExit) as refused:
        call_command("create_school", **SCHOOL | options)
    assert refused.value.code == 1
    return capsys.readouterr().err.strip()


def test_the_printed_passwords_open_the_portal_to_each_role(capsys, client):
    others = {"director_login": "director3", "psychologist_login": "helper3"}
    answer = create_school(capsys, **others)

    for login in answer["logins"]:
        client.post(reverse("login"), {key: login[key] for key in ("username", "password")})
        assert client.session["_auth_user_id"]
        client.logout()
    rights = Membership.objects.order_by("role").values_list("role", "user__username")
    assert list(rights) == [
        ("curator", "curator3"),
        ("director", "director3"),
        ("psychologist", "helper3"),
    ]


def test_the_curator_begins_at_the_home_of_the_staff(capsys, client):
    create_school(capsys)
    client.force_login(get_user_model().objects.get())

    assert client.get(reverse("home"), follow=True).status_code == 200


def test_the_page_gets_a_free_address(capsys):
    make_organization(slug="school")

    assert create_school(capsys)["slug"] == "school-2"


def test_the_beginning_is_in_the_journal(capsys):
    create_school(capsys)

    actions = AuditEvent.objects.order_by("pk").values_list("action", flat=True)
    steps = ["organization.create", "legal_act.preload", "membership.create"]
    assert list(actions) == steps


def test_a_taken_login_is_refused_and_nothing_is_written(capsys):
    make_user(username="curator3")

    assert "уже" in refusal(capsys)
    assert Organization.objects.count() == 0


def test_a_taken_address_is_refused(capsys):
    make_organization(slug="ours")

    assert "уже" in refusal(capsys, slug="ours")
    assert not get_user_model().objects.exists()


def test_a_real_school_does_not_live_beside_the_demo(capsys):
    make_organization(is_demo=True)

    assert refusal(capsys) == (
        "В базе учебный пример. Настоящую организацию заводят в чистой базе данных."
    )


def test_without_a_curator_it_is_wrong_usage():
    with pytest.raises(CommandError):
        call_command("create_school", "--name", "Школа", "--short-name", "Школа", "--place", "г. М")
