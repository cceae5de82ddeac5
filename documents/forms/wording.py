from django import forms

from documents.forms.document import check_text
from documents.kinds.wordings import preset, wordings
from programs.forms.sentences import SentencesMixin


class WordingForm(SentencesMixin, forms.Form):
    """The texts of a kind with their braces; an empty one gives the portal's text back."""

    def __init__(self, *args, kind, organization, **kwargs):
        initial = wordings(organization, kind.code)
        super().__init__(*args, initial=initial, **kwargs)
        self.kind, self.portal = kind, preset(kind.code)
        for field in kind.worded:
            text = initial.get(field.key, "")
            self.fields[field.key] = forms.CharField(
                label=field.label,
                max_length=field.longest,
                required=False,
                widget=forms.Textarea(attrs={"rows": rows(field, text)}),
            )

    def clean(self):
        data = super().clean()
        for field in self.kind.worded:
            if field.key in data:
                check_text(self, field)
        return data

    def texts(self):
        """(field, the portal's text) for the page."""
        return [(self[key], self.portal.get(key, "")) for key in self.fields]


def rows(field, text):
    """High enough for the text, so that nothing has to be scrolled."""
    if field.rows == 1:
        return 2
    return max(field.rows, min(30, text.count("\n") + len(text) // 90 + 2))
