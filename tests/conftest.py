"""Fixtures of the whole suite."""

import gc

import pytest
from django.db import transaction
from django.test import override_settings
from hypothesis import HealthCheck, settings

from tests.builders import make_curator, make_program

LONGEST_NAME = 100
# Time belongs in the benchmarks: a busy machine fails no test.
settings.register_profile("suite", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("suite")


@pytest.fixture(autouse=True)
def private_files(request, tmp_path, settings):
    """Every test writes uploads into its own folder, or beside those that stand."""
    if "standing" not in request.fixturenames:
        settings.MEDIA_ROOT = tmp_path / "files"


@pytest.fixture
def program():
    return make_program()


@pytest.fixture
def browser(client, program):
    """The client of the program's curator."""
    client.force_login(make_curator(program))
    return client


@pytest.fixture(scope="module")
def standing(django_db_setup, django_db_blocker, tmp_path_factory):
    """What fixtures of a module build upon this is built once: each test takes back only its own.

    It stands for the whole module, so every test of such a module must expect it.
    """
    files = override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("files"))
    with django_db_blocker.unblock(), files, transaction.atomic():
        yield
        transaction.set_rollback(True)


def pytest_itemcollected(item):
    """What a module has built once stands in one process."""
    if "standing" in item.fixturenames:
        item.add_marker(pytest.mark.xdist_group(item.module.__name__))


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """What shares a server or a school goes in one process, and first: the others fill the rest."""
    items.sort(key=lambda item: item.get_closest_marker("xdist_group") is None)


def pytest_collection_finish():
    """Modules and tests stay to the end: looking through them again took a tenth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


def pytest_make_parametrize_id(val, argname):
    """Files and long texts stand in the names of tests by a word.

    A workbook holds the second it was made in, and the two processes must collect alike.
    """
    return argname if isinstance(val, bytes) or len(str(val)) > LONGEST_NAME else None
