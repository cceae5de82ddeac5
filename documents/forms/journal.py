from django import forms

from documents.enums import Journal
from programs.forms.sentences import SentencesMixin


class JournalForm(SentencesMixin, forms.Form):
    """Which journal of which year a page shows; anything else falls back to the orders of today."""

    journal = forms.ChoiceField(choices=Journal)
    year = forms.IntegerField(min_value=2000, max_value=2100)

    @classmethod
    def chosen(cls, data, today):
        form = cls(data)
        form.is_valid()
        found = {"journal": Journal.ORDERS.value, "year": today.year}
        return found | {key: value for key, value in form.cleaned_data.items() if value}


class GapForm(SentencesMixin, forms.Form):
    text = forms.CharField(
        label="Почему номеров нет в портале",
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Например: «приказы по другим вопросам, журнал ведёт секретарь» или «номер "
        "испорчен». Очистите поле, чтобы убрать пояснение.",
    )
