"""Loading a base: check and show, then apply exactly what was shown, wholly or not at all."""

import uuid
from collections.abc import Collection, Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from mentoring_portal.shared.plurals import counted
from participants.domain.import_rows import Note
from participants.enums import BaseKind, ImportAction, ImportStatus
from participants.models import ImportBatch
from participants.services.column_choice import captions_of, recall, remember
from participants.services.import_plan import Line, Plan
from participants.services.import_table import Base, BaseTable, read_base
from participants.services.import_write import write
from programs.models import Organization, Program
from programs.services import journal

ERRORS_IN_SENTENCE = 3
LONGEST_NAME = 255
PARTNER_COLUMNS = {BaseKind.MENTEES: "mentor_name", BaseKind.MENTORS: "mentee_names"}
PARTNERS_NAMED = "Названо участников пар: {number}. Пары создаются на странице «Пары из таблицы»."


@dataclass(frozen=True)
class Preview:
    lines: list[Line]
    summary: dict[str, Any]
    tables: tuple[BaseTable, ...]


def examine(
    *,
    program: Program,
    data: bytes,
    filename: str,
    kind: str = BaseKind.AUTO,
    mapping: Mapping[str, str] | None = None,
    same: Collection[str] = (),
) -> Preview:
    """What an upload would do; writes nothing at all.

    Without ``mapping`` the titles that the school explained before are recalled.
    """
    if mapping is None:
        mapping = recall(program.organization, kind)
    base, plan = planned(program, data, filename, kind, mapping, same)
    return Preview(plan.lines, summary(base, plan), base.tables)


@transaction.atomic
def check(
    *,
    program: Program,
    data: bytes,
    filename: str,
    kind: str = BaseKind.AUTO,
    mapping: Mapping[str, str] | None = None,
    by,
) -> ImportBatch:
    """Keep the file with the result of its check; people and bases stay as they are."""
    recalled = recall(program.organization, kind) if mapping is None else {}
    mapping = {**recalled, **(mapping or {})}
    found = examine(program=program, data=data, filename=filename, kind=kind, mapping=mapping)
    used = {caption for captions in captions_of(found.tables).values() for caption in captions}
    batch = ImportBatch(
        program=program,
        key=uuid.uuid4(),
        filename=filename[-LONGEST_NAME:],
        kind=kind,
        mapping={caption: code for caption, code in mapping.items() if caption in used},
        recalled=sorted(recalled.keys() & used),
        summary=found.summary,
        created_by=by if by is not None and by.is_authenticated else None,
    )
    batch.file.save("", ContentFile(data), save=False)
    batch.save()
    journal.record(by=by, action="import.check", obj=batch, organization=program.organization)
    return batch


def preview(batch: ImportBatch) -> Preview:
    """The stored file against the bases as they are now."""
    return examine(
        program=batch.program,
        data=stored(batch),
        filename=batch.filename,
        kind=batch.kind,
        mapping=batch.mapping,
    )


@transaction.atomic
def remap(*, batch: ImportBatch, kind: str, mapping: Mapping[str, str], by) -> ImportBatch:
    """Read the same file with columns assigned by hand; the next upload will remember them.

    An empty choice takes a column out and forgets it.
    """
    ensure_waiting(batch)
    changed = {key for key, code in mapping.items() if batch.mapping.get(key, "") != code}
    batch.kind = kind
    batch.mapping = {key: code for key, code in {**batch.mapping, **mapping}.items() if code}
    batch.recalled = [key for key in batch.recalled if key not in changed]
    found = preview(batch)
    batch.summary = found.summary
    batch.save(update_fields=["kind", "mapping", "recalled", "summary"])
    remember(organization=batch.program.organization, tables=found.tables, mapping=mapping)
    journal.record(by=by, action="import.remap", obj=batch, organization=batch.program.organization)
    return batch


