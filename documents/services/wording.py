"""The school's own texts of papers: for all papers of a kind, within the closed catalogue."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction

from documents.domain.blocks import Page
from documents.domain.placeholders import CASES, Human, Manner, Value
from documents.enums import Subject
from documents.kinds import KINDS
from documents.kinds.base import Field, Kind
from documents.kinds.candidates import subject_fields, subjects
from documents.kinds.content import (
    CATALOGUE,
    ORIGINS,
    checked_text,
    content_of,
    one_newline,
    plain,
)
from documents.kinds.wordings import preset
from documents.models import Document, Wording
from documents.services.catalogue import shelf_titles
from programs.services import journal

MANNERS = (("", Manner.SHORT), (" с должностью", Manner.WITH_POST), (" полностью", Manner.IN_FULL))
NOTHING_TO_SHOW = (
    "Показать пока не на чем: в программе ещё нет данных, из которых составляют этот документ."
)
FROM_THE_PAPER = "возьмётся из данных документа"
UNKNOWN = "пока не известно – останется линейка, чтобы вписать от руки"


@dataclass(frozen=True)
class Entry:
    """A kind with texts; ``own`` is how many of them the school has put in its own words."""

    kind: Kind
    own: int


@dataclass(frozen=True)
class Word:
    """A word in braces and what it becomes on the data of a program."""

    name: str
    becomes: str
    is_human: bool = False


def shelves(organization) -> list[tuple[str, list[Entry]]]:
    """Kinds with texts by stage; one query."""
    kept = Wording.objects.of_organization(organization).values_list("kind", flat=True)
    own = Counter(kept)
    found = [Entry(kind, own[kind.code]) for kind in KINDS.values() if kind.worded]
    by_stage = {
        title: [entry for entry in found if entry.kind.stage == stage]
        for stage, title in shelf_titles().items()
    }
    return [(title, entries) for title, entries in by_stage.items() if entries]


@transaction.atomic
def save(*, organization, kind: Kind, texts: dict[str, str], by) -> None:
    """Keep the texts that differ from the portal's; an empty one gives the portal's back.

    Raises ValidationError for a word in braces outside the catalogue, naming it.
    """
    portal = preset(kind.code)
    for field in kind.worded:
        if field.key in texts:
            text = one_newline(texts[field.key]).strip()
            checked_text(text, kind)
            keep(organization, kind, field, "" if text == portal.get(field.key) else text)
    journal.record(
        by=by, action="wording.save", obj=organization, organization=organization, kind=kind.code
    )


def keep(organization, kind: Kind, field: Field, text: str) -> None:
    place = {"organization": organization, "kind": kind.code, "key": field.key}
    if text:
        Wording.objects.update_or_create(**place, defaults={"text": text})
    else:
        Wording.objects.filter(**place).delete()


@transaction.atomic
def reset(*, organization, kind: Kind, by) -> None:
    """The portal's texts again."""
    Wording.objects.of_organization(organization).filter(kind=kind.code).delete()
    journal.record(
        by=by, action="wording.reset", obj=organization, organization=organization, kind=kind.code
    )


def sample(kind: Kind, program, texts: dict[str, str] | None = None) -> Document:
    """A paper of the kind as a draft of today: the last one of the program, else a new one.

    Nothing is saved. Raises ValidationError when the program has nothing to show it on.
    """
    former = Document.objects.of_program(program).filter(kind=kind.code).order_by("pk").last()
    if former is None:
        return fresh(kind, program, texts)
    former.snapshot, former.date, former.number_text = None, None, ""
    former.content.pop(ORIGINS, None)
    former.content |= dict.fromkeys((field.key for field in kind.worded), "") | (texts or {})
    return former


def fresh(kind: Kind, program, texts: dict[str, str] | None) -> Document:
    about, pairs = {}, []
    subject = None if kind.subject == Subject.PROGRAM else subjects(kind, program).first()
    if kind.made_at or (subject is None and kind.subject != Subject.PROGRAM):
        raise ValidationError(NOTHING_TO_SHOW)
    if subject is not None:
        about = subject_fields(kind, subject)
        pairs = about.pop("pairs", [])
    document = Document(
        program=program,
        organization=program.organization,
        kind=kind.code,
        content={key: plain(value) for key, value in kind.start(program).items()} | (texts or {}),
        **about,
    )
    document.printed_pairs = pairs
    return document


def preview(kind: Kind, program, texts: dict[str, str]) -> Page:
    for text in texts.values():
        checked_text(text, kind)
    document = sample(kind, program, texts)
    return kind.compose(document, content_of(kind, document))


def words(kind: Kind, program) -> list[Word]:
    """The closed catalogue of the kind; its own words are told by name until there is a paper."""
    common = Document(program=program, organization=program.organization, kind=kind.code)
    found = [told(name, CATALOGUE[name].read(common)) for name in CATALOGUE]
    try:
        own = kind.values(sample(kind, program)) if kind.own_names else {}
        found += [told(name, own[name]) for name in kind.own_names]
    except ValidationError:
        found += [Word(name, FROM_THE_PAPER) for name in kind.own_names]
    named = (field for field in kind.fields if field.name)
    return found + [Word(field.name, f"поле документа «{field.label}»") for field in named]


def told(name: str, value: Value) -> Word:
    return Word(name, shown(value), is_human(value))


def shown(value: Value) -> str:
    if value is None:
        return UNKNOWN
    return value.words("nomn", Manner.WITH_POST) if is_human(value) else str(value)


def is_human(value: Value) -> bool:
    return value is not None and not isinstance(value, str)


def manners(program) -> list[tuple[str, str]]:
    """«{куратор с должностью, дат.}» → «учителю физики Соколовой А. И.», every case and manner."""
    human = next(iter(humans(program)), None)
    if human is None:
        return []
    name, value = human
    return [
        (f"{{{name}{suffix}, {case}}}", value.words(code, manner))
        for suffix, manner in MANNERS
        for case, code in CASES.items()
    ]


def humans(program) -> Iterator[tuple[str, Human]]:
    document = Document(program=program, organization=program.organization)
    for name in ("куратор", "директор"):
        value = CATALOGUE[name].read(document)
        if value is not None:
            yield name, value
