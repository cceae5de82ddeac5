from django import forms
from django.utils import timezone

from participants.domain import distribution
from participants.enums import ConsentKind, ConsentSigner
from participants.forms.person import DateInput
from participants.forms.signer import EMPTY, offer_recorded, recorded_field, signed_by
from participants.models import Consent
from participants.services.consent_days import faults
from programs.forms.sentences import SentencesMixin
from programs.services.days import TO_COME

MAX_SCAN_BYTES = 5 * 1024 * 1024
SCAN_STARTS = {b"%PDF-": "pdf", b"\xff\xd8\xff": "jpg", b"\x89PNG": "png"}

DISTRIBUTED = (
    (distribution.NAME, "фамилия, имя, отчество"),
    (distribution.PHOTO, "фотография"),
    (distribution.POSITION, "класс, группа или должность"),
    (distribution.WORKPLACE, "место работы или учёбы"),
    (distribution.CONTACTS, "телефон и электронная почта"),
    (distribution.ACHIEVEMENTS, "достижения"),
    (distribution.RESULTS, "результаты и отзывы"),
)


class ScanField(forms.FileField):
    """A scan is believed by its first bytes, not by its name."""

    default_error_messages = {
        "required": "Выберите файл со сканом.",
        "large": "Скан больше 5 МБ. Сохраните его с меньшим разрешением.",
        "foreign": "Подходят сканы в форматах PDF, JPG и PNG.",
    }

    def clean(self, data, initial=None):
        scan = super().clean(data, initial)
        if not scan:
            return scan
        if scan.size > MAX_SCAN_BYTES:
            raise forms.ValidationError(self.error_messages["large"])
        start = scan.read(8)
        scan.seek(0)
        if not start.startswith(tuple(SCAN_STARTS)):
            raise forms.ValidationError(self.error_messages["foreign"])
        return scan


def signed_day():
    return forms.DateField(label="Дата подписи", widget=DateInput(), initial=timezone.localdate)


def not_in_future(day):
    if day and day > timezone.localdate():
        raise forms.ValidationError(TO_COME)
    return day


def past_of(program, day):
    """A past day; one years away from ``program`` is a slip of the year."""
    if doubt := program.year.doubt(not_in_future(day)):
        raise forms.ValidationError(doubt)
    return day


def check_days(form, people):
    """Say at the field why its day cannot stand in the papers of ``people``."""
    signed_on = form.cleaned_data.get("signed_on")
    if signed_on:
        until = form.cleaned_data.get("valid_until")
        for field, fault in faults(people, signed_on, until).items():
            form.add_error(field, fault)


class ConsentForm(SentencesMixin, forms.ModelForm):
    recorded = recorded_field()
    fields = forms.MultipleChoiceField(
        label="Какие сведения можно публиковать",
        choices=DISTRIBUTED,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="Только для согласия на распространение: остальное портал не покажет.",
    )
    scan = ScanField(label="Скан", required=False, help_text="PDF, JPG или PNG, не больше 5 МБ.")

    field_order = ("kind", "signer", "recorded", "representative")

    class Meta:
        model = Consent
        fields = (
            "kind",
            "signer",
            "representative",
            "signed_on",
            "valid_until",
            "fields",
            "page_url",
            "scan",
        )
        widgets = {"signed_on": DateInput(), "valid_until": DateInput()}
        help_texts = {
            "representative": "Если подписал родитель или опекун – его фамилия, имя и отчество.",
            "valid_until": "Для согласия на распространение обязательно.",
            "page_url": "Для согласия на распространение: где будут опубликованы сведения. "
            "Если указана страница другого сайта, портал на своей странице их не покажет.",
        }

    def __init__(self, *args, person, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.person = person
        offer_recorded(self, person)

    def clean_signed_on(self):
        return not_in_future(self.cleaned_data["signed_on"])

    def clean(self):
        data = super().clean()
        if data.get("kind") == ConsentKind.DISTRIBUTION:
            self.check_distribution(data)
        else:
            data["fields"], data["page_url"] = [], ""
        name = signed_by(data)
        if data.get("signer", ConsentSigner.PERSON) != ConsentSigner.PERSON:
            data["representative"] = name
            if not name:
                self.add_error("representative", EMPTY)
        check_days(self, [self.instance.person])
        return data

    def check_distribution(self, data):
        """What приказ РКН № 18 wants to be named: the data, the page, the term."""
        if not data.get("fields"):
            self.add_error("fields", "Отметьте, какие сведения разрешено публиковать.")
        if not data.get("valid_until") and "valid_until" not in self.errors:
            self.add_error("valid_until", "Укажите срок: без него публиковать нельзя.")
        if not distribution.is_web_address(data.get("page_url", "")):
            self.add_error(
                "page_url", "Нужен адрес страницы, который начинается с https:// или http://."
            )


class ConsentPileForm(SentencesMixin, forms.Form):
    """A pile of papers of one date for the people ticked in a list."""

    kinds = forms.MultipleChoiceField(
        label="Какие согласия собраны",
        choices=[pair for pair in ConsentKind.choices if pair[0] != ConsentKind.DISTRIBUTION],
        widget=forms.CheckboxSelectMultiple,
        help_text="Кто подписывает, портал определит по возрасту: до 14 лет – родитель, "
        "с 14 до 18 – участник и родитель, взрослый – сам.",
    )
    signed_on = signed_day()
    valid_until = forms.DateField(label="Действуют по", widget=DateInput(), required=False)

    def __init__(self, *args, rows, **kwargs):
        super().__init__(*args, **kwargs)
        self.rows = rows

    @property
    def chosen(self):
        return self.rows

    def clean(self):
        check_days(self, [row.person for row in self.chosen])
        return super().clean()

    def clean_signed_on(self):
        return not_in_future(self.cleaned_data["signed_on"])


class WithdrawalForm(SentencesMixin, forms.Form):
    withdrawn_on = forms.DateField(
        label="Дата отзыва", widget=DateInput(), initial=timezone.localdate
    )

    def __init__(self, *args, consent, **kwargs):
        super().__init__(*args, **kwargs)
        self.consent = consent

    def clean_withdrawn_on(self):
        day = not_in_future(self.cleaned_data["withdrawn_on"])
        if day < self.consent.signed_on:
            raise forms.ValidationError("Отзыв не может быть раньше подписания.")
        return day


class ScanForm(SentencesMixin, forms.Form):
    scan = ScanField(label="Скан", help_text="PDF, JPG или PNG, не больше 5 МБ.")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
