"""A text edited by hand follows what the portal words anew."""

import pytest

from documents.domain.merging import Clash, Merged, merged

BASE = "Прекратить с 20 ноября работу пары.\nКонтроль оставляю за собой."
NOW = "Прекратить с 19 ноября работу пары.\nКонтроль оставляю за собой."


@pytest.mark.parametrize(
    ("own", "text"),
    [
        (f"{BASE}\nОзнакомить всех.", f"{NOW}\nОзнакомить всех."),
        (f"Срочно. {BASE}", f"Срочно. {NOW}"),
        (BASE.replace("работу", "всякую работу"), NOW.replace("работу", "всякую работу")),
        (BASE.replace("\nКонтроль оставляю за собой.", ""), NOW.splitlines()[0]),
        (BASE.replace("20 ноября", "20\u00a0ноября"), NOW),
        (NOW, NOW),
        ("", ""),
    ],
)
def test_words_of_both_come_true(own, text):
    found = merged(BASE, own, NOW)

    assert found.text == text


def test_lines_added_by_both_at_one_place_stand_both():
    assert merged("Первый.", "Первый.\nСвой.", "Первый.\nВторой.") == Merged(
        "Первый.\nВторой.\nСвой."
    )


def test_an_edited_text_stays_as_it_is_while_the_portal_says_the_same():
    assert merged(BASE, "Совсем  другое", BASE) == Merged("Совсем  другое")


def test_where_both_changed_the_same_words_the_own_text_stands_and_the_clash_is_told():
    own = BASE.replace("20 ноября", "21 ноября")

    assert merged(BASE, own, NOW) == Merged(own, (Clash("с 20 ноября", "с 19 ноября"),))


def test_words_put_into_the_midst_of_what_the_portal_replaces_clash():
    found = merged(
        "Назначить Анну Петрову.", "Назначить Анну (Ивановну) Петрову.", "Назначить Льва."
    )

    assert found.clashes == (Clash("Назначить Анну Петрову.", "Назначить Льва."),)
