from django import forms
from django.utils import timezone

from documents.enums import Journal
from documents.kinds import kind_of
from documents.models import Counter


class ContentForm(forms.Form):
    """The editable pieces of a draft, as its kind names them."""

    def __init__(self, *args, document, **kwargs):
        kind = kind_of(document.kind)
        super().__init__(*args, initial=kind.content(document), **kwargs)
        for field in kind.fields:
            widget = forms.Textarea(attrs={"rows": field.rows}) if field.rows > 1 else None
            self.fields[field.key] = forms.CharField(
                label=field.label,
                help_text=field.help_text,
                required=field.required,
                widget=widget,
                max_length=20_000 if field.rows > 1 else 300,
            )


class RegisterForm(forms.Form):
    day = forms.DateField(
        label="Дата приказа",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text="День, когда директор подписывает приказ.",
    )
    number = forms.IntegerField(
        label="Порядковый номер",
        min_value=1,
        max_value=99_999,
        help_text="Портал предлагает следующий по журналу. Если в школе приказы нумеруют и вне "
        "портала, поставьте свой номер.",
    )

    def __init__(self, *args, document, **kwargs):
        today = timezone.localdate()
        place = {"organization": document.organization, "journal": document.journal}
        number = Counter.objects.next_number(**place, year=today.year)
        super().__init__(*args, initial={"day": today, "number": number}, **kwargs)
        if document.journal != Journal.ORDERS:  # only orders are numbered
            self.fields.pop("number")
            self.fields["day"].label = "Дата утверждения"
            self.fields["day"].help_text = ""


class ReportForm(forms.Form):
    as_of = forms.DateField(
        label="По состоянию на",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text="События после этого дня в отчёт не войдут.",
    )
