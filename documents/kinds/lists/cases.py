"""The bank of successful practices: whose work has a case or a review, in all years."""

from collections.abc import Iterator
from itertools import count

from documents.domain.blocks import Column, Row
from documents.enums import DocumentKind, PaperType
from documents.kinds.lists.listing import listing
from participants.models import Mentee, Mentor
from programs.enums import StageCode

COLUMNS = (
    Column("№ п/п", 5, "center"),
    Column("Участник", 22),
    Column("Должность, класс", 18),
    Column("Форма наставничества", 16),
    Column("Результаты программы", 34),
    Column("Ссылка на кейс или отзыв", 24),
    Column("Учебный год", 10, "center"),
)
SIDES = (("Наставники", Mentor), ("Наставляемые", Mentee))


def rows(program) -> Iterator[Row]:
    """Mentors first; a person who was erased has no practice any more."""
    numbers = count(1)
    for title, base in SIDES:
        found = list(practices(base, program))
        if found:
            yield title
        for row in found:
            yield (
                next(numbers),
                row.person.full_name,
                row.position or row.workplace,
                forms_of(row),
                row.results,
                row.case_link,
                str(row.program.year),
            )


def practices(base, program):
    found = base.objects.filter(program__organization=program.organization, person__erased_on=None)
    with_case = found.in_base().exclude(case_link="").select_related("program", "person")
    return with_case.order_by("-program__start_year", "person__name_key", "pk")


def forms_of(row: Mentor | Mentee) -> str:
    return ", ".join(row.form_labels) if isinstance(row, Mentor) else row.get_form_display()


CASES = listing(
    DocumentKind.BASE_CASES,
    type=PaperType.BASE,
    stage=StageCode.COMPLETION,
    columns=COLUMNS,
    rows=rows,
)
