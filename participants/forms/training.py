from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from mentoring_portal.shared.fingerprints import MeanwhileError
from participants.domain.course import Verdict
from participants.enums import CourseResult
from participants.models import Training
from participants.services.course_attendance import ensure_begun, mark_course
from participants.services.training import enroll, known, learners, pass_attended, set_results
from participants.services.training_seen import ensure_seen, seen_result
from programs.enums import MentoringForm
from programs.forms.fields import DateInput
from programs.forms.sentences import SentencesMixin

NOBODY = "Отметьте хотя бы одного наставника."
CHANGED = "Список изменился, пока страница была открыта. Отметьте наставников заново."
TABLE_CHANGED = (
    "Занятия или список наставников изменились, пока таблица посещения была открыта. Ниже она "
    "такая, как сейчас: отметьте посещение заново."
)
TICKED = {"required": NOBODY, "invalid_choice": CHANGED}


class FormChoiceForm(SentencesMixin, forms.Form):
    form = forms.ChoiceField(
        label="Форма наставничества",
        choices=[("", "любая"), *MentoringForm.choices],
        required=False,
    )


class EnrollForm(SentencesMixin, forms.Form):
    """Ticks beside the mentors whom the page offers."""

    mentors = forms.TypedMultipleChoiceField(
        label="Наставники", coerce=int, required=True, error_messages=TICKED
    )

    def __init__(self, *args, course, candidates, **kwargs):
        super().__init__(*args, **kwargs)
        self.course = course
        self.offered = {row.mentor.pk: row.mentor for row in candidates}
        self.fields["mentors"].choices = [(pk, pk) for pk in self.offered]

    def save_by(self, user):
        chosen = [self.offered[pk] for pk in self.cleaned_data["mentors"]]
        return enroll(course=self.course, mentors=chosen, by=user)


class ResultForm(SentencesMixin, forms.Form):
    """One result for one training or for many."""

    result = forms.ChoiceField(label="Результат", choices=CourseResult)
    decided_on = forms.DateField(
        label="Дата результата",
        required=False,
        widget=DateInput,
        help_text="Для «учится» не нужна.",
    )
    note = forms.CharField(
        label="Примечание",
        max_length=Training._meta.get_field("note").max_length,
        required=False,
        help_text="Нужно, если обучение зачтено при меньшем посещении.",
    )

    def verdict(self):
        data = self.cleaned_data
        return Verdict(data["result"], data["decided_on"], data["note"])


class TrainingForm(ResultForm):
    """``seen``: the result that its page has shown; without it the one that stands now."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, training, **kwargs):
        own = {
            "result": training.result,
            "decided_on": training.decided_on or timezone.localdate(),
            "note": training.note,
            "seen": seen_result(training),
        }
        super().__init__(*args, initial=own, **kwargs)
        self.training = training

    @transaction.atomic
    def save_by(self, user):
        course = self.training.course
        self.check_seen(self.cleaned_data["seen"] or seen_result(self.training))
        rows = learners([self.training], course)
        outcome = set_results(course=course, rows=rows, verdict=self.verdict(), by=user)
        if outcome.refused:
            raise ValidationError(outcome.refused[0][1])
        return self.training

    def check_seen(self, seen):
        try:
            ensure_seen(self.training.course, {self.training.pk: seen})
        except MeanwhileError:
            self.data = self.data.copy()
            self.data["seen"] = seen_result(self.training)
            raise


class ResultsForm(ResultForm):
    """The result for the ticked rows of a course."""

    pk = forms.TypedMultipleChoiceField(
        label="Наставники", coerce=int, required=True, error_messages=TICKED
    )

    def __init__(self, *args, course, rows=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.course = course
        self.rows = {row.training.pk: row for row in known(rows)}
        self.fields["pk"].choices = [(pk, pk) for pk in self.rows]
        self.fields["result"].initial = CourseResult.PASSED
        self.fields["decided_on"].initial = timezone.localdate()

    @property
    def ticked(self):
        return {str(pk) for pk in self["pk"].value() or ()}

    def opened(self, rows):
        """Training → the result that the page has shown; without it the one that stands now."""
        pairs = (line.partition("-") for line in self.data.getlist("seen"))
        shown = {key: seen for key, _dash, seen in pairs}
        return {row.training.pk: shown.get(str(row.training.pk), row.seen) for row in rows}

    @transaction.atomic
    def save_by(self, user):
        rows = [self.rows[pk] for pk in self.cleaned_data["pk"]]
        ensure_seen(self.course, self.opened(rows))
        return set_results(course=self.course, rows=rows, verdict=self.verdict(), by=user)


class PassForm(SentencesMixin, forms.Form):
    decided_on = forms.DateField(label="Дата результата", widget=DateInput)

    def __init__(self, *args, course, **kwargs):
        super().__init__(*args, **kwargs)
        self.course = course
        self.fields["decided_on"].initial = timezone.localdate()

    def save_by(self, user):
        day = self.cleaned_data["decided_on"]
        return pass_attended(course=self.course, day=day, by=user)


class CourseAttendanceForm(SentencesMixin, forms.Form):
    """Cells «event-person»; hidden rows and columns say which cells the page has shown.

    ``was`` are the codes ticked when it was opened; a page without them has shown what is now.
    """

    cell = forms.MultipleChoiceField(required=False)
    session = forms.TypedMultipleChoiceField(coerce=int, required=False)
    mentor = forms.TypedMultipleChoiceField(coerce=int, required=False)

    def __init__(self, *args, course, grid, **kwargs):
        super().__init__(*args, **kwargs)
        self.course, self.grid = course, grid
        self.cells = {f"{event}-{person}": (event, person) for event, person in grid.cells}
        self.fields["cell"].choices = [(code, code) for code in self.cells]
        self.fields["session"].choices = [(row.event_id, "") for row in grid.sessions]
        people = [row.mentor.person_id for row in grid.trainings]
        self.fields["mentor"].choices = [(person, "") for person in people]

    def clean(self):
        """Which hidden list is wrong tells a reader nothing: the page is not what was opened."""
        if self.errors:
            self.errors.clear()
            raise ValidationError(TABLE_CHANGED)
        return super().clean()

    def opened(self):
        codes = self.data.get("was", self.grid.shown_marks).split()
        return {self.cells[code] for code in codes if code in self.cells}

    def save_by(self, user):
        data = self.cleaned_data
        chosen = {self.cells[code] for code in data["cell"]}
        shown = {(event, person) for event in data["session"] for person in data["mentor"]}
        ensure_begun(shown, self.grid.cells)
        cells = {"shown": shown, "was": self.opened(), "chosen": chosen}
        return mark_course(course=self.course, **cells, by=user)
