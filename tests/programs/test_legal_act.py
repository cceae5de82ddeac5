"""Legal acts of a school: the preset, the list, what papers may quote."""

from datetime import date
from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.urls import reverse

from programs.domain.legal_act import (
    AHEAD,
    IN_FORCE,
    OVER,
    UNCHECKED,
    citation,
    clean_number,
    in_accordance,
    instrumental,
    state_of,
)
from programs.enums import ActLevel, ActTopic, Role
from programs.models import AuditEvent, LegalAct
from programs.services.legal_act import (
    acts_by_level,
    confirm,
    delete_act,
    ground,
    preload,
    preset_acts,
    save_act,
)
from programs.services.program import open_program
from tests.assertions import assert_flat
from tests.builders import make_act, make_curator, make_organization, make_program, make_user

TODAY = date(2026, 11, 21)


def test_an_act_is_cited_with_requisites_and_title():
    text = citation("распоряжением Минпросвещения России", date(2019, 12, 25), "Р-145", "Об опыте")

    assert text == "распоряжением Минпросвещения России от 25.12.2019 № Р-145 «Об опыте»"


@pytest.mark.parametrize(
    ("signed", "number", "title", "expected"),
    [
        (None, "", "", "уставом"),
        (None, "5", "", "уставом № 5"),
        (date(2026, 1, 2), "", "", "уставом от 02.01.2026"),
        (None, "", "О «Школе наставников»", "уставом «О „Школе наставников“»"),
    ],
)
def test_a_citation_leaves_out_what_is_not_known(signed, number, title, expected):
    assert citation("уставом", signed, number, title) == expected


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("№ Р-145", "Р-145"),
        ("P-145", "Р-145"),
        ("145-р", "Р-145"),
        (" 12 / 3 ", "12 / 3"),
        ("40-од", "40-од"),
    ],
)
def test_a_misprinted_number_is_put_right(written, number):
    assert clean_number(written) == number


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("приказ Минпросвещения России", "приказом Минпросвещения России"),
        ("Указ Президента", "Указом Президента"),
        ("Федеральный закон", "Федеральным законом"),
        ("методические рекомендации института", "методическими рекомендациями института"),
        ("приказчик", ""),
        ("хартия", ""),
    ],
)
def test_the_instrumental_case_is_formed_for_known_heads(name, expected):
    assert instrumental(name) == expected


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        ("статьёй 5", "В соответствии со статьёй 5, уставом"),
        ("законом", "В соответствии с законом, уставом"),
        ("Стратегией", "В соответствии со Стратегией, уставом"),
        ("приказом", "В соответствии с приказом, уставом"),
    ],
)
def test_the_preposition_fits_the_first_act(first, expected):
    assert in_accordance([first, "уставом"]) == expected


@pytest.mark.parametrize(
    ("since", "until", "confirmed", "state"),
    [
        (None, None, True, IN_FORCE),
        (None, None, False, UNCHECKED),
        (TODAY, TODAY, True, IN_FORCE),
        (None, date(2026, 11, 20), True, OVER),
        (None, date(2026, 11, 20), False, OVER),
        (date(2026, 11, 22), None, True, AHEAD),
        (date(2026, 11, 22), None, False, AHEAD),
    ],
)
def test_the_state_of_an_act_on_a_day(since, until, confirmed, state):
    assert state_of(since, until, is_confirmed=confirmed, day=TODAY) == state


def test_the_preset_is_of_one_piece():
    keys = [act["key"] for act in preset_acts()]
    replacing = [act["replaced_by"] for act in preset_acts() if "replaced_by" in act]

    assert len(keys) == len(set(keys))
    assert set(replacing) <= set(keys)
    assert {act["level"] for act in preset_acts()} <= set(ActLevel.values)
    assert {act["topic"] for act in preset_acts()} <= set(ActTopic.values)


def test_what_is_known_by_hearsay_asks_to_be_compared_with_the_text():
    silent = [
        act["key"]
        for act in preset_acts()
        if not act.get("confirmed") and "верьте с текстом" not in act["note"]
    ]

    assert silent == []


@pytest.mark.django_db
def test_opening_the_first_program_fills_the_list():
    organization = make_organization()

    open_program(organization=organization, start_year=2026, preset="G73", by=None)

    old = organization.legal_acts.get(number="831")
    assert organization.legal_acts.count() == len(preset_acts())
    assert (old.replaced_by.number, old.in_force_to) == ("1493", date(2024, 8, 31))


@pytest.mark.django_db
def test_the_next_program_does_not_bring_back_what_was_deleted():
    organization = make_organization()
    open_program(organization=organization, start_year=2026, preset="G73", by=None)
    organization.legal_acts.get(number="1802").delete()

    open_program(organization=organization, start_year=2027, preset="G73", by=None)

    assert not organization.legal_acts.filter(number="1802").exists()


@pytest.mark.django_db
def test_a_second_preload_adds_nothing_and_overwrites_nothing():
    organization = make_organization()
    preload(organization=organization)
    organization.legal_acts.filter(number="831").update(note="своё", replaced_by=None)

    added = preload(organization=organization)

    old = organization.legal_acts.get(number="831")
    assert (added, old.note, old.replaced_by) == (0, "своё", None)


