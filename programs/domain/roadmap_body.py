"""Reading the rows under one head of a roadmap into its sections and items."""

import re
from datetime import date

from mentoring_portal.shared.dates import SchoolYear
from programs.domain.roadmap import Calendar, Term
from programs.domain.roadmap_columns import (
    DETAILS,
    NUMBER,
    RESPONSIBLE,
    RESULT,
    SECTION,
    STAGE,
    TERM,
    TERM_KIND,
    TITLE,
    Columns,
)
from programs.domain.roadmap_lines import Body
from programs.domain.roadmap_records import (
    INLINE_NUMBER,
    Record,
    is_signature,
    numbers_name_sections,
    records_of,
    split_heading,
)
from programs.domain.roadmap_row_terms import row_term
from programs.domain.roadmap_shape import ItemRow, Note, RoadmapRows, SectionRow, Words
from programs.domain.roadmap_stages import guess_stage

SCHOOL_YEAR = re.compile(r"\b(20\d\d)\s*[-‐‑–—/]\s*(20\d\d)\b")
LIMITS = ((NUMBER, 20), (RESPONSIBLE, 300), (TERM, 300))
LONGEST_SECTION = 500
QUOTE = 80

NO_TITLE = "Нет названия мероприятия."
ONLY_NUMBER = "В строке только номер: она не загружена."
SIGNATURE = "Строка «{text}» похожа на подпись под таблицей: она не загружена."
TOO_LONG = "Текст длиннее {limit} знаков. Сократите его."
DATE_NUMBER = "Вместо номера стоит дата {number}. Проверьте номер строки."
OTHER_YEAR = "Назван {named} учебный год, а программа – на {year}."
UNKNOWN_STAGE = "Этапа «{text}» нет среди семи этапов: этап выбран по словам строки или не выбран."
UNKNOWN_COLUMN = "Столбец не загружен: в дорожной карте портала такого нет."


