"""Programs: who sees them, who opens and changes them, what moves with the order's date."""

from datetime import date

import pytest
from django.urls import reverse

from programs.enums import ProgramStatus, Role, TermKind
from programs.models import AuditEvent, Program
from programs.services.program import open_program
from tests.assertions import queries_of
from tests.builders import make_curator, make_organization, make_program, make_user

pytestmark = pytest.mark.django_db


def fields(**changed):
    defaults = {
        "title": "Программа наставничества",
        "introduced_on": "",
        "goal": "",
        "tasks": "",
        "expected_results": "",
        "page_text": "",
    }
    return defaults | changed


@pytest.fixture
def program():
    return open_program(
        organization=make_organization(), start_year=2026, preset="G73", by=make_user()
    )


@pytest.fixture
def curator(client, program):
    user = make_curator(program)
    client.force_login(user)
    return user


def page(client, name, *arguments):
    return client.get(reverse(f"programs:{name}", args=arguments))


def test_a_curator_creates_a_draft_program_with_stages_and_rows(client, curator, program):
    answer = client.post(
        reverse("programs:program_create"),
        {
            "organization": program.organization_id,
            "title": "Вторая программа",
            "start_year": 2027,
            "preset": "DDT",
        },
    )

    made = Program.objects.get(title="Вторая программа")
    assert answer.url == reverse("programs:program_detail", args=[made.pk])
    assert (made.status, made.stages.count(), made.roadmap_items.count()) == ("draft", 7, 28)


def test_the_form_proposes_the_current_school_year(client, curator):
    form = page(client, "program_create").context["form"]

    assert form["start_year"].value() in dict(form.fields["start_year"].choices)


def test_a_second_program_with_the_same_name_and_year_is_refused(client, curator, program):
    answer = client.post(
        reverse("programs:program_create"),
        {
            "organization": program.organization_id,
            "title": program.title,
            "start_year": program.start_year,
            "preset": "ZAB",
        },
    )

    assert answer.context["form"].non_field_errors() == [
        "Программа с таким названием на этот год уже есть."
    ]
    assert Program.objects.count() == 1


def test_renaming_into_a_taken_name_is_refused(client, curator, program):
    make_program(organization=program.organization, title="Занято")

    answer = client.post(
        reverse("programs:program_update", args=[program.pk]), fields(title="Занято")
    )

    assert answer.context["form"].non_field_errors() == [
        "Программа с таким названием на этот год уже есть."
    ]


def test_a_curator_cannot_open_a_program_in_a_foreign_school(client, curator):
    answer = client.post(
        reverse("programs:program_create"),
        {
            "organization": make_organization().pk,
            "title": "Чужая",
            "start_year": 2026,
            "preset": "ZAB",
        },
    )

    assert "organization" in answer.context["form"].errors
    assert not Program.objects.filter(title="Чужая").exists()


def test_relative_rows_move_with_the_date_of_the_order(client, curator, program):
    relative = program.roadmap_items.filter(term_kind=TermKind.RELATIVE).first()

    client.post(
        reverse("programs:program_update", args=[program.pk]), fields(introduced_on="2026-10-05")
    )

    relative.refresh_from_db()
    assert (relative.starts_on, relative.due_on) == (date(2026, 10, 5), date(2026, 11, 5))


def test_a_relative_row_set_by_hand_stays_where_it_was_set(client, curator, program):
    relative = program.roadmap_items.filter(term_kind=TermKind.RELATIVE).first()
    relative.due_on = date(2026, 12, 1)
    relative.save()

    client.post(
        reverse("programs:program_update", args=[program.pk]), fields(introduced_on="2026-10-05")
    )

    relative.refresh_from_db()
    assert (relative.starts_on, relative.due_on) == (date(2026, 9, 1), date(2026, 12, 1))


