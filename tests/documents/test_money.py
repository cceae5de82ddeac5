import pytest

from documents.domain.money import amount_in, amount_words


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("3000", "3 000 рублей в месяц"),
        (" 1 221 ", "1 221 рубль в месяц"),
        ("22", "22 рубля в месяц"),
        ("1000000", "1 000 000 рублей в месяц"),
        ("15 % оклада", "15 % оклада"),
    ],
)
def test_a_number_is_rubles_a_month_and_words_stay(typed, printed):
    assert amount_words(typed).replace("\u00a0", " ") == printed


@pytest.mark.parametrize(
    ("contract", "amount"),
    [
        (
            "выплачивается 15 процентов должностного оклада ежемесячно",
            "15 процентов должностного оклада",
        ),
        ("доплата 3 000 рублей в месяц", "3 000 рублей"),
        ("доплата 12,5 % ставки", "12,5 % ставки"),
        ("по положению об оплате труда, пункт 5", ""),
        ("", ""),
    ],
)
def test_the_first_amount_of_a_contract_is_found(contract, amount):
    assert amount_in(contract) == amount
