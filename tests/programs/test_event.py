"""Events of a program: the calendar plan, what is late, how each went."""

from datetime import date, time, timedelta
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from mentoring_portal.shared.dates import SchoolYear
from programs.domain.event import HELD, OVERDUE, PLANNED, event_state, is_absurd, is_outside
from programs.enums import EventKind, Role
from programs.models import AuditEvent, Event
from programs.services.event import hold_event, save_event
from tests.assertions import assert_flat, queries_of
from tests.builders import make_curator, make_event, make_organization, make_program, make_user

DAY = date(2026, 11, 21)
YEAR = SchoolYear(2026)
BEFORE, AFTER = timedelta(days=-1), timedelta(days=1)


@pytest.mark.parametrize(
    ("held", "last_day", "state"),
    [
        (False, DAY, PLANNED),
        (False, DAY + BEFORE, OVERDUE),
        (True, DAY + BEFORE, HELD),
        (True, DAY, HELD),
    ],
)
def test_the_state_of_an_event(held, last_day, state):
    assert event_state(held, last_day, DAY) == state


@pytest.mark.parametrize(
    ("first", "last", "outside"),
    [
        (date(2026, 9, 1), date(2027, 8, 31), False),
        (date(2026, 8, 31), date(2026, 9, 1), True),
        (date(2027, 8, 31), date(2027, 9, 1), True),
    ],
)
def test_a_date_outside_the_school_year_is_seen(first, last, outside):
    assert is_outside(first, last, YEAR) is outside


@pytest.mark.parametrize(
    ("year", "absurd"), [(2023, True), (2024, False), (2028, False), (2029, True), (2206, True)]
)
def test_a_wrong_year_is_known(year, absurd):
    assert is_absurd(date(year, 1, 1), YEAR) is absurd


@pytest.fixture
def school(db, client):
    program = make_program()
    client.force_login(make_curator(program))
    return SimpleNamespace(program=program, client=client)


def add(school, **values):
    fields = {"kind": "seminar", "title": "Семинар", "starts_on": "2026-12-10"} | values
    url = reverse("programs:event_create", args=[school.program.pk])
    return school.client.post(url, fields, follow=True)


def listed(school, query=""):
    url = reverse("programs:event_list", args=[school.program.pk])
    return [(event.title, state) for event, state in school.client.get(url + query).context["rows"]]


def test_the_curator_plans_an_event(school):
    add(school, starts_at="14:30", place="Актовый зал", audience="Наставники", stage="completion")

    event = school.program.events.get()
    assert (event.kind, event.starts_on, event.starts_at) == (
        "seminar",
        date(2026, 12, 10),
        time(14, 30),
    )
    assert (event.place, event.audience, event.stage) == (
        "Актовый зал",
        "Наставники",
        "completion",
    )
    assert AuditEvent.objects.get(action="event.create").object_id == event.pk


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"title": ""}, "Заполните поле «Название»."),
        ({"starts_on": ""}, "Укажите дату в поле «Дата»."),
        ({"starts_on": "завтра"}, "В поле «Дата» должна быть дата, например 21.11.2026."),
        ({"ends_on": "2026-12-09"}, "Событие кончается раньше, чем начинается."),
        ({"starts_on": "2062-12-10"}, "Проверьте год: программа идёт в 2026–2027 учебном году."),
        ({"starts_on": "2026-12-10", "ends_on": "2062-12-10"}, "Проверьте год"),
    ],
)
def test_what_is_wrong_is_told_on_the_form(school, values, words):
    page = add(school, **values).content.decode()

    assert words in page
    assert not school.program.events.exists()


def test_a_date_outside_the_year_is_kept_and_pointed_out(school):
    page = add(school, starts_on="2026-08-28").content.decode()

    event = school.program.events.get()
    assert event.starts_on == date(2026, 8, 28)
    assert page.count("Дата вне учебного года 2026–2027. Проверьте её.") == 2


def test_the_plan_runs_by_date_and_is_filtered(school):
    today = timezone.localdate()
    make_event(school.program, title="Скоро", starts_on=today + AFTER, kind="round_table")
    make_event(school.program, title="Был", starts_on=today + BEFORE, stage="completion")
    make_event(school.program, title="Идёт", starts_on=today + BEFORE * 2, ends_on=today)
    make_event(school.program, title="Готов", starts_on=today + BEFORE * 3, is_held=True)
    make_event(make_program(), title="Чужой", starts_on=today)

    plan = [("Готов", HELD), ("Идёт", PLANNED), ("Был", OVERDUE), ("Скоро", PLANNED)]
    assert listed(school) == plan
    assert listed(school, "?kind=round_table") == [("Скоро", PLANNED)]
    assert listed(school, "?stage=completion") == [("Был", OVERDUE)]
    for state in (PLANNED, OVERDUE, HELD):
        assert listed(school, f"?state={state}") == [row for row in plan if row[1] == state]


