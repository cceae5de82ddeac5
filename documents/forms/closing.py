from django import forms
from django.utils import timezone

from documents.services.closing import able_to_cancel
from programs.forms.fields import DateInput
from programs.forms.sentences import SentencesMixin


class PaperField(forms.ModelChoiceField):
    def label_from_instance(self, paper):
        return f"{paper.number_and_day}: {paper.title}"


class CancelForm(SentencesMixin, forms.Form):
    cancelled_by = PaperField(
        label="Каким документом отменён",
        queryset=None,
        empty_label="Выберите из списка",
        help_text="Здесь действующие приказы организации и документы того же рода, которые не "
        "старше отменяемого. Если нужного нет, сначала зарегистрируйте его.",
    )
    day = forms.DateField(label="С какого дня отменён", widget=DateInput())

    def __init__(self, *args, document, **kwargs):
        super().__init__(*args, initial={"day": timezone.localdate()}, **kwargs)
        self.fields["cancelled_by"].queryset = able_to_cancel(document)


class ExpireForm(SentencesMixin, forms.Form):
    day = forms.DateField(label="С какого дня утратил силу", widget=DateInput())
    reason = forms.CharField(
        label="Почему",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Например: «истёк срок, на который назначены пары».",
    )

    def __init__(self, *args, document, **kwargs):
        super().__init__(*args, initial={"day": timezone.localdate()}, **kwargs)
