"""What the curator decides about an application and its link."""

from django import forms
from django.utils import timezone

from participants.domain.application import without_unseen
from participants.enums import ApplicationKind, Relation
from participants.forms.apply import APPLY_FORMS
from participants.forms.person import OTHER, DateInput, described
from participants.services.application import known_people
from programs.enums import MentoringForm
from programs.forms.sentences import SentencesMixin


class AcceptForm(SentencesMixin, forms.Form):
    """One question at most: is it somebody the school already knows; and the form of a mentee."""

    same = forms.ChoiceField(
        label="Похожий человек уже есть в портале",
        widget=forms.RadioSelect,
        error_messages={"required": "Выберите: это один из них или другой человек."},
    )
    form = forms.ChoiceField(
        label="Форма наставничества", choices=[("", "Выберите форму"), *MentoringForm.choices]
    )

    def __init__(self, *args, application, **kwargs):
        super().__init__(*args, **kwargs)
        self.known = known_people(application)
        choices = [(str(person.pk), described(person)) for person in self.known]
        self.fields["same"].choices = [*choices, (OTHER, "Это другой человек, внести отдельно")]
        if not self.known:
            del self.fields["same"]
        if application.kind == ApplicationKind.MENTOR:
            del self.fields["form"]

    def decision(self):
        """Keyword arguments for the service."""
        answer = self.cleaned_data.get("same")
        person = next((known for known in self.known if str(known.pk) == answer), None)
        return {"person": person, "form": self.cleaned_data.get("form", "")}


class DeclineForm(SentencesMixin, forms.Form):
    reason = forms.CharField(
        label="Причина",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Без имён: причина остаётся в портале, а сведения о человеке – нет.",
    )

    def clean_reason(self):
        return without_unseen(self.cleaned_data["reason"])


class TermForm(SentencesMixin, forms.Form):
    open_until = forms.DateField(
        label="Принимать заявки по",
        widget=DateInput(),
        required=False,
        help_text="Включительно. Если не указать – пока не закроете.",
    )

    def clean_open_until(self):
        day = self.cleaned_data["open_until"]
        if day and day < timezone.localdate():
            raise forms.ValidationError("Эта дата уже прошла.")
        return day


class LinkForm(TermForm):
    kind = forms.ChoiceField(label="Кто подаёт", choices=ApplicationKind, widget=forms.RadioSelect)

    field_order = ("kind", "open_until")


def answer_lines(application):
    """(title of the section, [(question, answer)]) of what was answered."""
    form = APPLY_FORMS[application.kind]
    for title, _lead, names in form.sections:
        lines = [(form.base_fields[name].label, shown(application, name)) for name in names]
        if answered := [(label, value) for label, value in lines if value]:
            yield title, answered


def shown(application, name):
    """An answer as the curator reads it."""
    value = getattr(application, name, None) or application.answers.get(name, "")
    if name == "birth_date" and value:
        return f"{value:%d.%m.%Y}"
    if name == "forms":
        return ", ".join(MentoringForm(form).label for form in value)
    return Relation(value).label if name == "parent_relation" and value else value
