"""Analyses of mentors' needs: kept on the card, for the staff of the school only."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from participants.models import MentorAnalysis
from programs.models import AuditEvent
from tests.builders import make_curator, make_mentor, make_program

pytestmark = pytest.mark.django_db
CONCLUSION = "научить ставить цель"


@pytest.fixture
def mentor():
    return make_mentor()


@pytest.fixture
def curator(client, mentor):
    client.force_login(make_curator(mentor.program))
    return client


def values(**fields):
    today = timezone.localdate().isoformat()
    return {"method": "interview", "held_on": today, "conclusion": CONCLUSION} | fields


def url(name, *arguments):
    return reverse(f"participants:{name}", args=arguments)


def test_the_curator_records_and_corrects_one(curator, mentor):
    curator.post(url("mentor_analysis_create", mentor.pk), values())
    analysis = MentorAnalysis.objects.get(mentor=mentor)

    curator.post(url("mentor_analysis_update", analysis.pk), values(method="observation"))

    analysis.refresh_from_db()
    assert (analysis.method, analysis.conclusion) == ("observation", CONCLUSION)


def test_a_day_to_come_is_refused(curator, mentor):
    tomorrow = (timezone.localdate() + timedelta(days=1)).isoformat()

    page = curator.post(url("mentor_analysis_create", mentor.pk), values(held_on=tomorrow))

    assert page.context["form"].errors["held_on"] == ["Эта дата ещё не наступила."]


def test_a_day_of_another_time_is_refused(curator, mentor):
    page = curator.post(url("mentor_analysis_create", mentor.pk), values(held_on="1900-01-01"))

    assert page.context["form"].errors == {
        "held_on": ["Проверьте год: программа – 2026–2027 учебного года."]
    }
    assert MentorAnalysis.objects.count() == 0


def test_deleting_asks_first(curator, mentor):
    curator.post(url("mentor_analysis_create", mentor.pk), values())
    address = url("mentor_analysis_delete", MentorAnalysis.objects.get().pk)

    assert curator.get(address).status_code == 200
    assert MentorAnalysis.objects.count() == 1
    curator.post(address)
    assert MentorAnalysis.objects.count() == 0


def test_the_journal_does_not_repeat_the_conclusion(curator, mentor):
    curator.post(url("mentor_analysis_create", mentor.pk), values())

    event = AuditEvent.objects.get(action="mentor_analysis.create")
    assert event.details == {}


def test_a_stranger_writes_nothing(client, mentor):
    client.force_login(make_curator(make_program()))

    assert client.post(url("mentor_analysis_create", mentor.pk), values()).status_code == 404
