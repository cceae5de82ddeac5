from dataclasses import asdict

from django import forms
from django.core.exceptions import ValidationError

from pairs.domain.facts import CRITERIA, TITLES, Weights
from pairs.models import PairingRules
from pairs.services import group_limits, weighting
from programs.forms.sentences import SentencesMixin

HEAVIEST, FARTHEST, OLDEST = 100, 20, 60
HELP = {
    "request": "Сколько слов запроса найдено в компетенциях и достижениях наставника.",
    "subject": "Предмет обоих из должности, запроса и компетенций.",
    "wish": "Желаемые наставники, выбор на групповой встрече, «хотят продолжить».",
    "welcome": "То же со стороны наставника.",
    "interests": "Общие слова в интересах, двух достаточно.",
    "tags": "Общие метки, двух достаточно.",
    "age": "Возраст наставляемого против желаемого.",
    "days": "Общие свободные дни, где есть общий час.",
    "form": "Форма названа обоими – все баллы, открыта любая – половина.",
    "role": "То же с ролевой моделью.",
    "place": "Одно место работы или учёбы – все баллы, один населённый пункт – половина.",
    "previous": "Пара прошлых лет, которая закончилась хорошо.",
    "hours": "Хватает ли наставнику часов на каждого, 2 часа в месяц достаточно.",
    "waiting": "Кто дольше ждёт, тому больше: за каждый месяц, до полугода.",
}


SMALLEST_GROUP, LARGEST_GROUP = 2, 20


def _number(label, most, *, least=0, required=True, help_text=""):
    return forms.IntegerField(
        label=label,
        help_text=help_text,
        required=required,
        min_value=least,
        max_value=most,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )


class WeightingForm(SentencesMixin, forms.Form):
    """What each criterion counts in one form of mentoring, and two rules about age."""

    age_tolerance = _number(
        "На сколько лет возраст может отличаться от желаемого",
        FARTHEST,
        help_text="Кто дальше от желаемого возраста, того подбор не предлагает.",
    )
    elder = _number(
        "На сколько лет наставник должен быть старше",
        OLDEST,
        required=False,
        help_text="Пусто – возраст наставника не проверяется; 0 – не младше наставляемого.",
    )

    def __init__(self, *args, program, code, **kwargs):
        self.program, self.code = program, code
        self.weights = weighting.weights_of(program)[code]
        super().__init__(*args, **kwargs | {"initial": asdict(self.weights)})
        weights = {name: _number(TITLES[name], HEAVIEST, help_text=HELP[name]) for name in CRITERIA}
        self.fields = weights | self.fields

    @property
    def rows(self):
        """Fields of the criteria beside the points that they make now."""
        return [(self[name], self.weights.points[name]) for name in CRITERIA]

    def clean(self):
        cleaned = super().clean()
        if not self.errors and not any(cleaned[name] for name in CRITERIA):
            raise ValidationError("Хотя бы один вес должен быть больше нуля.")
        return cleaned

    def save_as(self, user):
        weights = Weights(**self.cleaned_data)
        return weighting.save(program=self.program, form=self.code, weights=weights, by=user)


class GroupLimitsForm(SentencesMixin, forms.ModelForm):
    group_least = _number("Наименьшая группа, человек", LARGEST_GROUP, least=SMALLEST_GROUP)
    group_most = _number(
        "Наибольшая группа, человек",
        LARGEST_GROUP,
        least=SMALLEST_GROUP,
        help_text="Больше черновик одному наставнику не даёт, в том числе по разным формам.",
    )

    class Meta:
        model = PairingRules
        fields = ("group_least", "group_most")

    def save_as(self, user):
        return group_limits.save_limits(rules=self.instance, by=user)
