"""Mentors of a course: choosing them, results one by one and in bulk, certificates."""

import pytest
from django.core.exceptions import ValidationError

from participants.domain.course import Verdict
from participants.models import Training
from participants.services import training as service
from participants.services.readiness import facts
from tests.assertions import assert_flat
from tests.builders import (
    make_course,
    make_mentor,
    make_program,
    make_training,
)
from tests.participants.lessons import DAY, DAYS, learner, make_school, marks, results, url

pytestmark = pytest.mark.django_db


@pytest.fixture
def school(client):
    return make_school(client)


def test_the_page_offers_mentors_of_a_form_and_ticks_the_untrained(school):
    former = make_program(organization=school.program.organization, start_year=2025)
    trained = make_mentor(school.program, "Учёная Анна")
    earlier = make_mentor(former, person=trained.person)
    make_training(make_course(former), earlier, result="passed", decided_on=DAYS[0])
    make_mentor(school.program, "Новая Вера", forms=[])
    make_mentor(school.program, "Чужая Галина", forms=["teacher_teacher"])
    make_mentor(school.program, "Ушедшая Дарья", status="withdrawn")
    learner(school, "Старая Ева")

    response = school.client.get(url("course_enroll", school.course.pk) + "?form=student_student")

    rows = [(row.mentor.person.last_name, row.trained_on) for row in response.context["rows"]]
    assert rows == [("Новая", None), ("Учёная", DAYS[0])]
    assert response.content.decode().count(" checked") == 1


def test_chosen_mentors_join_once_and_strangers_never(school):
    mentor, stranger = make_mentor(school.program), make_mentor()

    said = []
    for chosen in ([mentor.pk], [mentor.pk], [stranger.pk], []):
        data = {"mentors": chosen}
        page = school.client.post(url("course_enroll", school.course.pk), data, follow=True)
        said.append("Список изменился" in page.content.decode())

    assert [row.mentor for row in Training.objects.all()] == [mentor]
    assert said == [False, True, True, False]


def test_those_who_attended_enough_pass_at_once_with_numbers_by_name(school):
    learner(school, "Ёжиков Пётр", 3)
    learner(school, "Яшин Олег", 4)
    learner(school, "Ленивцев Иван", 2)
    learner(school, "Решённый Глеб", 4, result="failed", decided_on=DAY)

    school.client.post(url("course_pass", school.course.pk), {"decided_on": DAY})

    assert results(school) == [
        ("Ёжиков", "passed", 1),
        ("Ленивцев", "learning", None),
        ("Решённый", "failed", None),
        ("Яшин", "passed", 2),
    ]


def test_nobody_passes_on_a_day_before_the_last_lesson_attended(school):
    learner(school, "Рано Пётр", 4)
    learner(school, "Впору Олег", 3)

    school.client.post(url("course_pass", school.course.pk), {"decided_on": DAYS[2]})

    assert results(school) == [("Впору", "passed", 1), ("Рано", "learning", None)]


def test_a_bulk_result_tells_whom_the_rules_refuse(school):
    enough, lazy = learner(school, "Ёжиков Пётр", 4), learner(school, "Ленивцев Иван", 1)
    values = {"pk": [enough.pk, lazy.pk], "result": "passed", "decided_on": DAY, "note": ""}

    page = school.client.post(url("course_results", school.course.pk), values, follow=True)

    assert results(school) == [("Ёжиков", "passed", 1), ("Ленивцев", "learning", None)]
    assert [str(message) for message in page.context["messages"]] == [
        "Результат записан: 1\u00a0человек.",
        "Ленивцев Иван. Посещено занятий: 1 из 4, нужно 3. "
        "Напишите в примечании, почему обучение зачтено.",
    ]


def test_nobody_ticked_is_said_and_changes_nothing(school):
    learner(school, "Ёжиков Пётр", 4)

    page = school.client.post(
        url("course_results", school.course.pk), {"result": "passed", "decided_on": DAY}
    )

    assert page.context["form"].errors["pk"] == ["Отметьте хотя бы одного наставника."]
    assert results(school) == [("Ёжиков", "learning", None)]


def test_a_number_is_kept_over_a_change_of_mind_and_never_given_twice(school):
    first, second = learner(school, "Ёжиков Пётр", 4), learner(school, "Яшин Олег", 4)
    other = make_course(school.program)
    third = make_training(other, make_mentor(school.program))

    def decide(training, result):
        rows = service.learners([training], training.course)
        verdict = Verdict(result, DAY, "зачёт")
        service.set_results(course=training.course, rows=rows, verdict=verdict, by=school.by)

    for training, result in (
        (first, "passed"),
        (first, "learning"),
        (second, "passed"),
        (third, "passed"),
        (first, "passed"),
    ):
        decide(Training.objects.get(pk=training.pk), result)

    numbers = dict(Training.objects.values_list("mentor__person__last_name", "number"))
    assert [numbers["Ёжиков"], numbers["Яшин"]] == [1, 2]
    assert Training.objects.get(pk=third.pk).certificate == "3-ШН/2026"
    assert Training.objects.get(pk=first.pk).decided_on == DAY


