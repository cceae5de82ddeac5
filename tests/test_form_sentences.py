"""No form of the portal refuses in the general words of the framework."""

import inspect
from importlib import import_module
from pkgutil import iter_modules

import pytest
from django import forms
from django.core import validators

from programs.forms.sentences import SentencesMixin, words_of_framework
from tests.test_architecture import APPS

FRAMEWORK = validators.__name__


def forms_of(app):
    package = import_module(f"{app}.forms")
    for found in iter_modules(package.__path__, f"{package.__name__}."):
        for _name, one in inspect.getmembers(import_module(found.name), inspect.isclass):
            if one.__module__ == found.name and issubclass(one, forms.BaseForm):
                yield one


FORMS = [form for app in APPS for form in forms_of(app)]


def begun(kind):
    """The form with the fields of its class, whatever else it asks for at its start."""
    is_of_model = issubclass(kind, forms.BaseModelForm)
    form = kind.__new__(kind)
    (forms.BaseModelForm if is_of_model else forms.BaseForm).__init__(form, {})
    return form


def words_left(field):
    """What the field would say in the words of the framework."""
    for code, words in field.error_messages.items():
        if words in words_of_framework(field, code):
            yield str(words)
    for each in field.validators:
        if type(each).__module__ == FRAMEWORK:
            yield from (
                str(words)
                for code, words in said_by(each).items()
                if code not in field.error_messages and words in said_by(type(each)).values()
            )


def said_by(validator):
    """{code: words} of a validator or of its class."""
    return getattr(validator, "messages", None) or {validator.code: validator.message}


@pytest.mark.parametrize("kind", FORMS, ids=lambda kind: f"{kind.__module__}.{kind.__name__}")
def test_no_field_refuses_in_words_of_the_framework(kind):
    form = begun(kind)

    assert isinstance(form, SentencesMixin)
    form.name_fields()
    assert {name: list(words_left(field)) for name, field in form.fields.items()} == {
        name: [] for name in form.fields
    }
