"""What the journal tells of a mentor: all the years in the school, for those who may see them."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse

from participants.models import Mentor
from participants.services import enrollment
from participants.services.mentor_history import history_of
from programs.models import AuditEvent
from tests.assertions import assert_flat
from tests.builders import (
    make_course,
    make_curator,
    make_mentor,
    make_organization,
    make_program,
    make_training,
)

pytestmark = pytest.mark.django_db


def make_years(*years, organization=None):
    """One person in the bases of several years, approved in the autumn of each."""
    school = organization or make_organization()
    programs = [make_program(organization=school, start_year=year) for year in years]
    first = make_mentor(programs[0], status="candidate")
    rows = [first, *(make_mentor(p, person=first.person, status="candidate") for p in programs[1:])]
    for row in rows:
        enrollment.approve(participants=[row], by=None)
        at = datetime(row.program.start_year, 10, 1, tzinfo=UTC)
        AuditEvent.objects.filter(object_id=row.program_id, action="mentor.approved").update(at=at)
    return rows


def told(page):
    return [(str(entry.year), entry.what) for entry in page.context["history"]]


IN_REGISTRY = "состояние: в реестре"


@pytest.mark.parametrize("name", ["mentor_detail", "selection_detail"])
def test_all_years_of_the_person_stand_newest_first(client, name):
    newer, older = make_years(2026, 2024)
    make_mentor(newer.program, status="candidate")
    client.force_login(make_curator(newer.program))

    pages = [client.get(reverse(f"participants:{name}", args=[row.pk])) for row in (newer, older)]

    both = [("2026–2027", IN_REGISTRY), ("2024–2025", IN_REGISTRY)]
    assert [told(page) for page in pages] == [both, both]
    assert "2024–2025" in pages[0].content.decode()


def test_years_of_another_school_are_not_told(client):
    mentor = make_years(2026)[0]
    stranger = make_mentor(make_program(start_year=2025), status="candidate", person=mentor.person)
    enrollment.approve(participants=[stranger], by=None)
    client.force_login(make_curator(mentor.program))

    page = client.get(reverse("participants:mentor_detail", args=[mentor.pk]))

    assert told(page) == [("2026–2027", IN_REGISTRY)]
    assert page.context["other_years"] == []
    assert list(Mentor.objects.of_same_person(mentor)) == [mentor]


def test_the_card_says_how_far_the_mentor_came_in_other_years(client):
    newer, older = make_years(2026, 2025)
    make_training(make_course(older.program), older)
    client.force_login(make_curator(newer.program))

    page = client.get(reverse("participants:mentor_detail", args=[newer.pk]))

    assert [(row, step.title) for row, step in page.context["other_years"]] == [(older, "Реестр")]
    link = reverse("participants:mentor_detail", args=[older.pk])
    assert f'<a href="{link}">2025–2026 учебный год</a>: «Реестр» – в реестре' in (
        page.content.decode()
    )


def test_a_history_of_many_years_costs_the_same():
    rows = make_years(2026)
    person, school = rows[0].person, rows[0].program.organization

    def grow():
        for year in range(2018, 2026):
            row = make_mentor(
                make_program(organization=school, start_year=year),
                person=person,
                status="candidate",
            )
            enrollment.approve(participants=[row], by=None)

    assert_flat(lambda: history_of(Mentor.objects.of_same_person(rows[0])), grow)
