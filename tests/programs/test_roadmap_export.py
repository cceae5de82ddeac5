"""An exported roadmap comes back with the same values."""

from datetime import date

import pytest

from programs.enums import Preset, StageCode
from programs.services.program import open_program
from programs.services.roadmap_export import export
from programs.services.roadmap_import import apply
from tests.builders import make_organization, make_program
from tests.programs.roads import make_item

pytestmark = pytest.mark.django_db

FIELDS = (
    "section__number",
    "section__title",
    "stage",
    "number",
    "title",
    "details",
    "term_kind",
    "term_text",
    "starts_on",
    "due_on",
    "responsible",
    "result",
)


def values_of(program):
    sections = program.roadmap_sections.order_by("position").values_list("number", "title")
    items = sorted(
        program.roadmap_items.order_by("position").values_list(*FIELDS),
        key=lambda values: values[1] is not None,
    )
    return list(sections), items


@pytest.mark.parametrize("preset", Preset.values)
def test_an_exported_roadmap_is_read_back_with_the_same_values(preset):
    source = open_program(organization=make_organization(), start_year=2026, preset=preset, by=None)
    target = make_program(start_year=2026)

    apply(program=target, data=export(program=source), filename="карта.xlsx", by=None)

    assert values_of(target) == values_of(source)


def test_awkward_rows_are_read_back_too():
    source, target = make_program(start_year=2026), make_program(start_year=2026)
    empty = source.roadmap_sections.create(title="2 шага без строк", position=0)
    full = source.roadmap_sections.create(number="II", title="Раздел «Б»", position=1)
    make_item(source, title="Без раздела")
    make_item(source, section=full, number="1.10", title="1. Начать\nпотом кончить", result="=1+1")
    make_item(
        source,
        section=full,
        stage=StageCode.PAIRING,
        title="Директор",
        details="а\nб",
        term_kind="period",
        term_text="когда-нибудь",
        starts_on=date(2026, 9, 5),
        due_on=date(2026, 9, 7),
    )

    apply(program=target, data=export(program=source), filename="карта.xlsx", by=None)

    assert values_of(target) == values_of(source)
    assert empty.title == target.roadmap_sections.first().title
