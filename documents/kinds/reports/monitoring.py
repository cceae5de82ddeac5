"""The reports of internal monitoring for December and June (roadmap G73 5.3–5.7)."""

from datetime import date
from decimal import Decimal

from documents.domain.blocks import (
    Column,
    Heading,
    KeyValues,
    Letterhead,
    Note,
    Page,
    Para,
    Table,
    Title,
)
from documents.enums import DocumentKind, PaperType
from documents.kinds.base import CROSS, Field, Kind
from documents.kinds.letterhead import signature_or_blank
from mentoring_portal.shared.dates import long_date, short_date
from monitoring.domain.indicators import percent_words
from monitoring.domain.periods import window
from monitoring.enums import ReportPeriod
from monitoring.services.report import freeze

MONTH_WORDS = {ReportPeriod.DECEMBER: "декабрь", ReportPeriod.JUNE: "июнь"}
NUMBER = "center"


def compose(document, content) -> Page:
    report, organization = document.report, document.organization
    figures = report.figures
    month = window(report.period, document.program.year).end
    title = (
        f"Отчёт о внутреннем мониторинге реализации целевой модели наставничества "
        f"({MONTH_WORDS[report.period]} {month.year} г.)"
    )
    blocks = (
        Letterhead((organization.name,)),
        Title(title, align="center"),
        KeyValues(head(document.program, figures)),
        Heading("1. Участники по формам наставничества"),
        forms_table(figures),
        Heading("2. Базы участников"),
        bases_table(figures["bases"]),
        Heading("3. Встречи"),
        Para(meeting_words(figures["meetings"])),
        count_table("Вид встречи", figures["meetings"]["by_kind"], "Проведено"),
        count_table("Месяц", figures["meetings"]["by_month"], "Проведено"),
        Heading("4. Обратная связь"),
        feedback_table(figures["feedback"]),
        Heading("5. Показатели эффективности"),
        indicators_table(figures["indicators"]),
        *notes(figures["indicators"]),
        *conclusion(content["conclusion"]),
        signature_or_blank(organization, report.as_of),
    )
    return Page(title, blocks, organization.name)


def head(program, figures) -> tuple[tuple[str, str], ...]:
    start, end = (date.fromisoformat(figures[key]) for key in ("start", "end"))
    as_of = date.fromisoformat(figures["as_of"])
    return (
        ("Программа", program.title),
        ("Учебный год", figures["year"]),
        ("Отчётный период", f"{short_date(start)} – {short_date(end)}"),
        ("По состоянию на", long_date(as_of)),
    )


def forms_table(figures) -> Table:
    columns = (
        Column("Форма наставничества", 36),
        Column("Наставников", 20, NUMBER),
        Column("Наставляемых", 22, NUMBER),
        Column("Пар", 10, NUMBER),
        Column("Групп", 12, NUMBER),
    )
    keys = ("mentors", "mentees", "pairs", "groups")
    rows = [(row["label"], *(row[key] for key in keys)) for row in figures["forms"]]
    totals = ("Всего человек, пар и групп", *(figures["totals"][key] for key in keys))
    return Table(columns, (*rows, totals), totals=1)


def bases_table(bases) -> Table:
    columns = (
        Column("База", 50),
        Column("Человек в базе", 25, NUMBER),
        Column("Из них в реестре", 25, NUMBER),
    )
    return Table(
        columns,
        (
            ("База наставников", bases["mentors"], bases["mentors_approved"]),
            ("База наставляемых", bases["mentees"], bases["mentees_approved"]),
        ),
    )


def meeting_words(meetings) -> str:
    return (
        f"Проведено встреч: {meetings['count']}. Пар и групп, у которых были встречи: "
        f"{meetings['pairs']}. Общее время: {hours_words(meetings['minutes'])}."
    )


def hours_words(minutes: int) -> str:
    hours = f"{Decimal(minutes) / 60:.1f}".removesuffix(".0").replace(".", ",")
    return f"{hours}\u00a0ч"


def count_table(title: str, rows, counted: str) -> Table:
    columns = (Column(title, 70), Column(counted, 30, NUMBER))
    total = ("Итого", sum(row["count"] for row in rows))
    return Table(columns, (*((row["label"], row["count"]) for row in rows), total), totals=1)


def feedback_table(feedback) -> Table:
    columns = (Column("Показатель", 70), Column("Значение", 30, NUMBER))
    share = f"{feedback['meetings_with_feedback']} из {feedback['meetings']}"
    return Table(
        columns,
        (
            ("Отзывов наставляемых", feedback["from_mentees"]),
            ("Отзывов наставников", feedback["from_mentors"]),
            ("Встреч, о которых есть отзыв наставляемого", share),
        ),
    )


def indicators_table(indicators) -> Table:
    columns = (
        Column("№", 5, NUMBER),
        Column("Показатель", 35),
        Column("Числитель", 22),
        Column("Знаменатель", 22),
        Column("Значение", 16, NUMBER),
    )
    return Table(columns, tuple(indicator_row(n, row) for n, row in enumerate(indicators, 1)))


def indicator_row(n: int, row) -> tuple:
    denominator = "нет данных" if row["denominator"] is None else row["denominator"]
    return (
        n,
        row["name"],
        f"{row['numerator']} – {row['numerator_name']}",
        f"{denominator} – {row['denominator_name']}",
        percent_words(row["value"]),
    )


def notes(indicators) -> list[Note]:
    return [
        Note(f"К показателю {n}. {row['note']}")
        for n, row in enumerate(indicators, 1)
        if row["note"]
    ]


def conclusion(text: str) -> list:
    if not text:
        return []
    return [Heading("6. Выводы"), *(Para(line) for line in text.splitlines() if line.strip())]


def carry_out(document, by) -> None:
    freeze(report=document.report, by=by)


def report_kind(code: DocumentKind) -> Kind:
    return Kind(
        code=code,
        type=PaperType.REPORT,
        stage=CROSS,
        compose=compose,
        fields=(Field("conclusion", "Выводы", "Необязательно.", rows=6, required=False),),
        carry_out=carry_out,
        made_at="documents:report_list",
    )


DECEMBER = report_kind(DocumentKind.REPORT_MONITORING_DECEMBER)
JUNE = report_kind(DocumentKind.REPORT_MONITORING_JUNE)
