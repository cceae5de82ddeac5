"""The plan of a pair and its tasks, as a mentor fills them in on a phone."""

from django import forms

from mentoring_portal.shared.fingerprints import MeanwhileError
from pairs.enums import PlanKind, TaskMark
from pairs.forms.pair import LONGEST, DateInput
from pairs.models import Plan, PlanTask
from pairs.services import plan as service
from pairs.services import plan_task
from pairs.services.plan_sample import term_doubt
from pairs.services.plan_seen import seen_plan, seen_task
from programs.forms.sentences import SentencesMixin


class SeenMixin(SentencesMixin):
    """Remembers in a hidden field what the reader saw; a refusal renews it for the next try."""

    seen_of = staticmethod(seen_plan)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["seen"] = forms.CharField(widget=forms.HiddenInput, required=False)
        if self.instance.pk:
            self.initial["seen"] = self.seen_of(self.instance)

    def save_as(self, user):
        try:
            return self.save_seen(user, self.cleaned_data["seen"])
        except MeanwhileError:
            held = type(self.instance).objects.get(pk=self.instance.pk)
            self.data = self.data.copy()
            self.data[self.add_prefix("seen")] = self.seen_of(held)
            raise


class PlanForm(SeenMixin, forms.ModelForm):
    results = forms.CharField(
        label="Ожидаемые результаты",
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Каждый результат с новой строки.",
    )
    goal = forms.CharField(
        label="Цель",
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Видят наставник и наставляемый: пишите так, чтобы понял ребёнок.",
    )
    kind = forms.ChoiceField(label="Вид плана", choices=PlanKind.choices)

    class Meta:
        model = Plan
        fields = ("goal", "results", "regime", "starts_on", "ends_on", "kind")
        widgets = {"starts_on": DateInput, "ends_on": DateInput}

    def save_seen(self, user, seen):
        return service.update(plan=self.instance, seen=seen, by=user)

    @property
    def doubt(self):
        return term_doubt(self.instance)


class TaskForm(SeenMixin, forms.ModelForm):
    seen_of = staticmethod(seen_task)

    class Meta:
        model = PlanTask
        fields = ("title", "due_on", "resources", "expected")
        widgets = {
            "title": forms.Textarea(attrs={"rows": 2}),
            "due_on": DateInput,
            "resources": forms.Textarea(attrs={"rows": 2}),
            "expected": forms.Textarea(attrs={"rows": 2}),
        }
        labels = {"title": "Задача или мероприятие", "due_on": "Срок – до"}
        help_texts = {
            "resources": "Что понадобится: материалы, место, помощь других людей.",
            "expected": "По чему будет видно, что задача выполнена.",
        }
        error_messages = {"title": {"required": "Напишите, что нужно сделать."}}

    def save_seen(self, user, seen):
        if self.instance.pk:
            return plan_task.update(task=self.instance, seen=seen, by=user)
        return plan_task.add(task=self.instance, by=user)


class TaskDeleteForm(SeenMixin, forms.ModelForm):
    seen_of = staticmethod(seen_task)

    class Meta:
        model = PlanTask
        fields = ()

    def save_seen(self, user, seen):
        return plan_task.delete(task=self.instance, seen=seen, by=user)


class MarkForm(SentencesMixin, forms.Form):
    mark = forms.ChoiceField(
        label="Чем закончилась задача", choices=TaskMark.choices, widget=forms.RadioSelect
    )
    marked_on = forms.DateField(label="Дата отметки", widget=DateInput, required=False)
    comment = forms.CharField(
        label="Пояснение",
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Видят обе стороны и школа. Если задача снята, напишите почему.",
    )


class AnswerForm(SentencesMixin, forms.Form):
    """One button agrees, the other needs a few words."""

    AGREE, REFUSE = "yes", "no"

    answer = forms.ChoiceField(
        label="Ответ",
        choices=((AGREE, "Согласен"), (REFUSE, "Не согласен")),
        widget=forms.HiddenInput,
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    comment = forms.CharField(
        label="Что в плане не подходит",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Прочтут наставник и сотрудники школы.",
        error_messages={"required": "Напишите, что в плане не подходит."},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.data.get(self.add_prefix("answer")) == self.AGREE:
            self.fields["comment"].required = False


class PaperForm(SentencesMixin, forms.Form):
    """Who has signed on paper: only those who never sign in."""

    person = forms.ChoiceField(label="Кто подписал", widget=forms.RadioSelect)
    day = forms.DateField(label="Дата подписи", widget=DateInput)

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.people = {str(person.pk): person for person in people}
        names = [(key, person.full_name) for key, person in self.people.items()]
        self.fields["person"].choices = names
        self.fields["person"].initial = names[0][0] if names else None

    def clean_person(self):
        return self.people[self.cleaned_data["person"]]


class FinishForm(SentencesMixin, forms.Form):
    summary = forms.CharField(
        label="Итог работы по плану",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Достигнута ли цель, что получилось, что дальше.",
        error_messages={"required": "Напишите, чем закончилась работа по плану."},
    )


class StartForm(SentencesMixin, forms.Form):
    source = forms.ChoiceField(
        choices=[
            (service.SAMPLE, "С примерными задачами"),
            (service.COPY, "Из прошлогоднего плана"),
            (service.EMPTY, "С чистого листа"),
        ]
    )


class MoveForm(SentencesMixin, forms.Form):
    direction = forms.ChoiceField(
        choices=[(plan_task.UP, "Выше"), (plan_task.DOWN, "Ниже")], initial=plan_task.UP
    )
