"""Odd query strings in the address line of a list: a page or a refusal, never a failure."""

import pytest
from django.urls import reverse

from participants.services.import_batch import check
from tests.builders import make_curator, make_meeting, make_mentee, make_pair, make_program
from tests.participants.workbooks import mentee_row, mentees

pytestmark = pytest.mark.django_db

LISTS = (
    "documents:document_list",
    "documents:report_list",
    "monitoring:headcount_list",
    "monitoring:program_dashboard",
    "pairs:matching",
    "pairs:pair_create",
    "pairs:pair_list",
    "participants:assignment_list",
    "participants:consent_gaps",
    "participants:import_create",
    "participants:mentee_export",
    "participants:mentee_list",
    "participants:mentor_export",
    "participants:mentor_list",
    "participants:selection_list",
    "programs:legal_act_list",
    "programs:partner_list",
    "programs:roadmap",
)
# The server takes addresses of up to 4,094 signs: about six hundred Russian letters.
VALUES = ("abc", "999", "-1", "9" * 30, "zzz", "а\x00б", "я" * 600)
ALONE = ("page", "page_size", "ordering", "q")
TOGETHER = (
    "status", "form", "sex", "consents", "born_from", "born_to", "mark", "state", "stage", "only",
    "mentor", "mentee", "request", "view", "responsible", "agreement",
    "step", "analysis", "decision", "least",
)  # fmt: skip


@pytest.fixture
def program():
    program = make_program()
    make_meeting(make_pair(program))
    make_mentee(program)
    return program


@pytest.fixture
def curator(program, client):
    user = make_curator(program)
    client.force_login(user)
    return user


def breakages(client, address):
    """The queries that were answered with neither a page nor «there is none»."""
    client.raise_request_exception = False
    queries = [{name: value} for name in ALONE for value in VALUES]
    queries += [dict.fromkeys(TOGETHER, value) for value in VALUES]
    return [query for query in queries if client.get(address, query).status_code not in (200, 404)]


@pytest.mark.parametrize("route", LISTS)
def test_an_odd_query_never_breaks_a_list(route, program, curator, client):
    assert breakages(client, reverse(route, args=[program.pk])) == []


def test_an_odd_query_never_breaks_the_list_of_programs(curator, client):
    assert breakages(client, reverse("programs:program_list")) == []


def test_an_odd_query_never_breaks_the_preview_of_a_base(program, curator, client):
    table = mentees(mentee_row())
    batch = check(program=program, data=table, filename="база.xlsx", kind="auto", by=curator)

    assert breakages(client, reverse("participants:import_detail", args=[batch.pk])) == []
