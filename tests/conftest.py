"""Fixtures of the whole suite."""

import pytest
from django.core.files.storage import default_storage


@pytest.fixture(autouse=True)
def private_files(tmp_path, settings):
    """Every test writes uploads into its own folder."""
    settings.MEDIA_ROOT = tmp_path / "files"
    default_storage._wrapped.__dict__.pop("base_location", None)
    default_storage._wrapped.__dict__.pop("location", None)
