"""Small promises that keep the code of one piece."""

import re
from io import StringIO
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db.models import ForeignKey, ManyToManyField, OneToOneField

from documents.enums import DocumentKind
from monitoring.enums import IndicatorCode
from pairs.enums import MeetingKind
from programs.enums import MentoringForm, MentoringKind, Role, RoleModel, StageCode
from programs.services.preset import inventory

ROOT = Path(__file__).resolve().parent.parent
APPS = ("programs", "participants", "pairs", "monitoring", "documents")
OURS = [model for app in APPS for model in apps.get_app_config(app).get_models()]
# Templates that Django, axes or crispy-forms find by their own names.
FOUND_BY_NAME = re.compile(r"^(40[04]|403(_csrf)?|500)\.html$|^registration/|^bootstrap5/|^django/")


def sources():
    for folder in (*APPS, "mentoring_portal", "templates"):
        for path in (ROOT / folder).rglob("*"):
            if path.suffix in {".py", ".html"}:
                yield path.read_text("utf-8")


def test_every_template_is_used():
    text = "\n".join(sources())
    names = (path.relative_to(ROOT / "templates") for path in (ROOT / "templates").rglob("*.html"))
    unused = [
        str(name)
        for name in names
        if not FOUND_BY_NAME.match(str(name)) and not is_named(str(name), text)
    ]

    assert unused == []


def is_named(name, text):
    """Whole, or as the variable part of a family: print partials are chosen by the block."""
    return name in text or (name.startswith("documents/print/") and f'"{Path(name).stem}"' in text)


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_a_model_calls_itself_in_lower_case(model):
    names = [str(model._meta.verbose_name), str(model._meta.verbose_name_plural)]
    names += [str(field.verbose_name) for field in model._meta.fields if not field.primary_key]

    assert [name for name in names if name[:1].isupper() and not name[1:2].isupper()] == []


def test_foreign_keys_point_down_the_staircase():
    up = [
        f"{model._meta.label}.{field.name}"
        for model in OURS
        for field in model._meta.get_fields()
        if isinstance(field, ForeignKey | OneToOneField | ManyToManyField)
        and field.related_model._meta.app_label in APPS
        and APPS.index(field.related_model._meta.app_label) > APPS.index(model._meta.app_label)
    ]

    assert up == []


@pytest.mark.django_db
def test_migrations_are_complete_and_named_by_hand():
    out = StringIO()
    call_command("makemigrations", "--check", "--dry-run", stdout=out)
    names = [path.stem for app in APPS for path in (ROOT / app / "migrations").glob("0*.py")]

    assert "No changes" in out.getvalue()
    assert [name for name in names if "auto" in name] == []


def codes(rows):
    return {row if isinstance(row, str) else row["code"] for row in rows}


@pytest.mark.parametrize(
    ("choices", "source"),
    [
        (MentoringForm, "FORMS"),
        (RoleModel, "ROLE_MODELS"),
        (MentoringKind, "KINDS"),
        (MeetingKind, "MEETING_TYPES"),
        (StageCode, "G73_stages"),
    ],
)
def test_choices_are_those_of_the_inventory(choices, source):
    rows = [row for row in inventory()[source] if isinstance(row, str) or "code" in row]

    assert set(choices.values) == codes(rows)


def test_kinds_of_papers_are_those_of_the_inventory_and_those_of_our_own():
    own = {
        "order_amending",
        "order_end",
        "order_monitoring",
        "order_pay",
        "notice_refusal",
        "notice_cancellation",
        "protocol_selection",
        "consent_distribution",
        "consent_photo",
        "choice_slip",
        "speed_schedule",
        "certificate_mentor_school",
        "journal_mentor_school",
    }

    assert set(DocumentKind.values) == codes(inventory()["DOCUMENT_KINDS"]) | own


@pytest.mark.parametrize(("choices", "source"), [(Role, "ROLES"), (IndicatorCode, "INDICATORS")])
def test_codes_we_have_are_known_to_the_inventory(choices, source):
    assert set(choices.values) <= codes(inventory()[source])


def test_nothing_is_loaded_from_a_foreign_host():
    """Local fonts and scripts only: personal data go to nobody (152-ФЗ)."""
    foreign = re.compile(r"""(?:src|href|action)=["'](?:https?:)?//""")
    pages = (ROOT / "templates").rglob("*.html")

    assert [str(page) for page in pages if foreign.search(page.read_text("utf-8"))] == []


def test_pages_have_no_inline_style_or_script():
    """The content policy would silently drop them."""
    inline = re.compile(r"<style|\sstyle=|<script(?![^>]*\ssrc=)|\son[a-z]+=\"")
    pages = [
        page
        for page in (ROOT / "templates").rglob("*.html")
        if page.relative_to(ROOT / "templates").parts[:2] != ("documents", "print")
    ]

    assert [str(page) for page in pages if inline.search(page.read_text("utf-8"))] == []
