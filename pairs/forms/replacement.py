"""Who leaves while pairs go on: a mentee of a group, a mentor of several pairs."""

from django import forms

from pairs.forms.draft import StepForm
from pairs.forms.pair import LONGEST, CompleteForm, DateInput

KEPT_IN_NOTE = "Видят только сотрудники школы: день и причина останутся в заметке его карточки."


class LeaveForm(CompleteForm):
    day = forms.DateField(label="Последний день в группе", widget=DateInput)
    reason = forms.CharField(
        label="Почему наставляемый выходит из группы",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Видят только сотрудники школы; причину назовёт приказ об изменениях.",
    )


class ReplaceForm(StepForm, CompleteForm):
    day = forms.DateField(label="Последний день работы наставника", widget=DateInput)
    reason = forms.CharField(
        label="Почему наставник больше не может работать",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Видят только сотрудники школы; причину назовёт приказ об изменениях.",
    )
    pause = forms.BooleanField(
        label="Приостановить наставника",
        required=False,
        initial=True,
        help_text="Подбор его больше не предложит, пока вы не вернёте его в реестр.",
    )

    def __init__(self, *args, asks_pause, **kwargs):
        """Of mere proposals no order tells, and the mentor of them may stay."""
        super().__init__(*args, **kwargs)
        if not asks_pause:
            del self.fields["pause"]
            return
        self.fields["reason"].help_text = KEPT_IN_NOTE
