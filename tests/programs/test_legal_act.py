"""Legal acts of a school: the preset, the list, what papers may quote."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from programs.domain.legal_act import IN_FORCE, UNCHECKED
from programs.enums import ActLevel, ActTopic
from programs.models import AuditEvent, LegalAct
from programs.services.legal_act import (
    act_page,
    confirm,
    delete_act,
    ground,
    preload,
    preset_acts,
    save_act,
)
from programs.services.program import open_program
from tests.builders import make_act, make_organization

TODAY = date(2026, 11, 21)


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

    page = act_page(organization=organization, day=TODAY)

    assert [(level, [(row.act, row.state) for row in rows]) for level, rows in page.groups] == [
        (ActLevel.FEDERAL, [(federal, IN_FORCE)]),
        (ActLevel.REGIONAL, []),
        (ActLevel.MUNICIPAL, []),
        (ActLevel.LOCAL, [(local, UNCHECKED)]),
    ]


@pytest.mark.django_db
def test_acts_of_one_state_stand_without_empty_levels_and_all_are_counted():
    organization = make_organization()
    local = make_act(organization, level="local", is_confirmed=False)
    make_act(organization, level="federal")

    page = act_page(organization=organization, day=TODAY, state=UNCHECKED)

    assert [(level, [row.act for row in rows]) for level, rows in page.groups] == [
        (ActLevel.LOCAL, [local])
    ]
    assert page.counts == {IN_FORCE: 1, UNCHECKED: 1}


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
