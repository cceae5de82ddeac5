"""Sheets of different kinds for different people as one pile: who owes what, who has won what."""

from collections.abc import Iterator, Sequence
from functools import partial

from django.core.exceptions import ValidationError
from django.utils import timezone

from documents.enums import DocumentKind
from documents.kinds import kind_of
from documents.kinds.letters.award import parents_to_thank, winners
from documents.models import Bundle, Document
from documents.services.bundle import Paper, Progress, ensure_size, make_bundle
from documents.services.bundle_jobs import PDF_ONLY, start
from documents.services.paper import sheet
from participants.enums import ConsentKind
from participants.models import Mentor, Person
from participants.services.consent import Gap, gaps
from participants.services.gap_list import gap_list
from programs.models import Job, Program

TASK = "documents.tasks.bundle_pile"
SHEETS = {
    ConsentKind.PROCESSING: DocumentKind.CONSENT_PD,
    ConsentKind.NEEDS_ANALYSIS: DocumentKind.CONSENT_PARENT_APO,
}
# Kind of paper and the person it is for.
Sheet = tuple[str, int]


def start_missing_consents(*, program: Program, by, kind: str = "", school_class: str = "") -> Job:
    """Exactly the sheets that the page «Чего не хватает» lists, narrowed as the page is."""
    found = gap_list(
        gaps(program, timezone.localdate()), kind=kind, school_class=school_class
    ).found
    if not found:
        raise ValidationError("Все обязательные согласия записаны: печатать нечего.")
    sheets = [one for gap in found for one in sheets_of(gap, kind)]
    title = f"Недостающие согласия, {school_class}" if school_class else "Недостающие согласия"
    return start_pile(program, sheets, title, by)


def sheets_of(gap: Gap, kind: str) -> Iterator[Sheet]:
    wanted = [kind] if kind in gap.missing else gap.missing
    for one in wanted:
        yield str(SHEETS.get(ConsentKind(one)) or participation(gap)), gap.person.pk


def participation(gap: Gap) -> DocumentKind:
    mentor = Mentor._meta.verbose_name
    return DocumentKind.CONSENT_MENTOR if mentor in gap.roles else DocumentKind.CONSENT_MENTEE


def start_awards(*, order: Document, by) -> Job:
    """The awards of a registered order; for a pupil also the letter to the parents."""
    keys = winners(order)
    people = Person.objects.filter(organization=order.organization, name_key__in=keys)
    found = list(people.filter(erased_on=None).order_by("name_key", "pk"))
    if not found or order.is_open:
        raise ValidationError("Наград нет: сначала зарегистрируйте приказ о поощрении.")
    everybody = dict.fromkeys(
        one for person in found for one in (person, *parents_to_thank(person))
    )
    code = str(DocumentKind.GRATITUDE_LETTER)
    sheets = [(code, person.pk) for person in everybody]
    return start_pile(order.program, sheets, f"Награды: {order}", by)


def start_pile(program: Program, sheets: Sequence[Sheet], title: str, by) -> Job:
    ensure_size(len(sheets))
    return start(program, title, TASK, {"sheets": [list(one) for one in sheets]}, by)


def bundle_pile(job: Job, progress: Progress) -> Bundle:
    return make_bundle(
        program=job.program,
        title=job.title,
        papers=list(papers(job.program, job.arguments["sheets"])),
        formats=PDF_ONLY,
        by=job.created_by,
        progress=progress,
    )


def papers(program: Program, sheets: Sequence[Sheet]) -> Iterator[Paper]:
    """In the given order; who is gone since is left out."""
    people = Person.objects.filter(organization=program.organization, erased_on=None)
    found = people.in_bulk([pk for _code, pk in sheets])
    for code, pk in sheets:
        if pk in found:
            kind = kind_of(code)
            yield f"{found[pk].full_name}, {kind.label}", partial(sheet, kind, program, found[pk])
