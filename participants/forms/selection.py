from django import forms
from django.db import transaction
from django.utils import timezone

from mentoring_portal.shared.fingerprints import MeanwhileError
from participants.enums import SelectionDecision
from participants.forms.person import DateInput
from participants.models import Selection
from participants.services.selection import Line, Verdict, admit, record, standing_to_change
from participants.services.selection_seen import ensure_seen, seen_sheet
from programs.forms.fields import long_text
from programs.forms.sentences import SentencesMixin

LONGEST_REASON = 2_000


class SelectionForm(SentencesMixin, forms.ModelForm):
    """The checklist of one candidate: two inputs for a criterion, then the decision."""

    reason = long_text(
        Selection,
        "reason",
        rows=3,
        longest=LONGEST_REASON,
        help_text="Нужно, если кандидата отклоняют или решение откладывают.",
    )

    class Meta:
        model = Selection
        fields = ("decision", "reason", "decided_on")
        widgets = {
            "decision": forms.RadioSelect,
            "decided_on": DateInput(),
        }
        help_texts = {"decided_on": "День заседания комиссии."}

    def __init__(self, *args, standing, **kwargs):
        instance = standing.selection or Selection(mentor=standing.mentor)
        super().__init__(*args, instance=instance, **kwargs)
        self.standing = standing
        self.fields["seen"] = forms.CharField(widget=forms.HiddenInput, required=False)
        self.initial["seen"] = seen_sheet(standing)
        self.fields["decision"].choices = [("", "решения ещё нет"), *SelectionDecision.choices]
        self.fields["decision"].required = False
        self.initial["decided_on"] = instance.decided_on or timezone.localdate()
        for line in standing.lines:
            self.add_line(line)

    def add_line(self, line):
        row = line.criterion
        self.fields[f"points_{row.pk}"] = forms.IntegerField(
            label=f"{row.title}: баллы",
            min_value=0,
            max_value=row.most,
            required=False,
            initial=line.points,
            error_messages={
                "max_value": f"По этому критерию ставят от 0 до {row.most}.",
                "min_value": f"По этому критерию ставят от 0 до {row.most}.",
                "invalid": f"По этому критерию ставят целое число от 0 до {row.most}.",
            },
        )
        self.fields[f"comment_{row.pk}"] = forms.CharField(
            label=f"{row.title}: пояснение",
            max_length=300,
            required=False,
            initial=line.comment,
        )

    def checklist(self):
        """(criterion, its points, its comment) for the page."""
        for line in self.standing.lines:
            key = line.criterion.pk
            yield line.criterion, self[f"points_{key}"], self[f"comment_{key}"]

    def _post_clean(self):
        """The service checks the whole: a half-made row has nothing to say about itself."""

    @property
    def lines(self):
        data = self.cleaned_data
        return [
            Line(
                line.criterion,
                data[f"points_{line.criterion.pk}"],
                data[f"comment_{line.criterion.pk}"],
            )
            for line in self.standing.lines
        ]

    @property
    def keeps_old_day(self):
        """A new decision under the day of the former one: perhaps a correction, perhaps not."""
        former, data = self.standing.selection, self.cleaned_data
        if former is None or not former.decision or not data["decision"]:
            return False
        is_new = former.decision != data["decision"]
        return is_new and former.decided_on == data["decided_on"] != timezone.localdate()

    @transaction.atomic
    def save_by(self, user):
        data = self.cleaned_data
        verdict = Verdict(data["decision"], data["reason"], data["decided_on"])
        self.check_seen(verdict, data["seen"])
        return record(mentor=self.standing.mentor, lines=self.lines, verdict=verdict, by=user)

    def check_seen(self, verdict, seen):
        held = standing_to_change(self.standing.mentor)
        try:
            ensure_seen(held, self.lines, verdict, seen)
        except MeanwhileError:
            self.data = self.data.copy()
            self.data["seen"] = seen_sheet(held)
            raise


class AdmissionForm(SentencesMixin, forms.Form):
    """The day of the meeting that admits everyone ticked in the list."""

    decided_on = forms.DateField(
        label="Дата решения", widget=DateInput(attrs={"class": "form-control"})
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["decided_on"].initial = timezone.localdate()

    def save_by(self, user, mentors):
        return admit(mentors=mentors, day=self.cleaned_data["decided_on"], by=user)
