"""Who joins a group that works."""

from django import forms
from django.utils import timezone

from pairs.forms.objections import anyway_field, refuse_objections
from pairs.forms.pair import DateInput, mentee_label
from pairs.services.dropped import Proposals
from pairs.services.joining import join, objections_to
from pairs.services.places import paired_last
from participants.models import Mentee
from participants.services.withdrawal import willing
from programs.forms.sentences import SentencesMixin


class MenteeChoice(forms.ModelChoiceField):
    def label_from_instance(self, mentee):
        return mentee_label(mentee)


class JoinForm(SentencesMixin, forms.Form):
    """Against a rule of the matching only on the curator's express wish."""

    mentee = MenteeChoice(
        label="Наставляемый",
        queryset=Mentee.objects.none(),
        empty_label="выберите наставляемого",
    )
    day = forms.DateField(label="Первый день в группе", widget=DateInput)
    anyway = anyway_field("Всё равно добавить")

    def __init__(self, *args, pair, **kwargs):
        super().__init__(*args, **kwargs)
        self.pair = pair
        if not self.is_bound:
            del self.fields["anyway"]
        self.fields["day"].initial = timezone.localdate
        free = willing(pair.program.mentees.approved(), timezone.localdate())
        free = free.exclude(pk__in=[mentee.pk for mentee in pair.mentees])
        self.fields["mentee"].queryset = paired_last(free.by_name())

    def clean(self):
        data = super().clean()
        refuse_objections(self, [] if self.errors else objections_to(self.pair, data["mentee"]))
        return data

    def save_as(self, user):
        mentee = self.cleaned_data["mentee"]
        proposals = Proposals(self.pair.mentor, [mentee])
        member = join(pair=self.pair, mentee=mentee, day=self.cleaned_data["day"], by=user)
        self.dropped = proposals.dropped()
        return member
