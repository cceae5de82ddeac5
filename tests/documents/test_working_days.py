"""Working days by the production calendar: holidays, moved days, years that are missing."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from documents.domain.working_days import (
    MissingYearError,
    ProductionCalendar,
    working_day_after,
    working_days_between,
)
from documents.kinds.calendar import calendar_of, last_day_of_notice
from documents.models import CalendarDay, CalendarYear
from documents.services import production_calendar as service
from tests.builders import make_curator, make_organization, make_program

PLAIN = ProductionCalendar({2026}, {})


def test_the_day_of_the_event_itself_is_not_counted():
    assert working_day_after(date(2026, 11, 16), 3, PLAIN) == date(2026, 11, 19)


def test_a_weekend_is_stepped_over():
    assert working_day_after(date(2026, 11, 20), 3, PLAIN) == date(2026, 11, 25)


def test_a_working_saturday_counts_and_a_holiday_does_not():
    calendar = ProductionCalendar({2025}, {date(2025, 11, 1): True, date(2025, 11, 3): False})

    assert working_day_after(date(2025, 10, 31), 2, calendar) == date(2025, 11, 4)


def test_days_between_are_counted_as_the_term_is():
    assert working_days_between(date(2026, 11, 20), date(2026, 11, 25), PLAIN) == 3
    assert working_days_between(date(2026, 11, 20), date(2026, 11, 22), PLAIN) == 0


def test_a_year_without_a_calendar_is_told_by_its_number():
    with pytest.raises(MissingYearError) as refusal:
        working_day_after(date(2026, 12, 31), 1, PLAIN)

    assert str(refusal.value) == (
        "Нет производственного календаря на 2027 год: заведите его на странице "
        "«Производственный календарь»."
    )


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("day", "last"),
    [
        # 31 December and 1–9 January are off, 10 and 11 January a weekend.
        (date(2025, 12, 30), date(2026, 1, 14)),
        (date(2026, 12, 30), date(2027, 1, 13)),
        # 1 May is a Friday; 9 May a Saturday, its day off is Monday 11.
        (date(2026, 4, 29), date(2026, 5, 5)),
        (date(2026, 5, 7), date(2026, 5, 13)),
        # Saturday 1 November works instead of Monday 3.
        (date(2025, 10, 30), date(2025, 11, 5)),
    ],
)
def test_the_sample_of_the_portal_knows_the_holidays(day, last):
    assert last_day_of_notice(make_organization(), day, 3) == last


@pytest.mark.django_db
def test_the_school_s_own_day_wins_over_the_sample():
    organization = make_organization()
    service.set_day(organization=organization, day=date(2026, 11, 24), is_working=False, by=None)
    service.set_day(organization=organization, day=date(2026, 11, 4), is_working=True, by=None)

    assert last_day_of_notice(organization, date(2026, 11, 20), 3) == date(2026, 11, 26)
    assert last_day_of_notice(organization, date(2026, 11, 2), 3) == date(2026, 11, 5)
    assert last_day_of_notice(make_organization(), date(2026, 11, 20), 3) == date(2026, 11, 25)


@pytest.mark.django_db
def test_a_day_that_is_so_anyway_is_refused():
    with pytest.raises(ValidationError) as refusal:
        service.set_day(
            organization=make_organization(), day=date(2026, 11, 21), is_working=False, by=None
        )

    assert refusal.value.messages == ["21.11.2026 и так выходной: вносите только отличия."]


@pytest.mark.django_db
def test_a_missing_year_is_refused_until_the_school_begins_it():
    organization = make_organization()
    with pytest.raises(ValidationError):
        last_day_of_notice(organization, date(2028, 5, 5), 3)

    service.open_year(organization=organization, year=2028, by=None)

    assert last_day_of_notice(organization, date(2028, 5, 5), 3) == date(2028, 5, 11)
    assert 2028 not in calendar_of(make_organization()).years


@pytest.mark.django_db
def test_a_year_is_begun_only_once():
    organization = make_organization()

    with pytest.raises(ValidationError) as refusal:
        service.open_year(organization=organization, year=2026, by=None)

    assert refusal.value.messages == ["Календарь 2026 года уже есть."]


@pytest.mark.django_db
def test_years_whose_transfers_were_not_known_say_so():
    organization = make_organization()
    known = [service.year_page(organization, year).is_confirmed for year in (2025, 2026, 2027)]

    assert known == [True, True, False]
    assert "сверьте с производственным календарём" in service.year_page(organization, 2027).note


@pytest.mark.django_db
def test_the_curator_corrects_and_checks_a_year_on_its_page(client):
    program = make_program()
    client.force_login(make_curator(program))
    url = reverse("documents:calendar_detail", args=[program.pk])
    create = reverse("documents:calendar_create", args=[program.pk])

    client.post(create, {"day": "2026-10-05", "is_working": "0", "note": "День города"})
    client.post(reverse("documents:calendar_check", args=[program.pk]), {"year": 2026})

    page = client.get(url, {"year": 2026}).context["page"]
    row = CalendarDay.objects.get()
    assert (row.day, row.is_working, row.note) == (date(2026, 10, 5), False, "День города")
    assert row in [found.own for found in page.rows]
    assert page.checked_on == CalendarYear.objects.get().checked_on

    client.post(reverse("documents:calendar_delete", args=[program.pk, row.pk]))
    assert CalendarDay.objects.count() == 0


@pytest.mark.django_db
def test_a_mistyped_day_stays_on_the_page_with_its_reason(client):
    program = make_program()
    client.force_login(make_curator(program))
    create = reverse("documents:calendar_create", args=[program.pk])

    answer = client.post(create, {"day": "2026-11-21", "is_working": "0"})

    assert answer.context["form"].non_field_errors() == [
        "21.11.2026 и так выходной: вносите только отличия."
    ]
