"""Speed mentoring at an event: drawing up the rounds, showing and marking them."""

import re
from datetime import date, time, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from pairs.models import Encounter
from pairs.services import rotation as service
from pairs.services.wishes import wishes_of
from programs.models import AuditEvent
from tests.assertions import assert_flat
from tests.builders import make_curator, make_event, make_mentee, make_mentor, make_program

pytestmark = pytest.mark.django_db


def make_speed(program=None, **fields):
    defaults = {"kind": "speed", "starts_on": timezone.localdate()}
    return make_event(program or make_program(), **defaults | fields)


@pytest.fixture
def evening():
    event = make_speed(starts_at=time(15, 0))
    event.mentors = [make_mentor(event.program, f"{name} Пётр") for name in ("Аров", "Белов")]
    names = ("Валов", "Гусев", "Дёмин")
    event.mentees = [make_mentee(event.program, f"{name} Олег") for name in names]
    return event


def draw_up(event, rounds=2, **fields):
    given = {"mentors": event.mentors, "mentees": event.mentees, "minutes": 8, "by": None}
    return service.draw_up(event=event, rounds=rounds, **given | fields)


def told(event):
    return [
        [(talk.table, talk.encounter.mentor, talk.encounter.mentee) for talk in one.talks]
        for one in service.schedule_of(event).rounds
    ]


def test_the_schedule_seats_everybody_in_turn(evening):
    draw_up(evening)

    (arov, belov), (valov, gusev, demin) = evening.mentors, evening.mentees
    assert told(evening) == [
        [(1, arov, valov), (2, belov, gusev)],
        [(1, arov, demin), (2, belov, valov)],
    ]


def test_people_are_sought_in_a_list_with_those_at_the_tables_first(client, evening):
    draw_up(evening, mentees=evening.mentees[1:])
    client.force_login(make_curator(evening.program))

    page = client.get(reverse("pairs:rotation_create", args=[evening.pk])).content.decode()

    gusev, demin, valov = (evening.mentees[place].pk for place in (1, 2, 0))
    boxes = re.findall(r'name="mentees" value="(\d+)" id="\w+"( checked)?', page)
    assert boxes == [(str(gusev), " checked"), (str(demin), " checked"), (str(valov), "")]
    assert re.findall(r"js/choice_list[^\"]*\.js", page) != []
    assert page.count("data-choice-list") == 2


def test_each_round_has_its_time_and_those_who_rest(evening):
    draw_up(evening)

    rounds = service.schedule_of(evening).rounds

    assert [one.starts_at for one in rounds] == [time(15, 0), time(15, 8)]
    assert [one.resting for one in rounds] == [[evening.mentees[2]], [evening.mentees[1]]]


def test_an_event_without_a_beginning_promises_no_times(evening):
    evening.starts_at = None
    draw_up(evening)

    assert [one.starts_at for one in service.schedule_of(evening).rounds] == [None, None]


def test_a_person_finds_the_way_through_the_rounds(evening):
    draw_up(evening)

    ways = service.schedule_of(evening).mentees

    assert [(way.participant, [talk and talk.mentor for talk in way.talks]) for way in ways] == [
        (evening.mentees[0], [evening.mentors[0], evening.mentors[1]]),
        (evening.mentees[1], [evening.mentors[1], None]),
        (evening.mentees[2], [None, evening.mentors[0]]),
    ]


def test_a_new_schedule_takes_the_place_of_the_former_one(evening):
    draw_up(evening, rounds=3)
    draw_up(evening, rounds=2)

    assert Encounter.objects.of_event(evening).count() == 4
    assert AuditEvent.objects.filter(action="rotation.make").count() == 2


def test_marks_are_not_lost_by_a_new_schedule(evening):
    talks = draw_up(evening)
    service.mark(event=evening, held=[talks[0].pk], goes_on=[], by=None)

    with pytest.raises(ValidationError, match="Итоги уже отмечены"):
        draw_up(evening)


@pytest.mark.parametrize(
    ("rounds", "text"),
    [
        (1, "Чтобы каждый поговорил хотя бы раз, нужно не меньше кругов: 2."),
        (4, "Кругов не больше 3: за них все встретятся, дальше – повторы."),
    ],
)
def test_too_few_and_too_many_rounds_are_refused(evening, rounds, text):
    with pytest.raises(ValidationError) as refusal:
        draw_up(evening, rounds=rounds)

    assert refusal.value.message_dict == {"rounds": [text]}
    assert not evening.encounters.exists()


