"""Mistakes in a form answered by sentences that say what to do and in which field."""

from django import forms

NOT_OFFERED = "В поле «{label}» такого ответа нет. Выберите из предложенных."
# A field without a label is no question: what the page itself sends no longer fits.
STALE = "Страница устарела. Обновите её и ответьте ещё раз."
ONE_OF = (forms.ChoiceField, forms.ModelChoiceField)
TEXT = {
    "required": "Заполните поле «{label}».",
    "max_length": "В поле «{label}» не больше %(limit_value)d знаков, сейчас %(show_value)d.",
    "null_characters_not_allowed": "В поле «{label}» есть недопустимый знак. Напишите заново.",
}
CHOICE = {
    "required": "Выберите ответ в поле «{label}».",
    "invalid_choice": NOT_OFFERED,
    "invalid_list": NOT_OFFERED,
    "invalid_pk_value": NOT_OFFERED,
}
NO_FILE = "Выберите файл в поле «{label}»."
BY_KIND = {
    forms.BooleanField: {"required": "Отметьте «{label}»."},
    forms.EmailField: TEXT
    | {"invalid": "В поле «{label}» должен быть адрес почты, например school@example.org."},
    forms.URLField: TEXT
    | {"invalid": "В поле «{label}» должен быть адрес, например https://example.org."},
    forms.FileField: {
        "required": NO_FILE,
        "invalid": NO_FILE,
        "missing": NO_FILE,
        "empty": "Файл в поле «{label}» пуст. Проверьте, что он сохранён, и выберите его снова.",
        "max_length": "Имя файла в поле «{label}» не длиннее %(max)d знаков, сейчас %(length)d.",
        "contradiction": "В поле «{label}» выберите файл или уберите прежний: что-то одно.",
    },
    forms.DateField: {
        "required": "Укажите дату в поле «{label}».",
        "invalid": "В поле «{label}» должна быть дата, например 21.11.2026.",
    },
    forms.TimeField: {
        "required": "Укажите время в поле «{label}».",
        "invalid": "В поле «{label}» должно быть время, например 15:30.",
    },
}
NUMBER = {
    "required": "Укажите число в поле «{label}».",
    "invalid": "В поле «{label}» должно быть число.",
    "min_value": "В поле «{label}» число не меньше %(limit_value)s.",
    "max_value": "В поле «{label}» число не больше %(limit_value)s.",
    "max_digits": "В поле «{label}» слишком длинное число.",
    "max_whole_digits": "В поле «{label}» слишком длинное число.",
    "max_decimal_places": "В поле «{label}» знаков после запятой не больше %(max)d.",
}
WITHOUT_PARAMETERS = ("required", "invalid", "invalid_list", "missing", "empty", "contradiction")
WHOLE = {"invalid": "В поле «{label}» должно быть целое число."}
BETWEEN = "В поле «{{label}}» число от {least} до {most}."


class SentencesMixin:
    """Messages that a field states itself are left as they are."""

    def full_clean(self):
        self.name_fields()
        super().full_clean()

    def name_fields(self):
        for name, field in self.fields.items():
            field.error_messages |= {
                code: sentence(words, code, self[name].label)
                for code, words in words_for(field).items()
                if not is_stated(field, code)
            }


def sentence(words, code, label):
    """Words with parameters are formatted by Django: a per cent sign of the label is doubled."""
    return words.format(label=label if code in WITHOUT_PARAMETERS else label.replace("%", "%%"))


def words_for(field):
    words = words_of_kind(field)
    return dict.fromkeys(words, STALE) if field.label is None else words


def words_of_kind(field):
    if isinstance(field, ONE_OF):
        return CHOICE
    if isinstance(field, forms.IntegerField):
        is_whole = not isinstance(field, forms.FloatField | forms.DecimalField)
        return NUMBER | between(field) | (WHOLE if is_whole else {})
    return next((words for kind, words in BY_KIND.items() if isinstance(field, kind)), TEXT)


def between(field):
    """One sentence for both ends: a reader wants to know the other one as well."""
    if field.min_value is None or field.max_value is None:
        return {}
    words = BETWEEN.format(least=shown(field.min_value), most=shown(field.max_value))
    return dict.fromkeys(("min_value", "max_value"), words)


def shown(number):
    return str(number).replace(".", ",")


def is_stated(field, code):
    """Whether the field has other words for ``code`` than those of the framework."""
    words = field.error_messages.get(code)
    return words is not None and words not in words_of_framework(field, code)


def words_of_framework(field, code):
    classes = [one for one in type(field).__mro__ if one.__module__.startswith("django.")]
    return [getattr(one, "default_error_messages", {}).get(code) for one in classes]