@transaction.atomic
def apply(
    *, batch: ImportBatch, skip_invalid: bool = False, same: Collection[str] = (), by
) -> dict[str, Any]:
    """Write the base in one transaction; a row with an error refuses the whole.

    ``same`` names the doubtful rows that are people already known; the others become new people.
    """
    batch = ImportBatch.objects.select_for_update().get(pk=batch.pk)
    ensure_waiting(batch)
    program = batch.program
    # Two uploads at once would each see the other's people as unknown.
    Organization.objects.select_for_update().get(pk=program.organization_id)
    base, plan = planned(program, stored(batch), batch.filename, batch.kind, batch.mapping, same)
    batch.summary = summary(base, plan)
    ensure_loadable(batch.summary, skip_invalid=skip_invalid)
    write(program, plan.writes)
    batch.status = ImportStatus.APPLIED
    batch.save(update_fields=["status", "summary"])
    journal.record(
        by=by,
        action="import.apply",
        obj=batch,
        organization=program.organization,
        **{name: batch.summary[name] for name in ("kind", "created", "updated", "unchanged")},
    )
    return batch.summary


def planned(
    program: Program,
    data: bytes,
    filename: str,
    kind: str,
    mapping: Mapping[str, str],
    same: Collection[str],
) -> tuple[Base, Plan]:
    base = read_base(
        data=data, filename=filename, kind=kind, mapping=mapping, today=timezone.localdate()
    )
    return base, Plan(program, base, same)


def summary(base: Base, plan: Plan) -> dict[str, Any]:
    counts = plan.counts()
    rows, invalid = len(plan.lines), counts[ImportAction.ERROR]
    kinds = [line.kind for line in plan.lines]
    of_each = {kind: kinds.count(kind) for kind in (BaseKind.MENTEES.value, BaseKind.MENTORS.value)}
    return {
        "kind": base.kind,
        "rows": rows,
        "valid": rows - invalid,
        "invalid": invalid,
        "people": plan.people,
        "created": counts[ImportAction.CREATE] + counts[ImportAction.QUESTION],
        "updated": counts[ImportAction.UPDATE],
        "unchanged": counts[ImportAction.UNCHANGED],
        "errors": [asdict(note) for line in plan.lines for note in line.errors],
        "warnings": [asdict(note) for note in (*doubts(plan), *named_partners(base))],
        **(of_each if base.kind == BaseKind.BOTH else {}),
    }


def doubts(plan: Plan) -> Iterator[Note]:
    return (note for line in plan.lines for note in line.warnings)


def named_partners(base: Base) -> Iterator[Note]:
    """How many running partners each table names: pairs are made apart, when a curator agrees."""
    for table in base.tables:
        named = sum(len(row.parsed.partners) for row in table.verdicts if row.parsed)
        if named:
            head = table.recognized
            caption = head.caption(PARTNER_COLUMNS[table.kind])
            yield Note(head.header_row, caption, PARTNERS_NAMED.format(number=named))


def ensure_waiting(batch: ImportBatch) -> None:
    if batch.status != ImportStatus.CHECKED:
        raise ValidationError("Эта таблица уже загружена. Чтобы загрузить её снова, выберите файл.")


def ensure_loadable(found: Mapping[str, Any], *, skip_invalid: bool) -> None:
    if not found["valid"]:
        raise ValidationError("В таблице нет ни одной строки без ошибок. Ничего не загружено.")
    if found["invalid"] and not skip_invalid:
        raise ValidationError(refusal(found))


def refusal(found: Mapping[str, Any]) -> str:
    """«В таблице 3 строки с ошибками: строка 11, «ФИО…»: …»."""
    rows = counted(found["invalid"], "строка", "строки", "строк")
    first = "; ".join(
        f"строка {error['row']}, столбец «{error['column']}»: {error['message'].rstrip('.')}"
        for error in found["errors"][:ERRORS_IN_SENTENCE]
    )
    more = "…" if len(found["errors"]) > ERRORS_IN_SENTENCE else "."
    return f"В таблице {rows} с ошибками, ничего не загружено: {first}{more}"


def stored(batch: ImportBatch) -> bytes:
    with batch.file.open("rb") as file:
        return file.read()
