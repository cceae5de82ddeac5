from django import forms

from programs.forms.sentences import SentencesMixin
from programs.models import Organization
from programs.services.organization import save_organization


class OrganizationForm(SentencesMixin, forms.ModelForm):
    site = forms.URLField(label="Официальный сайт", required=False, assume_scheme="https")

    class Meta:
        model = Organization
        fields = [
            "name",
            "short_name",
            "founder",
            "place",
            "address",
            "phone",
            "email",
            "site",
            "order_suffix",
            "personnel_suffix",
        ]
        widgets = {
            "name": forms.Textarea(attrs={"rows": 2}),
            "founder": forms.Textarea(attrs={"rows": 2}),
        }

    def save_by(self, user):
        save_organization(organization=self.instance, by=user)
        return self.instance
