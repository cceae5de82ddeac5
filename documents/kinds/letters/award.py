"""Awards to hand over: a certificate of honor, thanks, a letter of thanks, also to parents (ZAB).

What is given and for what stands in the registered order on rewards; without one it is a letter of
thanks for taking part.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils import timezone

from documents.domain.awards import LETTER, AwardForm, award_form, greeting
from documents.domain.blocks import Block, Page, Para
from documents.domain.form_blocks import Banner
from documents.domain.row_lines import LineError, parse_rows
from documents.enums import DocumentKind, DocumentStatus, PaperType, Subject
from documents.kinds.base import Field, Kind
from documents.kinds.gender import by_sex
from documents.kinds.letterhead import letterhead, signature_or_blank
from documents.kinds.orders.reward import PARTS
from documents.kinds.orders.words import Words, somebody
from documents.kinds.people import name_in, post_in
from documents.kinds.signers import parents_of
from documents.kinds.values import day_of, details
from documents.models import Document
from mentoring_portal.shared.names import name_key
from participants.models import Mentee, Mentor, Person
from participants.services.consent import subject_as
from programs.enums import StageCode
from programs.models import Program

RETURN = "Очистите поле, чтобы вернуть текст портала."


def text(key: str, label: str, rows: int = 4) -> Field:
    return Field(key, label, RETURN, rows=rows, required=False, worded=True)


FIELDS = (
    text("honor", "Почётная грамота, грамота, диплом: за что"),
    text("thanks", "Благодарность: за что"),
    text("letter", "Благодарственное письмо: текст", 6),
    text("parents", "Письмо родителям: текст", 6),
)


@dataclass(frozen=True)
class Prize:
    """What ``order`` gives the person and for what; an empty order when nothing was found."""

    form: AwardForm
    reason: str = ""
    order: Document | None = None


def winners(order: Document) -> dict[str, tuple[str, str]]:
    """Key of the full name → (reward, for what), as the order says; bad lines name nobody."""
    try:
        rows = parse_rows(order.content.get("rewards") or "", PARTS)
    except LineError:
        return {}
    return {name_key(row[0]): (row[1], row[2]) for row in rows if isinstance(row, tuple)}


def orders(program: Program) -> QuerySet[Document]:
    found = Document.objects.of_program(program).filter(
        kind=DocumentKind.ORDER_REWARD, status=DocumentStatus.REGISTERED
    )
    return found.order_by("-date", "-pk")


def prize_of(program: Program, person: Person) -> Prize:
    for order in orders(program):
        found = winners(order).get(person.name_key)
        if found:
            return Prize(award_form(found[0]), found[1], order)
    return Prize(LETTER)


def subjects(program: Program) -> QuerySet[Person]:
    """Everybody in the bases, and the parents of those who mentor while at school."""
    rows = program.mentors.in_base(), program.mentees.in_base()
    participants = {pk for base in rows for pk in base.values_list("person", flat=True)}
    mentors = rows[0].values("person")
    parents = Person.objects.filter(represented__child__in=mentors).values_list("pk", flat=True)
    found = Person.objects.filter(pk__in=participants | set(parents), erased_on=None)
    return found.order_by("name_key", "pk")


def child_of(document) -> Person | None:
    """The mentor whom a parent of no base of the program is thanked for."""
    own = {"program": document.program, "person": document.person_id}
    if any(base.objects.filter(**own).exists() for base in (Mentor, Mentee)):
        return None
    links = document.person.represented.filter(child__mentors__program=document.program)
    link = links.select_related("child").order_by("pk").first()
    return link.child if link else None


def prize(document) -> Prize:
    return prize_of(document.program, child_of(document) or document.person)


def reason(document) -> str:
    year = document.program.year
    return prize(document).reason or (
        f"за активное участие в программе наставничества в {year} учебном году"
    )


def child_words(document) -> str | None:
    """«дочери – Ершовой Яны Тимуровны»"""
    child = child_of(document)
    if child is None:
        return None
    return f"{by_sex(child, 'сына', 'дочери')} – {name_in(child, 'gent')}"


WORDS = {"за что": reason, "ребёнка": child_words}


def compose(document, content) -> Page:
    organization, person = document.program.organization, document.person
    is_parent = child_of(document) is not None
    given = Prize(LETTER, order=prize(document).order) if is_parent else prize(document)
    body = content["parents"] if is_parent else content[given.form.key]
    blocks = (
        letterhead(organization),
        Banner(given.form.title.upper(), "huge"),
        *(certificate(document, given.form) if given.form.verb else letter_head(person)),
        *lines(body),
        *ground(given),
        signature_or_blank(organization, day_of(document)),
        Banner(place_and_year(document, given), "medium"),
    )
    title = f"{given.form.title}: {person.full_name}"
    return Page(title, blocks, organization.name, landscape=True)


def certificate(document, form: AwardForm) -> Iterator[Block]:
    """«награждается» – the name – the class or the post."""
    yield Banner(form.verb, "medium")
    yield Banner(name_in(document.person, form.case), "large")
    post = post_of(document)
    if post:
        yield Banner(post_in(post, form.case), "medium")


def post_of(document) -> str:
    """As the order itself has it: «ученица 9 «А» класса»."""
    for base in (Mentor, Mentee):
        rows = base.objects.filter(program=document.program, person=document.person_id)
        row = rows.select_related("person").first()
        if row and row.position:
            return somebody(row).post
    return ""


def letter_head(person: Person) -> Iterator[Block]:
    """A pupil is addressed by the given name alone."""
    is_child = subject_as(person, timezone.localdate()).is_minor
    patronymic = "" if is_child else person.patronymic
    yield Banner(greeting(person.first_name, patronymic, person.sex))


def lines(body: str) -> Iterator[Banner]:
    return (Banner(line.strip(), "medium") for line in body.splitlines() if line.strip())


def ground(given: Prize) -> Iterator[Para]:
    if given.order:
        yield Para(f"Приказ {details(given.order)}", align="center", indent=False)


def place_and_year(document, given: Prize) -> str:
    """«г. Речной, 2026 г.»"""
    day = given.order.date if given.order else day_of(document)
    return ", ".join(filter(None, (document.program.organization.place, f"{day.year}\u00a0г.")))


def parents_to_thank(person: Person) -> list[Person]:
    """Parents of a winner who is still a child."""
    if not subject_as(person, timezone.localdate()).is_minor:
        return []
    return [link.person for link in parents_of(person)]


KIND = Kind(
    code=DocumentKind.GRATITUDE_LETTER,
    type=PaperType.AWARD,
    stage=StageCode.COMPLETION,
    compose=compose,
    fields=FIELDS,
    subject=Subject.PERSON,
    subjects=subjects,
    is_kept=False,
    values=lambda document: Words(WORDS, document),
    own_names=tuple(WORDS),
)
