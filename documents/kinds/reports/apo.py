"""Reports on the analysis of needs: figures only, no names (G73 2.3 and 4.2)."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import QuerySet, Sum

from documents.domain.blocks import Block, Column, Heading, Note, Table
from documents.domain.points import sentence_part
from documents.enums import DocumentKind
from documents.kinds import candidates
from documents.kinds.base import Field
from documents.kinds.reports.monitoring import NUMBER
from documents.kinds.reports.report import (
    AS_OF,
    BY_HAND,
    CONCLUSIONS,
    chapter,
    day_in,
    head,
    report,
    start,
)
from monitoring.domain.indicators import Share, percent_words
from monitoring.services.figures import base_figures
from participants.enums import AnalysisMethod, RequestSource
from participants.models import Attendance, Mentee, Mentor, MentorAnalysis, NeedsAnalysis
from programs.enums import EventKind, MentoringForm, StageCode

NOT_GIVEN, OTHERS = "не указано", "другие, каждый по одному разу"
SEVERAL = "У одного человека может быть несколько строк."
NOBODY = "В базе {} никого нет, отчитываться не о ком: сначала внесите людей."
# A request of one person could tell who he is.
REPEATED = 2


def mentees_of(program) -> QuerySet[Mentee]:
    return candidates.mentees(program).filter(person__erased_on=None)


def mentors_of(program) -> QuerySet[Mentor]:
    return candidates.mentors(program).filter(person__erased_on=None)


def mentees_body(document, content: dict[str, Any]) -> Iterator[Block]:
    program, day = document.program, day_in(document, content)
    mentees = mentees_of(program)
    analyses = NeedsAnalysis.objects.filter(mentee__in=mentees, held_on__lte=day)
    rows = list(mentees)
    yield head(program, day)
    yield Heading("1. Охват")
    yield figures_table(coverage(rows, analyses))
    yield Heading("2. Как проведён анализ")
    methods = Counter(analyses.values_list("method", flat=True))
    yield counts_table("Способ", labels(methods, AnalysisMethod), "Анализов", total=True)
    yield Heading("3. Откуда известен запрос")
    sources = Counter(row.request_source for row in rows)
    yield counts_table("Источник", labels(sources, RequestSource), "Человек", total=True)
    yield Heading("4. О чём запросы")
    forms = Counter(row.form for row in rows)
    yield counts_table("Форма наставничества", labels(forms, MentoringForm), "Человек", total=True)
    yield counts_table("Запрос", requests(rows), "Человек")
    yield from tags_table(mentees)
    yield from chapter("5. Выводы", content["conclusions"])


def coverage(rows: list[Mentee], analyses: QuerySet[NeedsAnalysis]) -> Iterator[tuple]:
    held = list(analyses.values_list("mentee", flat=True))
    share = Share(len(set(held)), len(rows))
    yield ("Наставляемых в базе", len(rows))
    yield ("Наставляемых, потребности которых проанализированы", share.numerator)
    yield ("Доля от всех наставляемых", percent_words(share.value))
    yield ("Проведено анализов", len(held))
    support = sum(row.needs_support for row in rows)
    yield ("Нуждаются в психологическом сопровождении", support)


def requests(rows: Iterable[Mentee]) -> list[tuple[str, int]]:
    return repeated(row.request for row in rows)


def repeated(texts: Iterable[str]) -> list[tuple[str, int]]:
    """Texts that repeat, the most frequent first; single ones only as their number."""
    asked = Counter(sentence_part(text) for text in texts if text.strip())
    shown = [(text, number) for text, number in asked.items() if number >= REPEATED]
    single = sum(1 for number in asked.values() if number < REPEATED)
    shown.sort(key=lambda row: (-row[1], row[0]))
    return [*shown, (OTHERS, single)] if single else shown


def mentors_body(document, content: dict[str, Any]) -> Iterator[Block]:
    program, day = document.program, day_in(document, content)
    mentors = mentors_of(program)
    rows = list(mentors)
    analyses = MentorAnalysis.objects.filter(mentor__in=mentors, held_on__lte=day)
    yield head(program, day, ("Как проведён анализ", content["method"]))
    yield Heading("1. Охват")
    yield figures_table([*resources(program, mentors, rows, day), *analyzed(rows, analyses)])
    yield from methods_table(analyses)
    yield Heading("2. К чему готовы наставники")
    forms = Counter(form for row in rows for form in row.forms or [""])
    yield counts_table("Форма наставничества", labels(forms, MentoringForm), "Человек")
    yield Note(f"{SEVERAL} «Не указано» – готовы к любой форме.")
    times = Counter(sentence_part(row.time_resource) or NOT_GIVEN for row in rows)
    yield counts_table("Ресурс времени", times.most_common(), "Человек", total=True)
    yield from tags_table(mentors)
    yield from training(analyses, content["training"])
    yield from chapter("4. Выводы", content["conclusions"])


def resources(program, mentors: QuerySet[Mentor], rows: list[Mentor], day) -> Iterator[tuple]:
    bases = base_figures(program)
    school = Attendance.objects.filter(
        event__program=program,
        event__kind=EventKind.MENTOR_SCHOOL,
        event__starts_on__lte=day,
        person__in=mentors.order_by().values("person"),
    )
    places = mentors.aggregate(places=Sum("max_mentees"))["places"] or 0
    yield ("Наставников в базе", bases["mentors"])
    yield ("Из них в реестре", bases["mentors_approved"])
    yield ("Готовы взять наставляемых, всего", places)
    yield ("Описали свои компетенции", sum(1 for row in rows if row.competences.strip()))
    yield ("Описали свои достижения", sum(1 for row in rows if row.achievements.strip()))
    yield ("Были на занятиях «Школы наставников»", school.values("person").distinct().count())


def analyzed(rows: list[Mentor], analyses: QuerySet[MentorAnalysis]) -> Iterator[tuple]:
    held = list(analyses.values_list("mentor", flat=True))
    share = Share(len(set(held)), len(rows))
    yield ("Наставников, потребности которых проанализированы", share.numerator)
    yield ("Доля от всех наставников", percent_words(share.value))
    yield ("Проведено анализов", len(held))


def methods_table(analyses: QuerySet) -> Iterator[Table]:
    methods = Counter(analyses.values_list("method", flat=True))
    if methods:
        yield counts_table("Способ", labels(methods, AnalysisMethod), "Анализов", total=True)


def training(analyses: QuerySet[MentorAnalysis], text: str) -> Iterator[Block]:
    """What several mentors need, counted, and then the curator's own words."""
    title, *written = chapter("3. Чему учить наставников", text)
    yield title
    needs = repeated(analyses.values_list("conclusion", flat=True))
    if needs:
        yield counts_table("Чему учить, чем помочь", needs, "Анализов")
    yield from written


