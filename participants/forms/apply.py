"""The open forms: what a stranger may tell the school about himself."""

from django import forms
from django.utils import timezone

from mentoring_portal.shared.names import FullName
from participants.domain.application import is_possible_birth, needs_parent
from participants.enums import ApplicationKind, Relation
from participants.forms.free_time import DaysField
from participants.forms.person import DateInput
from participants.forms.plain_fields import NameField, PhoneField, PlainField
from programs.enums import MentoringForm
from programs.forms.sentences import SentencesMixin

AGREE = "Я согласен (согласна) на обработку сведений этой заявки школой"
PARENT = "Ребёнку ещё нет 14 лет: заявку подаёт родитель (законный представитель)."


class ApplyForm(SentencesMixin, forms.Form):
    """What both forms ask; ``sections`` say in which order.

    ``website`` is a trap: people do not see it, robots fill it in.
    """

    kind = None
    sections = ()

    last_name = NameField("Фамилия", 100)
    first_name = NameField("Имя", 100)
    patronymic = NameField("Отчество", 100, required=False, help_text="Если есть.")
    birth_date = forms.DateField(label="Дата рождения", widget=DateInput())
    interests = PlainField("Интересы и увлечения", 1000, rows=2, required=False)
    free_days = DaysField(label="В какие дни удобно встречаться")
    free_hours = PlainField(
        "В какое время", 100, required=False, help_text="Например: с 15 до 17 часов."
    )
    phone = PhoneField(required=False)
    email = forms.EmailField(label="Электронная почта", required=False, max_length=254)
    parent_name = NameField("ФИО родителя (законного представителя)", 300, required=False)
    parent_relation = forms.ChoiceField(
        label="Кем он приходится ребёнку",
        choices=[("", "Выберите"), *Relation.choices],
        required=False,
    )
    parent_phone = PhoneField("Телефон родителя", required=False)
    agree = forms.BooleanField(
        error_messages={"required": "Без согласия школа не может принять заявку."}
    )
    website = forms.CharField(required=False)

    def __init__(self, *args, organization, **kwargs):
        super().__init__(*args, **kwargs)
        today = timezone.localdate()
        self.fields["birth_date"].widget.attrs["max"] = today.isoformat()
        self.order_fields([*(name for _title, _lead, names in self.sections for name in names)])
        self.fields["agree"].label = f"{AGREE}: {organization}"

    def parts(self):
        """(title, lead, fields) of every section for the page."""
        return [
            (title, lead, [self[name] for name in names]) for title, lead, names in self.sections
        ]

    @property
    def is_trap_sprung(self):
        return bool(self.data.get("website"))

    def clean_birth_date(self):
        day = self.cleaned_data["birth_date"]
        if not is_possible_birth(day, timezone.localdate()):
            raise forms.ValidationError("Проверьте год: такой даты рождения быть не может.")
        return day

    def clean(self):
        data = super().clean()
        born = data.get("birth_date")
        if born and needs_parent(born, timezone.localdate()):
            self.require("parent_name", f"{PARENT} Впишите его фамилию, имя и отчество.")
            self.require("parent_relation", "Укажите, кем родитель приходится ребёнку.")
            self.require("parent_phone", "Укажите телефон родителя: куратор позвонит ему.")
        elif data.get("parent_name"):
            self.require("parent_relation", "Укажите, кем родитель приходится ребёнку.")
        return data

    def require(self, name, message):
        if name not in self.errors and not self.cleaned_data.get(name):
            self.add_error(name, message)

    def application(self):
        """Keyword arguments for the service: columns of the application and the other answers."""
        data = {key: value for key, value in self.cleaned_data.items() if value not in ("", [])}
        for name in ("agree", "website"):
            data.pop(name, None)
        parts = [data.pop(part, "") for part in ("last_name", "first_name", "patronymic")]
        own = {key: data.pop(key) for key in ("birth_date", "phone", "email") if key in data}
        return own | {"name": FullName(*parts), "answers": data}


WHO = ("last_name", "first_name", "patronymic", "birth_date")
WHEN = ("Когда удобно", "", ("free_days", "free_hours"))
PARENTS = (
    "Если заявку подаёт родитель",
    "До 14 лет заявку за ребёнка подаёт родитель или другой законный представитель. "
    "С 14 лет этот раздел можно не заполнять.",
    ("parent_name", "parent_relation", "parent_phone"),
)


class MenteeApplyForm(ApplyForm):
    kind = ApplicationKind.MENTEE
    sections = (
        ("О наставляемом", "", (*WHO, "position")),
        ("Что нужно", "", ("request", "interests", "wished_mentor")),
        WHEN,
        ("Как связаться", "Если ответить удобнее по телефону или почте.", ("phone", "email")),
        PARENTS,
    )

    position = PlainField("Класс, группа или должность", 200, help_text="Например: 8 «Б».")
    request = PlainField(
        "С чем нужна помощь наставника",
        2000,
        rows=4,
        help_text="Своими словами: чему хочется научиться, что не получается, чего ждёте.",
    )
    wished_mentor = PlainField(
        "Кого хотелось бы видеть наставником",
        300,
        required=False,
        help_text="Имя, если такой человек есть на примете.",
    )


class MentorApplyForm(ApplyForm):
    kind = ApplicationKind.MENTOR
    sections = (
        ("О себе", "", (*WHO, "workplace", "position")),
        ("Чем я могу быть полезен", "", ("competences", "achievements", "interests")),
        (
            "Кому и сколько",
            "",
            ("preferred_age", "time_resource", "max_mentees", "forms"),
        ),
        WHEN,
        (
            "Как связаться",
            "Нужен хотя бы один способ: телефон или почта.",
            ("phone", "email", "portfolio_url"),
        ),
        PARENTS,
    )

    workplace = PlainField("Место работы или учёбы", 300)
    position = PlainField("Должность, класс или группа", 200)
    competences = PlainField(
        "Основные компетенции",
        2000,
        rows=4,
        help_text="Что умеете и чему готовы учить.",
    )
    achievements = PlainField("Достижения, важные для программы", 2000, rows=3, required=False)
    preferred_age = PlainField(
        "Желаемый возраст наставляемых", 100, required=False, help_text="Например: 12–16 лет."
    )
    time_resource = PlainField(
        "Сколько времени готовы уделять", 200, help_text="Например: 2 часа в неделю."
    )
    max_mentees = forms.IntegerField(
        label="Сколько наставляемых готовы взять", min_value=1, max_value=20, initial=1
    )
    portfolio_url = forms.URLField(
        label="Страница портфолио", required=False, max_length=500, assume_scheme="https"
    )
    # The last of the fields: below this line of the class the name means the field.
    forms = forms.MultipleChoiceField(
        label="Какие формы наставничества подходят",
        choices=MentoringForm,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="Если ничего не отмечено – подходит любая.",
    )

    def clean_portfolio_url(self):
        url = self.cleaned_data["portfolio_url"]
        if url and not url.startswith(("http://", "https://")):
            raise forms.ValidationError("Адрес страницы начинается с https:// или http://.")
        return url

    def clean(self):
        data = super().clean()
        if not {"phone", "email"} & self.errors.keys() and not (
            data.get("phone") or data.get("email") or data.get("parent_phone")
        ):
            self.add_error("phone", "Укажите телефон или электронную почту.")
        return data


APPLY_FORMS = {form.kind: form for form in (MenteeApplyForm, MentorApplyForm)}
HEADINGS = {
    ApplicationKind.MENTEE: "Заявка наставляемого",
    ApplicationKind.MENTOR: "Чем я могу быть полезен в качестве наставника?",
}
