"""Erasing a person on request: the highest app leads, each app destroys what is its own.

Registered papers are archive and stay. Files go only after the transaction has come true.
"""

from collections.abc import Collection
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from documents.services import erasure_papers as of_papers
from documents.services.bundle import drop_bundles
from pairs.services import erasure as of_pairs
from participants.models import Erasure, Person
from participants.services import erasure as of_people
from participants.services.erasure import Destroyed, StoredFile


def obstacles(person: Person) -> list[str]:
    """Why not yet, in words of what to do first."""
    return [
        *of_pairs.obstacles(person),
        *of_people.obstacles(person, timezone.localdate()),
        *of_papers.obstacles(person),
    ]


@transaction.atomic
def erase(
    *,
    person: Person,
    reason: str,
    requested_on: date,
    by,
    parents: Collection[Person] = (),
) -> Erasure:
    """Destroy and write it down; ``parents`` are those here for this child alone.

    Twice is once: a person erased already gives the former record.
    """
    person = Person.objects.select_for_update().get(pk=person.pk)
    if person.erased_on:
        return person.erasures.latest("pk")
    if found := obstacles(person):
        raise ValidationError(found)
    alone = {parent.pk for parent in of_people.only_parents(person)}
    gone = destroy(person)
    drop_bundles(person.organization)
    erasure = of_people.record(
        person=person, reason=reason, requested_on=requested_on, gone=gone, by=by
    )
    transaction.on_commit(gone.remove_files)
    for parent in parents:
        if parent.pk in alone:
            erase(person=parent, reason=reason, requested_on=requested_on, by=by)
    return erasure


def destroy(person: Person) -> Destroyed:
    """From the top down: names are still known while words of higher apps are looked for."""
    drafts = of_papers.files(person)
    files = [StoredFile(item.file.storage, item.file.name) for item in drafts]
    for attachment in drafts:
        attachment.delete()
    own = of_papers.destroy_own(person)
    shared, titled = of_papers.forget_choices(person)
    words = of_pairs.destroy(person)
    gone = of_people.destroy(person)
    of_papers.rename(titled)
    for category, number in words.items():
        gone.add(category, number)
    gone.add("Файлы черновиков документов", len(drafts))
    gone.files += files
    gone.add("Черновики документов о человеке", own)
    gone.add("Имя среди людей других черновиков", shared)
    return gone
