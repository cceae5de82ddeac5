"""The fields of one row of a base, read from its cells; doubts and mistakes are collected."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from mentoring_portal.shared.dates import short_date
from participants.domain.base_forms import MENTEES, MENTORS
from participants.domain.free_hours import WrongHours, tidy_hours
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
    is_nothing,
    quoted,
    read_age,
    read_birth,
    read_date,
)
from participants.domain.mentor_wishes import hours_month, wished_ages

NAME_PARTS = ("last_name", "first_name", "patronymic")
GREATEST_PUPIL_AGE = 20
MOST_MENTEES = 20
PUPIL_FORMS = ("student_student", "studentspo_student", "employer_student")
SEX_WORDS = re.compile(r"(м|m)(?:уж\w*)?\.?|(мальчик|male)|(?:ж|f)(?:ен\w*)?\.?|девочка|female")
MARKS = (
    ("not_passed", re.compile(r"не |нет$|-$|незач")),
    ("in_progress", re.compile(r"в процессе|проход|продолж|участвует|начал")),
    ("passed", re.compile(r"прош|пройд|да$|\+$|заверш|зач|выполн|освоил")),
)
EMAIL = re.compile(r"[^@\s,;]+@[^@\s,;]+\.[^@\s,;.]{2,}")
TAG = re.compile(r"#([\w-]+)")


Special = Callable[["RowReader", dict[str, Any]], None]


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
        self.has_parts = any(code in columns for code in NAME_PARTS)
        self.title = ""

    def values(self) -> dict[str, Any]:
        """What the filled cells of the row hold, by the names of the fields."""
        values: dict[str, Any] = {}
        self._read_person(values)
        texts = TEXT_FIELDS[self.kind]
        for code in self.texts:
            if code in texts:
                values[texts[code]] = self.words(code, texts[code])
            elif code in SPECIAL:
                SPECIAL[code](self, values)
        values["partners"] = split_names(self.text(PARTNER_NAMES[self.kind]))
        if values.get("entry_date") and values.get("end_date"):
            self._check_dates(values["entry_date"], values["end_date"])
        if self.kind == MENTEES:
            self._check_age(values)
        return values

    def _read_person(self, values: dict[str, Any]) -> None:
        name = self._name()
        values["last_name"], values["first_name"], values["patronymic"] = name
        values["birth_year"], values["birth_date"] = self._birth()

    def _name(self) -> Any:
        reading = self._read_name()
        for message in reading.errors:
            self.error(self.name_code, message)
        for message in reading.warnings:
            self.warn(self.name_code, message)
        return reading.name

    def _read_name(self) -> NameReading:
        parts = [self.line(code) for code in ("last_name", "first_name", "patronymic")]
        if self.name_code != "last_name":
            whole = " ".join(part for part in (self.line(self.name_code), *parts) if part)
            self.title = whole
            return read_name(whole)
        self.title = " ".join(part for part in parts if part)
        if " " in parts[1] and not parts[2]:  # «Имя и отчество» in one column
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

    def _check_dates(self, entry: date, end: date) -> None:
        if end < entry:
            dates = f"{short_date(end)} раньше даты вхождения {short_date(entry)}"
            self.error("end_date", f"Дата завершения {dates}.")

    def _check_age(self, values: Mapping[str, Any]) -> None:
        year, form = values["birth_year"], next(iter(values.get("forms", ())), "")
        if year and form in PUPIL_FORMS and self.today.year - year > GREATEST_PUPIL_AGE:
            age = self.today.year - year
            self.warn(self.name_code, f"Возраст {age} для формы «{FORM_TITLES[form]}» необычен.")


def _sex(reader: RowReader, values: dict[str, Any]) -> None:
    text = reader.line("sex").casefold()
    match = SEX_WORDS.fullmatch(text)
    if match:
        values["sex"] = "m" if match[1] or match[2] else "f"
    elif not is_nothing(text):
        reader.warn("sex", f"Пол {quoted(text)} не разобран. Запишите «м» или «ж».")


def _position(reader: RowReader, values: dict[str, Any]) -> None:
    group, post = reader.words("group", "position"), reader.words("post", "position")
    both = f"{group}, {post}"
    values["position"] = both if group and post and len(both) <= 200 else group or post


def _email(reader: RowReader, values: dict[str, Any]) -> None:
    text = reader.words("email")
    if EMAIL.fullmatch(text):
        values["email"] = text
    elif not is_nothing(text):
        reader.warn("email", f"Адрес почты {quoted(text)} не похож на настоящий и не записан.")


def _tags(reader: RowReader, values: dict[str, Any]) -> None:
    text = reader.line("tags")
    plain = (part.strip() for part in re.split(r"[,;]", text))
    values["tags"] = tuple(dict.fromkeys(TAG.findall(text) or filter(None, plain)))


def _date(code: str) -> Special:
    def read(reader: RowReader, values: dict[str, Any]) -> None:
        values[code] = reader.taken(code, read_date(reader.cell(code), reader.today))

    return read


def _forms(reader: RowReader, values: dict[str, Any]) -> None:
    values["forms"] = reader.taken("form", read_forms(reader.text("form")))


def _mark(reader: RowReader, values: dict[str, Any]) -> None:
    text = reader.line("completion_mark").casefold()
    code = next((code for code, pattern in MARKS if pattern.search(text)), "")
    values["completion_mark"] = code
    if not code and not is_nothing(text):
        reader.warn("completion_mark", f"Отметка {quoted(text)} не разобрана и не учтена.")


def _preferred_age(reader: RowReader, values: dict[str, Any]) -> None:
    cell = reader.cell("preferred_age")
    values["preferred_age"] = reader.words("preferred_age")
    values["age_from"], values["age_to"] = wished_ages(cell)
    if isinstance(cell, date) and values["age_from"]:
        ages = f"{values['age_from']}–{values['age_to']}"
        values["preferred_age"] = ages
        reader.warn("preferred_age", f"Таблица превратила возраст в дату: прочитано {ages}.")


def _time_resource(reader: RowReader, values: dict[str, Any]) -> None:
    values["time_resource"] = reader.words("time_resource")
    values["hours_month"] = hours_month(reader.text("time_resource"))


def _free_hours(reader: RowReader, values: dict[str, Any]) -> None:
    """In the portal's form when they are understood, in the words of the table otherwise."""
    words = reader.words("free_hours")
    try:
        values["free_hours"] = tidy_hours(words)
    except WrongHours:
        values["free_hours"] = words
        reader.warn("free_hours", f"Часы {quoted(words)} не разобраны: записаны как есть.")


