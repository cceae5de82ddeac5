"""Fixtures of the whole suite."""

import pytest


@pytest.fixture(autouse=True)
def private_files(tmp_path, settings):
    """Every test writes uploads into its own folder."""
    settings.MEDIA_ROOT = tmp_path / "files"
