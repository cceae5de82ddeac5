"""Selection of mentors: points, decisions, and the way into the registry."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from mentoring_portal.shared.dates import SchoolYear
from participants.domain.selection import Mark, Score, refusals, score
from participants.models import MentorAnalysis, Selection, SelectionMark
from participants.services import enrollment
from participants.services.erasure import destroy
from participants.services.mentor_history import history_of
from participants.services.selection import (
    Line,
    Verdict,
    record,
    standing,
)
from participants.services.selection_registry import register_admitted
from tests.builders import make_curator, make_mentor, make_person, make_program
from tests.participants.selections import DAY, candidate, decide, make_criterion

WHO = "Лосева\u00a0А.\u00a0П."
REQUIRED = Mark("Мотивация", 5, is_required=True, points=0)


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

    def test_the_admission_of_a_mentor_of_the_registry_is_not_erased(self):
        program = make_program()
        make_criterion(program, is_required=True)
        mentor = candidate(program)
        decide(mentor, "admit", points=3)
        enrollment.approve(participants=[mentor], by=None)

        for decision, points, words in (("", 3, "уже в реестре"), ("admit", 0, "ноль баллов")):
            with pytest.raises(ValidationError, match=words):
                decide(mentor, decision, points=points)

        assert (standing(mentor).decision, standing(mentor).score.points) == ("admit", 3)

    def test_a_mentor_of_the_registry_without_a_decision_gets_points_but_no_required_zero(self):
        program = make_program()
        make_criterion(program, is_required=True)
        mentor = make_mentor(program)

        decide(mentor, "", points=2)
        with pytest.raises(ValidationError) as refusal:
            decide(mentor, "", points=0)

        assert standing(mentor).score.points == 2
        assert refusal.value.messages == [
            "Наставник уже в реестре. Сначала верните его в кандидаты на карточке. "
            "Сейчас у него ноль баллов по обязательному критерию «Мотивация»."
        ]

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
