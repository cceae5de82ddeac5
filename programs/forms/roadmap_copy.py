from django import forms

from mentoring_portal.shared.plurals import counted
from programs.forms.sentences import SentencesMixin
from programs.services.roadmap_copy import copy_roadmap


class SourceField(forms.ModelChoiceField):
    def label_from_instance(self, source):
        rows = counted(source.rows, "строка", "строки", "строк")
        return f"{source.title}, {source.year}, {source.organization.short_name}: {rows}"


class RoadmapCopyForm(SentencesMixin, forms.Form):
    source = SourceField(
        queryset=None,
        label="Откуда взять дорожную карту",
        empty_label=None,
        widget=forms.RadioSelect,
        error_messages={"required": "Выберите программу."},
    )

    def __init__(self, *args, sources, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["source"].queryset = sources

    def save_by(self, user, program):
        return copy_roadmap(source=self.cleaned_data["source"], target=program, by=user)