@pytest.mark.parametrize("query", ["?kind=zzz", "?state=zzz", "?page=999", "?stage=%00"])
def test_an_odd_query_never_breaks_the_plan(school, query):
    make_event(school.program)
    url = reverse("programs:event_list", args=[school.program.pk])
    school.client.raise_request_exception = False

    assert school.client.get(url + query).status_code in (200, 404)


def test_the_result_marks_the_event_held(school):
    event = make_event(school.program, starts_on=timezone.localdate())
    values = {"result": "Выбрали темы", "guests": "12", "photo_url": "photos.example.org/1"}

    school.client.post(reverse("programs:event_hold", args=[event.pk]), values)

    event.refresh_from_db()
    assert (event.is_held, event.result, event.guests) == (True, "Выбрали темы", 12)
    assert event.photo_url == "https://photos.example.org/1"


@pytest.mark.parametrize(
    "values",
    [
        {"photo_url": "ftp://photos.example.org/1"},
        {"photo_url": "javascript:alert(1)"},
        {"guests": "-1"},
        {"result": ""},
    ],
)
def test_a_wrong_result_is_refused(school, values):
    event = make_event(school.program, starts_on=timezone.localdate())
    fields = {"result": "Прошло", "guests": "0"} | values

    page = school.client.post(reverse("programs:event_hold", args=[event.pk]), fields)

    event.refresh_from_db()
    assert (page.status_code, event.is_held) == (200, False)


@pytest.mark.django_db
def test_an_event_ahead_cannot_be_held():
    event = make_event(starts_on=DAY + AFTER)

    with pytest.raises(ValidationError, match="ещё не началось"):
        hold_event(event=event, today=DAY, by=None)

    assert Event.objects.get().is_held is False


@pytest.mark.django_db
def test_the_link_of_photos_is_held_to_the_web_below_the_form_too():
    event = make_event(starts_on=DAY, photo_url="ftp://photos.example.org/")

    with pytest.raises(ValidationError, match="http"):
        hold_event(event=event, today=DAY, by=None)


def test_taking_the_mark_back_keeps_the_result(school):
    event = make_event(school.program, is_held=True, result="Прошло")

    school.client.post(reverse("programs:event_return", args=[event.pk]))

    event.refresh_from_db()
    assert (event.is_held, event.result) == (False, "Прошло")


def test_an_event_is_deleted_after_a_question(school):
    event = make_event(school.program)
    url = reverse("programs:event_delete", args=[event.pk])

    school.client.get(url)
    assert school.program.events.count() == 1
    school.client.post(url)

    assert not school.program.events.exists()
    assert AuditEvent.objects.filter(action="event.delete", object_id=event.pk).exists()


def test_a_group_head_reads_and_is_offered_no_change(school):
    event = make_event(school.program)
    school.client.force_login(make_user(Role.GROUP_HEAD, school.program.organization))

    page = school.client.get(reverse("programs:event_detail", args=[event.pk]))

    assert (page.status_code, page.context["can_edit"]) == (200, False)
    assert reverse("programs:event_update", args=[event.pk]) not in page.content.decode()


def test_a_stranger_finds_no_event(school):
    event = make_event(make_program(organization=make_organization()))

    verbs = ("detail", "update", "hold", "return", "delete")
    codes = [
        school.client.post(reverse(f"programs:event_{verb}", args=[event.pk])).status_code
        for verb in verbs
    ]

    assert codes == [405, 404, 404, 404, 404]
    assert school.client.get(reverse("programs:event_detail", args=[event.pk])).status_code == 404


def test_the_plan_costs_the_same_with_many_rows(school):
    url = reverse("programs:event_list", args=[school.program.pk])
    make_event(school.program)

    def more(count):
        for _ in range(count):
            make_event(school.program)

    assert_flat(lambda: school.client.get(url), lambda: more(2))
    few = queries_of(lambda: school.client.get(url + "?page_size=100"))
    more(297)
    assert queries_of(lambda: school.client.get(url + "?page_size=100")) == few


@pytest.mark.django_db
def test_saving_twice_records_a_creation_and_a_change():
    event = save_event(
        event=Event(program=make_program(), kind=EventKind.OTHER, title="А", starts_on=DAY), by=None
    )
    save_event(event=event, by=None)

    actions = AuditEvent.objects.order_by("pk").values_list("action", flat=True)
    assert list(actions) == ["event.create", "event.change"]