def test_nobody_sits_on_both_sides(evening):
    both = make_mentee(evening.program, person=evening.mentors[0].person)

    with pytest.raises(ValidationError) as refusal:
        draw_up(evening, mentees=[*evening.mentees, both])

    assert refusal.value.messages == [
        f"Выберите одну сторону стола: {evening.mentors[0].person.short_name}."
    ]


def test_marks_tell_who_talked_and_who_goes_on(evening):
    talks = draw_up(evening)

    number = service.mark(event=evening, held=[talks[0].pk], goes_on=[talks[1].pk], by=None)

    marks = evening.encounters.order_by("pk").values_list("is_held", "goes_on")
    assert list(marks) == [(True, False), (True, True), (False, False), (False, False)]
    assert number == 2


def test_wanting_to_go_on_is_a_wish_for_the_matching(evening):
    talks = draw_up(evening)
    service.mark(event=evening, held=[], goes_on=[talks[1].pk], by=None)

    wishes = wishes_of(evening.program)

    assert wishes.of_mentors == {evening.mentors[1].pk: [evening.mentees[1].pk]}
    assert wishes.of_mentees == {evening.mentees[1].pk: [evening.mentors[1].pk]}


def test_an_event_to_come_is_not_marked(evening):
    evening.starts_on = timezone.localdate() + timedelta(days=1)
    evening.save()
    talks = draw_up(evening)

    with pytest.raises(ValidationError, match="ещё не началось"):
        service.mark(event=evening, held=[talks[0].pk], goes_on=[], by=None)


def url(name, event):
    return reverse(f"pairs:rotation_{name}", args=[event.pk])


def test_those_who_came_are_ticked_at_first(evening, client):
    evening.attendances.create(person=evening.mentors[0].person)
    evening.attendances.create(person=evening.mentees[1].person)
    client.force_login(make_curator(evening.program))

    fields = client.get(url("create", evening)).context["form"].fields

    assert fields["mentors"].initial == [evening.mentors[0].pk]
    assert fields["mentees"].initial == [evening.mentees[1].pk]


def test_the_curator_draws_up_and_marks(evening, client):
    client.force_login(make_curator(evening.program))
    chosen = {
        "mentors": [row.pk for row in evening.mentors],
        "mentees": [row.pk for row in evening.mentees],
    }

    drawn = client.post(url("create", evening), {"rounds": 2, "minutes": 8} | chosen)
    talks = list(evening.encounters.order_by("pk").values_list("pk", flat=True))
    client.post(url("update", evening), {"held": talks[:3], "goes_on": talks[:1]})

    assert drawn.url == url("detail", evening)
    assert evening.encounters.held().count() == 3
    assert list(evening.encounters.filter(goes_on=True).values_list("pk", flat=True)) == talks[:1]


def test_all_talks_are_ticked_until_somebody_has_marked_them(evening, client):
    talks = draw_up(evening)
    client.force_login(make_curator(evening.program))

    first = client.get(url("update", evening)).context["form"].ticked_held
    service.mark(event=evening, held=[talks[0].pk], goes_on=[], by=None)
    then = client.get(url("update", evening)).context["form"].ticked_held

    assert first == {talk.pk for talk in talks}
    assert then == {talks[0].pk}


def test_an_event_of_another_kind_has_no_rounds(client):
    seminar = make_event(make_program(), kind="seminar", starts_on=date(2026, 11, 1))
    client.force_login(make_curator(seminar.program))

    assert client.get(url("detail", seminar)).status_code == 404


def test_the_schedule_costs_the_same_for_any_number_of_people(evening, client):
    client.force_login(make_curator(evening.program))
    draw_up(evening)

    def more():
        evening.mentors += [make_mentor(evening.program) for _ in range(5)]
        evening.mentees += [make_mentee(evening.program) for _ in range(9)]
        draw_up(evening, rounds=6)

    assert_flat(lambda: client.get(url("detail", evening)), more)


def test_the_page_of_marks_shows_the_ticks(evening, client):
    talks = draw_up(evening)
    service.mark(event=evening, held=[talks[0].pk], goes_on=[talks[1].pk], by=None)
    client.force_login(make_curator(evening.program))

    page = client.get(url("update", evening)).content.decode()

    ticked = re.findall(r'name="(\w+)" value="(\d+)" id="[^"]+" checked', page)
    assert ticked == [
        ("held", str(talks[0].pk)),
        ("held", str(talks[1].pk)),
        ("goes_on", str(talks[1].pk)),
    ]


def test_a_new_schedule_begins_with_the_people_of_the_former_one(evening, client):
    draw_up(evening)
    make_mentee(evening.program)
    client.force_login(make_curator(evening.program))

    fields = client.get(url("create", evening)).context["form"].fields

    assert fields["mentees"].initial == [row.pk for row in evening.mentees]
