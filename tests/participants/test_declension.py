import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participants.domain.declension import forms, guess_sex, name, post

DATA = Path(__file__).with_name("data")
LISTED_CASES = ("gent", "datv", "accs", "ablt")


def read_rows(filename):
    lines = (DATA / filename).read_text(encoding="utf-8").splitlines()
    return [line.split("|") for line in lines if not line.startswith("#")]


def without_yo(text):
    return text.replace("ё", "е").replace("Ё", "Е")


NAMES = read_rows("declension_names.psv")
TITLES = read_rows("declension_titles.psv")


@pytest.mark.parametrize(
    ("sex", "nominative", "expected"), [(row[0], row[1], row[2:]) for row in NAMES]
)
def test_listed_name_has_listed_forms(sex, nominative, expected):
    declined = [name(nominative, sex, case) for case in LISTED_CASES]

    assert [without_yo(form) for form in declined] == [without_yo(form) for form in expected]


@pytest.mark.parametrize(("nominative", "expected"), [(row[0], row[1:]) for row in TITLES])
def test_listed_post_has_listed_forms(nominative, expected):
    declined = [post(nominative, case) for case in LISTED_CASES]

    assert [without_yo(form) for form in declined] == [without_yo(form) for form in expected]


@pytest.mark.parametrize(
    "row", [row for row in NAMES if row[1].count(" ") == 2 and "." not in row[1]]
)
def test_sex_of_a_person_with_a_patronymic_is_told(row):
    assert guess_sex(row[1]) == row[0]


@pytest.mark.parametrize(
    ("full_name", "sex"),
    [
        ("Вахидова Айшат", "f"),
        ("Бараев Ваха", "m"),
        ("Ким Иван", "m"),
        ("Белых Зулай", None),
        ("Сова Юрий", "m"),
        ("Иванова Юрий", None),
        ("Мамедов Рашид Али оглы", "m"),
        ("Мамедова Лейла Гасан-кызы", "f"),
        ("Черных", None),
        ("", None),
    ],
)
def test_sex_is_guessed_only_when_the_name_is_clear(full_name, sex):
    assert guess_sex(full_name) == sex


def test_all_six_forms_are_shown_for_a_preview():
    assert forms("Заяц Пётр Ильич", "m") == {
        "nomn": "Заяц Пётр Ильич",
        "gent": "Зайца Петра Ильича",
        "datv": "Зайцу Петру Ильичу",
        "accs": "Зайца Петра Ильича",
        "ablt": "Зайцем Петром Ильичом",
        "loct": "Зайце Петре Ильиче",
    }


@pytest.mark.parametrize(
    ("written", "declined"),
    [
        ("  Ветров   Лев\tИльич ", "Ветрову Льву\tИльичу"),
        ("ИВАНОВ И. И.", "ИВАНОВУ И. И."),
        ("Иванов\u00a0И.\u00a0И.", "Иванову\u00a0И.\u00a0И."),
        ("иванов иван", "иванову ивану"),
        ("И. И. Соловей", "И. И. Соловью"),
        ("Пётр Ильич Заяц", "Петру Ильичу Зайцу"),
        ("Королёв", "Королёву"),
        ("Smith John", "Smith John"),
        ("Ивaнов Иван", "Ивaнов Иван"),  # the «a» is Latin
        ("Сидоров, Пётр", "Сидорову, Петру"),
        ("", ""),
    ],
)
def test_writing_of_a_name_is_kept(written, declined):
    assert name(written, "m", "datv") == declined


def test_maiden_name_in_brackets_declines_too():
    assert name("Иванова (Белая) Мария", "f", "accs") == "Иванову (Белую) Марию"


@pytest.mark.parametrize(
    ("title", "declined"),
    [
        ("учитель химии", "учителе химии"),
        ("Старшая  вожатая", "Старшей вожатой"),
        ("судья", "судье"),
        ("обучающийся 8 «Б» класса", "обучающемся 8 «Б» класса"),
        ("и/о директора", "и/о директора"),
        ("", ""),
    ],
)
def test_post_has_a_prepositional_case(title, declined):
    assert post(title, "loct") == declined


@pytest.mark.parametrize(
    ("title", "declined"),
    [
        ("депутат городской думы", "депутату городской думы"),
        ("мастер часовой мастерской", "мастеру часовой мастерской"),
        ("наладчик станков с ЧПУ", "наладчику станков с ЧПУ"),
        ("инженер механик", "инженеру механику"),
        ("врач педиатр", "врачу педиатру"),
    ],
)
def test_second_noun_declines_only_as_another_name_of_the_job(title, declined):
    assert post(title, "datv") == declined


@pytest.mark.parametrize(
    ("title", "declined"),
    [
        ("вновь принятый учитель", "вновь принятому учителю"),
        ("Недавно назначенный директор", "Недавно назначенному директору"),
        ("временно отсутствующий методист", "временно отсутствующему методисту"),
    ],
)
def test_adverb_before_a_post_does_not_change(title, declined):
    assert post(title, "datv") == declined


def test_nominative_is_left_as_written():
    assert (name("Иванов Иван", "m", "nomn"), post("завуч", "nomn")) == ("Иванов Иван", "завуч")


def test_unknown_case_is_refused_with_the_list_of_cases():
    with pytest.raises(ValueError, match="Unknown case 'voct': expected one of nomn, gent"):
        name("Иванов Иван", "m", "voct")
    with pytest.raises(ValueError, match="Unknown case 'voct': expected one of nomn, gent"):
        post("директор", "voct")


def test_unknown_sex_is_refused():
    with pytest.raises(ValueError, match="Unknown sex 'x': expected 'm' or 'f'"):
        name("Иванов Иван", "x", "gent")


@given(st.text(alphabet='абвгёйоцчьяИО-. (),«»"/\n1aZ', max_size=30), st.sampled_from("mf"))
def test_any_text_is_declined_without_an_error_and_on_as_many_words(text, sex):
    assert len(name(text, sex, "ablt").split()) == len(text.split())
    assert len(post(text, "ablt").split()) == len(text.split())
    assert guess_sex(text) in {"m", "f", None}


def test_frequent_posts_need_neither_django_nor_the_dictionary():
    script = (
        "import sys; from participants.domain.declension import morphology, name, post;"
        "print(post('учитель математики', 'gent'), name('Ким Юлия', 'f', 'datv'),"
        "'django' in sys.modules, morphology._analyzer.cache_info().currsize)"
    )

    finished = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", script],
        capture_output=True,
        check=True,
        cwd=Path(__file__).parents[2],
        encoding="utf-8",
    )

    assert finished.stdout.split() == ["учителя", "математики", "Ким", "Юлии", "False", "0"]
