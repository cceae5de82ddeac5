from django import forms

from programs.forms.sentences import SentencesMixin


class DoubtsField(forms.MultipleChoiceField):
    """A box for each doubt: a tick answers these very words, not those of another date."""

    widget = forms.MultipleHiddenInput

    def valid_value(self, value):
        return True


class DoubtsForm(SentencesMixin, forms.Form):
    """Asks to confirm what looks like a slip; hidden until there is something to ask."""

    confirmed = DoubtsField(label="Проверьте и подтвердите", required=False)

    def show(self, sentences):
        """A box for each."""
        field = self.fields["confirmed"]
        if sentences:
            field.widget = forms.CheckboxSelectMultiple()
            field.choices = [(sentence, sentence) for sentence in sentences]
            field.required = True  # of this page: the label must not say «необязательно»

    def ask(self, sentences):
        """The same; an unticked one is an error of the form."""
        self.show(sentences)
        if set(sentences) - set(self.cleaned_data["confirmed"]):
            self.add_error("confirmed", "Отметьте, что так и нужно, или исправьте данные.")