@pytest.mark.django_db
def test_missing_acts_are_added_with_their_replacement():
    organization = make_organization()
    preload(organization=organization)
    organization.legal_acts.filter(number__in=["831", "1802"]).delete()

    added = preload(organization=organization)

    assert (added, organization.legal_acts.get(number="831").replaced_by.number) == (2, "1493")


@pytest.mark.django_db
def test_all_levels_stand_in_order_with_the_state_of_the_day():
    organization = make_organization()
    local = make_act(organization, level="local", position=1, is_confirmed=False)
    federal = make_act(organization, level="federal", position=2)

    groups = acts_by_level(organization, TODAY)

    assert [(level, [(row.act, row.state) for row in rows]) for level, rows in groups] == [
        (ActLevel.FEDERAL, [(federal, IN_FORCE)]),
        (ActLevel.REGIONAL, []),
        (ActLevel.MUNICIPAL, []),
        (ActLevel.LOCAL, [(local, UNCHECKED)]),
    ]


@pytest.mark.django_db
def test_a_paper_quotes_confirmed_acts_of_its_topics_from_the_top_level_down():
    organization = make_organization()
    make_act(organization, level="regional", position=1, quoted_name="региональным")
    make_act(organization, level="federal", position=2, quoted_name="федеральным")
    make_act(organization, quoted_name="несверенным", is_confirmed=False)
    make_act(organization, quoted_name="чужим", topic=ActTopic.SITE)
    make_act(organization, name="хартия", quoted_name="")
    make_act(make_organization(), quoted_name="соседним")

    text = ground(organization=organization, day=TODAY, topics=[ActTopic.TARGET_MODEL])

    assert text == "В соответствии с федеральным, региональным"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("day", "quoted"),
    [
        (date(2026, 3, 1), ""),
        (date(2026, 3, 2), "В соответствии с приказом"),
        (date(2027, 9, 1), "В соответствии с приказом"),
        (date(2027, 9, 2), ""),
    ],
)
def test_an_act_is_quoted_from_its_first_day_to_its_last(day, quoted):
    organization = make_organization()
    make_act(organization, in_force_from=date(2026, 3, 2), in_force_to=date(2027, 9, 1))

    assert ground(organization=organization, day=day, topics=[ActTopic.TARGET_MODEL]) == quoted


@pytest.mark.django_db
def test_a_new_act_gets_its_case_its_number_and_the_last_place():
    organization = make_organization()
    make_act(organization, position=7)
    act = LegalAct(
        organization=organization, level="local", topic="site", name="приказ", number="№ 4-од"
    )

    save_act(act=act, by=None)

    assert (act.quoted_name, act.number, act.position) == ("приказом", "4-од", 8)
    assert AuditEvent.objects.get().action == "legal_act.create"


@pytest.mark.django_db
def test_the_same_act_is_not_listed_twice():
    act = make_act(number="12", signed_on=TODAY)
    same = {"level": act.level, "number": "№ 12", "signed_on": TODAY}
    twin = LegalAct(organization=act.organization, name="приказ того же министерства", **same)

    with pytest.raises(ValidationError, match="уже есть в списке"):
        save_act(act=twin, by=None)


@pytest.mark.django_db
def test_an_act_that_cannot_be_quoted_cannot_be_confirmed():
    act = make_act(name="хартия", quoted_name="", is_confirmed=False)

    with pytest.raises(ValidationError, match="в творительном падеже"):
        confirm(act=act, is_confirmed=True, by=None)
    act.refresh_from_db()
    assert not act.is_confirmed


@pytest.mark.django_db
def test_deleting_an_act_leaves_a_trace_and_frees_what_it_replaced():
    new = make_act()
    old = make_act(new.organization, replaced_by=new)
    pk = new.pk

    delete_act(act=new, by=None)

    old.refresh_from_db()
    event = AuditEvent.objects.get()
    assert (old.replaced_by, event.action, event.object_id) == (None, "legal_act.delete", pk)


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
    client.force_login(make_user(Role.GROUP_HEAD, school.organization))

    page = client.get(address(school, "list")).content.decode()

    assert (page.count("<form"), "Приказ" in page) == (page.count("logout"), True)


def test_the_list_of_acts_costs_the_same_with_many_rows(school):
    def add(count):
        for _ in range(count):
            make_act(school.organization, replaced_by=make_act(school.organization))

    add(1)

    assert_flat(lambda: school.client.get(address(school, "list")), lambda: add(2))
    assert_flat(lambda: school.client.get(address(school, "list")), lambda: add(150))


@pytest.mark.django_db
def test_the_migration_gives_old_schools_the_same_list_as_new_ones_get():
    migration = import_module("programs.migrations.0005_preload_legal_acts")
    old, new, own = make_organization(), make_organization(), make_organization()
    preload(organization=new)
    kept = make_act(own)

    migration.preload(apps, None)

    assert contents(old) == contents(new)
    assert list(own.legal_acts.all()) == [kept]


def contents(organization):
    own = {"id", "organization_id", "replaced_by_id"}
    rows = organization.legal_acts.order_by("position").values()
    facts = [{key: value for key, value in row.items() if key not in own} for row in rows]
    replaced = organization.legal_acts.order_by("position").values_list("replaced_by__preset_key")
    return facts, list(replaced)
