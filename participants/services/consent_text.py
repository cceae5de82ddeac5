"""Versions of the wording of consents: the portal's samples and the school's own.

A version is never edited: papers remember which one was signed.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import yaml
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Count

from participants.enums import ConsentKind
from participants.models import Consent, ConsentText, Person
from programs.models import Organization
from programs.services import journal

SAMPLE_VERSION = "2026-09"
PRESET = Path(__file__).resolve().parent.parent / "presets" / "consent_texts.yaml"


@dataclass(frozen=True)
class Wording:
    """A version of a kind with the number of papers signed under it."""

    text: ConsentText
    papers: int
    is_current: bool

    @property
    def is_sample(self) -> bool:
        return self.text.pk is None


@cache
def samples() -> dict[str, str]:
    return yaml.load(PRESET.read_text("utf-8"), Loader=yaml.CSafeLoader)


def sample(organization: Organization, kind: str) -> ConsentText:
    """The portal's own wording: not a row of the database, so it changes with the portal."""
    return ConsentText(
        organization=organization, kind=kind, version=SAMPLE_VERSION, text=samples()[kind]
    )


def current(organization: Organization, kind: str, day: date) -> ConsentText:
    """The wording in use on ``day``: the school's newest by then, or the sample."""
    own = organization.consent_texts.filter(kind=kind, used_from__lte=day)
    return own.order_by("-used_from", "-pk").first() or sample(organization, kind)


def current_versions(organization: Organization, day: date) -> dict[str, str]:
    """Kind → the version in use on ``day``; one query."""
    found = dict.fromkeys(ConsentKind.values, SAMPLE_VERSION)
    own = organization.consent_texts.filter(used_from__lte=day).order_by("used_from", "pk")
    return found | dict(own.values_list("kind", "version"))


def wordings(organization: Organization, day: date) -> dict[ConsentKind, list[Wording]]:
    """Every kind with its versions, newest first, the sample last; three queries."""
    signed = papers_by_version(organization)
    in_use = current_versions(organization, day)
    own = list(organization.consent_texts.order_by("-used_from", "-pk"))
    return {
        kind: [
            Wording(
                text,
                signed.get((kind, text.version), 0),
                in_use[kind] == text.version,
            )
            for text in [row for row in own if row.kind == kind] + [sample(organization, kind)]
        ]
        for kind in ConsentKind
    }


def papers_by_version(organization: Organization) -> dict[tuple[str, str], int]:
    papers = Consent.objects.filter(person__organization=organization).order_by()
    counted = papers.values_list("kind", "text_version").annotate(Count("pk"))
    return {(kind, version): number for kind, version, number in counted}


def version_of(organization: Organization, kind: str, version: str) -> ConsentText | None:
    if version == SAMPLE_VERSION:
        return sample(organization, kind)
    return organization.consent_texts.filter(kind=kind, version=version).first()


@transaction.atomic
def add_version(*, text: ConsentText, by) -> ConsentText:
    """A new wording; those who signed an older one have signed that one."""
    if text.version == SAMPLE_VERSION:
        raise ValidationError({"version": "Так называется образец портала. Назовите иначе."})
    text.full_clean()
    text.save()
    note(text, "add", by)
    return text


@transaction.atomic
def delete_version(*, text: ConsentText, by) -> None:
    """Only a version that nobody signed, a slip; raises ValidationError."""
    if papers_by_version(text.organization).get((text.kind, text.version)):
        raise ValidationError("По этой редакции уже подписаны согласия: она остаётся.")
    note(text, "delete", by)
    text.delete()


@dataclass(frozen=True)
class SignedPaper:
    """A line of a person's list of consents."""

    consent: Consent
    in_force: bool
    is_outdated: bool


def papers_of(person: Person, day: date) -> list[SignedPaper]:
    """The person's consents; those signed under a wording no longer in use are told apart."""
    in_use = current_versions(person.organization, day)
    return [
        SignedPaper(paper, paper.is_in_force(day), paper.text_version != in_use[paper.kind])
        for paper in person.consents.all()
    ]


def note(text: ConsentText, action: str, by) -> None:
    journal.record(
        by=by,
        action=f"consent_text.{action}",
        obj=text,
        organization=text.organization,
        kind=text.kind,
        version=text.version,
    )
