"""Mistakes in a form answered by sentences that say what to do and in which field."""

from django import forms

NOT_OFFERED = "В поле «{label}» такого ответа нет. Выберите из предложенных."
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
MOMENTS = {
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
WITHOUT_PARAMETERS = ("required", "invalid")
WHOLE = {"invalid": "В поле «{label}» должно быть целое число."}
BETWEEN = "В поле «{{label}}» число от {least} до {most}."


class SentencesMixin:
    """Messages that a field states itself are left as they are."""

    def full_clean(self):
        for name, field in self.fields.items():
            field.error_messages |= {
                code: sentence(words, code, self[name].label)
                for code, words in words_for(field).items()
                if not is_stated(field, code)
            }
        super().full_clean()


def sentence(words, code, label):
    """Words with parameters are formatted by Django: a per cent sign of the label is doubled."""
    return words.format(label=label if code in WITHOUT_PARAMETERS else label.replace("%", "%%"))


def words_for(field):
    if isinstance(field, ONE_OF):
        return CHOICE
    if isinstance(field, forms.IntegerField):
        is_whole = not isinstance(field, forms.FloatField | forms.DecimalField)
        return NUMBER | between(field) | (WHOLE if is_whole else {})
    return next((words for kind, words in MOMENTS.items() if isinstance(field, kind)), TEXT)


def between(field):
    """One sentence for both ends: a reader wants to know the other one as well."""
    if field.min_value is None or field.max_value is None:
        return {}
    words = BETWEEN.format(least=shown(field.min_value), most=shown(field.max_value))
    return dict.fromkeys(("min_value", "max_value"), words)


def shown(number):
    return str(number).replace(".", ",")


def is_stated(field, code):
    """Whether the field has other words for ``code`` than those of its class."""
    words = field.error_messages.get(code)
    classes = type(field).__mro__
    default = [getattr(one, "default_error_messages", {}).get(code) for one in classes]
    return words is not None and words not in default
