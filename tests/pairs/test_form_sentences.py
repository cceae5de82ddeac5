"""Wrong input in the forms of pairs is answered by sentences that name the field."""

import pytest
from django.urls import reverse

from pairs.enums import PairStatus
from tests.builders import make_curator, make_pair

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair():
    return make_pair(status=PairStatus.ACTIVE)


@pytest.fixture
def curator(client, pair):
    client.force_login(make_curator(pair.program))
    return client


GROUPS = "В поле «{} группа, человек» число от 2 до 20."


@pytest.mark.parametrize(
    ("page", "typed", "said"),
    [
        ("limits_update", {"group_least": 1, "group_most": 3}, GROUPS.format("Наименьшая")),
        ("limits_update", {"group_least": 2, "group_most": 21}, GROUPS.format("Наибольшая")),
        (
            "limits_update",
            {"group_least": 5, "group_most": 3},
            "Наименьшая группа больше наибольшей.",
        ),
        (
            "terms_update",
            {"wait_days": 0, "verdict_days": 7},
            "В поле «Дней без пары до напоминания» число от 1 до 365.",
        ),
        (
            "terms_update",
            {"wait_days": 30, "verdict_days": "неделя"},
            "В поле «Дней на ответ после пробной встречи» должно быть целое число.",
        ),
    ],
)
def test_wrong_rules_are_refused_with_the_limits(curator, pair, page, typed, said):
    answer = curator.post(reverse(f"pairs:{page}", args=[pair.program_id]), typed)

    assert [list(words) for words in answer.context["form"].errors.values()] == [[said]]


@pytest.mark.parametrize(
    ("page", "typed", "said"),
    [
        (
            "pair_terminate",
            {"day": "вчера", "reason": "я" * 5_001},
            [
                "В поле «Последний день работы пары» должна быть дата, например 21.11.2026.",
                "В поле «Почему пара прекращена досрочно» не больше 5000 знаков, сейчас 5001.",
            ],
        ),
        (
            "pair_terminate",
            {},
            [
                "Укажите дату в поле «Последний день работы пары».",
                "Заполните поле «Почему пара прекращена досрочно».",
            ],
        ),
        (
            "meeting_create",
            {
                "day": "2026-11-20",
                "kind": "прогулка",
                "quick": 45,
                "topic": "Чай",
                "rating": 5,
            },
            ["В поле «Вид встречи» такого ответа нет. Выберите из предложенных."],
        ),
    ],
)
def test_wrong_words_about_a_pair_are_refused_by_the_field(curator, pair, page, typed, said):
    answer = curator.post(reverse(f"pairs:{page}", args=[pair.pk]), typed)

    errors = answer.context["form"].errors.values()
    assert sorted(words for texts in errors for words in texts) == sorted(said)
