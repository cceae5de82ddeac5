"""Forms of selection and of the School of mentors refuse in words, under every wrong input."""

import re
from types import SimpleNamespace

import pytest
from django.urls import reverse

from participants.forms.course import CourseForm, SampleForm, SessionForm, TakeEventsForm
from participants.forms.criterion import CriterionForm
from participants.forms.mentor_analysis import MentorAnalysisForm
from participants.forms.selection import AdmissionForm, SelectionForm
from participants.forms.training import TABLE_CHANGED, PassForm, ResultForm
from participants.forms.wish import WishSearchForm
from participants.models import SelectionCriterion
from participants.services.selection import standing
from programs.models import Event
from tests.builders import make_course, make_curator, make_mentor, make_session, make_training

pytestmark = pytest.mark.django_db
LONG = "я" * 5_001
DEFAULTS = ("Обязательное поле", "Убедитесь", "Введите", "Выберите корректный")
HOURS = "У занятия от 0,5 до 100 академических часов, не точнее десятой доли часа."


@pytest.fixture
def school():
    course = make_course()
    mentor = make_mentor(course.program)
    SelectionCriterion.objects.create(program=course.program, title="Опыт, %", most=3)
    return SimpleNamespace(course=course, program=course.program, mentor=mentor)


def forms_of(school, answer):
    """Every form of the two nouns with ``answer`` in every input."""
    sheet = standing(school.mentor)
    event = Event(program=school.program)
    session = make_session(school.course)
    made = {
        CourseForm: {},
        SampleForm: {"program": school.program},
        SessionForm: {"session": session, "instance": event},
        TakeEventsForm: {"course": school.course},
        CriterionForm: {},
        MentorAnalysisForm: {},
        SelectionForm: {"standing": sheet},
        AdmissionForm: {},
        PassForm: {"course": school.course},
        ResultForm: {},
        WishSearchForm: {},
    }
    for form, arguments in made.items():
        names = form({}, **arguments).fields
        yield form(dict.fromkeys(names, answer), **arguments)


def lines(form):
    return [line for each in form.errors.values() for line in each]


@pytest.mark.parametrize(
    ("answer", "refused"),
    [("", 9), (LONG, 11), ("-1", 10), ("0", 10), ("9" * 20, 10), ("\0", 11)],
)
def test_nothing_is_refused_in_words_of_the_framework(school, answer, refused):
    found = [form for form in forms_of(school, answer) if form.errors]

    assert len(found) == refused
    told = [line for form in found for line in lines(form)]
    assert [line for line in told if line.startswith(DEFAULTS)] == []


@pytest.mark.parametrize("hours", ["", "0", "0,4", "100,5", "1,25", "nan", "два", "9" * 20])
def test_hours_of_a_lesson_have_one_rule_in_words(school, hours):
    data = {"title": "Встреча", "starts_on": "2026-11-01", "hours": hours}
    form = SessionForm(data, session=make_session(school.course), instance=Event())

    assert form.errors == {"hours": [HOURS]}


@pytest.mark.parametrize(
    ("make", "name", "longest"),
    [
        (lambda data, school: CourseForm(data), "goal", 5_000),
        (lambda data, school: MentorAnalysisForm(data), "conclusion", 5_000),
        (
            lambda data, school: SelectionForm(data, standing=standing(school.mentor)),
            "reason",
            2_000,
        ),
        (
            lambda data, school: SessionForm(
                data, session=make_session(school.course), instance=Event()
            ),
            "content",
            5_000,
        ),
    ],
)
def test_a_free_text_has_an_end(school, make, name, longest):
    fits, exceeds = (make({name: "я" * number}, school) for number in (longest, longest + 1))

    label = fits[name].label
    assert name not in fits.errors
    assert exceeds.errors[name] == [
        f"В поле «{label}» не больше {longest} знаков, сейчас {longest + 1}."
    ]


def test_lessons_do_not_begin_at_the_end_of_time(school):
    form = SampleForm({"first_day": "9999-12-31"}, program=school.program)

    assert form.errors["first_day"] == ["Проверьте год: программа – 2026–2027 учебного года."]


@pytest.mark.parametrize("name", ["cell", "session", "mentor"])
def test_a_table_of_attendance_that_has_changed_is_told_once(client, school, name):
    session = make_session(school.course)
    training = make_training(school.course, school.mentor)
    client.force_login(make_curator(school.program))
    right = {"session": session.event_id, "mentor": training.mentor.person_id}
    url = reverse("participants:course_attend", args=[school.course.pk])

    page = client.post(url, right | {name: "99999-99999"})

    assert page.context["form"].errors == {"__all__": [TABLE_CHANGED]}
    assert f"<li>{TABLE_CHANGED}</li>" in page.content.decode()


def test_the_summary_names_a_field_once(client, school):
    client.force_login(make_curator(school.program))
    url = reverse("participants:course_update", args=[school.course.pk])

    page = client.post(url, {"title": "", "pass_share": "0"}).content.decode()

    found = re.findall(r'<li><a href="#id_\w+">([^<]*)</a></li>', page)
    assert found == [
        "Заполните поле «Название».",
        "Посетить не меньше, % занятий: Доля занятий – целое число процентов от 1 до 100.",
    ]
