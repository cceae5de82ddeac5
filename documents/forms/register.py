from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from documents.domain.paper_words import words_of
from documents.forms.doubts import DoubtsForm
from documents.kinds import kind_of
from documents.services.doubts import doubts
from documents.services.numbering import GREATEST_NUMBER, is_numbered, next_number_text
from programs.forms.fields import DateInput

NUMBER_HINT = (
    "Оставьте пустым, и портал даст следующий по журналу: сейчас в {year} году это "
    "№\u00a0{number}. Если школа ведёт журнал и вне портала, поставьте свой номер: следующие "
    "пойдут за ним."
)


def usual_day(kind, document):
    try:
        return kind.usual_day(document)
    except ValidationError:  # the page itself is refused with the reason
        return None


class RegisterForm(DoubtsForm):
    field_order = ("day", "number", "confirmed")
    day = forms.DateField(widget=DateInput())
    number = forms.IntegerField(
        label="Порядковый номер", min_value=1, max_value=GREATEST_NUMBER, required=False
    )

    def __init__(self, *args, document, **kwargs):
        today = timezone.localdate()
        kind = kind_of(document.kind)
        super().__init__(*args, initial={"day": usual_day(kind, document) or today}, **kwargs)
        self.document = document
        words = words_of(kind.type)
        self.fields["day"].label, self.fields["day"].help_text = words.day, words.day_hint
        if is_numbered(document):
            self.fields["number"].help_text = NUMBER_HINT.format(
                number=next_number_text(document, today.year), year=today.year
            )
        else:
            self.fields.pop("number")

    def clean(self):
        data = super().clean()
        if not self.errors:
            self.ask(doubts(self.document, data["day"], data.get("number")))
        return data
