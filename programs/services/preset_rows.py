"""Rows of the five roadmap presets in one shape, in the words of the school that takes them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from mentoring_portal.shared.dates import SchoolYear
from programs.enums import Preset, StageCode, TermKind
from programs.services.preset import inventory

BASE_YEARS = {Preset.GYMNASIUM: 2022, Preset.MUNICIPAL: 2021, Preset.ADDITIONAL: 2022}
YEAR = re.compile(r"\b20\d\d\b")
# Names of the source organizations give way to words that fit any school.
OWN_WORDS = {
    Preset.GYMNASIUM: (
        ("МБОУ «Гимназия №73»", "{organization}"),
        ("в гимназии", "в организации"),
        ("гимназии", "организации"),
    ),
    Preset.MUNICIPAL: ((" города Ижевска", ""), (" г. Аргун", "")),
    Preset.REGIONAL: (),
    Preset.ADDITIONAL: (("МБУ ДО ДДТ", "{organization}"), ("ДДТ", "организации")),
    Preset.COLLEGE: (),
}
# People of the source roadmaps are known by letters only (inventory, «persons»).
PEOPLE = (
    ("Куратор (L1)", "Куратор"),
    ("L2; L3", "Директор; куратор"),
    ("L2", "Директор"),
    ("L3", "Куратор"),
)


@dataclass(frozen=True)
class PresetRow:
    """``norm`` is the term as the inventory states it; ``section`` is an index or None."""

    key: str
    number: str
    stage: str
    title: str
    section: int | None = None
    details: tuple[str, ...] = ()
    printed: str = ""
    responsible: str = ""
    result: str = ""
    norm: dict = field(default_factory=lambda: {"kind": "none"})


@dataclass(frozen=True)
class PresetRoadmap:
    sections: tuple[tuple[str, str], ...]
    rows: tuple[PresetRow, ...]


def roadmap_of(preset: str, organization: str, year: SchoolYear) -> PresetRoadmap:
    """Every row of the preset, in order, worded for ``organization`` and ``year``."""
    words = Words(Preset(preset), organization, year)
    if preset == Preset.REGIONAL:
        return PresetRoadmap((), tuple(algorithm_rows(words)))
    if preset == Preset.COLLEGE:
        return college_roadmap(words)
    source = inventory()[f"{preset}_roadmap"]
    sections = tuple((str(s["n"]), words.own(s["title"])) for s in source["sections"])
    numbers = [number for number, _title in sections]
    rows = (plain_row(item, numbers.index(str(item["section"])), words) for item in source["items"])
    return PresetRoadmap(sections, tuple(rows))


def relative_norms(preset: str, year: SchoolYear) -> dict[str, dict]:
    """Terms of the preset's rows that count from the order of introduction, by the row's key."""
    rows = roadmap_of(preset, "", year).rows
    return {row.key: row.norm for row in rows if row.norm["kind"] == TermKind.RELATIVE}


@dataclass(frozen=True)
class Words:
    preset: Preset
    organization: str
    year: SchoolYear

    def own(self, text: str | None) -> str:
        text = text or ""
        for foreign, own in OWN_WORDS[self.preset]:
            text = text.replace(foreign, own.format(organization=self.organization))
        return YEAR.sub(self.moved_year, text)

    def moved_year(self, match: re.Match) -> str:
        """Only the preset's own two years move: dates of acts stay as they are."""
        base = BASE_YEARS.get(self.preset)
        written = int(match.group())
        if base is None or written not in (base, base + 1):
            return match.group()
        return str(written - base + self.year.start_year)


def plain_row(item: dict, section: int, words: Words) -> PresetRow:
    norm, remark = item.get("norm") or {"kind": "none"}, ()
    if norm.get("guess_end"):
        # The source prints a period that ends before it begins: said, never silently corrected.
        remark = (f"В образце срок напечатан с ошибкой: «{item['term']}». Уточните его.",)
    return PresetRow(
        key=item["key"],
        number=str(item["n"] or "").strip(),
        stage=stage_code(item["stage"]),
        title=words.own(item["title"]),
        section=section,
        details=(*(words.own(text) for text in item.get("includes") or ()), *remark),
        printed=words.own(item.get("term")),
        responsible=people(item.get("resp")),
        result=words.own(item.get("result")),
        norm=norm,
    )


def algorithm_rows(words: Words) -> Iterator[PresetRow]:
    for step in inventory()["ZAB_algorithm"]:
        yield PresetRow(
            key=f"ZAB-{step['n']}",
            number=str(step["n"]),
            stage=StageCode.CONDITIONS,
            title=words.own(step["text"]),
            responsible="Руководитель проектной группы",
        )


def college_roadmap(words: Words) -> PresetRoadmap:
    """Stages are sections; a block without a measure of its own bears the stage's title."""
    items = inventory()["BAL_roadmap"]["items"]
    sections = tuple((str(item["n"]), words.own(item["title"])) for item in items)
    rows = (
        PresetRow(
            key=block["key"],
            number="",
            stage=stage_code(item["stage"]),
            title=words.own(block["measure"] or item["title"]),
            section=index,
            details=tuple(words.own(action) for action in block["actions"]),
        )
        for index, item in enumerate(items)
        for block in item["blocks"]
    )
    return PresetRoadmap(sections, tuple(rows))


def stage_code(code: str) -> str:
    """Rows that run through all stages («cross») have none of their own."""
    return code if code in StageCode.values else ""


def people(text: str | None) -> str:
    text = text or ""
    for letter, post in PEOPLE:
        text = text.replace(letter, post)
    return text
