"""Choosing in the form of a paper: a select gives way to a list with a search above ``MANY``."""

from django import forms

from programs.forms.choice_lists import ChoiceList

MANY = 50
NOT_CHOSEN = "не выбрано"


def one_of(choices):
    """The widget for a choice of one."""
    return ChoiceList if len(choices) > MANY else forms.Select


def empty_choice(required: bool) -> tuple[str, str]:
    return ("", "Выберите из списка" if required else NOT_CHOSEN)