class BodyReader:
    """Adds to ``answer``; ``prefix`` names the table when there are several."""

    def __init__(
        self, answer: RoadmapRows, body: Body, calendar: Calendar, words: Words, prefix: str
    ):
        self.answer, self.body, self.calendar, self.words = answer, body, calendar, words
        self.columns: Columns = body.columns
        self.prefix = prefix
        self.stage_text = ""
        self.last: ItemRow | None = None

    def read(self) -> None:
        records = records_of(self.body)
        staged = self.columns.has(SECTION) and numbers_name_sections(records)
        for record in records:
            if record.section is not None:
                self.open_section(record, record.section)
                continue
            number = record.text(NUMBER)
            self.follow_stage(record, number if staged else "")
            self.take(record, "" if staged else number)
        self.note_unknown_columns()

    def follow_stage(self, record: Record, number: str) -> None:
        """A stage named in a column of its own is a section until another one is named."""
        text = " ".join(record.text(SECTION).split())
        if text and text != self.stage_text:
            self.stage_text = text
            self.open_section(record, f"{number.rstrip('.) ')}. {text}" if number else text)

    def open_section(self, record: Record, text: str) -> None:
        if is_signature(text):
            self.warn(record, "", SIGNATURE.format(text=text[:QUOTE]))
            return
        number, title = split_heading(text)
        if len(title) > LONGEST_SECTION:
            self.fail(record, "", TOO_LONG.format(limit=LONGEST_SECTION))
        self.last = None
        self.answer.sections.append(SectionRow(number, title, record.line, self.body.grid.name))

    def take(self, record: Record, number: str) -> None:
        if record.continues and self.last is not None:
            self.last.details = "\n".join(filter(None, (self.last.details, record.text(DETAILS))))
        elif record.own == {NUMBER}:
            self.warn(record, NUMBER, ONLY_NUMBER)
        elif record.own - {SECTION, NUMBER}:
            self.add(record, number)

    def add(self, record: Record, number: str) -> None:
        self.check(record)
        title, details = self.wording(record)
        if not number and not self.columns.has(NUMBER):
            number, title = numbered(title)
        if not title:
            self.fail(record, TITLE, NO_TITLE)
        self.last = ItemRow(
            section=len(self.answer.sections) - 1 if self.answer.sections else None,
            stage=self.stage(record, title),
            number=number,
            title=title,
            details=details,
            term=self.term(record),
            responsible=one_line(record.text(RESPONSIBLE)),
            result=record.text(RESULT),
            line=record.line,
            grid=self.body.grid.name,
        )
        self.answer.items.append(self.last)

    def check(self, record: Record) -> None:
        for role, limit in LIMITS:
            if len(record.text(role)) > limit:
                self.fail(record, role, TOO_LONG.format(limit=limit))
        if isinstance(record.values.get(NUMBER), date):
            self.warn(record, NUMBER, DATE_NUMBER.format(number=record.text(NUMBER)))
        for role in (TITLE, DETAILS, RESULT):
            for named in other_years(record.text(role), self.calendar.year):
                self.warn(record, role, OTHER_YEAR.format(named=named, year=self.calendar.year))

    def wording(self, record: Record) -> tuple[str, str]:
        """Several lines in the only text column are a title and its contents."""
        title, details = record.text(TITLE), record.text(DETAILS)
        if self.columns.has(TERM_KIND):
            return title, details
        lines = unwrapped(title)
        if not lines:
            return self.stage_text if details else "", details
        if details or self.columns.has(DETAILS):
            return " ".join(lines), details
        if self.stage_text and len(lines) > 1:
            return self.stage_text, "\n".join(lines)
        return lines[0], "\n".join(lines[1:])

    def stage(self, record: Record, title: str) -> str:
        text = record.text(STAGE)
        code = self.words.stages.get(text.lower())
        if code is not None or self.columns.has(STAGE) and not text:
            return code or ""
        if text:
            self.warn(record, STAGE, UNKNOWN_STAGE.format(text=text[:QUOTE]))
        section = self.answer.sections[-1].title if self.answer.sections else ""
        return guess_stage(title, section)

    def term(self, record: Record) -> Term:
        found = row_term(record.values, self.calendar, self.words)
        for role, message in found.errors:
            self.fail(record, role, message)
        for role, message in found.warnings:
            self.warn(record, role, message)
        return found.term

    def note_unknown_columns(self) -> None:
        for place in self.columns.unknown:
            line = next((line for line in self.body.lines if place in line.filled), None)
            if line is not None and not line.spans_all:
                note = Note(line.number, self.columns.captions[place], UNKNOWN_COLUMN)
                self.answer.warnings.append(note)

    def fail(self, record: Record, role: str, message: str) -> None:
        self.answer.errors.append(self.note(record, role, message))

    def warn(self, record: Record, role: str, message: str) -> None:
        self.answer.warnings.append(self.note(record, role, message))

    def note(self, record: Record, role: str, message: str) -> Note:
        return Note(record.line, self.columns.caption(role), self.prefix + message)


def other_years(text: str, year: SchoolYear) -> list[SchoolYear]:
    """School years in a text («2022 – 2023 уч. г.») that are not the program's."""
    pairs = ((int(first), int(second)) for first, second in SCHOOL_YEAR.findall(text))
    named = {SchoolYear(first) for first, second in pairs if second == first + 1}
    return sorted(named - {year})


def unwrapped(text: str) -> list[str]:
    """A line that begins with a small letter goes on with the line above it."""
    lines: list[str] = []
    for line in text.split("\n") if text else ():
        if lines and line[0].islower() and not re.match(r"[а-я]\)", line):
            lines[-1] = f"{lines[-1]} {line}"
        else:
            lines.append(line)
    return lines


def one_line(text: str) -> str:
    """People written one under another become a list."""
    lines = [line.rstrip(";, ") for line in unwrapped(text)]
    return "; ".join(filter(None, lines)) if len(lines) > 1 else " ".join(text.split())


def numbered(title: str) -> tuple[str, str]:
    """«1.1. Назначение куратора» where a table has no column for numbers."""
    match = INLINE_NUMBER.fullmatch(title)
    return (match[1], match[2]) if match else ("", title)
