"""How many forms one machine and one link may send: rows in the database, true for all processes.

The row of the link is locked while counting: PostgreSQL waits for it, SQLite lets one writer in
anyway (``transaction_mode`` IMMEDIATE).
"""

from datetime import datetime, timedelta
from math import ceil

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from participants.models import Application, ApplicationAttempt, ApplicationLink

# A whole class may apply from the school's one address in a lesson.
HOUR, MOST_FROM_ADDRESS = timedelta(hours=1), 40
DAY, MOST_A_DAY = timedelta(days=1), 200


class TooMany(Exception):
    """Come back after ``seconds``."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"Too many applications, wait {seconds} s")
        self.seconds = seconds


def hashed(address: str) -> str:
    return salted_hmac("participants.application", address, algorithm="sha256").hexdigest()


def lock(link: ApplicationLink) -> None:
    ApplicationLink.objects.select_for_update().get(pk=link.pk)


@transaction.atomic
def count_attempt(*, link: ApplicationLink, address: str) -> None:
    """Write down one sending, good or bad, or raise TooMany."""
    lock(link)
    now = timezone.now()
    tries = ApplicationAttempt.objects.filter(
        link=link, address=hashed(address), at__gt=now - HOUR
    ).order_by("at")
    times = list(tries.values_list("at", flat=True))
    if len(times) >= MOST_FROM_ADDRESS:
        raise TooMany(seconds_left(times[-MOST_FROM_ADDRESS] + HOUR, now))
    ApplicationAttempt.objects.create(link=link, address=hashed(address), at=now)


def ensure_day_has_room(link: ApplicationLink) -> None:
    """Call it with the link locked: the next thing is to create the application."""
    now = timezone.now()
    of_day = Application.objects.since(now - DAY).filter(program=link.program_id, kind=link.kind)
    times = list(of_day.order_by("created_at").values_list("created_at", flat=True))
    if len(times) >= MOST_A_DAY:
        raise TooMany(seconds_left(times[-MOST_A_DAY] + DAY, now))


def seconds_left(moment: datetime, now: datetime) -> int:
    return max(1, ceil((moment - now).total_seconds()))


def forget_attempts() -> int:
    """Addresses that count no longer; the schedule calls it every hour."""
    old = ApplicationAttempt.objects.filter(at__lte=timezone.now() - HOUR)
    return old.delete()[0]
