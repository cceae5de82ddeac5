"""Servers and portals of the service tests; what was started is stopped."""

import shutil
from pathlib import Path

import pytest

from tests.services.portal import Portal
from tests.services.servers import Postgres, Redis

FOLDER = Path(__file__).parent


def pytest_collection_modifyitems(items):
    """These tests are the slowest and share servers: first, and in one process."""
    for item in items:
        if item.path.is_relative_to(FOLDER):
            item.add_marker(pytest.mark.services)
            item.add_marker(pytest.mark.xdist_group("services"))
    items.sort(key=lambda item: item.get_closest_marker("services") is None)


@pytest.fixture(scope="session")
def postgres():
    server = Postgres().start()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def migrated(postgres, tmp_path_factory):
    """Both databases after all migrations, to be copied: migrating takes seconds."""
    folder = tmp_path_factory.mktemp("migrated")
    Portal(folder).migrate()
    Portal(folder, DATABASE_URL=postgres.create("migrated")).migrate()
    return folder / "portal.sqlite3"


@pytest.fixture
def redis_server():
    server = Redis().start()
    yield server
    server.stop()


@pytest.fixture
def embedded(tmp_path, migrated):
    """The default: SQLite and a broker made of files."""
    shutil.copy(migrated, tmp_path)
    return Portal(tmp_path)


@pytest.fixture
def served(tmp_path, postgres, redis_server, migrated):
    """Production: PostgreSQL and Redis."""
    database = postgres.create(tmp_path.name, template="migrated")
    return Portal(tmp_path / "served", DATABASE_URL=database, REDIS_URL=redis_server.url)


@pytest.fixture(params=["embedded", "served"])
def portal(request):
    return request.getfixturevalue(request.param)
