"""The fields of one row of a base, read from its cells; doubts and mistakes are collected."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from mentoring_portal.shared.dates import short_date
from participants.domain.base_forms import MENTEES
from participants.domain.import_cells import RowCells
from participants.domain.import_forms import FORM_TITLES, read_forms
from participants.domain.import_lines import NAME_CODES
from participants.domain.import_names import (
    NameReading,
    read_name,
    read_name_parts,
    split_names,
)
from participants.domain.import_values import (
    Birth,
    clean_text,
    is_nothing,
    quoted,
    read_age,
    read_birth,
    read_date,
)
from participants.domain.mentor_wishes import hours_month, wished_ages

GREATEST_PUPIL_AGE = 20
MOST_MENTEES = 20
PUPIL_FORMS = ("student_student", "studentspo_student", "employer_student")
SEXES = {"м": "m", "m": "m", "ж": "f", "f": "f"}
SEX_WORDS = re.compile(r"(м|m)(?:уж\w*|\.|альчик|ale)?|(ж|f)(?:ен\w*|\.|emale)?|(девочка)")
MARKS = (
    ("not_passed", re.compile(r"не |нет$|-$|незач")),
    ("in_progress", re.compile(r"в процессе|проход|продолж|участвует|начал")),
    ("passed", re.compile(r"прош|пройд|да$|\+$|заверш|зач|выполн|освоил")),
)
EMAIL = re.compile(r"[^@\s,;]+@[^@\s,;]+\.[^@\s,;.]{2,}")
TAG = re.compile(r"#([\w-]+)")


class RowReader(RowCells):
    """Reads the fields of one row of mentees or mentors."""

    def __init__(
        self, row: Sequence[Any], kind: str, columns: Mapping[str, int], today: date
    ) -> None:
        super().__init__(row, columns)
        self.kind = kind
        self.today = today
        full = NAME_CODES[kind][0]
        self.name_code = full if full in columns else "last_name"
        self.title = ""

    def values(self) -> dict[str, Any]:
        """Everything that a row of this kind holds, by the names of its fields."""
        values = self._person() | self._program() | self._partner()
        own = self._mentee() if self.kind == MENTEES else self._mentor()
        if self.kind == MENTEES:
            self._check_age(values)
        return values | own

    def _person(self) -> dict[str, Any]:
        name = self._name()
        birth = self._birth()
        return {
            "last_name": name.last,
            "first_name": name.first,
            "patronymic": name.patronymic,
            "birth_year": birth.year,
            "birth_date": birth.day,
            "sex": self._sex(),
            "position": self._position(),
            "workplace": self.words("workplace"),
            "phone": self.words("phone"),
            "email": self._email(),
            "interests": self.words("interests"),
            "free_days": self.words("free_days"),
            "tags": self._tags(),
            "note": self.words("note"),
        }

    def _name(self) -> Any:
        reading = self._read_name()
        for message in reading.errors:
            self.error(self.name_code, message)
        for message in reading.warnings:
            self.warn(self.name_code, message)
        return reading.name

    def _read_name(self) -> NameReading:
        parts = [clean_text(self.cell(code)) for code in ("last_name", "first_name", "patronymic")]
        if self.name_code != "last_name":
            whole = " ".join(
                part for part in (clean_text(self.cell(self.name_code)), *parts) if part
            )
            self.title = whole
            return read_name(whole)
        self.title = " ".join(part for part in parts if part)
        if not parts[2] and " " in parts[1]:  # «Имя и отчество» in one column
            parts[1:] = parts[1].split(" ", 1)
        return read_name_parts(*parts)

    def _birth(self) -> Birth:
        """The fullest of the columns about birth; a contradiction between them is pointed out."""
        year_code = "mentee_birth_year" if self.kind == MENTEES else "birth_year"
        found = [
            self.taken(code, read(self.cell(code), self.today))
            for code, read in (("birth_date", read_birth), (year_code, read_birth))
            if code in self.columns
        ]
        known = [birth for birth in found if birth.year]
        if len({birth.year for birth in known}) > 1:
            self.error("birth_date", "Дата рождения не совпадает с годом рождения.")
        if known or "age" not in self.columns:
            return max(known, key=lambda birth: birth.day is not None, default=Birth())
        return self.taken("age", read_age(self.cell("age"), self.today))

    def _sex(self) -> str:
        text = clean_text(self.cell("sex")).casefold()
        match = SEX_WORDS.fullmatch(text)
        if match:
            return "m" if match[1] else "f"
        if not is_nothing(text):
            self.warn("sex", f"Пол {quoted(text)} не разобран. Запишите «м» или «ж».")
        return ""

    def _position(self) -> str:
        parts = [self.words(code, "position") for code in ("group", "post")]
        return ", ".join(part for part in parts if part)

    def _email(self) -> str:
        text = self.words("email")
        if is_nothing(text) or EMAIL.fullmatch(text):
            return "" if is_nothing(text) else text
        self.warn("email", f"Адрес почты {quoted(text)} не похож на настоящий и не записан.")
        return ""

    def _tags(self) -> tuple[str, ...]:
        text = clean_text(self.cell("tags"))
        marked = TAG.findall(text)
        plain = (part.strip() for part in re.split(r"[,;]", text))
        return tuple(dict.fromkeys(marked or [part for part in plain if part]))

    def _program(self) -> dict[str, Any]:
        entry = self.taken("entry_date", read_date(self.cell("entry_date"), self.today))
        end = self.taken("end_date", read_date(self.cell("end_date"), self.today))
        if entry and end and end < entry:
            dates = f"{short_date(end)} раньше даты вхождения {short_date(entry)}"
            self.error("end_date", f"Дата завершения {dates}.")
        return {
            "entry_date": entry,
            "end_date": end,
            "forms": self.taken("form", read_forms(self.text("form"))),
            "results": self.words("results"),
            "case_link": self.words("case_link"),
        }

    def _partner(self) -> dict[str, Any]:
        prefix = "mentor" if self.kind == MENTEES else "mentee"
        names = "mentor_name" if self.kind == MENTEES else "mentee_names"
        return {
            "partner_names": self.words(names),
            "partners": split_names(self.cell(names)),
            "partner_workplace": self.words(f"{prefix}_workplace"),
        }

    def _mentee(self) -> dict[str, Any]:
        return {"request": self.words("main_request"), "completion_mark": self._mark()}

    def _mark(self) -> str:
        text = clean_text(self.cell("completion_mark")).casefold()
        code = next((code for code, pattern in MARKS if pattern.search(text)), "") if text else ""
        if text and not code:
            self.warn("completion_mark", f"Отметка {quoted(text)} не разобрана и не учтена.")
        return code

    def _mentor(self) -> dict[str, Any]:
        age_from, age_to = wished_ages(self.cell("preferred_age"))
        if isinstance(self.cell("preferred_age"), date):
            ages = f"{age_from}–{age_to}"
            self.warn("preferred_age", f"Таблица превратила возраст в дату: прочитано {ages}.")
        return {
            "competences": self.words("competences"),
            "achievements": self.words("achievements"),
            "preferred_age": self.words("preferred_age"),
            "age_from": age_from,
            "age_to": age_to,
            "time_resource": self.words("time_resource"),
            "hours_month": hours_month(self.text("time_resource")),
            "max_mentees": self._capacity(),
        }

    def _capacity(self) -> int | None:
        text = clean_text(self.cell("capacity"))
        numbers = [int(number) for number in re.findall(r"\d{1,4}", text)]
        if numbers and 1 <= max(numbers) <= MOST_MENTEES:
            return max(numbers)
        if not is_nothing(text):
            limits = f"от 1 до {MOST_MENTEES}"
            self.warn("capacity", f"Число наставляемых {quoted(text)} не учтено: нужно {limits}.")
        return None

    def _check_age(self, values: Mapping[str, Any]) -> None:
        year, form = values["birth_year"], next(iter(values["forms"]), "")
        if year and form in PUPIL_FORMS and self.today.year - year > GREATEST_PUPIL_AGE:
            age = self.today.year - year
            self.warn(self.name_code, f"Возраст {age} для формы «{FORM_TITLES[form]}» необычен.")
