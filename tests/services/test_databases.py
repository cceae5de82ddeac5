"""Both databases: the same suite, the same numbers."""

import os
from concurrent.futures import ThreadPoolExecutor

from participants.services.application_limit import MOST_FROM_ADDRESS
from tests.services.portal import Portal

DATA_TESTS = (
    "programs",
    "participants",
    "pairs",
    "monitoring",
    # What a paper says once its rows are read is the same over any database.
    "documents/test_issue.py",
    "documents/test_signing.py",
    "documents/test_closing.py",
    "documents/test_journal.py",
    "documents/test_scan.py",
    "documents/test_list.py",
    "documents/test_publication.py",
    "documents/test_erasure.py",
    "documents/test_due_reports.py",
    "documents/orders/test_order_rules.py",
    "documents/orders/test_order_amending.py",
)


def test_the_data_part_of_the_suite_passes_on_postgresql(tmp_path, postgres, migrated):
    settings = "mentoring_portal.settings_test"
    postgres.create("test_data", template="migrated")
    portal = Portal(tmp_path, DATABASE_URL=postgres.url("data"), DJANGO_SETTINGS_MODULE=settings)
    folders = [f"tests/{name}" for name in DATA_TESTS]

    options = ("-q", "-x", "-p", "tests.services.data_only", "--reuse-db")
    answer = portal.run("-m", "pytest", *options, *folders, check=False)

    assert answer.returncode == os.EX_OK, answer.stdout[-5000:]


def test_eight_threads_take_two_hundred_different_numbers(portal):
    assert portal.drive("number", 8, 25) == list(range(1, 201))


def test_two_hundred_registrations_in_eight_threads_get_two_hundred_numbers(portal):
    """Also while every eighth is first refused after its number was taken."""
    assert portal.ask("registrar", 8, 25) == list(range(1, 201))


def test_three_processes_let_in_together_as_many_forms_as_one(portal):
    link, each = portal.drive("link"), MOST_FROM_ADDRESS // 2

    with ThreadPoolExecutor(3) as pool:
        admitted = list(pool.map(lambda _: portal.drive("attempt", link, each), range(3)))

    assert sum(admitted) == MOST_FROM_ADDRESS
