"""Selection in the browser: the sheet of a candidate, the list of all."""

import pytest
from django.urls import reverse

from participants.models import Selection, SelectionMark
from participants.services.selection_seen import MEANWHILE
from tests.assertions import assert_flat
from tests.builders import make_curator, make_program, make_user
from tests.participants.selections import DAY, candidate, decide, make_criterion, opened


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

    @pytest.mark.parametrize(
        ("decision", "day", "warnings"),
        [("admit", "2026-11-20", 1), ("admit", "2026-11-19", 0), ("", "2026-11-20", 0)],
    )
    def test_a_changed_decision_under_the_former_day_is_asked_about(
        self, client, decision, day, warnings
    ):
        mentor = candidate(make_program())
        decide(mentor, "wait", reason="ждём справку")
        client.force_login(make_curator(mentor.program))

        page = client.post(
            reverse("participants:selection_record", args=[mentor.pk]),
            {"decision": decision, "decided_on": day, **opened(mentor)},
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

    @pytest.mark.parametrize(
        ("typed", "told"),
        [
            (
                {},
                [
                    "Решение комиссии сейчас: отложено.",
                    "Обоснование сейчас: «Ждём отзыв».",
                ],
            ),
            (
                {"decision": "wait", "decided_on": "2026-11-19", "reason": "Иначе"},
                ["Дата решения сейчас: 20.11.2026.", "Обоснование сейчас: «Ждём отзыв»."],
            ),
            ({"decision": "wait", "decided_on": "2026-11-20", "reason": "Ждём отзыв."}, []),
        ],
    )
    def test_a_stale_sheet_tells_how_it_was_decided_meanwhile(self, client, typed, told):
        program = make_program()
        mentor = candidate(program)
        client.force_login(make_curator(program))
        before = opened(mentor)
        decide(mentor, "wait", reason="Ждём отзыв.")

        url = reverse("participants:selection_record", args=[mentor.pk])
        page = client.post(url, before | typed)

        assert page.context["form"].non_field_errors() == [MEANWHILE, *told]

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
