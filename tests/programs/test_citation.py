"""How acts are named in papers, and their state on a day."""

from datetime import date

import pytest

from programs.domain.legal_act import (
    AHEAD,
    IN_FORCE,
    OVER,
    UNCHECKED,
    citation,
    clean_number,
    in_accordance,
    instrumental,
    state_of,
)

TODAY = date(2026, 11, 21)


def test_an_act_is_cited_with_requisites_and_title():
    text = citation("распоряжением Минпросвещения России", date(2019, 12, 25), "Р-145", "Об опыте")

    assert text == "распоряжением Минпросвещения России от 25.12.2019 № Р-145 «Об опыте»"


@pytest.mark.parametrize(
    ("signed", "number", "title", "expected"),
    [
        (None, "", "", "уставом"),
        (None, "5", "", "уставом № 5"),
        (date(2026, 1, 2), "", "", "уставом от 02.01.2026"),
        (None, "", " О порядке\r\nприёма ", "уставом «О порядке приёма»"),
        (None, "", "О «Школе наставников»", "уставом «О „Школе наставников“»"),
    ],
)
def test_a_citation_leaves_out_what_is_not_known(signed, number, title, expected):
    assert citation("уставом", signed, number, title) == expected


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("№ Р-145", "Р-145"),
        ("P-145", "Р-145"),
        ("145-р", "Р-145"),
        (" 12 / 3 ", "12 / 3"),
        ("40-од", "40-од"),
    ],
)
def test_a_misprinted_number_is_put_right(written, number):
    assert clean_number(written) == number


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("приказ Минпросвещения России", "приказом Минпросвещения России"),
        ("Указ Президента", "Указом Президента"),
        ("Федеральный закон", "Федеральным законом"),
        ("методические рекомендации института", "методическими рекомендациями института"),
        ("приказчик", ""),
        ("хартия", ""),
    ],
)
def test_the_instrumental_case_is_formed_for_known_heads(name, expected):
    assert instrumental(name) == expected


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        ("статьёй 5", "В соответствии со статьёй 5, уставом"),
        ("законом", "В соответствии с законом, уставом"),
        ("Стратегией", "В соответствии со Стратегией, уставом"),
        ("приказом", "В соответствии с приказом, уставом"),
    ],
)
def test_the_preposition_fits_the_first_act(first, expected):
    assert in_accordance([first, "уставом"]) == expected


@pytest.mark.parametrize(
    ("since", "until", "confirmed", "state"),
    [
        (None, None, True, IN_FORCE),
        (None, None, False, UNCHECKED),
        (TODAY, TODAY, True, IN_FORCE),
        (None, date(2026, 11, 20), True, OVER),
        (None, date(2026, 11, 20), False, OVER),
        (date(2026, 11, 22), None, True, AHEAD),
        (date(2026, 11, 22), None, False, AHEAD),
    ],
)
def test_the_state_of_an_act_on_a_day(since, until, confirmed, state):
    assert state_of(since, until, is_confirmed=confirmed, day=TODAY) == state
