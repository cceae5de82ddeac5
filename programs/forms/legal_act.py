from django import forms

from programs.forms.fields import DateInput
from programs.models import LegalAct
from programs.services.legal_act import save_act


class LegalActForm(forms.ModelForm):
    class Meta:
        model = LegalAct
        fields = [
            "level",
            "topic",
            "name",
            "quoted_name",
            "signed_on",
            "number",
            "title",
            "in_force_from",
            "in_force_to",
            "replaced_by",
            "is_confirmed",
            "note",
        ]
        widgets = {
            "signed_on": DateInput,
            "in_force_from": DateInput,
            "in_force_to": DateInput,
            "title": forms.Textarea(attrs={"rows": 3}),
            "note": forms.Textarea(attrs={"rows": 2}),
        }

    def __init__(self, *args, organization, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.organization = organization
        acts = LegalAct.objects.of_organization(organization).exclude(pk=self.instance.pk)
        self.fields["replaced_by"].queryset = acts.order_by("position", "pk")
        self.fields["replaced_by"].empty_label = "Ничем не заменён"

    def save_by(self, user):
        return save_act(act=self.instance, by=user)
