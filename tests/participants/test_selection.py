"""Selection of mentors: points, decisions, and the way into the registry."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from mentoring_portal.shared.dates import SchoolYear
from participants.domain.selection import Mark, Score, refusals, score
from participants.models import MentorAnalysis, Selection, SelectionCriterion, SelectionMark
from participants.services import enrollment
from participants.services.erasure import destroy
from participants.services.mentor_history import history_of
from participants.services.selection import (
    Line,
    Verdict,
    admit,
    record,
    standing,
)
from participants.services.selection_registry import register_admitted
from participants.services.selection_seen import MEANWHILE, seen_sheet
from tests.assertions import assert_flat
from tests.builders import make_curator, make_mentor, make_person, make_program, make_user

DAY = date(2026, 11, 20)
WHO = "Лосева\u00a0А.\u00a0П."
REQUIRED = Mark("Мотивация", 5, is_required=True, points=0)


def make_criterion(program, title="Мотивация", **fields):
    return SelectionCriterion.objects.create(program=program, title=title, **fields)


def candidate(program, **fields):
    return make_mentor(program, status="candidate", **fields)


def opened(mentor):
    return {"seen": seen_sheet(standing(mentor))}


def decide(mentor, decision, points=None, **verdict):
    """With the same points by every criterion of the program."""
    lines = [Line(row, points) for row in mentor.program.selection_criteria.all()]
    chosen = Verdict(decision, **{"day": DAY, **verdict})
    return record(mentor=mentor, lines=lines, verdict=chosen, by=None)


def test_points_are_summed_and_shared_with_halves_up():
    found = score([Mark("а", 5, points=3), Mark("б", 3), Mark("в", 8, points=7)])

    assert found == Score(10, 16, 2, 3)
    assert found.percent == 63


def test_without_criteria_there_is_no_per_cent():
    assert score([]).percent is None


@pytest.mark.parametrize(
    ("decision", "mark", "reason", "day", "expected"),
    [
        ("admit", Mark("Опыт", 3, points=0), "", DAY, []),
        (
            "admit",
            REQUIRED,
            "",
            DAY,
            ["Допустить нельзя: ноль баллов по обязательному критерию «Мотивация»."],
        ),
        (
            "admit",
            Mark("Мотивация", 5, is_required=True),
            "",
            DAY,
            ["Допустить нельзя: нет балла по обязательному критерию «Мотивация»."],
        ),
        ("decline", REQUIRED, " ", DAY, ["Напишите, почему кандидат отклонён."]),
        ("wait", REQUIRED, "", DAY, ["Напишите, почему решение отложено и чего ждёт комиссия."]),
        ("wait", REQUIRED, "нет справки", DAY, []),
        ("decline", REQUIRED, "мало опыта", None, ["Укажите дату решения."]),
        (
            "decline",
            REQUIRED,
            "мало опыта",
            DAY + timedelta(days=2),
            ["Дата решения ещё не наступила."],
        ),
        ("", REQUIRED, "", None, []),
    ],
)
def test_a_decision_is_refused_in_words_of_what_lacks(decision, mark, reason, day, expected):
    assert refused(decision, mark, reason, day) == expected


def refused(decision, mark, reason, day):
    return refusals(decision, [mark], reason, day, DAY + timedelta(days=1), SchoolYear(2026))


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(1, 1, 1), ["Проверьте год: программа – 2026–2027 учебного года."]),
        (date(2025, 8, 31), ["Проверьте год: программа – 2026–2027 учебного года."]),
        (date(2025, 9, 1), []),
    ],
)
def test_a_decision_of_another_time_is_a_slip_of_the_year(day, words):
    assert refused("decline", REQUIRED, "мало опыта", day) == words


@pytest.mark.django_db
def test_nobody_is_admitted_in_bulk_by_a_day_of_another_time():
    with pytest.raises(ValidationError, match="Проверьте год"):
        admit(mentors=[candidate(make_program())], day=date(1, 1, 1), by=None)


@pytest.mark.django_db
class TestDecision:
    def test_the_admitted_stays_a_candidate_until_the_registry(self):
        mentor = candidate(make_program())

        decide(mentor, "admit")
        before = mentor.status
        register_admitted(program=mentor.program, by=None)
        mentor.refresh_from_db()

        assert (before, mentor.status) == ("candidate", "approved")

    def test_the_declined_leaves_the_candidates_with_the_reason(self):
        mentor = candidate(make_program())

        decide(mentor, "decline", reason="нет времени")

        assert (mentor.status, mentor.selection.reason) == ("declined", "нет времени")

    def test_the_declined_comes_into_the_registry_only_by_a_new_decision(self):
        mentor = candidate(make_program())
        decide(mentor, "decline", reason="нет времени")
        enrollment.move(participants=[mentor], status="candidate", by=None)
        with pytest.raises(ValidationError, match="запишите новое решение комиссии"):
            enrollment.approve(participants=[mentor], by=None)

        decide(mentor, "admit", day=timezone.localdate())
        enrollment.approve(participants=[mentor], by=None)

        assert mentor.status == "approved"

    def test_a_new_decision_brings_the_declined_back(self):
        mentor = candidate(make_program())
        decide(mentor, "decline", reason="нет времени")

        decide(mentor, "wait", reason="ждём справку")

        assert mentor.status == "candidate"

    def test_why_the_candidate_waited_does_not_stay_with_the_admitted(self):
        mentor = candidate(make_program())
        decide(mentor, "wait", reason="ждём справку")

        decide(mentor, "admit", reason="ждём справку")
        cleared = Selection.objects.get(mentor=mentor).reason
        decide(mentor, "admit", reason="лучший в своём деле")

        assert cleared == ""
        assert Selection.objects.get(mentor=mentor).reason == "лучший в своём деле"

    def test_points_alone_leave_a_returned_candidate_where_he_is(self):
        mentor = candidate(make_program())
        decide(mentor, "decline", reason="нет времени")
        enrollment.move(participants=[mentor], status="candidate", by=None)

        decide(mentor, "decline", reason="совсем нет времени")

        assert mentor.status == "candidate"

    @pytest.mark.parametrize("decision", ["wait", "decline"])
    def test_a_mentor_of_the_registry_is_not_declined(self, decision):
        mentor = make_mentor()

        with pytest.raises(ValidationError, match="Наставник уже в реестре"):
            decide(mentor, decision, reason="нет времени")

    def test_a_refused_decision_keeps_no_points(self):
        program = make_program()
        make_criterion(program, is_required=True)
        mentor = candidate(program)

        with pytest.raises(ValidationError, match="ноль баллов"):
            decide(mentor, "admit", points=0)

        assert SelectionMark.objects.count() == Selection.objects.count() == 0

    def test_points_above_the_greatest_are_refused(self):
        program = make_program()
        make_criterion(program, most=3)

        with pytest.raises(ValidationError, match="ставят от 0 до 3"):
            decide(candidate(program), "", points=4)

    def test_points_are_corrected_not_doubled(self):
        program = make_program()
        make_criterion(program)
        mentor = candidate(program)
        decide(mentor, "", points=1)

        decide(mentor, "", points=3)

        assert standing(mentor).score == Score(3, 3, 1, 1)

    def test_the_history_tells_what_when_and_who(self):
        program = make_program()
        make_criterion(program)
        mentor = candidate(program)
        curator = make_curator(program)
        person = make_person("Лосева Анна Павловна", organization=program.organization)
        person.user = curator
        person.save()
        lines = [Line(program.selection_criteria.get(), 2)]
        for verdict in (Verdict("decline", "нет времени", DAY), Verdict("admit", "", DAY)):
            record(mentor=mentor, lines=lines, verdict=verdict, by=curator)
        make_mentor(program)

        entries = [
            (entry.what, entry.who, entry.points, entry.day) for entry in history_of([mentor])
        ]

        assert entries == [
            ("состояние: кандидат", WHO, None, None),
            ("комиссия: допустить", WHO, 2, DAY),
            ("состояние: отклонён", WHO, None, None),
            ("комиссия: отклонить", WHO, 2, DAY),
        ]


@pytest.mark.django_db
class TestBulk:
    def test_those_without_required_points_stay_with_the_reason(self):
        program = make_program()
        make_criterion(program, is_required=True)
        ready, empty = candidate(program), candidate(program)
        decide(ready, "", points=2)

        outcome = admit(mentors=[ready, empty], day=DAY, by=None)

        why = "Допустить нельзя: нет балла по обязательному критерию «Мотивация»."
        assert (outcome.admitted, outcome.refused) == (1, ((empty, why),))
        assert list(Selection.objects.filter(decision="admit").values_list("mentor")) == [
            (ready.pk,)
        ]

    def test_those_in_the_registry_are_passed_over(self):
        with pytest.raises(ValidationError, match="нет кандидатов"):
            admit(mentors=[make_mentor()], day=DAY, by=None)

    def test_the_day_is_not_in_the_future(self):
        with pytest.raises(ValidationError, match="ещё не наступила"):
            admit(
                mentors=[candidate(make_program())],
                day=timezone.localdate() + timedelta(days=1),
                by=None,
            )

    def test_the_declined_return_to_the_candidates(self):
        mentor = candidate(make_program())
        decide(mentor, "decline", reason="нет времени")

        admit(mentors=[mentor], day=DAY, by=None)
        mentor.refresh_from_db()

        assert (mentor.status, mentor.selection.reason) == ("candidate", "")

    def test_only_the_admitted_go_into_the_registry(self):
        program = make_program()
        admitted, other = candidate(program), candidate(program)
        decide(admitted, "admit")

        outcome = register_admitted(program=program, by=None)
        other.refresh_from_db()

        assert (outcome.admitted, other.status) == (1, "candidate")

    def test_whoever_lacks_a_mark_required_since_is_left_out_with_the_reason(self):
        program = make_program()
        judged, early = candidate(program), candidate(program)
        decide(early, "admit")
        make_criterion(program, is_required=True)
        decide(judged, "admit", 3)

        outcome = register_admitted(program=program, by=None)

        states = [mentor.status for mentor in program.mentors.order_by("pk")]
        why = "В реестр включить нельзя: нет балла по обязательному критерию «Мотивация»."
        assert states == ["approved", "candidate"]
        assert (outcome.admitted, outcome.refused) == (1, ((early, why),))

    def test_nobody_admitted_is_told(self):
        with pytest.raises(ValidationError, match="Допущенных кандидатов"):
            register_admitted(program=make_program(), by=None)


@pytest.mark.django_db
class TestPages:
    def test_the_sheet_records_points_and_the_decision(self, client):
        program = make_program()
        criterion = make_criterion(program, is_required=True)
        mentor = candidate(program)
        client.force_login(make_curator(program))

        client.post(
            reverse("participants:selection_record", args=[mentor.pk]),
            {
                f"points_{criterion.pk}": "3",
                f"comment_{criterion.pk}": "убедил",
                "decision": "admit",
                "decided_on": "2026-11-20",
                **opened(mentor),
            },
        )

        row = Selection.objects.get(mentor=mentor)
        mark = row.marks.get()
        assert (row.decision, row.decided_on) == ("admit", DAY)
        assert (mark.points, mark.comment) == (3, "убедил")

    @pytest.mark.parametrize(("day", "warnings"), [("2026-11-20", 1), ("2026-11-19", 0)])
    def test_a_changed_decision_under_the_former_day_is_asked_about(self, client, day, warnings):
        mentor = candidate(make_program())
        decide(mentor, "wait", reason="ждём справку")
        client.force_login(make_curator(mentor.program))

        page = client.post(
            reverse("participants:selection_record", args=[mentor.pk]),
            {"decision": "admit", "decided_on": day, **opened(mentor)},
            follow=True,
        )

        found = [str(message) for message in page.context["messages"]]
        assert len([text for text in found if "дата осталась прежней" in text]) == warnings

    def test_a_refusal_keeps_what_was_typed(self, client):
        program = make_program()
        criterion = make_criterion(program)
        mentor = candidate(program)
        client.force_login(make_curator(program))

        page = client.post(
            reverse("participants:selection_record", args=[mentor.pk]),
            {
                f"points_{criterion.pk}": "2",
                "decision": "decline",
                "decided_on": "2026-11-20",
                **opened(mentor),
            },
        )

        assert page.context["form"].non_field_errors() == ["Напишите, почему кандидат отклонён."]
        assert page.context["form"][f"points_{criterion.pk}"].value() == "2"

    def test_a_stale_sheet_wipes_nothing_before_it_is_shown(self, client):
        program = make_program()
        make_criterion(program)
        mentor = candidate(program)
        client.force_login(make_curator(program))
        detail = reverse("participants:selection_detail", args=[mentor.pk])
        seen = client.get(detail).context["form"]["seen"].value()
        decide(mentor, "", 3)
        url = reverse("participants:selection_record", args=[mentor.pk])

        refused = client.post(url, {"seen": seen})
        kept = list(SelectionMark.objects.values_list("points", flat=True))
        client.post(url, {"seen": refused.context["form"]["seen"].value()})

        assert refused.context["form"].non_field_errors() == [
            MEANWHILE,
            "Сейчас записано: «Мотивация» – 3.",
        ]
        assert f'value="{refused.context["form"]["seen"].value()}"' in refused.content.decode()
        assert (kept, SelectionMark.objects.count()) == ([3], 0)

    def test_a_mentor_does_not_read_the_sheet_of_his_own_selection(self, client):
        mentor = candidate(make_program())
        elsewhere = make_user("curator")
        mentor.person.user = elsewhere
        mentor.person.save()
        client.force_login(elsewhere)

        page = client.get(reverse("participants:selection_detail", args=[mentor.pk]))

        assert page.status_code == 404

    @pytest.mark.parametrize(
        ("query", "expected"),
        [
            ("decision=admit", ["Агатов"]),
            ("decision=undecided", ["Берёзов", "Волков"]),
            ("least=3", ["Агатов"]),
            ("ordering=-points", ["Агатов", "Волков", "Берёзов"]),
            ("q=волк", ["Волков"]),
        ],
    )
    def test_the_list_is_filtered_by_decision_and_sum(self, client, query, expected):
        program = make_program()
        make_criterion(program, most=5)
        first, _second, third = (
            candidate(program, full_name=f"{name} Иван Петрович")
            for name in ("Агатов", "Берёзов", "Волков")
        )
        decide(first, "admit", points=4)
        decide(third, "", points=2)
        client.force_login(make_curator(program))

        page = client.get(f"{reverse('participants:selection_list', args=[program.pk])}?{query}")

        found = [row.mentor.person.last_name for row in page.context["standings"]]
        assert found == expected

    def test_the_ticked_are_admitted_in_one_step(self, client):
        program = make_program()
        mentor = candidate(program)
        client.force_login(make_curator(program))

        client.post(
            reverse("participants:selection_admit", args=[program.pk]),
            {"pk": [mentor.pk], "decided_on": "2026-11-20"},
        )

        assert Selection.objects.get(mentor=mentor).decision == "admit"

    def test_approving_leaves_out_those_held_back(self, client):
        program = make_program()
        held, free = candidate(program), candidate(program)
        decide(held, "wait", reason="ждём справку")
        client.force_login(make_curator(program))

        client.post(
            reverse("participants:mentor_approve", args=[program.pk]), {"pk": [held.pk, free.pk]}
        )
        held.refresh_from_db()
        free.refresh_from_db()

        assert (held.status, free.status) == ("candidate", "approved")

    def test_the_list_costs_the_same_for_many(self, client):
        program = make_program()
        make_criterion(program)
        client.force_login(make_curator(program))
        decide(candidate(program), "admit", points=1)
        url = reverse("participants:selection_list", args=[program.pk])

        def add_rows():
            for _ in range(20):
                decide(candidate(program), "admit", points=1)

        assert_flat(lambda: client.get(url), add_rows)


@pytest.mark.django_db
def test_erasing_a_mentor_takes_the_words_and_leaves_the_figures():
    program = make_program()
    make_criterion(program)
    mentor = candidate(program)
    lines = [Line(program.selection_criteria.get(), 2, "живёт далеко")]
    record(mentor=mentor, lines=lines, verdict=Verdict("wait", "болен", DAY), by=None)
    MentorAnalysis.objects.create(mentor=mentor, method="interview", held_on=DAY, conclusion="–")

    counts = destroy(mentor.person).counts

    row = Selection.objects.get(mentor=mentor)
    mark = row.marks.get()
    assert (row.decision, row.reason, mark.points, mark.comment) == ("wait", "", 2, "")
    assert not mentor.analyses.exists()
    assert counts["Анализ потребностей наставника"] == 1
    assert counts["Обоснование решения об отборе"] == counts["Пояснения к баллам отбора"] == 1
