"""Every number of the coverage table in the README is counted here, from both sides.

The left side is the inventory of the five source systems, the right side what the portal has.
"""

import re
from html import unescape
from pathlib import Path

import pytest
from django.urls import reverse

from documents.enums import DocumentKind
from documents.kinds import KINDS
from documents.services.catalogue import RECEIVED
from monitoring.enums import IndicatorCode
from pairs.enums import MeetingKind
from participants.domain.base_forms import MENTEES, MENTORS, OFFICIAL_COLUMNS
from participants.enums import AssignmentRole
from programs.domain.outdated import without_past
from programs.enums import (
    EventKind,
    MentoringForm,
    MentoringKind,
    Preset,
    Role,
    RoleModel,
    StageCode,
)
from programs.models import Program
from programs.services.legal_act import preset_acts
from programs.services.preset import inventory
from programs.services.program import open_program
from programs.services.stage import advice
from tests.builders import make_curator, make_organization

pytestmark = pytest.mark.django_db

README = Path(__file__).resolve().parent.parent / "README.md"
# Papers of no single stage come last.
STAGES = (*StageCode.values, "cross")
PRESETS = (Preset.GYMNASIUM, Preset.MUNICIPAL, Preset.ADDITIONAL)


def table():
    """{title: ([numbers of the inventory], [numbers of the portal])} as the README states it."""
    text = README.read_text("utf-8")
    body = text.split("<!-- coverage table: begin -->")[1].split("<!-- coverage table: end -->")[0]
    rows = [line.strip("|").split("|") for line in body.strip().splitlines()[2:]]
    found = {title.strip(): (numbers(left), numbers(right)) for title, left, right in rows}
    assert len(found) == len(rows), "a row stands in the table twice"
    return found


def numbers(cell):
    return [int(number) for number in re.findall(r"\d+", cell)]


def codes(source):
    return [row if isinstance(row, str) else row["code"] for row in inventory()[source]]


def in_both(source, *choices):
    """How many codes of the inventory the portal's choices have."""
    own = {value for enum in choices for value in enum.values}
    return [sum(code in own for code in codes(source))]


def by_stage(kinds):
    stages = {row["code"]: row["stage"] for row in inventory()["DOCUMENT_KINDS"]}
    return [sum(stages[kind] == stage for kind in kinds) for stage in STAGES]


def issued(kinds):
    return [kind for kind in kinds if kind in KINDS]


def external():
    return [row["code"] for row in inventory()["DOCUMENT_KINDS"] if row["type"] == "external"]


# The region words one order otherwise: «Об утверждении плана … и начале реализации проекта».
SAME_PAPER = {"order_plan_start": DocumentKind.ORDER_ROADMAP}


def type_documents():
    found = [row["code"] for row in inventory()["ZAB_type_documents"]["documents"]]
    return [SAME_PAPER.get(code, code) for code in found]


def named_acts():
    """Acts that the inventory names: of the region's letter, of a department, of a college."""
    return (
        inventory()["ZAB_legal_base"],
        inventory()["ARG_regulation"]["basis_acts"],
        inventory()["BAL_requisites"]["external_acts"],
    )


def is_preloaded(text):
    """Whether the preset has the act of this text; «АЗ-1128/08» is the head of its number."""
    known = [act["number"] for act in preset_acts() if act.get("number")]
    heads = {head for number in known for head in (number, number.rpartition("/")[0]) if head}
    return any(re.search(rf"(?<![\w./-]){re.escape(head)}(?![\w-])", text) for head in heads)


def base_columns(form):
    return [row["code"] for row in inventory()["ARG_base_forms"][form]["columns"]]


def official(form):
    return [code for code, _title in OFFICIAL_COLUMNS[form]]


def inventory_side():
    stages, regional = inventory()["G73_stages"], inventory()["ZAB_stages"]
    college = inventory()["BAL_roadmap"]["items"]
    roadmaps = {preset: inventory()[f"{preset}_roadmap"] for preset in PRESETS}
    return {
        **{
            f"Roadmap {preset}: rows, sections": [len(road["items"]), len(road["sections"])]
            for preset, road in roadmaps.items()
        },
        "Roadmap BAL: blocks, stages": [sum(len(row["blocks"]) for row in college), len(college)],
        "Roadmap ZAB: steps": [len(inventory()["ZAB_algorithm"])],
        "Actions of the seven stages": [len(stage["actions"]) for stage in stages],
        "Actions of the seven stages, ZAB": [len(stage["actions"]) for stage in regional],
        "Recommended papers of the seven stages": [len(stage["documents"]) for stage in stages],
        "Actions, ZAB actions, papers: total": [
            sum(len(stage["actions"]) for stage in stages),
            sum(len(stage["actions"]) for stage in regional),
            sum(len(stage["documents"]) for stage in stages),
        ],
        "Kinds of papers: known": [len(codes("DOCUMENT_KINDS"))],
        "Kinds of papers: issued by the portal": [len(codes("DOCUMENT_KINDS"))],
        "The same by stage, the last number is for all stages": by_stage(codes("DOCUMENT_KINDS")),
        "Kinds of papers: received from others and recorded": [len(external())],
        "Type papers of ZAB: issued by the portal": [len(type_documents())],
        "Forms of mentoring": [len(codes("FORMS"))],
        "Role models": [len(codes("ROLE_MODELS"))],
        "Kinds of mentoring": [len(codes("KINDS"))],
        "Roles: all, who sign in, who stand in papers": [len(codes("ROLES"))],
        "Types of meetings": [len(codes("MEETING_TYPES"))],
        "Other events": [len(codes("OTHER_EVENTS"))],
        "Indicators": [len(codes("INDICATORS"))],
        "Columns of the two bases": [
            len(base_columns("mentee_base")),
            len(base_columns("mentor_base")),
        ],
        "Legal acts named by ZAB, ARG, BAL": [len(acts) for acts in named_acts()],
        "Legal acts: preloaded, of them confirmed": [],
    }


