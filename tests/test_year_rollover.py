"""Two school years live in one organization: what one does leaves the other as it was."""

from datetime import time

import pytest
from django.urls import reverse

from documents.services import issue, pair_order
from documents.services.report import draft_report
from monitoring.services.headcount import enter
from pairs.models import Meeting, Pair
from pairs.services.meeting import record as record_meeting
from pairs.services.pair import terminate
from participants.enums import BaseKind, ConsentKind, ConsentSigner
from participants.models import Person
from participants.services import enrollment
from participants.services.application_link import open_link
from participants.services.attendance import mark_attendance
from participants.services.consent import record as record_consent
from participants.services.import_batch import apply, check
from programs.models import Event, Program, ProgramForm
from programs.services.event import hold_event, save_event
from programs.services.program import open_program, start
from programs.services.program_form import save_form
from programs.services.roadmap import mark_done
from tests.builders import (
    make_curator,
    make_mentee,
    make_mentor,
    make_organization,
    make_pair,
    make_person,
)
from tests.documents.builders import appoint
from tests.participants.workbooks import mentee_row, mentees

pytestmark = pytest.mark.django_db


def parts_of(model):
    """(model, lookup of the program) of everything that hangs on a program, the shortest way."""
    seen, waiting = {model}, [(model, "")]
    for parent, path in waiting:
        for relation in parent._meta.related_objects:
            child = relation.related_model
            if child in seen or relation.many_to_many:
                continue
            seen.add(child)
            lookup = f"{relation.field.name}__{path}" if path else relation.field.name
            waiting.append((child, lookup))
            yield child, lookup


def snapshot(program):
    """Every row of the year, value by value; a new model that hangs on it comes by itself."""
    rows = {Program: list(Program.objects.filter(pk=program.pk).values())}
    for model, lookup in parts_of(Program):
        found = model._base_manager.filter(**{lookup: program}).order_by("pk").distinct()
        rows[model] = list(found.values())
    return rows


@pytest.fixture
def school():
    organization = make_organization()
    appoint(
        make_person("Ветрова Ирина Павловна", organization=organization), "director", "директор"
    )
    appoint(make_person("Соколова Анна Игоревна", organization=organization), "curator", "учитель")
    make_person("Панин Глеб Олегович", organization=organization, birth_year=1980)
    make_person("Ершова Яна Тимуровна", organization=organization)
    return organization


def open_year(school, start_year):
    program = open_program(organization=school, start_year=start_year, preset="G73", by=None)
    start(program=program, by=None)
    return program


def work(program):
    """A year's work through the services, with the same people every year."""
    mentor, pair = work_with_people(program)
    work_with_papers(program, pair)
    work_with_conditions(program, mentor)


def work_with_people(program):
    people = {person.last_name: person for person in program.organization.people.all()}
    load = check(
        program=program,
        data=mentees(mentee_row()),
        filename="b.xlsx",
        kind=BaseKind.MENTEES,
        by=None,
    )
    apply(batch=load, by=None)
    mentor = make_mentor(program, person=people["Панин"], position="учитель химии")
    mentee = make_mentee(program, person=people["Ершова"], position="8 «А» класс")
    enrollment.decline(participants=[make_mentee(program, status="candidate")], by=None)
    record_consent(
        person=mentor.person,
        kind=ConsentKind.PARTICIPATION,
        signer=ConsentSigner.PERSON,
        signed_on=program.year.day(9, 10),
        by=None,
    )
    open_link(program=program, kind="mentee", open_until=None, by=None)
    return mentor, make_pair(program, mentor, [mentee], status="accepted", starts_on=None)


def work_with_papers(program, pair):
    order = pair_order.draft_order_pairs(program=program, by=None)
    issue.register(document=order, day=program.year.day(10, 15), by=None)
    pair = Pair.objects.get(pk=pair.pk)
    day = program.year.day(10, 20)
    meeting = Meeting(pair=pair, kind="work", day=day, minutes=45, topic="Опыты", rating=4)
    record_meeting(meeting=meeting, by=None)
    terminate(pair=pair, day=program.year.day(11, 2), reason="Сменилось расписание", by=None)
    enter(program=program, code="pupils", value=600, as_of=program.year.day(9, 20), by=None)
    draft_report(program=program, period="december", as_of=program.year.day(11, 10), by=None)


def work_with_conditions(program, mentor):
    mark_done(item=program.roadmap_items.first(), by=None)
    save_form(form=ProgramForm(program=program, form="student_student", goal="Опора"), by=None)
    day = program.year.day(11, 5)
    event = Event(program=program, kind="seminar", title="Семинар", starts_on=day, result="Да")
    event.starts_at = time(15)
    save_event(event=event, by=None)
    hold_event(event=event, today=day, by=None)
    came = [mentor.person_id]
    mark_attendance(event=event, shown=came, chosen=came, today=day, by=None)


@pytest.mark.parametrize(("resting_year", "working_year"), [(2025, 2026), (2026, 2025)])
def test_the_work_of_one_year_leaves_the_other_as_it_was(school, resting_year, working_year):
    resting = open_year(school, resting_year)
    work(resting)
    before = snapshot(resting)
    people = set(Person.objects.values_list("pk", flat=True))

    work(open_year(school, working_year))

    after = snapshot(resting)
    changed = [model.__name__ for model, rows in before.items() if after[model] != rows]
    assert changed == []
    assert people <= set(Person.objects.values_list("pk", flat=True))


def test_the_snapshot_holds_every_noun_that_the_year_worked_with(school):
    program = open_year(school, 2026)
    work(program)

    filled = {model.__name__ for model, rows in snapshot(program).items() if rows}

    assert filled >= {
        "ApplicationLink",
        "Attendance",
        "Document",
        "Event",
        "Headcount",
        "ImportBatch",
        "Meeting",
        "Mentee",
        "Mentor",
        "Pair",
        "PairMember",
        "Program",
        "ProgramForm",
        "Report",
        "RoadmapItem",
        "Stage",
    }


def test_a_page_of_a_year_names_that_year(school, client):
    years = [open_year(school, year) for year in (2025, 2026)]
    client.force_login(make_curator(years[0]))

    shown = {}
    for program in years:
        for name in ("monitoring:program_dashboard", "programs:event_list"):
            page = client.get(reverse(name, args=[program.pk]))
            menu = page.content.decode()
            shown[program.start_year, name] = (
                page.context["program"].start_year,
                f"/programs/{program.pk}/events/" in menu,
            )

    assert shown == {key: (key[0], True) for key in shown}
