"""Headcounts as the curator enters them."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from monitoring.models import Headcount
from tests.builders import make_curator

pytestmark = pytest.mark.django_db


@pytest.fixture
def send(client, program):
    client.force_login(make_curator(program))
    url = reverse("monitoring:headcount_list", args=[program.pk])
    return lambda **values: client.post(
        url, {"code": "pupils", "value": "640", "as_of": "2026-09-20"} | values
    )


def test_a_second_number_for_the_same_day_corrects_the_first(send):
    for value in ("640", "641"):
        assert send(value=value).status_code == 302

    assert Headcount.objects.values_list("value", "as_of").get() == (641, date(2026, 9, 20))


@pytest.mark.parametrize("value", ["-5", "100000", "9" * 20])
def test_an_impossible_number_is_refused_in_words(send, value):
    assert send(value=value).context["form"].errors == {"value": ["Укажите число от 0 до 99 999."]}


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        (timezone.localdate() + timedelta(days=1), "Эта дата ещё не наступила."),
        (date(2025, 8, 31), "Численность нужна не раньше, чем на 01.09.2025."),
        (date(1, 1, 1), "Численность нужна не раньше, чем на 01.09.2025."),
    ],
)
def test_an_impossible_day_is_told_beside_its_field(send, day, reason):
    assert send(as_of=day.isoformat()).context["form"].errors == {"as_of": [reason]}
    assert not Headcount.objects.exists()
