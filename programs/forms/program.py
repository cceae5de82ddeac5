from django import forms
from django.utils import timezone

from mentoring_portal.shared.dates import SchoolYear, school_year_of
from mentoring_portal.shared.plurals import counted
from programs.enums import Preset
from programs.forms.fields import DateInput
from programs.forms.sentences import SentencesMixin
from programs.models import Program
from programs.services.program import open_program, save_program

PRESET_WORDS = {
    Preset.GYMNASIUM: (
        "Школа: 40 строк в шести разделах со сроками на весь учебный год. Базы собирают "
        "в сентябре, пары составляют до 30 октября, мониторинг – в декабре и июне."
    ),
    Preset.MUNICIPAL: (
        "Муниципальный департамент: 18 строк в пяти разделах. Подходит управлению образования, "
        "которое ведёт школы: базы в октябре, мониторинг с марта по июнь."
    ),
    Preset.REGIONAL: (
        "Региональный набор: алгоритм из восьми шагов без сроков. Подходит тем, кто начинает "
        "впервые и назначит сроки сам."
    ),
    Preset.ADDITIONAL: (
        "Дополнительное образование: 28 строк в шести разделах. Базы собирают весной, в апреле "
        "и мае, мониторинг – в декабре и мае."
    ),
    Preset.COLLEGE: (
        "Колледж: восемь этапов наставничества педагогов, 12 мероприятий с перечнем действий, "
        "без сроков."
    ),
}
YEARS_BEFORE, YEARS_AFTER = 1, 2
COPY = "copy-"


def copy_words(source):
    """«Как в 2025–2026 учебном году: …» under the presets."""
    rows = counted(source.rows, "строка", "строки", "строк")
    return (
        f"Как в {source.year} учебном году: «{source.title}», {source.organization.short_name}, "
        f"{rows}. Сроки сдвинутся на новый год, отметки и файлы не копируются."
    )


class ProgramCreateForm(SentencesMixin, forms.ModelForm):
    start_year = forms.TypedChoiceField(label="Учебный год", coerce=int)

    class Meta:
        model = Program
        fields = ["organization", "title", "start_year", "preset"]
        widgets = {"preset": forms.RadioSelect}

    def __init__(self, *args, organizations, sources=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["organization"].queryset = organizations
        self.fields["organization"].empty_label = None
        if len(organizations) == 1:
            self.fields["organization"].widget = forms.HiddenInput()
            self.initial["organization"] = organizations[0].pk
        current = school_year_of(timezone.localdate()).start_year
        years = range(current - YEARS_BEFORE, current + YEARS_AFTER + 1)
        self.fields["start_year"].choices = [(year, str(SchoolYear(year))) for year in years]
        self.initial.setdefault("start_year", current)
        self.fields["preset"].label = "С какой дорожной карты начать"
        self.fields["preset"].help_text = "Строки и сроки потом можно изменить."
        self.sources = {f"{COPY}{source.pk}": source for source in sources}
        self.fields["preset"].choices = [
            *PRESET_WORDS.items(),
            *((code, copy_words(source)) for code, source in self.sources.items()),
        ]
        self.initial["preset"] = Preset.GYMNASIUM

    def clean_preset(self):
        """A former program stands among the presets; the new one inherits its preset."""
        code = self.cleaned_data["preset"]
        self.copy_of = self.sources.get(code)
        return self.copy_of.preset if self.copy_of else code

    def save_by(self, user):
        return open_program(by=user, copy_of=self.copy_of, **self.cleaned_data)


class ProgramForm(SentencesMixin, forms.ModelForm):
    class Meta:
        model = Program
        fields = ["title", "introduced_on", "goal", "tasks", "expected_results", "page_text"]
        widgets = {
            "introduced_on": DateInput,
            "goal": forms.Textarea(attrs={"rows": 3}),
            "tasks": forms.Textarea(attrs={"rows": 5}),
            "expected_results": forms.Textarea(attrs={"rows": 5}),
            "page_text": forms.Textarea(attrs={"rows": 8}),
        }

    def save_by(self, user):
        save_program(program=self.instance, by=user)
        return self.instance
