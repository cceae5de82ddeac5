"""What the school knows of a mentee and tells nobody outside its staff."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from participants.models import NeedsAnalysis
from programs.enums import OrganizationKind, Role
from programs.models import AuditEvent
from tests.builders import (
    make_curator,
    make_mentee,
    make_organization,
    make_pair,
    make_program,
    make_user,
)

pytestmark = pytest.mark.django_db
CONCLUSION = "тайный вывод психолога"
SECRETS = ("Психологическое сопровождение", "педагог-психолог", CONCLUSION)


@pytest.fixture
def program():
    municipality = make_organization(kind=OrganizationKind.MUNICIPALITY)
    return make_program(organization=make_organization(parent=municipality))


@pytest.fixture
def mentee(program):
    mentee = make_mentee(program, "Лосева Анна", needs_support=True, request_source="psychologist")
    NeedsAnalysis.objects.create(
        mentee=mentee, method="interview", held_on=timezone.localdate(), conclusion=CONCLUSION
    )
    return mentee


def url(name, *arguments):
    return reverse(f"participants:{name}", args=arguments)


def login(client, row, role):
    row.person.user = make_user(role, row.program.organization)
    row.person.save()
    client.force_login(row.person.user)


def told(client, *addresses):
    """Which secrets stand on any of the pages that open."""
    pages = [client.get(address, follow=True) for address in addresses]
    text = "".join(page.content.decode() for page in pages if page.status_code == 200)
    assert any(page.status_code == 200 for page in pages)
    return [secret for secret in SECRETS if secret in text]


def test_the_staff_reads_it_on_the_card(client, mentee):
    client.force_login(make_user(Role.GROUP_HEAD, mentee.program.organization))

    assert told(client, url("mentee_detail", mentee.pk)) == list(SECRETS)


def test_the_mentee_does_not_read_it_anywhere(client, mentee):
    pair = make_pair(mentee.program, mentees=[mentee])
    login(client, mentee, Role.MENTEE)

    pages = [url("mentee_detail", mentee.pk), url("cabinet")]
    assert told(client, *pages, reverse("pairs:pair_detail", args=[pair.pk])) == []


def test_the_mentor_does_not_read_it_anywhere(client, mentee):
    pair = make_pair(mentee.program, mentees=[mentee])
    login(client, pair.mentor, Role.MENTOR)

    pages = [url("mentor_detail", pair.mentor_id), url("mentee_detail", mentee.pk), url("cabinet")]
    assert told(client, *pages, reverse("pairs:pair_detail", args=[pair.pk])) == []


def test_the_municipality_does_not_read_it_anywhere(client, mentee):
    above = mentee.program.organization.parent
    client.force_login(make_user(Role.MUNICIPAL, above))

    pages = [url("mentee_detail", mentee.pk), url("mentee_list", mentee.program_id)]
    programs = reverse("programs:program_detail", args=[mentee.program_id])
    assert told(client, *pages, programs) == []


def test_the_official_table_does_not_hold_it(client, mentee, tmp_path):
    client.force_login(make_curator(mentee.program))
    path = tmp_path / "base.xlsx"
    path.write_bytes(client.get(url("mentee_export", mentee.program_id)).content)

    cells = [str(cell) for row in load_workbook(path).active.values for cell in row if cell]

    assert "Лосева Анна" in cells
    assert [cell for cell in cells if "сих" in cell or CONCLUSION in cell] == []


def test_an_analysis_is_written_changed_and_deleted(client, mentee):
    client.force_login(make_curator(mentee.program))
    values = {"method": "observation", "held_on": "2026-09-10", "conclusion": "любит чертить"}

    client.post(url("analysis_create", mentee.pk), values)
    analysis = NeedsAnalysis.objects.get(conclusion="любит чертить")
    client.post(url("analysis_update", analysis.pk), values | {"held_by": "Орлова В. И."})
    analysis.refresh_from_db()
    client.post(url("analysis_delete", analysis.pk))

    assert analysis.held_by == "Орлова В. И."
    assert NeedsAnalysis.objects.filter(pk=analysis.pk).count() == 0
    actions = AuditEvent.objects.filter(action__startswith="analysis").order_by("pk")
    assert [event.action for event in actions] == [
        "analysis.create",
        "analysis.update",
        "analysis.delete",
    ]


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (timezone.localdate() + timedelta(days=1), "Эта дата ещё не наступила."),
        ("1900-01-01", "Проверьте год: программа – 2026–2027 учебного года."),
    ],
)
def test_an_analysis_of_tomorrow_or_of_another_time_is_refused(client, mentee, day, said):
    client.force_login(make_curator(mentee.program))
    values = {"method": "interview", "held_on": day, "conclusion": "вывод"}

    answer = client.post(url("analysis_create", mentee.pk), values)

    assert answer.context["form"].errors == {"held_on": [said]}


def test_a_stranger_finds_no_analysis(client, mentee):
    client.force_login(make_user(Role.CURATOR))
    analysis = NeedsAnalysis.objects.get()

    pages = [url("analysis_create", mentee.pk), url("analysis_update", analysis.pk)]
    assert [client.get(page).status_code for page in pages] == [404, 404]
    assert client.post(url("analysis_delete", analysis.pk)).status_code == 404
