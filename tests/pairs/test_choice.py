"""Choices at a group meeting for forming pairs."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from pairs.models import Choice
from pairs.services import choice as service
from pairs.services.wishes import wishes_of
from participants.enums import ConsentKind, ConsentSigner
from participants.models import Consent
from programs.enums import Role
from programs.models import AuditEvent
from tests.assertions import assert_flat
from tests.builders import (
    make_curator,
    make_event,
    make_mentee,
    make_mentor,
    make_person,
    make_program,
    make_user,
)

pytestmark = pytest.mark.django_db


def make_quest(program=None, **fields):
    defaults = {"kind": "pairing_group_meeting", "starts_on": timezone.localdate()}
    return make_event(program or make_program(), **defaults | fields)


def came(event, *rows):
    for row in rows:
        event.attendances.create(person=row.person)


@pytest.fixture
def quest():
    event = make_quest(title="Квест")
    event.lev = make_mentor(event.program, "Лев Пётр Иванович")
    event.kim = make_mentor(event.program, "Ким Анна Олеговна")
    event.jar = make_mentee(event.program, "Яров Олег Ильич", position="9 «А»")
    event.zim = make_mentee(event.program, "Зимин Глеб Ильич")
    came(event, event.lev, event.kim, event.jar, event.zim)
    return event


def record(event, side, row, *chosen, by=None):
    choices = {(side, row.pk): [one.pk for one in chosen]}
    return service.record_choices(event=event, choices=choices, by=by)


def stored(event):
    rows = Choice.objects.filter(event=event).order_by("side", "rank")
    return [(row.side, row.mentor, row.mentee, row.rank) for row in rows]


def test_a_choice_keeps_its_order(quest):
    record(quest, "mentee", quest.jar, quest.kim, quest.lev)

    assert stored(quest) == [
        ("mentee", quest.kim, quest.jar, 1),
        ("mentee", quest.lev, quest.jar, 2),
    ]


def test_a_new_choice_takes_the_place_of_the_former_one(quest):
    record(quest, "mentor", quest.lev, quest.jar, quest.zim)

    record(quest, "mentor", quest.lev, quest.zim)

    assert stored(quest) == [("mentor", quest.lev, quest.zim, 1)]


def test_the_same_choice_again_changes_nothing_and_says_so(quest):
    record(quest, "mentor", quest.lev, quest.jar)
    before = AuditEvent.objects.count()

    assert record(quest, "mentor", quest.lev, quest.jar) == 0
    assert AuditEvent.objects.count() == before


def test_the_journal_names_who_chose_and_not_whom(quest):
    curator = make_curator(quest.program)

    record(quest, "mentor", quest.lev, quest.jar, by=curator)

    event = AuditEvent.objects.get(action="choice.record")
    assert event.details == {"people": [f"mentor {quest.lev.pk}"]}


@pytest.mark.parametrize(
    ("chosen", "text"),
    [
        (["jar", "jar"], "Лев Пётр Иванович: один и тот же человек выбран дважды."),
        (["lost"], "Лев Пётр Иванович: выбирают только из тех, кто участвовал во встрече."),
        (["jar", "zim", "a", "b"], "Лев Пётр Иванович: выбирают не больше 3 человек."),
    ],
)
def test_a_wrong_choice_is_refused(quest, chosen, text):
    more = {"lost": make_mentee(quest.program)}
    for name in ("a", "b"):
        more[name] = make_mentee(quest.program)
        came(quest, more[name])
    rows = [more.get(name) or getattr(quest, name) for name in chosen]

    with pytest.raises(ValidationError) as refusal:
        record(quest, "mentor", quest.lev, *rows)

    assert refusal.value.messages == [text]
    assert stored(quest) == []


def test_nobody_chooses_oneself(quest):
    both = make_mentee(quest.program, person=quest.lev.person)

    with pytest.raises(ValidationError, match="выбирают только из тех"):
        record(quest, "mentor", quest.lev, both)


def test_who_took_a_consent_back_neither_chooses_nor_is_chosen(quest):
    Consent.objects.create(
        person=quest.zim.person,
        kind=ConsentKind.PROCESSING,
        signer=ConsentSigner.PERSON,
        signed_on=date(2026, 9, 1),
        withdrawn_on=date(2026, 10, 1),
    )

    present = service.present_at(quest)

    assert list(present.mentee) == [quest.jar.pk]


def test_a_meeting_to_come_has_no_choices_yet(quest):
    quest.starts_on += timedelta(days=1)
    quest.save()

    with pytest.raises(ValidationError, match="ещё не началась"):
        record(quest, "mentor", quest.lev, quest.jar)


def test_the_results_tell_mutual_choices_one_sided_ones_and_the_lonely(quest):
    record(quest, "mentor", quest.lev, quest.jar)
    record(quest, "mentee", quest.jar, quest.kim, quest.lev)

    results = service.results_of(quest, service.present_at(quest))

    assert [
        (one.mentor, one.mentee, one.by_mentor, one.by_mentee) for one in results["mutual"]
    ] == [(quest.lev, quest.jar, 1, 2)]
    assert [(one.mentor, one.mentee) for one in results["by_mentees"]] == [(quest.kim, quest.jar)]
    assert results["by_mentors"] == []
    assert results["lonely_mentees"] == [quest.zim]
    assert results["lonely_mentors"] == []
    assert results["silent_mentors"] == [quest.kim]
    assert results["silent_mentees"] == [quest.zim]


def test_the_matching_takes_choices_as_wishes(quest):
    record(quest, "mentor", quest.lev, quest.zim, quest.jar)
    record(quest, "mentee", quest.jar, quest.kim)

    wishes = wishes_of(quest.program)

    assert wishes.of_mentors == {quest.lev.pk: [quest.zim.pk, quest.jar.pk]}
    assert wishes.of_mentees == {quest.jar.pk: [quest.kim.pk]}


# The curator's table


def table_data(event, **typed):
    """The page as it was shown, with ``{name: [texts]}`` typed over it."""
    present, chosen = service.present_at(event), service.chosen_by(event)
    data = {}
    for side, pk in present.choosers:
        labels = present.labels(service.OTHER[side])
        shown = [labels[one] for one in chosen[side, pk]]
        data[f"{side}{pk}-was"] = " ".join(map(str, chosen[side, pk]))
        for place, text in enumerate([*shown, "", "", ""][:3], 1):
            data[f"{side}{pk}-choice{place}"] = text
    for name, texts in typed.items():
        row = getattr(event, name)
        side = row._meta.model_name
        for place, text in enumerate([*texts, "", "", ""][:3], 1):
            data[f"{side}{row.pk}-choice{place}"] = text
    return data


def table_url(event):
    return reverse("pairs:choice_table", args=[event.pk])


def test_the_curator_types_beginnings_of_surnames(quest, client):
    client.force_login(make_curator(quest.program))

    response = client.post(table_url(quest), table_data(quest, jar=["ким", "Лев П"], lev=["зим"]))

    assert response.url == reverse("pairs:choice_list", args=[quest.pk])
    assert stored(quest) == [
        ("mentee", quest.kim, quest.jar, 1),
        ("mentee", quest.lev, quest.jar, 2),
        ("mentor", quest.lev, quest.zim, 1),
    ]


def test_an_unclear_name_is_asked_about_and_nothing_is_saved(quest, client):
    came(quest, make_mentor(quest.program, "Кимов Иван Ильич"))
    client.force_login(make_curator(quest.program))

    response = client.post(table_url(quest), table_data(quest, jar=["ки"], zim=["Лев"]))

    line = response.context["table"].mistakes[0]
    assert line.row == quest.jar
    assert line.errors == {
        "choice1": ["Подходят несколько: Ким Анна Олеговна, Кимов Иван Ильич. Допишите имя."]
    }
    assert stored(quest) == []


def test_a_name_of_nobody_present_is_told_beside_the_field(quest, client):
    client.force_login(make_curator(quest.program))

    response = client.post(table_url(quest), table_data(quest, jar=["Орлов"]))

    assert response.context["table"].mistakes[0].errors == {"choice1": ["Такого участника нет."]}


def test_a_line_that_the_curator_left_alone_keeps_what_the_person_chose_meanwhile(quest, client):
    client.force_login(make_curator(quest.program))
    shown = table_data(quest, lev=["Яров"])
    record(quest, "mentee", quest.zim, quest.kim)

    client.post(table_url(quest), shown)

    assert stored(quest) == [
        ("mentee", quest.kim, quest.zim, 1),
        ("mentor", quest.lev, quest.jar, 1),
    ]


def test_namesakes_are_told_by_their_class(quest):
    twin = make_mentee(quest.program, "Яров Олег Ильич", position="10 «Б»")
    came(quest, twin)

    labels = service.present_at(quest).labels("mentee")

    assert labels[quest.jar.pk] == "Яров Олег Ильич, 9 «А»"
    assert labels[twin.pk] == "Яров Олег Ильич, 10 «Б»"


def test_the_table_costs_the_same_for_any_number_of_people(client):
    event = make_quest()
    client.force_login(make_curator(event.program))

    def arrive(number):
        came(event, *(make_mentor(event.program) for _ in range(number)))
        came(event, *(make_mentee(event.program) for _ in range(number)))

    arrive(1)
    assert_flat(lambda: client.get(table_url(event)), lambda: arrive(30))


# One person


def test_saving_one_leads_to_the_next_whose_choice_is_not_written_down(quest, client):
    client.force_login(make_curator(quest.program))
    record(quest, "mentor", quest.lev, quest.jar)

    response = client.post(
        reverse("pairs:choice_update", args=[quest.pk, "mentor", quest.kim.pk]),
        {"choice1": quest.zim.pk, "next": "1"},
    )

    assert response.url == reverse("pairs:choice_update", args=[quest.pk, "mentee", quest.zim.pk])


def sign_in(client, row, role):
    user = make_user(role, row.program.organization)
    row.person.user = user
    row.person.save()
    client.force_login(user)


def own_url(event, side):
    return reverse("pairs:choice_own", args=[event.pk, side])


def test_a_mentee_chooses_on_the_day(quest, client):
    sign_in(client, quest.jar, Role.MENTEE)

    response = client.post(own_url(quest, "mentee"), {"choice1": quest.kim.pk})

    assert response.url == reverse("participants:cabinet")
    assert stored(quest) == [("mentee", quest.kim, quest.jar, 1)]


def test_a_mentor_is_offered_those_who_came_and_nobody_else(quest, client):
    make_mentee(quest.program, "Чужой Иван")
    sign_in(client, quest.lev, Role.MENTOR)

    response = client.get(own_url(quest, "mentor"))

    assert response.context["form"].fields["choice1"].choices == [
        ("", "никого"),
        (quest.zim.pk, "Зимин Глеб Ильич"),
        (quest.jar.pk, "Яров Олег Ильич, 9 «А»"),
    ]


@pytest.mark.parametrize("days", [-1, 1])
def test_on_another_day_the_own_choice_is_closed(quest, client, days):
    quest.starts_on = timezone.localdate() + timedelta(days=days)
    quest.save()
    sign_in(client, quest.jar, Role.MENTEE)

    assert client.get(own_url(quest, "mentee")).status_code == 404


def test_who_did_not_come_has_no_choice(quest, client):
    sign_in(client, make_mentee(quest.program), Role.MENTEE)

    assert client.get(own_url(quest, "mentee")).status_code == 404


def test_a_mentee_does_not_choose_for_a_mentor(quest, client):
    sign_in(client, quest.jar, Role.MENTEE)

    assert client.get(own_url(quest, "mentor")).status_code == 404


def test_the_cabinet_shows_ones_own_choice_and_nobody_elses(quest, client):
    record(quest, "mentee", quest.jar, quest.kim)
    record(quest, "mentor", quest.lev, quest.jar)
    sign_in(client, quest.jar, Role.MENTEE)

    page = client.get(reverse("participants:cabinet")).content.decode()

    assert "Ким Анна Олеговна" in page
    assert "Лев Пётр Иванович" not in page


def test_a_meeting_of_another_kind_has_no_choices(client):
    seminar = make_event(make_program(), kind="seminar", starts_on=timezone.localdate())
    client.force_login(make_curator(seminar.program))

    assert client.get(reverse("pairs:choice_list", args=[seminar.pk])).status_code == 404


def test_the_municipality_does_not_read_choices(quest, client):
    client.force_login(make_user(Role.MUNICIPAL, quest.program.organization))

    assert client.get(reverse("pairs:choice_list", args=[quest.pk])).status_code == 403


def test_an_erased_person_is_not_among_those_present(quest):
    quest.jar.person.erased_on = date(2026, 11, 1)
    quest.jar.person.save()

    assert list(service.present_at(quest).mentee) == [quest.zim.pk]


def test_a_guest_of_no_base_is_not_offered(quest):
    quest.attendances.create(person=make_person(organization=quest.program.organization))

    assert list(service.present_at(quest).mentor) == [quest.kim.pk, quest.lev.pk]
