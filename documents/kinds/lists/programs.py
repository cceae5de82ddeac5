"""The base of the school's programs, one row a program, newest first."""

from collections import Counter
from collections.abc import Iterator

from django.db.models import Count, QuerySet

from documents.domain.blocks import Column, Row
from documents.enums import FROZEN_STATUSES, DocumentKind, PaperType
from documents.kinds.base import CROSS
from documents.kinds.lists.listing import listing
from documents.models import Document
from pairs.models import Pair
from participants.models import Mentee, Mentor
from programs.models import Program

COLUMNS = (
    Column("№ п/п", 5, "center"),
    Column("Программа", 20),
    Column("Учебный год", 10, "center"),
    Column("Формы наставничества", 20),
    Column("Цель", 27),
    Column("Наставников", 9, "center", "В базе"),
    Column("Наставляемых", 9, "center", "В базе"),
    Column("Пар и групп, закреплённых приказом", 10, "center"),
    Column("Персонализированных программ", 12, "center"),
    Column("Состояние", 10),
)


def rows(program) -> Iterator[Row]:
    """A constant number of queries, however many years the school has worked."""
    programs = Program.objects.of_organization(program.organization).prefetch_related("forms")
    counts = [counted(found) for found in counted_of(programs)]
    for number, one in enumerate(programs.order_by("-start_year", "title", "pk"), 1):
        mentors, mentees, pairs, plans = (count[one.pk] for count in counts)
        forms = ", ".join(form.get_form_display() for form in one.forms.all())
        yield (
            number,
            one.title,
            str(one.year),
            forms,
            one.goal,
            mentors,
            mentees,
            pairs,
            plans,
            one.get_status_display(),
        )


def counted_of(programs: QuerySet[Program]) -> tuple[QuerySet, ...]:
    plans = Document.objects.filter(kind=DocumentKind.PERSONAL_PROGRAM, status__in=FROZEN_STATUSES)
    found = (Mentor.objects.in_base(), Mentee.objects.in_base(), Pair.objects.ordered(), plans)
    return tuple(one.filter(program__in=programs) for one in found)


def counted(found: QuerySet) -> Counter:
    """Program → how many."""
    return Counter(dict(found.order_by().values_list("program").annotate(Count("pk"))))


PROGRAMS = listing(
    DocumentKind.BASE_PROGRAMS, type=PaperType.BASE, stage=CROSS, columns=COLUMNS, rows=rows
)