@pytest.mark.parametrize("key", ["", "G73-1.3"])
def test_a_schools_own_relative_row_moves_by_the_months_of_its_words(client, curator, program, key):
    """The key of a preset's row whose own term is a deadline must not mislead."""
    own = program.roadmap_items.create(
        title="Своя",
        preset_key=key,
        position=99,
        term_kind=TermKind.RELATIVE,
        term_text="в течение 2 месяцев после приказа",
        starts_on=date(2026, 9, 1),
        due_on=date(2026, 11, 1),
    )

    client.post(
        reverse("programs:program_update", args=[program.pk]), fields(introduced_on="2026-10-05")
    )

    own.refresh_from_db()
    assert (own.starts_on, own.due_on) == (date(2026, 10, 5), date(2026, 12, 5))


def test_starting_closing_and_resuming_leave_their_marks_in_the_journal(client, curator, program):
    for name in ("program_start", "program_close", "program_resume"):
        client.post(reverse(f"programs:{name}", args=[program.pk]))

    program.refresh_from_db()
    actions = AuditEvent.objects.filter(actor=curator).order_by("pk").values_list("action")
    assert program.status == ProgramStatus.ACTIVE
    assert [action for (action,) in actions] == [
        "program.start",
        "program.close",
        "program.resume",
    ]


def test_starting_twice_is_a_message_not_a_failure(client, curator, program):
    url = reverse("programs:program_start", args=[program.pk])
    client.post(url)

    answer = client.post(url, follow=True)

    assert [message.level_tag for message in answer.context["messages"]][-1] == "error"


@pytest.mark.parametrize(
    ("role", "seeing", "editing"),
    [
        (Role.DIRECTOR, 200, 200),
        (Role.CURATOR, 200, 200),
        (Role.GROUP_HEAD, 200, 403),
        (Role.MENTOR, 403, 403),
        (Role.MENTEE, 403, 403),
    ],
)
def test_the_staff_sees_a_program_and_managers_change_it(client, program, role, seeing, editing):
    client.force_login(make_user(role, program.organization))

    assert page(client, "program_detail", program.pk).status_code == seeing
    assert page(client, "program_update", program.pk).status_code == editing


def test_the_municipality_reads_the_programs_of_its_schools_only(client):
    municipality = make_organization(kind="municipality")
    own = make_program(organization=make_organization(parent=municipality))
    foreign = make_program()
    client.force_login(make_user(Role.MUNICIPAL, municipality))

    assert page(client, "program_detail", own.pk).status_code == 200
    assert page(client, "program_detail", foreign.pk).status_code == 404
    assert page(client, "program_update", own.pk).status_code == 403


def test_a_foreign_program_is_not_found(client, curator):
    foreign = make_program()

    for name in ("program_detail", "program_update", "program_close", "roadmap", "item_create"):
        assert page(client, name, foreign.pk).status_code == 404


def test_a_visitor_is_sent_to_sign_in(client, program):
    assert page(client, "program_detail", program.pk).url.startswith(reverse("login"))


@pytest.mark.parametrize("number", [1, 3, 300])
def test_the_list_costs_the_same_with_any_number_of_programs(client, curator, program, number):
    cost = queries_of(lambda: page(client, "program_list"))
    Program.objects.bulk_create(
        Program(organization=program.organization, title=f"№ {n}", start_year=2026, preset="ZAB")
        for n in range(number)
    )

    assert queries_of(lambda: page(client, "program_list")) == cost


def test_the_list_without_programs_offers_the_first_step(client):
    client.force_login(make_user(Role.CURATOR))

    answer = page(client, "program_list")

    assert reverse("programs:program_create") in answer.content.decode()


def test_a_manager_changes_what_the_heads_of_papers_say(client, curator, program):
    organization = program.organization

    client.post(
        reverse("programs:organization_update", args=[organization.pk]),
        {
            "name": "Полное имя",
            "short_name": "Краткое имя",
            "founder": "",
            "place": "г. Речной",
            "address": "",
            "phone": "",
            "email": "",
            "site": "",
            "order_suffix": "од",
        },
    )

    organization.refresh_from_db()
    assert (organization.name, organization.place) == ("Полное имя", "г. Речной")


def test_a_foreign_organization_is_not_found(client, curator):
    assert page(client, "organization_update", make_organization().pk).status_code == 404