def test_back_to_learning_takes_the_day_and_the_certificate_off(school):
    training = learner(school, "Ёжиков Пётр", 4, result="passed", decided_on=DAY, number=5)

    school.client.post(url("training_update", training.pk), {"result": "learning"})

    training.refresh_from_db()
    assert (training.result, training.decided_on, training.certificate) == ("learning", None, "")


def test_a_refused_result_of_one_mentor_stays_on_the_page(school):
    training = learner(school, "Ленивцев Иван", 1)

    page = school.client.post(
        url("training_update", training.pk), {"result": "passed", "decided_on": DAY}
    )

    assert page.context["form"].non_field_errors() == [
        "Посещено занятий: 1 из 4, нужно 3. Напишите в примечании, почему обучение зачтено."
    ]


def test_a_mentor_with_a_certificate_stays_in_the_list(school):
    issued = learner(school, "Ёжиков Пётр", result="passed", decided_on=DAY, number=1)
    other = learner(school, "Яшин Олег", 2)

    for training in (issued, other):
        school.client.post(url("training_delete", training.pk))

    assert [name for name, *_rest in results(school)] == ["Ёжиков"]
    assert len(marks(school)) == 2


@pytest.mark.parametrize(
    ("fields", "lost"),
    [
        ({}, ""),
        ({"note": "по болезни"}, "Примечание «по болезни» пропадёт. "),
        (
            {"result": "failed", "decided_on": DAY},
            "Результат «не прошёл» 02.11.2026 пропадёт. ",
        ),
        (
            {"result": "failed", "decided_on": DAY, "note": "по болезни"},
            "Результат «не прошёл» 02.11.2026 и примечание «по болезни» пропадут. ",
        ),
    ],
)
def test_before_a_mentor_is_removed_the_page_says_what_is_lost(school, fields, lost):
    training = learner(school, "Ёжиков Пётр", **fields)

    page = school.client.get(url("training_delete", training.pk))

    assert page.context["text"] == (
        f"Ёжиков Пётр больше не будет в списке обучающихся. {lost}Отметки о посещении занятий "
        "останутся."
    )


def test_what_a_certificate_forbids_is_neither_offered_nor_asked(school):
    issued = learner(school, "Ёжиков Пётр", result="passed", decided_on=DAY, number=1)
    other = learner(school, "Яшин Олег")
    learners, course = url("course_learners", school.course.pk), school.course.pk
    deletions = {url("training_delete", issued.pk), url("course_delete", course)}

    text = "".join(
        school.client.get(page).content.decode()
        for page in (learners, url("course_detail", course))
    )
    answers = [school.client.get(page) for page in sorted(deletions)]

    assert {page for page in deletions if f'"{page}"' in text} == set()
    assert f'"{url("training_delete", other.pk)}"' in text
    assert [answer.headers["Location"] for answer in answers] == [
        url("course_detail", course),
        learners,
    ]


def test_results_cost_the_same_queries_for_any_number_of_mentors(school):
    learner(school, "", 4)

    def decide():
        rows = service.learners_of(school.course)
        verdict = Verdict("passed", DAY)
        service.set_results(course=school.course, rows=rows, verdict=verdict, by=school.by)

    assert_flat(decide, lambda: [learner(school, "", 4) for _each in range(30)])


def test_trained_in_a_former_year_is_trained_on_the_first_day(school):
    mentor, other = make_mentor(school.program), make_mentor(school.program)
    former = make_program(organization=school.program.organization, start_year=2025)
    earlier = make_mentor(former, person=mentor.person)
    for row, day in ((mentor, DAY), (earlier, DAYS[0])):
        course = make_course(row.program)
        make_training(course, row, result="passed", decided_on=day)
    make_training(school.course, other, result="failed", decided_on=DAY)

    assert service.passed_on([mentor, other]) == {mentor.pk: DAYS[0]}


def test_training_counts_for_the_stage_once_there_is_a_course():
    program = make_program()
    trained = make_mentor(program)
    make_mentor(program)
    make_mentor(program, status="candidate")

    def counted():
        return [(f.done, f.total) for f in facts(program) if f.action == "Обучить наставников"]

    before = counted()
    make_training(make_course(program), trained, result="passed", decided_on=DAY)

    assert (before, counted()) == ([], [(1, 2)])


def test_whom_nobody_is_enough_the_portal_says_so(school):
    learner(school, "Ленивцев Иван", 1)

    with pytest.raises(ValidationError, match="не меньше 70 % занятий, сейчас нет"):
        service.pass_attended(course=school.course, day=DAY, by=school.by)


def test_nothing_is_written_about_an_erased_mentor_any_more(school):
    training = learner(school, "Седова Анна", lessons=4)
    person = training.mentor.person
    person.erased_on = DAY
    person.save()
    data = {"result": "passed", "decided_on": DAY, "note": "слова"}

    alone = school.client.post(url("training_update", training.pk), data)
    ticked = school.client.post(url("course_results", school.course.pk), data | {"pk": training.pk})
    detail = school.client.get(url("training_detail", training.pk))

    assert (alone.status_code, ticked.status_code, detail.context["can_edit"]) == (404, 200, False)
    with pytest.raises(ValidationError):
        service.pass_attended(course=school.course, day=DAY, by=None)
    assert results(school) == [("Седова", "learning", None)]
