"""The list of mentees without a pair as a workbook: what the reader sees, not a column more."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import QuerySet

from mentoring_portal.shared.spreadsheets import Table, write_table
from pairs.domain.waiting import days_waited
from pairs.services.unpaired import reasons_of
from participants.models import Mentee
from programs.models import Program

COLUMNS = (
    ("№", 6),
    ("Фамилия, имя, отчество", 32),
    ("Класс, группа или должность", 20),
    ("Форма наставничества", 24),
    ("Запрос", 36),
    ("Ждёт пару с", 14),
    ("Дней ожидания", 10),
    ("Поиск", 28),
    ("Почему пары нет", 48),
)
SUPPORT_COLUMNS = (("Последняя встреча поддержки", 18), ("Следующая встреча поддержки", 18))
SHEET = "Без пары"


def unpaired_xlsx(
    *, program: Program, mentees: QuerySet[Mentee], today: date, with_support: bool
) -> bytes:
    columns = [*COLUMNS, *(SUPPORT_COLUMNS if with_support else ())]
    rows = table_rows(program, mentees, today, with_support)
    titles, widths = zip(*columns, strict=True)
    caption = f"Наставляемые без пары, {program}, на {today:%d.%m.%Y}"
    table = Table(titles, rows, caption, sheet=SHEET, widths=widths, printed=len(titles))
    return write_table(table)


def table_rows(
    program: Program, mentees: QuerySet[Mentee], today: date, with_support: bool
) -> Iterator[list[Any]]:
    found = list(mentees)
    reasons = reasons_of(program, found, today)
    for number, mentee in enumerate(found, start=1):
        row = [number, *common(mentee, today), " ".join(reasons[mentee.pk])]
        yield row + ([mentee.last_support, mentee.next_support] if with_support else [])


def common(mentee: Mentee, today: date) -> list[Any]:
    return [
        mentee.person.full_name,
        mentee.position,
        mentee.get_form_display(),
        mentee.request,
        mentee.waits_since,
        days_waited(mentee.waits_since, today),
        search_words(mentee),
    ]


def search_words(mentee: Mentee) -> str:
    words = "пара предложена" if mentee.is_proposed else "поиск продолжается"
    return f"{words}, в первую очередь" if mentee.comes_first else words
