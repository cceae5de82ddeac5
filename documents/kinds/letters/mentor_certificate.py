"""The certificate of the School of mentors, for everyone whose training a person has passed."""

from collections.abc import Iterator
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from documents.domain.blocks import BLANK_NUMBER, Block, Page, Para, cell_text
from documents.domain.form_blocks import Banner
from documents.domain.lessons import hours_cell
from documents.enums import DocumentKind, PaperType, Subject
from documents.kinds.base import Field, Kind
from documents.kinds.candidates import mentor_of, mentors
from documents.kinds.gender import by_sex
from documents.kinds.letterhead import letterhead, signature_or_blank
from documents.kinds.orders.words import Words
from documents.kinds.values import day_of
from mentoring_portal.shared.dates import days_words, long_date
from mentoring_portal.shared.plurals import plural
from participants.models import Mentor, Training
from participants.services.certificate import certified_facts
from programs.enums import StageCode
from programs.models import Program

BODY = Field(
    "body",
    "Текст сертификата",
    "Очистите поле, чтобы вернуть текст портала.",
    rows=4,
    required=False,
    worded=True,
)
NOT_PASSED = "{name}: обучение в «Школе наставников» не зачтено, сертификата нет."


def subjects(program: Program) -> QuerySet[Mentor]:
    passed = Training.objects.passed().filter(course__program=program)
    return mentors(program).filter(pk__in=passed.values("mentor"))


def passed_of(document) -> list[Training]:
    """The courses that the mentor has passed in this program; refuses one who has none."""
    mentor = mentor_of(document)
    rows = Training.objects.passed().filter(mentor=mentor, course__program=document.program)
    found = list(rows.select_related("course__program").order_by("number", "pk"))
    if not found:
        raise ValidationError(NOT_PASSED.format(name=mentor.person.full_name))
    return found


def studied(document) -> str:
    return by_sex(document.person, "прошёл обучение", "прошла обучение")


def courses(document) -> str:
    """«по программе «Основы» объёмом 8 академических часов с … по …»; several after a colon."""
    found = [course_words(row) for row in passed_of(document)]
    if len(found) == 1:
        return f"по программе {found[0]}"
    return f"по программам: {'; '.join(found)}"


def course_words(training: Training) -> str:
    found = certified_facts(training)
    if not (found.hours and found.first_day and found.last_day):
        return f"«{found.title}»"
    days = days_words(found.first_day, found.last_day)
    return f"«{found.title}» объёмом {hours_words(found.hours)}, {days}"


def hours_words(hours: Decimal) -> str:
    """«8 академических часов», «1,5 академического часа»."""
    if hours % 1:
        return f"{cell_text(hours_cell(hours))} академического часа"
    whole = int(hours)
    forms = ("академический час", "академических часа", "академических часов")
    return f"{whole} {plural(whole, *forms)}"


WORDS = {"прошёл обучение": studied, "по программе": courses}


def compose(document, content) -> Page:
    organization, mentor = document.program.organization, mentor_of(document)
    passed = passed_of(document)
    blocks = (
        letterhead(organization),
        Banner("СЕРТИФИКАТ", "huge"),
        Banner(f"№\u00a0{numbers(passed)}", "medium"),
        Banner("Настоящий сертификат подтверждает, что", "medium"),
        *name_lines(mentor),
        *(Banner(line.strip(), "medium") for line in content["body"].splitlines() if line.strip()),
        Para(f"Дата выдачи: {long_date(issued_on(passed, document))}", align="center"),
        signature_or_blank(organization, day_of(document)),
    )
    title = f"Сертификат «Школы наставников»: {mentor.person.full_name}"
    return Page(title, blocks, organization.name, landscape=True)


def numbers(passed: list[Training]) -> str:
    return ", ".join(row.certificate for row in passed if row.number) or BLANK_NUMBER


def issued_on(passed: list[Training], document):
    return max((row.decided_on for row in passed if row.decided_on), default=day_of(document))


def name_lines(mentor: Mentor) -> Iterator[Block]:
    yield Banner(mentor.person.full_name, "large")
    if mentor.position:
        yield Banner(mentor.position, "medium")


KIND = Kind(
    code=DocumentKind.CERTIFICATE_MENTOR_SCHOOL,
    type=PaperType.AWARD,
    stage=StageCode.SELECTION_TRAINING,
    compose=compose,
    fields=(BODY,),
    subject=Subject.MENTOR,
    subjects=subjects,
    is_kept=False,
    values=lambda document: Words(WORDS, document),
    own_names=tuple(WORDS),
)
