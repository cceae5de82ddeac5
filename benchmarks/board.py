"""The matching page of a large school: a run, changes by hand and the page, with the database.

    python -m benchmarks.board                300 mentees, 80 mentors of four places
    python -m benchmarks.board 60 20          another size

A school of invented people is made in a database in memory. On a busy machine read the seconds
of the processor.
"""

import os
import sys
from collections.abc import Callable
from time import perf_counter, process_time
from typing import Any

os.environ["DJANGO_SETTINGS_MODULE"] = "mentoring_portal.settings_test"
os.environ.pop("DATABASE_URL", None)

import django  # noqa: E402 - the settings above come first
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.urls import reverse  # noqa: E402

django.setup()

from benchmarks.kernel import INTERESTS, OFFERS, REQUESTS  # noqa: E402
from pairs.models import PairMember  # noqa: E402
from pairs.services import by_hand, matching, returning  # noqa: E402
from participants.models import Mentee, Mentor  # noqa: E402
from tests.builders import make_curator, make_mentee, make_mentor, make_program  # noqa: E402

PLACES = 4


def invent(mentees: int, mentors: int) -> Any:
    program = make_program()
    for number in range(mentors):
        make_mentor(
            program,
            f"Наставников{number} Иван Петрович",
            competences=", ".join(OFFERS[(number + shift) % len(OFFERS)] for shift in (0, 3)),
            interests=INTERESTS[number % len(INTERESTS)],
            max_mentees=PLACES,
        )
    for number in range(mentees):
        make_mentee(
            program,
            f"Наставляемов{number} Пётр Ильич",
            request=REQUESTS[number % len(REQUESTS)],
            interests=INTERESTS[(number * 5) % len(INTERESTS)],
        )
    return program


def report(what: str, work: Callable[[], Any]) -> Any:
    with CaptureQueriesContext(connection) as captured:
        started, worked = perf_counter(), process_time()
        answer = work()
        spent, worked = perf_counter() - started, process_time() - worked
    print(f"{what}: {spent:.2f} s (processor {worked:.2f} s), {len(captured)} queries")
    return answer


def first_two(program: Any) -> list[PairMember]:
    """Two proposals of different mentors."""
    found = PairMember.objects.filter(pair__program=program).with_people().order_by("pk")
    one = found.first()
    return [one, found.exclude(mentor=one.mentor_id).first()]


def main(mentees: int = 300, mentors: int = 80) -> None:
    call_command("migrate", verbosity=0)
    program = invent(mentees, mentors)
    print(f"{Mentee.objects.count()} mentees × {Mentor.objects.count()} mentors × {PLACES} places")
    browser = Client(SERVER_NAME="localhost")
    browser.force_login(make_curator(program))
    page = reverse("pairs:matching", args=[program.pk])
    report("the first run", lambda: matching.propose(program=program, by=None))
    one, other = first_two(program)
    report("a lock", lambda: by_hand.lock(member=one, by=None))
    report("a swap", lambda: by_hand.swap(member=one, other=other, by=None))
    report("undo", lambda: returning.undo(program=program, by=None))
    report("a run that keeps the locks", lambda: matching.propose(program=program, by=None))
    answer = report("the page", lambda: browser.get(page))
    print(f"the page weighs {len(answer.content) / 1024:.0f} KiB")
    run = reverse("pairs:matching_run", args=[program.pk])
    report("the button and the page it leads to", lambda: browser.post(run, follow=True))
    sheet = reverse("pairs:member_sheet", args=[one.pk])
    report("the sheet of a pair", lambda: browser.get(sheet))
    report("the page of a move", lambda: browser.get(reverse("pairs:member_change", args=[one.pk])))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
