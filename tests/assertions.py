"""Assertions that several tests share."""

from django.db import connection
from django.test.utils import CaptureQueriesContext


def queries_of(action):
    with CaptureQueriesContext(connection) as captured:
        action()
    return len(captured)


def assert_flat(action, add_rows):
    """The page costs as many queries after ``add_rows()`` as before."""
    action()
    before = queries_of(action)
    add_rows()
    assert queries_of(action) == before
