"""Unregistered papers of somebody who is erased: the own ones go, the others forget the name.

A text that names the person among others was typed by the curator, who rewrites it first: a portal
that cut names out of sentences would leave a paper that says something else.
"""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError

from documents.domain.mentions import Name, indexed, people_named, words
from documents.domain.page_json import to_json
from documents.enums import OPEN_STATUSES, FieldType, Subject
from documents.kinds import kind_of
from documents.kinds.content import ORIGINS, content_of
from documents.models import Attachment, Document
from documents.services.issue import name
from pairs.services.erasure import is_about, pairs_of
from participants.models import Person

REWRITE = (
    "Сначала уберите имя из документа «{title}» ({status}): {fields}. {how}"
    "Или удалите этот документ."
)
TAKE_BACK = "Документ на подписи нужно прежде вернуть в черновики. "


class Mentions:
    """Whether texts name the person, in any case and with initials as well."""

    def __init__(self, person: Person):
        self.index = indexed([Name(person.pk, *person.name)])

    def __call__(self, value: Any) -> bool:
        return bool(people_named(words(value), self.index, lambda _person: 0))


def open_papers(person: Person) -> list[Document]:
    papers = Document.objects.of_organization(person.organization_id).filter(
        status__in=OPEN_STATUSES
    )
    related = papers.select_related("program__organization").prefetch_related("pairs")
    return list(related.order_by("pk"))


def own(person: Person, papers: Iterable[Document]) -> list[Document]:
    """About the person, or about a pair that is nobody's but the person's."""
    pairs = pairs_of(person).select_related("mentor").prefetch_related("members")
    alone = {pair.pk for pair in pairs if is_about(pair, person)}
    return [paper for paper in papers if paper.person_id == person.pk or is_of(paper, alone)]


def is_of(paper: Document, alone: set[int]) -> bool:
    pairs = {pair.pk for pair in paper.pairs.all()}
    return kind_of(paper.kind).subject == Subject.PAIR and bool(pairs) and pairs <= alone


def shared(person: Person) -> list[Document]:
    papers = open_papers(person)
    gone = own(person, papers)
    return [paper for paper in papers if paper not in gone]


def obstacles(person: Person) -> list[str]:
    """Papers about others as well, where the curator has typed the name."""
    names_him = Mentions(person)
    found = ((paper, naming_fields(paper, names_him)) for paper in shared(person))
    return [sentence(paper, fields) for paper, fields in found if fields]


def naming_fields(paper: Document, names_him: Mentions) -> list[str]:
    labels = {field.key: field.label for field in kind_of(paper.kind).fields}
    return [
        f"«{labels.get(key, key)}»"
        for key, value in paper.content.items()
        if key != ORIGINS and names_him(value)
    ]


def sentence(paper: Document, fields: list[str]) -> str:
    return REWRITE.format(
        title=paper.title,
        status=paper.get_status_display(),
        fields=f"{'поле' if len(fields) == 1 else 'поля'} {', '.join(fields)}",
        how="" if paper.is_draft else TAKE_BACK,
    )


def files(person: Person) -> list[Attachment]:
    """Ready files of the own papers and of every other one whose page names the person."""
    names_him = Mentions(person)
    papers = open_papers(person)
    gone = {paper.pk for paper in own(person, papers)}
    pairs = {pair.pk for pair in pairs_of(person)}
    found = Attachment.objects.filter(document__in=papers).select_related("document")
    told = {
        paper.pk
        for paper in papers
        if paper.pk in gone
        or any(pair.pk in pairs for pair in paper.pairs.all())
        or page_names(paper, names_him)
    }
    return [attachment for attachment in found if attachment.document_id in told]


def page_names(paper: Document, names_him: Mentions) -> bool:
    """A page that cannot be composed now may have been another when its files were made."""
    kind = kind_of(paper.kind)
    try:
        return names_him(to_json(kind.compose(paper, content_of(kind, paper))))
    except ValidationError:
        return True


def destroy_own(person: Person) -> int:
    papers = own(person, open_papers(person))
    for paper in papers:
        paper.delete()
    return len(papers)


def forget_choices(person: Person) -> tuple[int, list[Document]]:
    """How many other papers had the person among their people; those titled by the name."""
    names_him, changed, titled = Mentions(person), 0, []
    for paper in open_papers(person):
        content = without(paper, person, names_him)
        if content != paper.content:
            paper.content = content
            paper.save(update_fields=["content"])
            changed += 1
        if names_him(paper.title):
            titled.append(paper)
    return changed, titled


def without(paper: Document, person: Person, names_him: Mentions) -> dict[str, Any]:
    """The content without the person among its people and among what the portal once wrote."""
    content = dict(paper.content)
    for field in kind_of(paper.kind).fields:
        value = content.get(field.key)
        if field.type == FieldType.PERSON and value == person.pk:
            content[field.key] = None
        elif field.type == FieldType.PEOPLE and value:
            content[field.key] = [pk for pk in value if pk != person.pk]
    if ORIGINS in content:
        origins = content[ORIGINS].items()
        content[ORIGINS] = {key: text for key, text in origins if not names_him(text)}
    return content


def rename(papers: Iterable[Document]) -> None:
    """Titles anew once the person is a number; what cannot be composed is called by its kind."""
    for paper in papers:
        paper.title = kind_of(paper.kind).label[:300]
        try:
            name(paper)
        except ValidationError:
            paper.save(update_fields=["title"])