def labels(counts: Counter, choices) -> list[tuple[str, int]]:
    """In the order of the choices; those that nobody has are left out."""
    known = [(label, counts[code]) for code, label in choices.choices if counts[code]]
    return [*known, (NOT_GIVEN, counts[""])] if counts[""] else known


def figures_table(rows: Iterable[tuple]) -> Table:
    return Table((Column("Показатель", 70), Column("Значение", 30, NUMBER)), tuple(rows))


def counts_table(title: str, rows: list[tuple[str, int]], what: str, *, total=False) -> Table:
    columns = (Column(title, 70), Column(what, 30, NUMBER))
    if not (total and rows):
        return Table(columns, tuple(rows))
    return Table(columns, (*rows, ("Итого", sum(number for _label, number in rows))), totals=1)


def tags_table(people: QuerySet) -> Iterator[Block]:
    names = people.order_by().exclude(tags=None).values_list("tags__name", flat=True)
    counts = sorted(Counter(names).items(), key=lambda row: (-row[1], row[0]))
    if counts:
        yield counts_table("Метка", [(f"#{name}", number) for name, number in counts], "Человек")
        yield Note(SEVERAL)


def check_mentees(document, day) -> None:
    if not mentees_of(document.program).exists():
        raise ValidationError(NOBODY.format("наставляемых"))


def check_mentors(document, day) -> None:
    if not mentors_of(document.program).exists():
        raise ValidationError(NOBODY.format("наставников"))


METHOD = Field("method", "Как проведён анализ", required=False, worded=True)
TRAINING = Field("training", "Чему учить наставников", BY_HAND, rows=6, required=False)
MENTEES = report(
    DocumentKind.REPORT_APO_MENTEES,
    stage=StageCode.MENTEE_BASE,
    body=mentees_body,
    fields=(AS_OF, CONCLUSIONS),
    start=start,
    check=check_mentees,
)
MENTORS = report(
    DocumentKind.REPORT_APO_MENTORS,
    stage=StageCode.SELECTION_TRAINING,
    body=mentors_body,
    fields=(AS_OF, METHOD, TRAINING, CONCLUSIONS),
    start=start,
    check=check_mentors,
)
