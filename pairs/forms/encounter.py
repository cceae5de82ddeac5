"""A talk without a pair as it is written down; the schedule of speed mentoring and its marks."""

from django import forms
from django.utils import timezone

from mentoring_portal.shared.choices import ManyRowsField
from pairs.domain.name_search import find
from pairs.enums import EncounterKind
from pairs.forms.pair import DateInput, named
from pairs.models import Encounter
from pairs.services import encounter as service
from pairs.services import rotation
from pairs.services.choice import present_at
from programs.forms.choice_lists import ChoiceLists
from programs.forms.sentences import SentencesMixin

QUICK_MINUTES = ((10, "10 минут"), (20, "20 минут"), (30, "полчаса"), (45, "45 минут"), (60, "час"))
MOST_ROUNDS = 30
NO_TOPIC = "Напишите, с каким вопросом обратились."


class NameField(forms.CharField):
    """A person named by typing; the browser offers the hints, the portal reads the rest.

    Whom the page does not show must be named in full, so nobody leafs through the base.
    """

    def __init__(self, *, offered, key, **kwargs):
        self.offered = offered
        attrs = {"list": f"hints-{key}", "autocomplete": "off"}
        super().__init__(max_length=300, widget=forms.TextInput(attrs=attrs), **kwargs)
        self.hints_id = attrs["list"]

    def clean(self, value):
        text = super().clean(value)
        found = self.found(text)
        if len(found) > 1:
            names = ", ".join(self.offered.labels[pk] for pk in found[:4])
            raise forms.ValidationError(f"Подходят несколько: {names}. Допишите имя.")
        if not found:
            raise forms.ValidationError("Такого имени в базе нет. Напишите фамилию и имя целиком.")
        return self.offered.rows[found[0]]

    def found(self, text):
        shown = {pk: name for pk, name in self.offered.labels.items() if name in self.shown}
        return find(text, shown) or [
            pk for pk in find(text, self.offered.labels) if is_whole(text, self.offered.rows[pk])
        ]

    @property
    def shown(self):
        return set(self.offered.hints)


def is_whole(text, row):
    """The surname and the given name are written out."""
    words = text.replace("ё", "е").casefold().split()
    person = row.person
    names = f"{person.last_name} {person.first_name}".replace("ё", "е").casefold().split()
    return words[: len(names)] == names


class EncounterForm(SentencesMixin, forms.ModelForm):
    minutes = forms.TypedChoiceField(
        label="Сколько длился разговор",
        choices=QUICK_MINUTES,
        coerce=int,
        widget=forms.RadioSelect,
        initial=20,
    )

    class Meta:
        model = Encounter
        fields = ("day", "topic", "outcome", "minutes", "goes_on")
        widgets = {
            "day": DateInput,
            "topic": forms.Textarea(attrs={"rows": 2}),
            "outcome": forms.Textarea(attrs={"rows": 2}),
        }
        error_messages = {"topic": {"required": NO_TOPIC}}
        labels = {"topic": "С каким вопросом обратились", "goes_on": "Хотим продолжить"}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["day"].widget.attrs["max"] = timezone.localdate().isoformat()
        self.fields["topic"].required = self.instance.kind != EncounterKind.SPEED
        known = dict(QUICK_MINUTES)
        own = self.instance.minutes
        if self.instance.pk and own not in known:
            self.fields["minutes"].choices = [(own, f"{own} мин"), *QUICK_MINUTES]

    def clean_goes_on(self):
        goes_on = self.cleaned_data["goes_on"]
        self.instance.is_held = self.instance.is_held or goes_on
        return goes_on

    def save_as(self, user):
        return service.update(encounter=self.instance, by=user)


