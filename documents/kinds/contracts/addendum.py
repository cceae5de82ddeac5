"""The addendum to the labor contract of a mentor or a curator (ст. 351.8 ТК РФ).

The law wants four things in it: what the work is, for how long, in which form and for which pay.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

from django.core.exceptions import ValidationError
from django.utils import timezone

from documents.domain.articles import parse_articles
from documents.domain.blocks import DateNumber, KindLine, Page, Para, Title
from documents.domain.form_blocks import BLANK_DAY, Parties, SignLine
from documents.domain.placeholders import BLANK, Manner
from documents.domain.points import lowered
from documents.enums import DocumentKind, FieldType, PaperType, Subject
from documents.kinds.base import Field, Kind
from documents.kinds.content import content_of
from documents.kinds.contracts.sides import employer, employer_party, worker_party
from documents.kinds.contracts.worker import (
    own_pairs,
    pairs_of_mentor,
    term_words,
    worker_of,
    workers,
)
from documents.kinds.orders.words import Reader, Words, acts_of
from documents.kinds.people import Named, name_in
from documents.kinds.wordings import preset
from mentoring_portal.shared.dates import long_date
from pairs.models import Pair
from participants.enums import AssignmentRole
from participants.models import Assignment
from programs.enums import ActTopic, StageCode

RETURN = "Очистите поле, чтобы вернуть текст портала."
ESSENTIAL = "Без этого условия соглашение не зарегистрировать (статья 351.8 ТК РФ)."
TITLE = Field("title", "Название в списках", RETURN, required=False, worded=True)
CONTRACT_NUMBER = Field("contract_number", "Номер трудового договора", required=False)
CONTRACT_DAY = Field("contract_day", "Дата трудового договора", type=FieldType.DATE, required=False)
PREAMBLE = Field("preamble", "Преамбула", RETURN, rows=4, required=False, worded=True)


def essential(key: str, label: str, help_text: str = "") -> Field:
    return Field(key, label, f"{ESSENTIAL} {help_text}".strip(), rows=4, worded=True)


ESSENTIALS = (
    essential("work", "Содержание работы"),
    essential("term", "Срок выполнения работы"),
    essential("form", "Форма выполнения работы"),
    essential(
        "pay",
        "Размер и условия выплат",
        "Например: «Работнику выплачивается доплата в размере 15 процентов должностного оклада "
        "ежемесячно вместе с заработной платой».",
    ),
)
REST = Field(
    "rest",
    "Прочие условия",
    f"Раздел начинайте со знака «#», пункт – с новой строки. {RETURN}",
    rows=12,
    required=False,
    worded=True,
)
HEADINGS = dict(
    zip(
        (field.key for field in ESSENTIALS),
        (
            "Предмет соглашения и содержание работы",
            "Срок выполнения работы",
            "Форма выполнения работы",
            "Размер и условия выплат",
        ),
        strict=True,
    )
)


def helped(pairs: Iterable[Pair]) -> str | None:
    """«учителю труда Якимовой Еве Глебовне»; with several, one after another."""
    people = (mentee for pair in pairs for mentee in pair.mentees)
    return ", ".join(dict.fromkeys(whom(mentee) for mentee in people)) or None


def whom(mentee) -> str:
    post = Named(mentee.person, mentee.position).words("datv", Manner.WITH_POST)
    post = post.removesuffix(Named(mentee.person).words("datv", Manner.SHORT))
    return f"{post}{name_in(mentee.person, 'datv')}"


def work(document, pairs: Sequence[Pair]) -> str:
    """What a mentor does, or what a curator does who mentors nobody of the school."""
    texts = preset(DocumentKind.LABOUR_ADDENDUM)
    if pairs or not is_curator(document):
        return texts["mentor_work"].replace("[кому]", helped(pairs) or BLANK)
    return texts["curator_work"]


def form(document, pairs: Sequence[Pair]) -> str:
    texts = preset(DocumentKind.LABOUR_ADDENDUM)
    if not pairs and is_curator(document):
        return texts["curator_form"]
    forms = ", ".join(dict.fromkeys(form_words(pair) for pair in pairs)) or BLANK
    return texts["mentor_form"].replace("[форма]", forms)


def form_words(pair: Pair) -> str:
    """««учитель – учитель», вид – традиционное («один-на-один»)»"""
    return f"«{pair.get_form_display()}», вид – {lowered(pair.get_kind_display())}"


def is_curator(document) -> bool:
    return holds_curatorship(document.program, document.person)


def holds_curatorship(program, person) -> bool:
    duties = Assignment.objects.of_organization(program.organization)
    own = duties.filter(person=person, role=AssignmentRole.CURATOR)
    return own.exclude(ends_on__lt=timezone.localdate()).exists()


def ground(document, pairs: Sequence[Pair]) -> str:
    """The acts on labor in force; they say nothing about the work of a curator."""
    acts = acts_of(document, [ActTopic.LABOR]) if pairs else ""
    return lowered(acts) or "по соглашению сторон"


WORDS = {"работник": worker_of, "представитель работодателя": employer}
# Words about the worker's pairs, which are read once for all of them.
OF_PAIRS = {
    "основание соглашения": ground,
    "содержание работы": work,
    "срок работы": term_words,
    "форма работы": form,
}


def words_of(document) -> Words:
    pairs = cache(lambda: own_pairs(document))
    told = {name: told_of(tell, pairs) for name, tell in OF_PAIRS.items()}
    return Words(WORDS | told, document)


def told_of(tell: Callable[..., str], pairs: Callable[[], list[Pair]]) -> Reader:
    return lambda document: tell(document, pairs())


def compose(document, content) -> Page:
    organization = document.program.organization
    blocks = (
        KindLine("ДОПОЛНИТЕЛЬНОЕ СОГЛАШЕНИЕ"),
        Title(f"к трудовому договору {contract_of(content)}", "center"),
        DateNumber(document.date, document.number_text, organization.place),
        Para(content["preamble"]),
        *parse_articles("\n".join(articles(content))),
        Parties((employer_party(document), worker_party(worker_of(document)))),
        SignLine("Экземпляр соглашения получен", document.person.signature_name),
    )
    return Page(content["title"], blocks, organization.name)


def articles(content) -> Iterator[str]:
    for field in ESSENTIALS:
        yield f"# {HEADINGS[field.key]}"
        yield content[field.key].strip() or BLANK
    yield content["rest"]


def contract_of(content) -> str:
    day = long_date(content["contract_day"]) if content["contract_day"] else BLANK_DAY
    return f"от {day} № {content['contract_number'] or '________'}"


def empty(content) -> Iterable[str]:
    """Labels of the essentials that are missing or still have a line to fill in."""
    return [
        field.label.lower()
        for field in ESSENTIALS
        if not content[field.key].strip() or BLANK in content[field.key]
    ]


def check(document, day) -> None:
    missing = empty(content_of(KIND, document))
    if missing:
        raise ValidationError(
            "В соглашении не заполнено обязательное условие (статья 351.8 ТК РФ) – "
            f"{', '.join(missing)}. Впишите его в черновике."
        )


def admit(program, person) -> None:
    """Without a pair or a duty nothing is known of the work: the addendum would be all blanks."""
    if not pairs_of_mentor(program, person.pk) and not holds_curatorship(program, person):
        raise ValidationError(
            f"{person.short_name}: нет ни пары с работником школы, ни обязанностей куратора. "
            "Сначала примите такую пару или назначьте куратора в разделе «Ответственные»: "
            "из них портал возьмёт содержание, срок и форму работы."
        )


KIND = Kind(
    code=DocumentKind.LABOUR_ADDENDUM,
    type=PaperType.CONTRACT,
    stage=StageCode.SELECTION_TRAINING,
    compose=compose,
    fields=(TITLE, CONTRACT_NUMBER, CONTRACT_DAY, PREAMBLE, *ESSENTIALS, REST),
    subject=Subject.PERSON,
    subjects=workers,
    values=words_of,
    own_names=(*WORDS, *OF_PAIRS),
    check=check,
    admit=admit,
    is_single=True,
)
