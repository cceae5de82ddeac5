"""The school's list of legal acts: filled from the preset, then kept by the curator."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import yaml
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max

from programs.domain.legal_act import clean_number, in_accordance, instrumental
from programs.enums import ActLevel, ActTopic
from programs.models import LegalAct, Organization
from programs.services import journal

PRESET = Path(__file__).resolve().parent.parent / "presets" / "legal_acts.yaml"


@dataclass(frozen=True)
class ActRow:
    act: LegalAct
    state: str


@dataclass(frozen=True)
class ActPage:
    """Levels in order with their acts; ``counts`` are of the whole list, by state."""

    groups: list[tuple[ActLevel, list[ActRow]]]
    counts: Counter


@cache
def preset_acts() -> list[dict]:
    return yaml.load(PRESET.read_text("utf-8"), Loader=yaml.CSafeLoader)


@transaction.atomic
def preload(*, organization: Organization, by=None) -> int:
    """Add the acts of the preset that the list lacks; what is there stays as it is.

    Returns how many were added.
    """
    known = set(organization.legal_acts.values_list("preset_key", flat=True))
    added = [
        act_of(organization, source, position)
        for position, source in enumerate(preset_acts(), 1)
        if source["key"] not in known
    ]
    LegalAct.objects.bulk_create(added, ignore_conflicts=True)  # a second click at the same moment
    link_replacements(organization, {act.preset_key for act in added})
    if added:
        journal.record(
            by=by,
            action="legal_act.preload",
            obj=organization,
            organization=organization,
            count=len(added),
        )
    return len(added)


def preload_once(*, organization: Organization, by=None) -> None:
    """For a school that begins: an act that the curator deleted does not come back by itself."""
    if not organization.legal_acts.exists():
        preload(organization=organization, by=by)


def act_of(organization: Organization, source: dict, position: int) -> LegalAct:
    return LegalAct(
        organization=organization,
        preset_key=source["key"],
        level=source["level"],
        topic=source["topic"],
        name=source["name"],
        quoted_name=source["quoted"],
        number=source.get("number", ""),
        signed_on=source.get("signed"),
        title=source.get("title", ""),
        in_force_from=source.get("from"),
        in_force_to=source.get("to"),
        is_confirmed=source.get("confirmed", False),
        note=source.get("note", ""),
        position=position,
    )


def link_replacements(organization: Organization, added: set[str]) -> None:
    """Say what replaced each of the ``added`` acts, when the list has it."""
    pairs = {source["key"]: source.get("replaced_by") for source in preset_acts()}
    acts = {act.preset_key: act for act in organization.legal_acts.exclude(preset_key="")}
    linked = [acts[key] for key in added if pairs[key] in acts]
    for act in linked:
        act.replaced_by = acts[pairs[act.preset_key]]
    LegalAct.objects.bulk_update(linked, ["replaced_by"])


def act_page(*, organization: Organization, day: date, state: str = "") -> ActPage:
    """The list as of ``day``, only the acts in ``state`` when one is given.

    Empty levels stay in the whole list: they show what it still lacks.
    """
    acts = organization.legal_acts.select_related("replaced_by").order_by("position", "pk")
    rows = [ActRow(act, act.state(day)) for act in acts]
    found = [row for row in rows if state in ("", row.state)]
    groups = [(level, [row for row in found if row.act.level == level]) for level in ActLevel]
    return ActPage(
        groups=[group for group in groups if group[1] or not state],
        counts=Counter(row.state for row in rows),
    )


def ground(*, organization: Organization, day: date, topics: list[ActTopic]) -> str:
    """«В соответствии с …»: the acts a paper of ``day`` may quote, or nothing."""
    levels = list(ActLevel)
    acts = LegalAct.objects.of_organization(organization).quotable(day, topics)
    ordered = sorted(acts, key=lambda act: (levels.index(ActLevel(act.level)), act.position))
    quoted = [act.citation for act in ordered if act.citation]
    return in_accordance(quoted) if quoted else ""


@transaction.atomic
def save_act(*, act: LegalAct, by) -> LegalAct:
    """Keep a new or changed act; its place among the others does not change."""
    action = "legal_act.change" if act.pk else "legal_act.create"
    act.number = clean_number(act.number)
    act.quoted_name = act.quoted_name or instrumental(act.name)
    check(act)
    if act.pk is None:
        last = act.organization.legal_acts.aggregate(last=Max("position"))["last"]
        act.position = (last or 0) + 1
    act.save()
    record(action, act, by)
    return act


def check(act: LegalAct) -> None:
    others = act.organization.legal_acts.exclude(pk=act.pk)
    same = others.filter(level=act.level, number=act.number, signed_on=act.signed_on)
    if act.number and same.exists():
        raise ValidationError(f"Акт «{act}» уже есть в списке.")
    if act.is_confirmed and not act.quoted_name:
        raise ValidationError(
            "Впишите вид акта в творительном падеже: без него документы не смогут сослаться на акт."
        )


@transaction.atomic
def confirm(*, act: LegalAct, is_confirmed: bool, by) -> None:
    """Say whether the school has compared the act with its text."""
    act.is_confirmed = is_confirmed
    check(act)
    act.save(update_fields=["is_confirmed"])
    record("legal_act.confirm" if is_confirmed else "legal_act.doubt", act, by)


@transaction.atomic
def delete_act(*, act: LegalAct, by) -> None:
    record("legal_act.delete", act, by)
    act.delete()


def record(action: str, act: LegalAct, by) -> None:
    journal.record(by=by, action=action, obj=act, organization=act.organization)
