"""Own words with «#», typed in one line."""

from django import forms

from participants.domain.tags import MOST_TAGS, WrongTags, read_tags, written
from participants.services.tag import known_tags

HINT = "Своими словами через запятую или пробел: #олимпиада, #программирование."


class TagsField(forms.CharField):
    def __init__(self):
        super().__init__(label="Метки", required=False, help_text=HINT)

    def offer(self, participant):
        """Show the participant's tags and those that the school already uses."""
        self.known = known_tags(participant.program.organization_id)
        if participant.pk:
            self.initial = written(tag.name for tag in participant.tags.all())
        if self.known:
            self.help_text = f"{HINT} Уже есть: {written(self.known[:MOST_TAGS])}."

    def clean(self, value):
        try:
            return read_tags(super().clean(value), self.known)
        except WrongTags as wrong:
            raise forms.ValidationError(str(wrong)) from wrong
