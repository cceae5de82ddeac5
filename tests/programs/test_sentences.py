"""Mistakes in a form are answered by sentences that name the field."""

import pytest
from django import forms

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


RIGHT = {"title": "Имя", "day": "21.11.2026", "kind": "a", "number": "2", "share": "1"}


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
    ],
)
def test_a_mistake_is_told_with_its_field(name, value, words):
    assert Sample(RIGHT | {name: value}).errors == {name: [words]}


def test_words_of_the_field_itself_stay():
    assert Sample(RIGHT | {"day": ""}).errors == {"day": ["Назовите день."]}


def test_a_column_without_an_end_gets_one_in_the_form():
    class Goal(SentencesMixin, forms.ModelForm):
        goal = long_text(Program, "goal", longest=10)

        class Meta:
            model = Program
            fields = ("goal",)

    form = Goal({"goal": "я" * 11})

    assert form.errors == {"goal": ["В поле «Цель» не больше 10 знаков, сейчас 11."]}
