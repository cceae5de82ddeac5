"""The page «Наставничество»: open to everyone, silent about drafts."""

import pytest
from django.urls import reverse
from django.utils import timezone

from mentoring_portal.shared.dates import school_year_of
from programs.enums import ProgramStatus
from programs.services.program import open_program
from tests.assertions import queries_of
from tests.builders import make_organization, make_pair, make_program, make_user

pytestmark = pytest.mark.django_db


def page(client, program):
    return client.get(reverse("programs:public_page", args=[program.organization.slug]))


def year(client, program):
    slug = program.organization.slug
    return client.get(reverse("programs:public_year", args=[slug, program.pk]))


def test_a_visitor_reads_the_page_of_a_running_program(client):
    program = make_program(page_text="Мы учимся друг у друга.", goal="Поддержать новичков.")

    text = page(client, program).content.decode()

    assert "Мы учимся друг у друга." in text
    assert "Поддержать новичков." in text


def test_a_draft_looks_as_if_it_were_not_there(client):
    draft = open_program(
        organization=make_organization(), start_year=2026, preset="ZAB", by=make_user()
    )

    missing = client.get(reverse("programs:public_page", args=["no-such-school"]))
    assert [page(client, draft).status_code, year(client, draft).status_code] == [404, 404]
    assert page(client, draft).content == missing.content


def test_the_newest_published_program_is_shown_and_older_ones_are_archived(client):
    old = make_program(start_year=2025, status=ProgramStatus.CLOSED)
    new = make_program(organization=old.organization, start_year=2026)
    make_program(organization=old.organization, start_year=2027, status=ProgramStatus.DRAFT)

    answer = page(client, new)

    assert (answer.context["shown"], answer.context["archive"]) == (new, [old])


@pytest.mark.parametrize(
    ("years", "shown"),
    [
        ((-1, 0, 1), 0),
        ((-3, -1, 1), -1),
        ((1, 2), 1),
    ],
)
def test_the_page_shows_this_year_then_the_past_then_what_comes(client, years, shown):
    this_year = school_year_of(timezone.localdate()).start_year
    school = make_organization()
    programs = {
        years_off: make_program(organization=school, start_year=this_year + years_off)
        for years_off in years
    }

    assert page(client, programs[shown]).context["shown"] == programs[shown]


def test_of_two_programs_of_a_year_the_running_one_is_shown(client):
    this_year = school_year_of(timezone.localdate()).start_year
    over = make_program(start_year=this_year, title="А", status=ProgramStatus.CLOSED)
    running = make_program(organization=over.organization, start_year=this_year, title="Б")

    assert page(client, over).context["shown"] == running


def test_a_year_of_another_school_is_not_found(client):
    program, other = make_program(), make_program()

    url = reverse("programs:public_year", args=[program.organization.slug, other.pk])

    assert client.get(url).status_code == 404


def test_markup_in_the_text_stays_text(client):
    program = make_program(page_text="<script>alert(1)</script>")

    text = page(client, program).content.decode()

    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text


def test_no_names_of_participants_are_shown(client):
    pair = make_pair()

    text = page(client, pair.program).content.decode()

    people = [pair.mentor.person, *(member.mentee.person for member in pair.members.all())]
    assert [person.last_name for person in people if person.last_name in text] == []


def test_the_page_costs_the_same_with_many_years(client):
    program = make_program()
    make_program(organization=program.organization, start_year=2020)
    cost = queries_of(lambda: page(client, program))
    for start_year in range(2021, 2026):
        make_program(organization=program.organization, start_year=start_year)

    assert queries_of(lambda: page(client, program)) == cost


def test_tasks_on_lines_of_their_own_are_a_list(client):
    program = make_program(tasks="Поддержать новичков\nНаучить", expected_results="Все довольны")

    text = page(client, program).content.decode()

    assert "<li>Поддержать новичков</li><li>Научить</li>" in text
    assert "<li>Все довольны</li>" not in text
