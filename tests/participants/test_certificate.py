"""Certificates of the School of mentors: their numbers and what stays in them."""

from importlib import import_module

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction

from participants.domain.course import Verdict
from participants.models import Training
from participants.services.certificate import Studied, certified_facts
from participants.services.training import NUMBER_TAKEN, learners_of, set_results
from participants.views.courses import KEPT_CERTIFICATES
from tests.builders import make_course, make_program, make_training
from tests.participants.lessons import DAY, DAYS, learner, make_school, url

pytestmark = pytest.mark.django_db
WHOLE = Studied("Основы наставничества", 8, DAYS[0], DAYS[3])


@pytest.fixture
def school(client):
    return make_school(client)


def decide(school, result, note=""):
    verdict = Verdict(result, DAY, note)
    rows = learners_of(school.course)
    set_results(course=school.course, rows=rows, verdict=verdict, by=school.by)


def shorten(course):
    course.sessions.in_order().last().delete()
    course.title = "Короткая программа"
    course.save()


def given(training):
    row = Training.objects.select_related("course").get(pk=training.pk)
    return row.number, certified_facts(row)


def test_a_certificate_keeps_what_the_course_was_at_the_pass(school):
    training = learner(school, "", 4)
    decide(school, "passed")

    shorten(school.course)
    decide(school, "passed", "исправлено примечание")

    assert given(training) == (1, WHOLE)


def test_who_passes_anew_gets_the_facts_of_today_under_the_same_number(school):
    training = learner(school, "", 4)
    decide(school, "passed")

    shorten(school.course)
    decide(school, "learning")
    decide(school, "passed")

    assert given(training) == (1, Studied("Короткая программа", 6, DAYS[0], DAYS[2]))


def test_rows_read_before_somebody_numbered_them_take_no_second_number(school):
    training = learner(school, "", 4)
    stale = learners_of(school.course)
    decide(school, "passed")

    verdict = Verdict("passed", DAY, "ещё раз")
    set_results(course=school.course, rows=stale, verdict=verdict, by=school.by)

    assert given(training) == (1, WHOLE)


def test_rows_of_another_year_or_school_do_not_move_the_numbers(school):
    for program in (
        make_program(),
        make_program(organization=school.program.organization, start_year=2025),
    ):
        make_training(make_course(program), number=40)
    training = learner(school, "", 4)

    decide(school, "passed")

    assert given(training)[0] == 1


def test_a_certificate_given_before_keeps_what_it_says_today(school):
    passed = {"result": "passed", "decided_on": DAY}
    training = learner(school, "", **passed, number=3)
    empty = make_training(make_course(school.program), **passed, number=4)
    import_module("participants.migrations.0018_fill_certificate_facts").fill(apps, None)

    shorten(school.course)

    assert given(training) == (3, WHOLE)
    assert given(empty) == (4, Studied("Основы наставничества"))


@pytest.mark.parametrize(("number", "said"), [(1, 1), (None, 0)])
def test_pages_that_change_a_course_say_that_certificates_stay(school, number, said):
    learner(school, "", number=number)
    session = school.course.sessions.first()
    pages = [
        url("course_update", school.course.pk),
        url("course_session_create", school.course.pk),
        url("session_update", session.pk),
        url("session_delete", session.pk),
    ]

    counts = [school.client.get(page).content.decode().count(KEPT_CERTIFICATES) for page in pages]

    assert counts == [said] * 4


def numbered(program, number=7, **fields):
    return make_training(make_course(program), number=number, **fields)


def test_the_database_refuses_a_number_given_twice_in_a_year_of_the_school(school):
    numbered(school.program)
    same_year = make_program(organization=school.program.organization, title="Вторая программа")

    for program in (school.program, same_year):
        with pytest.raises(IntegrityError), transaction.atomic():
            numbered(program)

    next_year = make_program(organization=school.program.organization, start_year=2027)
    for program in (next_year, make_program()):
        assert numbered(program).number == 7


def test_the_database_refuses_a_number_of_no_school_or_no_year(school):
    for missing in ("issued_by", "issued_year"):
        with pytest.raises(IntegrityError), transaction.atomic():
            numbered(school.program, **{missing: None})


def test_a_number_taken_meanwhile_is_refused_in_words(school, monkeypatch):
    numbered(school.program, 1)
    training = learner(school, "", 4)
    monkeypatch.setattr("participants.services.certificate.last_number", lambda course: 0)
    fields = {"result": "passed", "decided_on": DAY}

    page = school.client.post(url("training_update", training.pk), fields)

    assert page.context["form"].non_field_errors() == [NUMBER_TAKEN]
    assert given(training)[0] is None


def test_a_certificate_keeps_the_year_of_its_number(school):
    training = learner(school, "", 4)
    decide(school, "passed")
    type(school.program).objects.update(start_year=2025)

    assert Training.objects.get(pk=training.pk).certificate == "1-ШН/2026"


def test_numbers_given_before_belong_to_the_school_and_the_year_of_their_course(school):
    program = make_program(organization=school.program.organization, start_year=2025)
    training = numbered(program)
    bare = learner(school, "")
    wrong = {"issued_by": make_program().organization, "issued_year": 2000}
    Training.objects.filter(pk=training.pk).update(**wrong)

    import_module("participants.migrations.0020_fill_certificate_issuer").fill(apps, None)

    rows = Training.objects.values_list("pk", "issued_by", "issued_year")
    assert set(rows) == {(training.pk, program.organization_id, 2025), (bare.pk, None, None)}
