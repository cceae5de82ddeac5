from django import forms

from programs.forms.fields import DateInput
from programs.forms.sentences import SentencesMixin
from programs.models import Partner
from programs.services.partner import save_partner


class PartnerForm(SentencesMixin, forms.ModelForm):
    site = forms.URLField(label="Сайт", required=False, assume_scheme="https")

    class Meta:
        model = Partner
        fields = [
            "name",
            "offers",
            "contact_name",
            "contact_post",
            "phone",
            "email",
            "site",
            "agreement_number",
            "agreement_on",
            "agreement_until",
            "note",
        ]
        widgets = {
            "name": forms.Textarea(attrs={"rows": 2}),
            "offers": forms.Textarea(attrs={"rows": 3}),
            "agreement_on": DateInput,
            "agreement_until": DateInput,
            "note": forms.Textarea(attrs={"rows": 2}),
        }
        help_texts = {
            "offers": "Экскурсии, практика, наставники, оборудование.",
            "agreement_until": "Оставьте пустым, если соглашение бессрочное.",
        }

    def __init__(self, *args, organization, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.organization = organization

    def save_by(self, user):
        return save_partner(partner=self.instance, by=user)
