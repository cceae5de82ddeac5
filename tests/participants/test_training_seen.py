"""Two tabs at the results of a course: what the older one has not seen is not overwritten."""

import re

import pytest

from participants.services.training_seen import MEANWHILE
from tests.participants.lessons import DAY, learner, make_school, url

pytestmark = pytest.mark.django_db
FAILED = {"result": "failed", "decided_on": DAY, "note": "заболел"}
PASSED = {"result": "passed", "decided_on": DAY, "note": ""}
NOW = "Сейчас записано: Белов Пётр – не прошёл 02.11.2026, «заболел»."


@pytest.fixture
def school(client):
    return make_school(client)


@pytest.fixture
def training(school):
    return learner(school, "Белов Пётр", 4)


def hidden(page):
    """The hidden lines of a page, as a browser sends them back."""
    return re.findall(r'name="seen" value="([^"]+)"', page.content.decode())


def own_page(school, training):
    return url("training_update", training.pk), school.client.get(
        url("training_update", training.pk)
    )


def list_page(school, training):
    page = school.client.get(url("course_learners", school.course.pk))
    return url("course_results", school.course.pk), page


def held(training):
    training.refresh_from_db()
    return training.result, training.note, training.number


@pytest.mark.parametrize("opened", [own_page, list_page])
def test_an_older_tab_is_told_what_stands_now_and_may_then_insist(school, training, opened):
    address, older = opened(school, training)
    school.client.post(url("training_update", training.pk), FAILED)
    typed = PASSED | {"pk": [training.pk]}

    told = school.client.post(address, typed | {"seen": hidden(older)})
    kept = held(training)
    insisted = school.client.post(address, typed | {"seen": hidden(told)})

    assert told.context["form"].non_field_errors() == [MEANWHILE, NOW]
    assert kept == ("failed", "заболел", None)
    assert (insisted.status_code, held(training)) == (302, ("passed", "", 1))


def test_the_list_keeps_ticks_and_speaks_only_of_the_ticked(school, training):
    other = learner(school, "Яшин Олег", 4)
    address, older = list_page(school, training)
    for row in (training, other):
        school.client.post(url("training_update", row.pk), FAILED)

    told = school.client.post(address, PASSED | {"pk": [training.pk], "seen": hidden(older)})

    ticked = re.findall(r'name="pk" value="(\d+)"[^>]* checked', told.content.decode())
    assert told.context["form"].non_field_errors() == [MEANWHILE, NOW]
    assert ticked == [str(training.pk)]


def test_a_result_of_somebody_else_disturbs_nobody(school, training):
    other = learner(school, "Яшин Олег", 4)
    address, older = list_page(school, training)
    school.client.post(url("training_update", other.pk), FAILED)

    school.client.post(address, PASSED | {"pk": [training.pk], "seen": hidden(older)})

    assert (held(training), held(other)) == (("passed", "", 1), ("failed", "заболел", None))


def test_rubbish_instead_of_what_was_seen_changes_nothing(school, training):
    address = url("course_results", school.course.pk)

    page = school.client.post(address, PASSED | {"pk": [training.pk], "seen": f"{training.pk}-"})

    assert page.context["form"].non_field_errors() == [
        MEANWHILE,
        "Сейчас записано: Белов Пётр – учится.",
    ]
    assert held(training) == ("learning", "", None)
