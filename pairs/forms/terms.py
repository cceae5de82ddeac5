from django import forms

from pairs.models import PairingRules
from pairs.services import terms


class TermsForm(forms.ModelForm):
    class Meta:
        model = PairingRules
        fields = ("wait_days", "verdict_days")

    def save_as(self, user):
        return terms.save_terms(rules=self.instance, by=user)
