"""Fields of the open forms: a stranger's text is kept as typed, without unseen characters."""

from django import forms

from participants.domain.application import is_name, without_unseen

NAME_RULE = "В имени бывают только буквы, пробел, дефис и апостроф."
PHONE_RULE = "Напишите телефон цифрами, например +7 900 000-00-00."


class PlainField(forms.CharField):
    """One line or several: unseen characters go, the rest is kept as typed."""

    def __init__(self, label, length, *, rows=0, **kwargs):
        if rows:
            kwargs["widget"] = forms.Textarea(attrs={"rows": rows})
        super().__init__(label=label, max_length=length, **kwargs)

    def to_python(self, value):
        return super().to_python(without_unseen(value) if isinstance(value, str) else value)


class NameField(PlainField):
    def to_python(self, value):
        return " ".join(super().to_python(value).split())

    def validate(self, value):
        super().validate(value)
        if value and not is_name(value):
            raise forms.ValidationError(NAME_RULE)


class PhoneField(PlainField):
    def __init__(self, label="Телефон", **kwargs):
        kwargs.setdefault("widget", forms.TextInput(attrs={"type": "tel"}))
        super().__init__(label, 50, **kwargs)

    def validate(self, value):
        super().validate(value)
        digits = sum(character.isdecimal() for character in value)
        if value and not 5 <= digits <= 15:
            raise forms.ValidationError(PHONE_RULE)
