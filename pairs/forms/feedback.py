"""The answer about a meeting: two questions, made for a phone."""

from django import forms

from pairs.enums import Rating
from pairs.models import Feedback
from pairs.services import feedback as service
from programs.forms.sentences import SentencesMixin


class FeedbackForm(SentencesMixin, forms.ModelForm):
    rating = forms.TypedChoiceField(
        label="Как прошла встреча?",
        choices=tuple(reversed(Rating.choices)),
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": "Выберите, как прошла встреча."},
    )

    text = forms.CharField(
        label="Что понравилось, чего не хватило",
        required=False,
        max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Увидят только сотрудники школы, которые ведут программу.",
    )

    class Meta:
        model = Feedback
        fields = ("rating", "text")

    def save_as(self, user):
        return service.give(feedback=self.instance, by=user)
