from django import forms

from programs.enums import ActLevel, ActTopic
from programs.forms.fields import DateInput
from programs.forms.sentences import SentencesMixin
from programs.models import LegalAct
from programs.services.legal_act import save_act


class LegalActForm(SentencesMixin, forms.ModelForm):
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
        help_texts = {
            "quoted_name": "После слов «в соответствии с»: «распоряжением Минпросвещения России». "
            "Если оставить пустым, портал просклоняет сам.",
        }
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
        self.fields["level"].choices = ActLevel.choices
        self.fields["topic"].choices = ActTopic.choices
        self.initial["level"] = self.instance.level or ActLevel.REGIONAL
        self.initial["topic"] = self.instance.topic or ActTopic.TARGET_MODEL
        acts = LegalAct.objects.of_organization(organization).exclude(pk=self.instance.pk)
        self.fields["replaced_by"].queryset = acts.order_by("position", "pk")
        self.fields["replaced_by"].empty_label = "Ничем не заменён"

    def save_by(self, user):
        return save_act(act=self.instance, by=user)
