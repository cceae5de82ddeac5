"""Rows of the daily reminder: about whom, since when, until when. Numbers only."""

from datetime import date

from django.db import transaction

from pairs.enums import ReminderKind
from pairs.models import Reminder
from pairs.services.trial import refusing_pairs, silent_pairs
from pairs.services.unpaired import due_supports, long_waiters
from programs.models import Program

Key = tuple[str, int | None, int | None]


def remind_all(today: date) -> int:
    """Every running program; twice a day is once. Returns how many new reminders there are."""
    return sum(remind(program=program, today=today) for program in Program.objects.running())


@transaction.atomic
def remind(*, program: Program, today: date) -> int:
    """Raise what is missing, close what has been done."""
    wanted = _wanted(program, today)
    standing = {
        (row.kind, row.mentee_id, row.pair_id): row.pk
        for row in Reminder.objects.of_program(program).filter(closed_on=None)
    }
    done = [pk for key, pk in standing.items() if key not in wanted]
    Reminder.objects.filter(pk__in=done).update(closed_on=today)
    new = [
        Reminder(program=program, kind=kind, mentee_id=mentee, pair_id=pair, raised_on=today)
        for kind, mentee, pair in sorted(wanted - standing.keys(), key=str)
    ]
    return len(Reminder.objects.bulk_create(new))


def _wanted(program: Program, today: date) -> set[Key]:
    waiting = long_waiters(program, today).values_list("pk", flat=True)
    support = due_supports(program, today).values_list("pk", flat=True)
    silent = silent_pairs(program, today).values_list("pk", flat=True)
    refusing = refusing_pairs(program).values_list("pk", flat=True)
    return {
        *((ReminderKind.WAITING.value, pk, None) for pk in waiting),
        *((ReminderKind.SUPPORT.value, pk, None) for pk in support),
        *((ReminderKind.VERDICT.value, None, pk) for pk in (*silent, *refusing)),
    }