def portal_side():
    programs = {preset: opened(preset) for preset in Preset.values}
    gymnasium, regional = stages_of(programs["G73"]), stages_of(programs["ZAB"])
    actions = [len(advised["actions"]) for advised in gymnasium]
    regional_actions = [len(advised["actions"]) for advised in regional]
    papers = [len(advised["documents"]) for advised in gymnasium]
    return {
        **{f"Roadmap {preset}: rows, sections": rows(programs[preset]) for preset in PRESETS},
        "Roadmap BAL: blocks, stages": rows(programs["BAL"]),
        "Roadmap ZAB: steps": [programs["ZAB"].roadmap_items.count()],
        "Actions of the seven stages": actions,
        "Actions of the seven stages, ZAB": regional_actions,
        "Recommended papers of the seven stages": papers,
        "Actions, ZAB actions, papers: total": [sum(actions), sum(regional_actions), sum(papers)],
        "Kinds of papers: known": in_both("DOCUMENT_KINDS", DocumentKind),
        "Kinds of papers: issued by the portal": [len(issued(codes("DOCUMENT_KINDS")))],
        "The same by stage, the last number is for all stages": by_stage(
            issued(codes("DOCUMENT_KINDS"))
        ),
        "Kinds of papers: received from others and recorded": [len(RECEIVED)],
        "Type papers of ZAB: issued by the portal": [len(issued(type_documents()))],
        "Forms of mentoring": in_both("FORMS", MentoringForm),
        "Role models": in_both("ROLE_MODELS", RoleModel),
        "Kinds of mentoring": in_both("KINDS", MentoringKind),
        "Roles: all, who sign in, who stand in papers": [
            *in_both("ROLES", Role, AssignmentRole),
            *in_both("ROLES", Role),
            *in_both("ROLES", AssignmentRole),
        ],
        "Types of meetings": in_both("MEETING_TYPES", MeetingKind),
        "Other events": in_both("OTHER_EVENTS", EventKind),
        "Indicators": in_both("INDICATORS", IndicatorCode),
        "Columns of the two bases": [
            common(base_columns("mentee_base"), official(MENTEES)),
            common(base_columns("mentor_base"), official(MENTORS)),
        ],
        "Legal acts named by ZAB, ARG, BAL": [
            sum(is_preloaded(text) for text in acts) for acts in named_acts()
        ],
        "Legal acts: preloaded, of them confirmed": acts_of(programs["G73"]),
    }


def opened(preset):
    return open_program(organization=make_organization(), start_year=2026, preset=preset, by=None)


def rows(program):
    return [program.roadmap_items.count(), program.roadmap_sections.count()]


def stages_of(program):
    return [advice(stage) for stage in program.stages.order_by("number")]


def common(source, own):
    return sum(first == second for first, second in zip(source, own, strict=True))


def acts_of(program):
    acts = program.organization.legal_acts
    return [acts.count(), acts.filter(is_confirmed=True).count()]


def test_the_table_tells_what_the_inventory_holds():
    assert {title: left for title, (left, _right) in table().items()} == inventory_side()


def test_the_table_tells_what_the_portal_has():
    assert {title: right for title, (_left, right) in table().items()} == portal_side()


@pytest.mark.parametrize(("preset", "source"), [("G73", "G73_stages"), ("ZAB", "ZAB_stages")])
def test_the_pages_of_the_stages_show_every_action_and_every_paper(client, preset, source):
    program = opened(preset)
    client.force_login(make_curator(program))
    shown = {stage.code: lists_of(client, stage) for stage in program.stages.all()}

    papers = {
        stage["code"]: [without_past(title, program.start_year) for title in stage["documents"]]
        for stage in inventory()["G73_stages"]
    }
    assert Program.objects.count() == 1
    assert shown == {
        stage["code"]: [*(capital(text) for text in stage["actions"]), *papers[stage["code"]]]
        for stage in inventory()[source]
    }


def lists_of(client, stage):
    """The items of the two lists: what matters at this stage and the papers it advises."""
    page = client.get(reverse("programs:stage_detail", args=[stage.pk])).content.decode()
    part = page.split('<h2 id="important">')[1].split('<section aria-labelledby="rows">')[0]
    part = part.split('<details class="more-papers">')[0]
    return [unescape(re.sub("<.*?>", "", item)) for item in re.findall(r"<li>(.*?)</li>", part)]


def capital(text):
    return text[:1].upper() + text[1:]
