"""Age groups for statistics."""

import pytest

from documents.domain.age_groups import parse_age_groups
from documents.domain.row_lines import LineError


@pytest.mark.parametrize(
    ("age", "label"),
    [
        (None, "не указан"),
        (0, "до 14 лет включительно"),
        (14, "до 14 лет включительно"),
        (15, "15–17 лет"),
        (17, "15–17 лет"),
        (18, "18–21 год"),
        (22, "22 года"),
        (23, "23 года и старше"),
        (90, "23 года и старше"),
    ],
)
def test_age_falls_into_one_group(age, label):
    assert parse_age_groups("14, 17, 21; 22").label(age) == label


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("", "Возрастные группы – числа через запятую: «14, 17, 24»."),
        ("14–17", "Возрастные группы – числа через запятую: «14, 17, 24»."),
        ("17, 14", "Возраста в группах должны расти и быть меньше 120."),
        ("14, 14", "Возраста в группах должны расти и быть меньше 120."),
        ("14, 120", "Возраста в группах должны расти и быть меньше 120."),
    ],
)
def test_what_is_no_list_of_growing_ages_is_refused(text, refusal):
    with pytest.raises(LineError) as error:
        parse_age_groups(text)

    assert str(error.value) == refusal
