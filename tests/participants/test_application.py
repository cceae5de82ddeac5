"""The curator's pile: applications become candidates or are declined and forgotten."""

import json
from datetime import date, timedelta
from io import BytesIO
from xml.etree import ElementTree

import pytest
from django.core.exceptions import ValidationError
from django.core.serializers import serialize
from django.urls import reverse
from django.utils import timezone

from mentoring_portal.shared.names import FullName
from mentoring_portal.shared.transitions import TransitionError
from participants.models import Application, Mentee, Mentor, Person, Representative
from participants.rendering.qr import qr_svg
from participants.services.application import accept, decline, decline_outdated, submit
from participants.services.application_link import open_link, set_term
from participants.services.consent import gaps
from participants.services.readiness import facts
from programs.domain.readiness import next_actions
from programs.enums import StageCode
from programs.models import AuditEvent
from tests.assertions import queries_of
from tests.builders import make_curator, make_mentee, make_mentor, make_person, make_program

pytestmark = pytest.mark.django_db
BORN = date(2011, 5, 1)


def make_application(program=None, kind="mentee", name="Ёлкин Пётр", birth_date=BORN, **fields):
    program = program or make_program()
    link = program.application_links.filter(kind=kind).first()
    link = link or open_link(program=program, kind=kind, open_until=None, by=None)
    own = {key: fields.pop(key) for key in ("phone", "email") if key in fields}
    return submit(
        link=link, name=FullName(*name.split()), birth_date=birth_date, answers=fields, **own
    )


def test_an_accepted_mentee_is_a_candidate_with_the_words_of_the_application():
    application = make_application(
        position="9 «А»", request="чертить", free_days="пн, ср", free_hours="15–17", phone="8 900"
    )

    mentee = accept(application=application, form="teacher_teacher", by=None)

    assert (mentee.status, mentee.form, mentee.request_source) == (
        "candidate",
        "teacher_teacher",
        "self",
    )
    assert (mentee.position, mentee.request, mentee.free_days, mentee.free_hours) == (
        "9 «А»",
        "чертить",
        "пн, ср",
        "15–17",
    )
    assert (mentee.person.full_name, mentee.person.sex, mentee.person.phone) == (
        "Ёлкин Пётр",
        "m",
        "8 900",
    )
    assert mentee.person.birth_date == BORN
    assert [str(kind) for kind in mentee.person.occupations.all()] == ["ученик"]


def test_an_accepted_mentor_has_numbers_out_of_words():
    application = make_application(
        kind="mentor",
        birth_date=date(1985, 3, 4),
        competences="чертежи",
        preferred_age="12–16 лет",
        time_resource="2 часа в неделю",
        max_mentees=3,
        forms=["employer_student"],
        portfolio_url="https://example.org/vera",
    )

    mentor = accept(application=application, by=None)

    assert (mentor.status, mentor.competences, mentor.max_mentees, mentor.forms) == (
        "candidate",
        "чертежи",
        3,
        ["employer_student"],
    )
    assert (mentor.age_from, mentor.age_to, mentor.hours_month) == (12, 16, 8)
    assert mentor.portfolio_url == "https://example.org/vera"
    assert list(mentor.person.occupations.all()) == []


def test_a_parent_who_applied_represents_the_child():
    answers = {
        "parent_name": "Ёлкина Анна Львовна",
        "parent_relation": "mother",
        "parent_phone": "8 900 000-00-00",
    }

    mentee = accept(application=make_application(**answers), by=None)

    parent = Representative.objects.get(child=mentee.person)
    assert (parent.person.full_name, parent.relation) == ("Ёлкина Анна Львовна", "mother")
    assert (parent.person.phone, parent.person.sex) == ("8 900 000-00-00", "f")
    assert mentee.request_source == "parents"


def test_one_parent_of_two_children_is_one_person():
    program = make_program()
    parent = {"parent_name": "Ёлкина Анна Львовна", "parent_phone": "8 (900) 000-00-00"}
    other_spelling = {"parent_name": "Елкина Анна Львовна", "parent_phone": "+7 900 000 00 00"}

    accept(application=make_application(program, **parent), by=None)
    accept(application=make_application(program, name="Ёлкин Павел", **other_spelling), by=None)

    parents = set(Representative.objects.values_list("person", flat=True))
    assert (len(parents), Representative.objects.count()) == (1, 2)


def test_the_wished_mentor_is_in_the_note_of_the_curator():
    mentee = accept(application=make_application(wished_mentor="учитель физики"), by=None)

    assert mentee.note == "Желаемый наставник: учитель физики"


def test_a_known_person_gets_a_row_and_keeps_what_the_school_knew():
    program = make_program()
    known = make_person("Ёлкин Пётр", organization=program.organization, phone="8 800")
    application = make_application(program, phone="8 900", email="p@example.org")

    mentee = accept(application=application, person=known, by=None)

    known.refresh_from_db()
    assert (mentee.person, known.phone, known.email) == (known, "8 800", "p@example.org")
    assert Person.objects.filter(organization=program.organization).count() == 1


