from django import forms

from programs.enums import MentoringKind, RoleModel
from programs.forms.sentences import SentencesMixin
from programs.models import Program, ProgramForm
from programs.services.program import save_program
from programs.services.program_form import role_models_of, save_form

TEXTS = ("goal", "tasks", "expected_results")
CHOICES = ("role_models", "kinds")


def filled(data, sample):
    """Typed values with the sample where a text is empty: what the school wrote is not replaced."""
    kept = {name: data.getlist(name) for name in CHOICES}
    texts = {name: data.get(name, "") for name in TEXTS}
    return kept | {
        name: text if text.strip() else sample.get(name, "") for name, text in texts.items()
    }


class PassportForm(SentencesMixin, forms.ModelForm):
    """The goal, tasks and results of the whole program."""

    class Meta:
        model = Program
        fields = TEXTS
        widgets = {
            "goal": forms.Textarea(attrs={"rows": 4}),
            "tasks": forms.Textarea(attrs={"rows": 8}),
            "expected_results": forms.Textarea(attrs={"rows": 8}),
        }
        help_texts = {
            "tasks": "Каждая задача с новой строки.",
            "expected_results": "Каждый результат с новой строки.",
        }

    def save_by(self, user):
        save_program(program=self.instance, by=user)
        return self.instance


class ProgramFormForm(SentencesMixin, forms.ModelForm):
    """A form of mentoring; its role models are offered only where the sources name them."""

    role_models = forms.MultipleChoiceField(
        label="Ролевые модели", required=False, widget=forms.CheckboxSelectMultiple
    )
    kinds = forms.MultipleChoiceField(
        label="Виды наставничества",
        required=False,
        choices=MentoringKind,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = ProgramForm
        fields = ("role_models", "kinds", *TEXTS)
        widgets = {
            "goal": forms.Textarea(attrs={"rows": 3}),
            "tasks": forms.Textarea(attrs={"rows": 6}),
            "expected_results": forms.Textarea(attrs={"rows": 6}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        models = role_models_of(self.instance.form)
        if models:
            self.fields["role_models"].choices = [(code, RoleModel(code).label) for code in models]
        else:
            del self.fields["role_models"]

    def save_by(self, user):
        return save_form(form=self.instance, by=user)
