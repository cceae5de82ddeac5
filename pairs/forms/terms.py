from django import forms

from pairs.models import PairingRules
from pairs.services import terms
from programs.forms.sentences import SentencesMixin

LONGEST_WAIT, LONGEST_ANSWER = 365, 60


class TermsForm(SentencesMixin, forms.ModelForm):
    wait_days = forms.IntegerField(
        label="Дней без пары до напоминания",
        min_value=1,
        max_value=LONGEST_WAIT,
        help_text="Считается с внесения в базу или с конца прежней пары.",
    )
    verdict_days = forms.IntegerField(
        label="Дней на ответ после пробной встречи",
        min_value=1,
        max_value=LONGEST_ANSWER,
        help_text="На вопрос «подошли или не подошли».",
    )

    class Meta:
        model = PairingRules
        fields = ("wait_days", "verdict_days")

    def save_as(self, user):
        return terms.save_terms(rules=self.instance, by=user)
