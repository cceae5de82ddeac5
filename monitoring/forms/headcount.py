from django import forms

from monitoring.models import Headcount


class HeadcountForm(forms.ModelForm):
    class Meta:
        model = Headcount
        fields = ["code", "value", "as_of"]
        widgets = {"as_of": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")}

    def validate_constraints(self):
        """A second count for the same day corrects the first, so it is no error."""
