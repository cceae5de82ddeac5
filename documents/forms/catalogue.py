from django import forms

from documents.enums import PaperType
from documents.services.catalogue import shelf_titles
from programs.forms.sentences import SentencesMixin


class CatalogueForm(SentencesMixin, forms.Form):
    """Narrows the catalogue; what it does not know narrows nothing."""

    q = forms.CharField(label="Слова из названия", required=False, max_length=100)
    type = forms.ChoiceField(
        label="Тип", required=False, choices=[("", "Любой"), *PaperType.choices]
    )
    stage = forms.ChoiceField(
        label="Этап", required=False, choices=[("", "Любой"), *shelf_titles().items()]
    )

    @property
    def wanted(self):
        """Arguments of the catalogue."""
        self.is_valid()
        values = self.cleaned_data
        return {
            "words": values.get("q", ""),
            "type": values.get("type", ""),
            "stage": values.get("stage", ""),
        }