def test_a_known_row_keeps_its_words_and_the_new_ones_are_noted():
    program = make_program()
    row = make_mentee(program, "Ёлкин Пётр", request="рисовать", status="withdrawn")
    application = make_application(program, request="чертить", interests="лыжи")

    mentee = accept(application=application, person=row.person, by=None)

    row.refresh_from_db()
    assert (mentee.pk, row.request, row.interests, row.status) == (
        row.pk,
        "рисовать",
        "лыжи",
        "candidate",
    )
    assert row.note == "Из заявки, основной запрос: чертить"


@pytest.mark.parametrize("decision", ["accept", "decline"])
def test_after_a_decision_nothing_of_the_person_stays_in_the_application(decision):
    secrets = {"request": "секретный запрос", "parent_name": "Скрытнева Анна"}
    application = make_application(name="Тайнов Глеб", phone="8 911", **secrets)
    assert leaks(application) == ["секретный", "Скрытнева", "Тайнов", "тайнов", "8 911", "2011"]

    if decision == "accept":
        accept(application=application, by=None)
    else:
        decline(application=application, reason="Группа набрана", by=None)

    assert leaks(application) == []
    assert Application.objects.count() == 1


def leaks(application):
    row = json.dumps(
        json.loads(serialize("json", Application.objects.filter(pk=application.pk))),
        ensure_ascii=False,
    )
    words = ("секретный", "Скрытнева", "Тайнов", "тайнов", "8 911", "2011")
    return [word for word in words if word in row]


@pytest.mark.parametrize("reason", ["Ёлкин уже учится", "отказ: елкин.", "у Петра… ПЁТР"])
def test_a_reason_does_not_name_the_person(reason):
    application = make_application()

    with pytest.raises(ValidationError, match="без имени"):
        decline(application=application, reason=reason, by=None)
    application.refresh_from_db()
    assert (application.status, application.last_name) == ("new", "Ёлкин")


def test_a_decided_application_is_not_decided_again():
    application = make_application()
    same = Application.objects.get()
    accept(application=application, by=None)

    with pytest.raises(TransitionError):
        decline(application=same, reason="Передумали", by=None)
    assert Application.objects.get().status == "accepted"


def test_the_journal_holds_ids_only():
    program = make_program()
    curator = make_curator(program)
    application = make_application(program, request="чертить")

    mentee = accept(application=application, by=curator)

    event = AuditEvent.objects.get(action="application.accept")
    assert (event.actor, event.object_id, event.organization_id, event.details) == (
        curator,
        application.pk,
        program.organization_id,
        {"person": mentee.person_id},
    )


def test_consents_of_the_accepted_are_missing_as_of_everybody():
    program = make_program()
    mentee = accept(application=make_application(program), by=None)

    assert [gap.person for gap in gaps(program, date(2026, 11, 21))] == [mentee.person]


def test_new_applications_are_the_first_thing_to_do():
    program = make_program()
    make_application(program)
    decline(application=make_application(program, name="Иной Пётр"), reason="Нет", by=None)
    make_application(program, kind="mentor", birth_date=date(1990, 1, 1))

    applied = [fact for fact in facts(program) if "аявки" in fact.title]
    assert [(fact.title, fact.done, fact.total) for fact in applied] == [
        ("Заявки наставляемых рассмотрены", 1, 2),
        ("Заявки наставников рассмотрены", 0, 1),
    ]
    first = next_actions(applied, list(StageCode))
    assert [fact.action for fact in first] == [
        "Рассмотреть заявки наставляемых",
        "Рассмотреть заявки наставников",
    ]


def test_what_nobody_considered_in_the_school_year_is_forgotten():
    application = make_application()

    assert decline_outdated(date(2027, 8, 31)) == 0
    assert decline_outdated(date(2027, 9, 1)) == 1
    application.refresh_from_db()
    assert (application.status, application.last_name) == ("declined", "")


@pytest.fixture
def curator(client):
    program = make_program()
    client.force_login(make_curator(program))
    client.program = program
    return client


def test_the_curator_accepts_and_comes_to_the_new_card(curator):
    application = make_application(curator.program)

    response = curator.post(
        reverse("participants:application_accept", args=[application.pk]),
        {"form": "student_student"},
    )

    mentee = Mentee.objects.get()
    assert response.url == reverse("participants:mentee_detail", args=[mentee.pk])


def test_a_mentor_is_accepted_by_the_button_alone(curator):
    application = make_application(curator.program, kind="mentor", birth_date=date(1990, 1, 1))

    curator.post(reverse("participants:application_accept", args=[application.pk]))

    assert Mentor.objects.get().person.full_name == "Ёлкин Пётр"


def test_somebody_alike_is_a_question(curator):
    known = make_person(
        "Елкин Петр", organization=curator.program.organization, birth_date=BORN, birth_year=2011
    )
    make_person("Ёлкин Пётр", birth_date=BORN)
    application = make_application(curator.program)
    url = reverse("participants:application_accept", args=[application.pk])

    asked = curator.post(url, {"form": "student_student"})
    choices = [value for value, _label in asked.context["form"].fields["same"].choices]
    curator.post(url, {"form": "student_student", "same": known.pk})

    assert choices == [str(known.pk), "other"]
    assert Mentee.objects.get().person == known


