"""Many candidates at once: admitted in one step, taken into the registry in one step."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from participants.models import Selection
from participants.services.selection import (
    admit,
)
from participants.services.selection_registry import register_admitted
from tests.builders import make_mentor, make_program
from tests.participants.selections import DAY, candidate, decide, make_criterion


@pytest.mark.django_db
def test_nobody_is_admitted_in_bulk_by_a_day_of_another_time():
    with pytest.raises(ValidationError, match="Проверьте год"):
        admit(mentors=[candidate(make_program())], day=date(1, 1, 1), by=None)


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
