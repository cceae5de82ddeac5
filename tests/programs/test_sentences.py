"""Mistakes in a form are answered by sentences that name the field."""

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile

from programs.forms.fields import long_text
from programs.forms.sentences import SentencesMixin
from programs.models import Program


class Sample(SentencesMixin, forms.Form):
    title = forms.CharField(label="Название", max_length=5)
    day = forms.DateField(label="Дата", error_messages={"required": "Назовите день."})
    at = forms.TimeField(label="Начало", required=False)
    kind = forms.ChoiceField(label="Вид", choices=[("a", "А")])
    number = forms.IntegerField(label="Число", min_value=1, max_value=9)
    share = forms.DecimalField(label="Доля, %", min_value=1, decimal_places=1)
    email = forms.EmailField(label="Почта", required=False)
    site = forms.URLField(label="Сайт", required=False, assume_scheme="https")
    agree = forms.BooleanField(label="Согласие получено")
    mode = forms.ChoiceField(choices=[("b", "Б")], required=False)


RIGHT = {
    "title": "Имя",
    "day": "21.11.2026",
    "kind": "a",
    "number": "2",
    "share": "1",
    "agree": "on",
}


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("title", "", "Заполните поле «Название»."),
        ("title", "Длинное", "В поле «Название» не больше 5 знаков, сейчас 7."),
        ("title", "а\0", "В поле «Название» есть недопустимый знак. Напишите заново."),
        ("day", "вчера", "В поле «Дата» должна быть дата, например 21.11.2026."),
        ("at", "утром", "В поле «Начало» должно быть время, например 15:30."),
        ("kind", "", "Выберите ответ в поле «Вид»."),
        ("kind", "б", "В поле «Вид» такого ответа нет. Выберите из предложенных."),
        ("number", "", "Укажите число в поле «Число»."),
        ("number", "1.5", "В поле «Число» должно быть целое число."),
        ("number", "0", "В поле «Число» число от 1 до 9."),
        ("number", "10", "В поле «Число» число от 1 до 9."),
        ("share", "много", "В поле «Доля, %» должно быть число."),
        ("share", "0", "В поле «Доля, %» число не меньше 1."),
        ("share", "1.25", "В поле «Доля, %» знаков после запятой не больше 1."),
        ("email", "почта", "В поле «Почта» должен быть адрес почты, например school@example.org."),
        ("site", "сайт школы", "В поле «Сайт» должен быть адрес, например https://example.org."),
        ("agree", "", "Отметьте «Согласие получено»."),
        ("mode", "в", "Страница устарела. Обновите её и ответьте ещё раз."),
    ],
)
def test_a_mistake_is_told_with_its_field(name, value, words):
    assert Sample(RIGHT | {name: value}).errors == {name: [words]}


def test_words_of_the_field_itself_stay():
    assert Sample(RIGHT | {"day": ""}).errors == {"day": ["Назовите день."]}


class PictureField(forms.FileField):
    default_error_messages = {"required": "Выберите картинку."}


class Upload(SentencesMixin, forms.Form):
    file = forms.FileField(label="Файл", max_length=9)
    picture = PictureField(label="Картинка")


@pytest.mark.parametrize(
    ("file", "words"),
    [
        (None, "Выберите файл в поле «Файл»."),
        (
            SimpleUploadedFile("a.pdf", b""),
            "Файл в поле «Файл» пуст. Проверьте, что он сохранён, и выберите его снова.",
        ),
        (
            SimpleUploadedFile("base-2026.pdf", b"1"),
            "Имя файла в поле «Файл» не длиннее 9 знаков, сейчас 13.",
        ),
    ],
)
def test_a_wrong_file_is_told_with_its_field(file, words):
    form = Upload({}, {"file": file, "picture": SimpleUploadedFile("a.png", b"1")})

    assert form.errors == {"file": [words]}


def test_words_of_an_own_kind_of_field_stay():
    assert Upload({}, {}).errors["picture"] == ["Выберите картинку."]


def test_a_column_without_an_end_gets_one_in_the_form():
    class Goal(SentencesMixin, forms.ModelForm):
        goal = long_text(Program, "goal", longest=10)

        class Meta:
            model = Program
            fields = ("goal",)

    form = Goal({"goal": "я" * 11})

    assert form.errors == {"goal": ["В поле «Цель» не больше 10 знаков, сейчас 11."]}
