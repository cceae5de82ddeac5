"""Loading a large base behind a progress bar; a small one is loaded at once."""

from collections.abc import Collection

from django.utils import timezone

from participants.enums import ImportStatus
from participants.models import ImportBatch
from participants.services.import_batch import apply, ensure_loadable, ensure_waiting, stored
from participants.services.import_table import warm_up
from programs.models import Job
from programs.services.job import OPEN_STATES, Progress, enqueue

# More rows than this are loaded by a worker.
ROWS_AT_ONCE = 1_000
STEP = 250


def start_applying(
    *, batch: ImportBatch, skip_invalid: bool = False, same: Collection[str] = (), by
) -> Job | None:
    """Write a small base at once; for a large one order a work and return it."""
    ensure_waiting(batch)
    if batch.summary.get("rows", 0) <= ROWS_AT_ONCE:
        apply(batch=batch, skip_invalid=skip_invalid, same=same, by=by)
        return None
    ensure_loadable(batch.summary, skip_invalid=skip_invalid)
    return enqueue(
        program=batch.program,
        title=f"Загрузка базы № {batch.pk}",
        key=job_key(batch),
        task="participants.tasks.apply_import",
        arguments={"batch": batch.pk, "skip_invalid": skip_invalid, "same": sorted(same)},
        by=by,
    )


def open_job(batch: ImportBatch) -> Job | None:
    """The work that is loading this table right now."""
    return Job.objects.filter(key=job_key(batch), state__in=OPEN_STATES).first()


def job_key(batch: ImportBatch) -> str:
    return f"import:{batch.pk}"


def apply_with_progress(
    *, batch: ImportBatch, skip_invalid: bool, same: Collection[str], by, progress: Progress
) -> None:
    """For a worker, and safe to repeat: reading is counted by rows and is half of the work.

    What the transaction writes nobody sees before its end, so the other half has no steps.
    """
    if batch.status == ImportStatus.APPLIED:
        return
    rows = batch.summary["rows"]
    warm_up(
        data=stored(batch),
        filename=batch.filename,
        kind=batch.kind,
        mapping=batch.mapping,
        today=timezone.localdate(),
        each=lambda done: progress(min(done, rows) // 2, rows) if done % STEP == 0 else None,
    )
    progress(rows // 2, rows)
    apply(batch=batch, skip_invalid=skip_invalid, same=same, by=by)
    progress(rows, rows)
