from django import forms
from django.core.validators import RegexValidator

from participants.domain.consent_text import PLACEHOLDERS, unknown_placeholders
from participants.forms.person import DateInput
from participants.models import ConsentText
from participants.services.consent_text import add_version
from programs.forms.sentences import SentencesMixin

KNOWN = ", ".join(f"{{{word}}}" for word in PLACEHOLDERS)


class ConsentTextForm(SentencesMixin, forms.ModelForm):
    version = forms.CharField(
        label="Редакция",
        max_length=50,
        validators=[RegexValidator(r"^[\w.-]+\Z", "Только буквы, цифры, точка и дефис.")],
        help_text="Как назвать редакцию, например по дате: 2026-11-21.",
    )

    class Meta:
        model = ConsentText
        fields = ("version", "used_from", "text")
        widgets = {"used_from": DateInput(), "text": forms.Textarea(attrs={"rows": 18})}
        help_texts = {
            "text": f"Портал подставит вместо слов в скобках сведения организации: {KNOWN}. "
            "Остальные пропуски подчеркните, их заполнят от руки.",
        }

    def clean_text(self):
        text = self.cleaned_data["text"]
        if unknown := unknown_placeholders(text):
            words = ", ".join(f"{{{word}}}" for word in unknown)
            raise forms.ValidationError(f"Портал не знает подстановки {words}. Есть: {KNOWN}.")
        return text

    def save_by(self, user):
        return add_version(text=self.instance, by=user)
