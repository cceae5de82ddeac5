"""What a school once said its column titles mean. Another school never sees it."""

from collections.abc import Collection, Iterable, Mapping

from participants.enums import BaseKind
from participants.models import ColumnChoice
from participants.services.import_table import BaseTable
from programs.models import Organization


def recall(organization: Organization, kind: str) -> dict[str, str]:
    """Caption → column; of a caption that means different things in the two bases, nothing."""
    choices = ColumnChoice.objects.filter(organization=organization)
    if kind != BaseKind.AUTO:
        choices = choices.filter(kind=kind)
    found: dict[str, set[str]] = {}
    for caption, column in choices.values_list("caption", "column"):
        found.setdefault(caption, set()).add(column)
    return {caption: columns.pop() for caption, columns in found.items() if len(columns) == 1}


def remember(
    *, organization: Organization, tables: Iterable[BaseTable], mapping: Mapping[str, str]
) -> None:
    """Keep the choices for the next upload; an empty choice forgets the caption."""
    for kind, captions in captions_of(tables).items():
        chosen = {caption: mapping[caption] for caption in captions if caption in mapping}
        known = ColumnChoice.objects.filter(organization=organization, kind=kind)
        known.filter(caption__in=chosen).delete()
        ColumnChoice.objects.bulk_create(
            ColumnChoice(organization=organization, kind=kind, caption=caption, column=column)
            for caption, column in chosen.items()
            if column
        )


def captions_of(tables: Iterable[BaseTable]) -> dict[str, Collection[str]]:
    """The keys of all captions, by the kind of their table."""
    found: dict[str, set[str]] = {}
    for table in tables:
        found.setdefault(table.kind, set()).update(column.key for column in table.columns)
    return found