def test_a_stranger_of_another_school_cannot_be_chosen(curator):
    stranger = make_person("Ёлкин Пётр", birth_date=BORN)
    make_person("Ёлкин Пётр", organization=curator.program.organization, birth_date=BORN)
    application = make_application(curator.program)

    response = curator.post(
        reverse("participants:application_accept", args=[application.pk]),
        {"form": "student_student", "same": stranger.pk},
    )

    assert (response.status_code, Mentee.objects.count()) == (200, 0)


def test_the_declined_card_shows_the_reason_and_no_name(curator):
    application = make_application(curator.program, name="Тайнов Глеб")
    detail = reverse("participants:application_detail", args=[application.pk])
    assert "Тайнов" in curator.get(detail).content.decode()

    curator.post(
        reverse("participants:application_decline", args=[application.pk]),
        {"reason": "Группа уже набрана"},
    )

    page = curator.get(detail).content.decode()
    assert ("Тайнов" in page, "Группа уже набрана" in page) == (False, True)


def test_the_pile_is_filtered_by_state_and_kind(curator):
    program = curator.program
    new = make_application(program)
    mentor = make_application(program, kind="mentor", birth_date=date(1990, 1, 1))
    declined = make_application(program, name="Иной Пётр")
    decline(application=declined, reason="Нет", by=None)
    make_application()

    def found(query):
        page = curator.get(reverse("participants:application_list", args=[program.pk]) + query)
        return {application.pk for application in page.context["applications"]}

    assert found("") == {new.pk, mentor.pk, declined.pk}
    assert found("?status=new") == {new.pk, mentor.pk}
    assert found("?kind=mentor") == {mentor.pk}
    assert found("?kind=x&status=y") == {new.pk, mentor.pk, declined.pk}


def test_the_pile_costs_the_same_with_one_three_and_300_applications(curator, monkeypatch):
    monkeypatch.setattr("participants.services.application_limit.MOST_A_DAY", 1000)
    url = reverse("participants:application_list", args=[curator.program.pk])
    costs = []
    for total in (1, 3, 300):
        for number in range(Application.objects.count(), total):
            application = make_application(curator.program, position=str(number))
            if number < 3:
                decline(application=application, reason="Нет", by=None)
        curator.get(url)
        costs.append(queries_of(lambda: curator.get(url)))

    assert costs[0] == costs[1] == costs[2]


def test_markup_of_an_applicant_is_shown_as_text(curator):
    application = make_application(curator.program, request="<script>alert(1)</script>")

    page = curator.get(reverse("participants:application_detail", args=[application.pk]))

    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page.content.decode()


def test_the_page_of_links_shows_the_whole_address_and_its_code(curator):
    link = open_link(program=curator.program, kind="mentee", open_until=None, by=None)

    page = curator.get(reverse("participants:link_list", args=[curator.program.pk]))
    code = curator.get(reverse("participants:link_qr", args=[link.pk]))

    address = f"http://testserver/apply/{link.token}/"
    assert address in page.content.decode()
    assert (code["Content-Type"], code.content) == ("image/svg+xml", qr_svg(address))


def test_the_code_is_an_image_without_styles_and_scripts():
    root = ElementTree.parse(BytesIO(qr_svg("https://example.org/apply/key/"))).getroot()

    attributes = {name for element in root.iter() for name in element.attrib}
    assert "style" not in attributes
    assert {element.tag.rpartition("}")[2] for element in root.iter()} <= {"svg", "path", "g"}


@pytest.mark.parametrize("change", [open_link, set_term])
def test_a_term_in_the_past_is_refused(change):
    program = make_program()
    link = open_link(program=program, kind="mentee", open_until=None, by=None)
    what = {"program": program, "kind": "mentee"} if change is open_link else {"link": link}

    with pytest.raises(ValidationError, match="уже прошла"):
        change(**what, open_until=timezone.localdate() - timedelta(days=1), by=None)


def test_a_finished_program_opens_no_links():
    with pytest.raises(ValidationError, match="Программа завершена"):
        open_link(program=make_program(status="closed"), kind="mentee", open_until=None, by=None)


def test_a_mentor_of_the_base_may_apply_as_a_mentee():
    program = make_program()
    mentor = make_mentor(program, "Ёлкин Пётр")

    mentee = accept(application=make_application(program), person=mentor.person, by=None)

    assert (mentee.person, Mentor.objects.count()) == (mentor.person, 1)


def test_the_base_tells_of_applications_that_wait_for_it(curator):
    program = curator.program
    url = reverse("participants:mentee_list", args=[program.pk])
    make_application(program, kind="mentor", birth_date=date(1990, 1, 1))
    assert "Ждут решения" not in curator.get(url).content.decode()

    make_application(program)

    assert "1\u00a0заявка" in curator.get(url).content.decode()