def _capacity(reader: RowReader, values: dict[str, Any]) -> None:
    text = reader.line("capacity")
    numbers = [int(number) for number in re.findall(r"\d{1,4}", text)]
    if numbers and 1 <= max(numbers) <= MOST_MENTEES:
        values["max_mentees"] = max(numbers)
    elif not is_nothing(text):
        limits = f"от 1 до {MOST_MENTEES}"
        reader.warn("capacity", f"Число наставляемых {quoted(text)} не учтено: нужно {limits}.")


PARTNER_NAMES = {MENTEES: "mentor_name", MENTORS: "mentee_names"}
_COMMON_TEXT = {
    code: code
    for code in ("workplace", "phone", "interests", "free_days", "note", "results", "case_link")
}
TEXT_FIELDS = {
    MENTEES: {
        **_COMMON_TEXT,
        "main_request": "request",
        "mentor_workplace": "partner_workplace",
        "mentor_name": "partner_names",
    },
    MENTORS: {
        **_COMMON_TEXT,
        "competences": "competences",
        "achievements": "achievements",
        "mentee_workplace": "partner_workplace",
        "mentee_names": "partner_names",
    },
}
SPECIAL: dict[str, Special] = {
    "sex": _sex,
    "group": _position,
    "post": _position,
    "email": _email,
    "tags": _tags,
    "entry_date": _date("entry_date"),
    "end_date": _date("end_date"),
    "form": _forms,
    "completion_mark": _mark,
    "preferred_age": _preferred_age,
    "time_resource": _time_resource,
    "capacity": _capacity,
    "free_hours": _free_hours,
}
