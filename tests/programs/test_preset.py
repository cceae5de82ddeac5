"""The five presets: every row of the inventory arrives, worded for the school and its year."""

import re

import pytest

from mentoring_portal.shared.dates import SchoolYear
from programs.enums import Preset, StageCode
from programs.models import RoadmapItem
from programs.services.preset import inventory
from programs.services.preset_rows import roadmap_of
from programs.services.program import open_program
from tests.builders import make_organization, make_user

YEAR = SchoolYear(2026)
OWN = "МБОУ «Школа № 9»"
PLAIN = (Preset.GYMNASIUM, Preset.MUNICIPAL, Preset.ADDITIONAL)


def rows_of(preset):
    return roadmap_of(preset, OWN, YEAR).rows


@pytest.mark.parametrize("preset", PLAIN)
def test_rows_of_a_plain_preset_stand_in_the_order_of_the_inventory(preset):
    items = inventory()[f"{preset}_roadmap"]["items"]

    assert [(row.key, row.number) for row in rows_of(preset)] == [
        (item["key"], (item["n"] or "").strip()) for item in items
    ]


@pytest.mark.parametrize("preset", PLAIN)
def test_every_row_keeps_its_section(preset):
    source = inventory()[f"{preset}_roadmap"]
    roadmap = roadmap_of(preset, OWN, YEAR)

    assert [roadmap.sections[row.section][0] for row in roadmap.rows] == [
        str(item["section"]) for item in source["items"]
    ]


def test_the_regional_preset_is_its_algorithm():
    assert [(row.number, row.title) for row in rows_of(Preset.REGIONAL)] == [
        (str(step["n"]), step["text"]) for step in inventory()["ZAB_algorithm"]
    ]


def test_the_college_preset_keeps_every_block_with_all_its_actions():
    blocks = [block for item in inventory()["BAL_roadmap"]["items"] for block in item["blocks"]]

    assert [(row.key, list(row.details)) for row in rows_of(Preset.COLLEGE)] == [
        (block["key"], block["actions"]) for block in blocks
    ]


@pytest.mark.parametrize(
    ("preset", "number"),
    [("G73", 40), ("ARG", 18), ("ZAB", 8), ("DDT", 28), ("BAL", 12)],
)
def test_a_preset_has_as_many_rows_as_its_source(preset, number):
    assert len(rows_of(preset)) == number


@pytest.mark.parametrize("preset", Preset.values)
def test_no_text_names_a_foreign_organization_or_person(preset):
    roadmap = roadmap_of(preset, OWN, YEAR)
    texts = [title for _number, title in roadmap.sections]
    for row in roadmap.rows:
        texts += [row.title, row.result, row.responsible, *row.details]

    foreign = re.compile(r"№ ?73|гимнази|ДДТ|Аргун|Ижевск|Новокузнецк|\bL\d\b", re.IGNORECASE)
    assert [text for text in texts if foreign.search(text)] == []


@pytest.mark.parametrize("preset", Preset.values)
def test_no_title_keeps_the_years_of_the_source(preset):
    acts = re.compile(r"\d\d\.\d\d\.\d{4}")
    texts = [acts.sub("", row.title) for row in rows_of(preset)]

    assert [text for text in texts if re.search(r"\b20(1\d|2[0-5])\b", text)] == []


def test_the_date_of_an_act_stays_as_it_was():
    title = next(row.title for row in rows_of(Preset.ADDITIONAL) if row.key == "DDT-1.6")

    assert title.endswith("(Р-145 от 25.12.2019)")


def test_the_school_year_in_a_title_becomes_the_own_one():
    title = next(row.title for row in rows_of(Preset.GYMNASIUM) if row.key == "G73-3.2")

    assert title == "Формирование базы наставляемых в 2026 – 2027 учебном году"


@pytest.mark.parametrize("preset", Preset.values)
def test_a_program_takes_every_row_of_its_preset(db, preset):
    program = open_program(
        organization=make_organization(), start_year=2026, preset=preset, by=make_user()
    )

    stored = RoadmapItem.objects.filter(program=program).order_by("position")
    assert [item.preset_key for item in stored] == [row.key for row in rows_of(preset)]
    assert {item.stage for item in stored} <= {"", *StageCode.values}
