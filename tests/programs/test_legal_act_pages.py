"""The list of acts in the browser: who sees it, who changes it, what it says of mistakes."""

from types import SimpleNamespace

import pytest
from django.urls import reverse

from programs.enums import Role
from programs.services.legal_act import preset_acts
from tests.assertions import assert_flat
from tests.builders import make_act, make_curator, make_organization, make_program, make_user


@pytest.fixture
def school(db, client):
    program = make_program()
    client.force_login(make_curator(program))
    return SimpleNamespace(program=program, organization=program.organization, client=client)


def address(school, verb, *arguments):
    return reverse(f"programs:legal_act_{verb}", args=[school.program.pk, *arguments])


FIELDS = {"level": "regional", "topic": "target_model", "name": "приказ министерства"}


def test_the_curator_adds_an_act(school):
    response = school.client.post(address(school, "create"), FIELDS | {"number": "77"})

    act = school.organization.legal_acts.get()
    assert response.url == address(school, "list")
    assert (act.number, act.citation) == ("77", "приказом министерства № 77")


def test_a_reversed_term_is_told_on_the_form(school):
    dates = {"in_force_from": "2026-05-02", "in_force_to": "2026-05-01"}

    page = school.client.post(address(school, "create"), FIELDS | dates).content.decode()

    assert "Начало действия позже его окончания." in page
    assert not school.organization.legal_acts.exists()


def test_an_act_is_replaced_only_by_an_act_of_the_same_school(school):
    foreign = make_act(make_organization())

    school.client.post(address(school, "create"), FIELDS | {"replaced_by": foreign.pk})

    assert not school.organization.legal_acts.exists()


def test_an_act_does_not_replace_itself(school):
    act = make_act(school.organization)

    school.client.post(address(school, "update", act.pk), FIELDS | {"replaced_by": act.pk})

    act.refresh_from_db()
    assert act.replaced_by is None


def test_the_mark_keeps_the_chosen_state_of_the_list(school):
    act = make_act(school.organization)

    response = school.client.post(f"{address(school, 'confirm', act.pk)}?state=unchecked")

    assert response.url == f"{address(school, 'list')}?state=unchecked#act-{act.pk}"


@pytest.mark.parametrize(
    ("query", "shown"), [("", 2), ("?state=unchecked", 1), ("?state=over", 0), ("?state=zzz", 2)]
)
def test_the_list_is_filtered_by_the_state_of_today(school, query, shown):
    make_act(school.organization)
    make_act(school.organization, is_confirmed=False)

    page = school.client.get(address(school, "list") + query).content.decode()

    assert page.count('id="act-') == shown


@pytest.mark.parametrize(("sent", "kept"), [("1", True), ("0", False), ("1\x00", False)])
def test_the_mark_of_a_check_is_set_as_sent(school, sent, kept):
    act = make_act(school.organization, is_confirmed=not kept)

    response = school.client.post(address(school, "confirm", act.pk), {"confirmed": sent})

    act.refresh_from_db()
    assert act.is_confirmed is kept
    assert response.url == f"{address(school, 'list')}#act-{act.pk}"


def test_missing_acts_come_by_the_button(school):
    school.client.post(address(school, "preload"))

    assert school.organization.legal_acts.count() == len(preset_acts())


def test_another_school_finds_no_act_behind_the_address(school):
    foreign = make_act(make_organization())

    codes = [
        school.client.post(address(school, verb, foreign.pk)).status_code
        for verb in ("update", "confirm", "delete")
    ]

    assert codes == [404, 404, 404]


def test_the_head_of_a_group_reads_without_buttons(school, client):
    make_act(school.organization)
    as_curator = school.client.get(address(school, "list")).content.decode()
    client.force_login(make_user(Role.GROUP_HEAD, school.organization))

    as_head = client.get(address(school, "list")).content.decode()

    assert [page.count('id="act-') for page in (as_curator, as_head)] == [1, 1]
    assert [page.count("/acts/new/") for page in (as_curator, as_head)] == [1, 0]
    assert [page.count("/confirm/") for page in (as_curator, as_head)] == [1, 0]


def test_the_list_of_acts_costs_the_same_with_many_rows(school):
    def add(count):
        for _ in range(count):
            make_act(school.organization, replaced_by=make_act(school.organization))

    add(1)

    assert_flat(lambda: school.client.get(address(school, "list")), lambda: add(2))
    assert_flat(lambda: school.client.get(address(school, "list")), lambda: add(150))
