"""Whom people chose at a group meeting: a line of the curator's table, a sheet of one person."""

from django import forms

from pairs.domain.mutual import MOST_CHOICES
from pairs.domain.name_search import find
from pairs.services import choice as service
from programs.forms.sentences import SentencesMixin

RANKS = ("Первый выбор", "Второй выбор", "Третий выбор")
PLACES = tuple(f"choice{rank}" for rank in range(1, MOST_CHOICES + 1))
NOBODY = "никого"


class ChoiceLineForm(SentencesMixin, forms.Form):
    """One line of the table: names are typed from the paper slip, the beginnings are enough.

    ``was`` is what the page has shown: a line that nobody touched stays as the person's own
    telephone has changed it meanwhile.
    """

    was = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, row, side, labels, chosen, **kwargs):
        self.row, self.side, self.labels = row, side, labels
        initial = {"was": told(chosen)}
        initial |= {place: labels[pk] for place, pk in zip(PLACES, chosen, strict=False)}
        super().__init__(*args, initial=initial, prefix=f"{side}{row.pk}", **kwargs)
        for place, label in zip(PLACES, RANKS, strict=True):
            self.fields[place] = forms.CharField(required=False, max_length=300, label=label)
            self.fields[place].widget.attrs = {
                "list": f"of-{side}",
                "class": "form-control",
                "autocomplete": "off",
                "aria-label": f"{row}: {label.lower()}",
            }

    @property
    def places(self):
        return [self[place] for place in PLACES]

    def clean(self):
        data = super().clean()
        chosen = [pk for place in PLACES if (pk := self.found(place, data.get(place, "")))]
        if len(set(chosen)) < len(chosen):
            raise forms.ValidationError("Один и тот же человек выбран дважды.")
        self.chosen = chosen
        return data

    def found(self, place, text):
        """The one whom the words mean; a doubt is told beside the field."""
        if not text:
            return None
        fitting = find(text, self.labels)
        if len(fitting) == 1:
            return fitting[0]
        names = ", ".join(self.labels[pk] for pk in fitting[:4])
        doubt = f"Подходят несколько: {names}. Допишите имя." if names else "Такого участника нет."
        self.add_error(place, doubt)
        return None

    @property
    def is_touched(self):
        return told(self.chosen) != self.cleaned_data["was"]


def told(chosen):
    return " ".join(map(str, chosen))


class ChoiceTable:
    """The lines of one page of the table, saved together or not at all."""

    def __init__(self, data, *, event, present, choosers):
        self.event = event
        chosen = service.chosen_by(event)
        labels = {side: present.labels(service.OTHER[side]) for side in service.SIDES}
        self.lines = []
        for side, pk in choosers:
            row = present.rows(side)[pk]
            known = {other.pk: labels[side][other.pk] for other in present.others(side, row)}
            kept = [other for other in chosen[side, pk] if other in known]
            line = ChoiceLineForm(data, row=row, side=side, labels=known, chosen=kept)
            self.lines.append(line)

    def is_valid(self):
        return all([line.is_valid() for line in self.lines])

    @property
    def mistakes(self):
        return [line for line in self.lines if line.errors]

    def save_by(self, user):
        touched = [line for line in self.lines if line.is_touched]
        choices = {(line.side, line.row.pk): line.chosen for line in touched}
        return service.record_choices(event=self.event, choices=choices, by=user)


class ChoiceForm(SentencesMixin, forms.Form):
    """The choice of one person: three lists that a telephone shows in its own way."""

    def __init__(self, *args, event, side, row, present, chosen, **kwargs):
        self.event, self.side, self.row = event, side, row
        places = zip(PLACES, chosen, strict=False)
        super().__init__(*args, initial=dict(places), **kwargs)
        others = present.others(side, row)
        labels = [(other.pk, named(other)) for other in others]
        for place, label in zip(PLACES, RANKS, strict=True):
            self.fields[place] = forms.TypedChoiceField(
                label=label,
                choices=[("", NOBODY), *labels],
                coerce=int,
                empty_value=None,
                required=False,
                error_messages={"invalid_choice": "Этого человека нет среди участников встречи."},
            )

    def clean(self):
        data = super().clean()
        self.chosen = [pk for place in PLACES if (pk := data.get(place))]
        if len(set(self.chosen)) < len(self.chosen):
            raise forms.ValidationError("Один и тот же человек выбран дважды.")
        return data

    def save_by(self, user):
        choices = {(self.side, self.row.pk): self.chosen}
        return service.record_choices(event=self.event, choices=choices, by=user)


def named(row):
    return f"{row.person.full_name}, {row.position}" if row.position else row.person.full_name
