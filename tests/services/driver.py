"""What a test does to a portal from outside: ``python -m tests.services.driver COMMAND …``."""

import json
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import django
from django.db import connection, transaction

django.setup()

from documents.models import Counter  # noqa: E402 - models load after the setup
from participants.models import ApplicationLink  # noqa: E402
from participants.services.application_limit import TooMany, count_attempt  # noqa: E402
from programs.models import Job  # noqa: E402
from programs.services.job import enqueue  # noqa: E402
from tests.builders import make_organization, make_program  # noqa: E402


def order(amount, times="1", steps="5"):
    """Order works, each several times over; tell how long each order took.

    So many steps make the first attempt at a work; the next ones are short.
    """
    program, seconds = make_program(), []
    for number in range(int(amount)):
        for _ in range(int(times)):
            began = time.monotonic()
            enqueue(
                program=program,
                title="Счёт",
                key=f"count:{number}",
                task="tests.count_slowly",
                arguments={"steps": int(steps)},
                by=None,
            )
            seconds.append(time.monotonic() - began)
    return seconds


def wait(state, seconds):
    """Wait until every work is in this state; tell how each stands."""
    deadline = time.monotonic() + float(seconds)
    while Job.objects.exclude(state=state).exists() and time.monotonic() < deadline:
        time.sleep(0.1)
    return list(Job.objects.order_by("pk").values_list("state", "attempts", "result_url"))


def number(threads, times):
    """Take numbers of one journal in many threads."""
    key = {"organization": make_organization(), "journal": "orders", "year": 2026}

    def take(_):
        taken = []
        for _ in range(int(times)):
            with transaction.atomic():
                taken.append(Counter.objects.take(**key))
        connection.close()
        return taken

    with ThreadPoolExecutor(int(threads)) as pool:
        return sorted(sum(pool.map(take, range(int(threads))), []))


def link():
    """A link for applications."""
    return ApplicationLink.objects.create(program=make_program(), kind="mentee").pk


def attempt(pk, times):
    """Send the form of a link from one address; tell how many were let in."""
    found, admitted = ApplicationLink.objects.get(pk=pk), 0
    for _ in range(int(times)):
        try:
            count_attempt(link=found, address="198.51.100.7")
        except TooMany:
            continue
        admitted += 1
    return admitted


COMMANDS = {
    "order": order,
    "wait": wait,
    "number": number,
    "link": link,
    "attempt": attempt,
}

if __name__ == "__main__":
    command = COMMANDS[sys.argv[1]]
    json.dump(command(*sys.argv[2:]), sys.stdout)
