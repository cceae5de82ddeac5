"""A mentor's way follows from facts: nobody ticks a step."""

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from participants.domain.mentor_path import PathFacts, PathStep, Result, path, place
from participants.models import MentorAnalysis, Selection
from participants.services import enrollment
from participants.services.mentor_path import paths, places
from programs.models import AuditEvent
from tests.assertions import assert_flat
from tests.builders import make_curator, make_mentor, make_pair, make_person, make_program

LISTED = date(2026, 9, 8)
DAY = date(2026, 10, 1)


def states(facts):
    return [step.state.value for step in path(facts)]


def step(facts, code):
    return next(one for one in path(facts) if one.code == code)


def test_a_new_candidate_stands_at_the_beginning():
    facts = PathFacts("candidate", LISTED)

    assert states(facts) == ["done", *["ahead"] * 6]
    assert (path(facts)[0].day, path(facts)[0].words) == (LISTED, "внесён в базу")


def test_the_whole_way_is_done_with_its_days():
    facts = PathFacts(
        "completed",
        LISTED,
        analyzed_on=date(2026, 9, 20),
        decision="admit",
        decided_on=date(2026, 9, 28),
        results=(Result("passed", date(2026, 10, 21)),),
        registry_on=DAY,
        paired_on=date(2026, 10, 15),
        ended_on=date(2027, 5, 31),
    )

    assert states(facts) == ["done"] * 7
    assert [one.day for one in path(facts)] == [
        LISTED,
        date(2026, 9, 20),
        date(2026, 9, 28),
        date(2026, 10, 21),
        DAY,
        date(2026, 10, 15),
        date(2027, 5, 31),
    ]


def test_what_was_not_recorded_before_the_registry_is_passed_by():
    facts = PathFacts("approved", LISTED, registry_on=DAY)

    assert states(facts) == ["done", *["passed_by"] * 3, "done", "ahead", "ahead"]


@pytest.mark.parametrize(
    ("facts", "code", "state", "words"),
    [
        (PathFacts("candidate", decision="wait"), "selection", "going", "решение отложено"),
        (PathFacts("declined", decision="decline"), "selection", "stopped", "отклонён"),
        (PathFacts("declined"), "selection", "stopped", "отклонён"),
        (PathFacts("candidate", results=(Result("learning"),)), "training", "going", "учится"),
        (
            PathFacts("candidate", results=(Result("failed"),)),
            "training",
            "stopped",
            "не прошёл обучение",
        ),
        (
            PathFacts("candidate", results=(Result("failed"), Result("passed"))),
            "training",
            "done",
            "прошёл обучение",
        ),
        (PathFacts("paused"), "registry", "going", "работа приостановлена"),
        (PathFacts("withdrawn"), "outcome", "stopped", "выбыл"),
    ],
)
def test_a_step_tells_its_state_in_words(facts, code, state, words):
    found = step(facts, code)

    assert (found.state, found.words) == (state, words)


def test_the_place_is_the_furthest_step_where_something_happened():
    facts = PathFacts("candidate", analyzed_on=DAY, results=(Result("learning"),))

    assert place(path(facts)).code == PathStep.TRAINING


@pytest.mark.django_db
class TestFacts:
    def test_each_fact_is_of_its_own_mentor(self):
        program = make_program()
        first, second = make_mentor(program), make_mentor(program, status="candidate")
        MentorAnalysis.objects.create(
            mentor=second, method="interview", held_on=DAY, conclusion="–"
        )
        Selection.objects.create(mentor=second, decision="wait", decided_on=DAY)
        make_pair(program, first, starts_on=DAY)

        found = places([first, second])

        assert (found[first.pk].code, found[first.pk].day) == ("pair", DAY)
        assert (found[second.pk].code, found[second.pk].day) == ("selection", DAY)

    def test_a_pair_without_an_order_is_no_step(self):
        mentor = make_mentor()
        make_pair(mentor.program, mentor, status="accepted", starts_on=DAY)

        assert places([mentor])[mentor.pk].code == "registry"

    def test_the_day_of_the_registry_is_that_of_the_last_approval(self):
        mentor = make_mentor(status="candidate")
        enrollment.approve(participants=[mentor], by=None)

        registry = paths([mentor], with_days=True)[mentor.pk][4]

        assert (registry.state, registry.day is not None) == ("done", True)

    def test_a_pause_is_dated_by_its_own_day_and_ends_with_the_return(self):
        mentor = make_mentor(status="candidate")
        told = []
        moves = (enrollment.approve, enrollment.pause, enrollment.approve)
        for day, move in enumerate(moves, 18):
            move(participants=[mentor], by=None)
            at = datetime(2026, 11, day, 12, tzinfo=UTC)
            newest = AuditEvent.objects.order_by("pk").last()
            AuditEvent.objects.filter(pk=newest.pk).update(at=at)
            registry = paths([mentor], with_days=True)[mentor.pk][4]
            told.append((registry.words, registry.day.day))

        assert told == [("в реестре", 18), ("работа приостановлена", 19), ("в реестре", 20)]


@pytest.mark.django_db
class TestPages:
    @pytest.mark.parametrize(
        ("query", "expected"),
        [
            ("step=base", ["Агатов"]),
            ("step=registry", ["Берёзов"]),
            ("step=pair", ["Волков"]),
            ("analysis=yes", ["Агатов"]),
            ("analysis=no", ["Берёзов", "Волков"]),
        ],
    )
    def test_the_base_is_filtered_by_the_step(self, client, query, expected):
        program = make_program()
        names = [f"{name} Иван Петрович" for name in ("Агатов", "Берёзов", "Волков")]
        first, _second, third = (make_mentor(program, name) for name in names)
        first.status = "candidate"
        first.save()
        if "analysis" in query:
            MentorAnalysis.objects.create(
                mentor=first, method="interview", held_on=DAY, conclusion="–"
            )
        make_pair(program, third, starts_on=DAY)
        client.force_login(make_curator(program))

        page = client.get(f"{reverse('participants:mentor_list', args=[program.pk])}?{query}")

        assert [row.person.last_name for row in page.context["rows"]] == expected

    def test_a_mentor_does_not_see_what_the_school_notes_about_him(self, client):
        program = make_program()
        user = make_curator(make_program())
        user.memberships.update(role="mentor", organization=program.organization)
        person = make_person(organization=program.organization, user=user)
        mentor = make_mentor(program, person=person)
        Selection.objects.create(
            mentor=mentor, decision="wait", reason="тайная причина", decided_on=DAY
        )
        MentorAnalysis.objects.create(
            mentor=mentor, method="interview", held_on=DAY, conclusion="тайный вывод"
        )
        url = reverse("participants:mentor_detail", args=[mentor.pk])
        client.force_login(user)
        own = client.get(url).content.decode()
        client.force_login(make_curator(program))
        staff = client.get(url).content.decode()

        secrets = ("тайная причина", "тайный вывод", "Путь наставника")
        assert [word in staff for word in secrets] == [True] * 3
        assert [word in own for word in secrets] == [False] * 3

    @pytest.mark.parametrize("query", ["", "?step=pair"])
    def test_the_base_costs_the_same_for_many(self, client, query):
        program = make_program()
        client.force_login(make_curator(program))
        make_pair(program)
        url = reverse("participants:mentor_list", args=[program.pk]) + query

        assert_flat(lambda: client.get(url), lambda: [make_pair(program) for _ in range(15)])