class EncounterCreateForm(EncounterForm):
    """``mentor`` is known when the mentor writes it down himself."""

    field_order = ("kind", "mentor", "mentee", "day", "topic", "outcome", "minutes", "goes_on")

    class Meta(EncounterForm.Meta):
        fields = ("kind", "day", "topic", "outcome", "minutes", "goes_on")
        widgets = EncounterForm.Meta.widgets | {"kind": forms.RadioSelect}

    def __init__(self, *args, program, mentor=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.program, self.own = program, mentor
        self.fields["kind"].choices = EncounterKind.choices
        self.fields["kind"].initial = EncounterKind.SITUATIONAL
        self.fields["topic"].required = bool(mentor)
        mentees = service.mentees_of(program)
        if mentor:
            del self.fields["kind"]
            self.instance.kind, self.instance.mentor = EncounterKind.SITUATIONAL, mentor
            self.offer("mentee", "С кем", service.offered(mentees, service.known_to(mentor)))
            self.fields["mentee"].help_text = "Фамилия и имя."
        else:
            self.offer("mentor", "Наставник", service.offered(service.mentors_of(program)))
            self.offer("mentee", "Наставляемый", service.offered(mentees))
        self.order_fields(self.field_order)

    def offer(self, name, label, offered):
        self.fields[name] = NameField(label=label, offered=offered, key=name)

    @property
    def hint_lists(self):
        fields = (self.fields.get(name) for name in ("mentor", "mentee"))
        return [(field.hints_id, field.offered.hints) for field in fields if field]

    def clean(self):
        data = super().clean()
        for name in ("mentor", "mentee"):
            if data.get(name):
                setattr(self.instance, name, data[name])
        if data.get("kind") == EncounterKind.SITUATIONAL and not data.get("topic"):
            self.add_error("topic", NO_TOPIC)
        return data

    def _post_clean(self):
        """People stand on the instance only when both are known; the service checks the whole."""
        if not self.errors:
            super()._post_clean()

    def save_as(self, user):
        return service.record(encounter=self.instance, by=user)


class SeatedField(ManyRowsField):
    widget = ChoiceLists

    def label_from_instance(self, participant):
        return named(participant)


class RotationForm(SentencesMixin, forms.Form):
    """Who sits down, how many rounds and how long each is."""

    rounds = forms.IntegerField(
        label="Сколько кругов",
        min_value=1,
        max_value=MOST_ROUNDS,
        initial=5,
        help_text="Никто не встретится дважды, отдыхают все поровну.",
    )
    minutes = forms.IntegerField(
        label="Минут на круг вместе с пересадкой", min_value=2, max_value=60, initial=8
    )

    def __init__(self, *args, event, **kwargs):
        super().__init__(*args, **kwargs)
        self.event = event
        program, seated, here = event.program, rotation.seated_at(event), present_at(event)
        sides = (
            ("mentors", "Наставники", service.mentors_of(program), seated[0] or here.mentor),
            ("mentees", "Наставляемые", service.mentees_of(program), seated[1] or here.mentee),
        )
        for name, label, rows, ticked in sides:
            self.fields[name] = SeatedField(label=label, queryset=rows, initial=sorted(ticked))

    def save_by(self, user):
        return rotation.draw_up(event=self.event, by=user, **self.cleaned_data)


class MarksForm(SentencesMixin, forms.Form):
    """Ticks beside the talks of the schedule."""

    held = forms.TypedMultipleChoiceField(coerce=int, required=False)
    goes_on = forms.TypedMultipleChoiceField(coerce=int, required=False)

    def __init__(self, *args, event, **kwargs):
        super().__init__(*args, **kwargs)
        self.event = event
        talks = list(event.encounters.values_list("pk", "is_held", "goes_on"))
        for name in ("held", "goes_on"):
            self.fields[name].choices = [(pk, pk) for pk, _held, _goes_on in talks]
        marked = {pk for pk, held, _goes_on in talks if held}
        # Nothing is marked yet: most talks of an event that was held took place.
        self.ticked_held = marked or {pk for pk, _held, _goes_on in talks}
        self.ticked_goes_on = {pk for pk, _held, goes_on in talks if goes_on}

    def save_by(self, user):
        return rotation.mark(event=self.event, by=user, **self.cleaned_data)
