"""What may stand on the public page: no name without a distribution consent (152-ФЗ, ст. 10.1)."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from documents.enums import DocumentStatus
from documents.models import Document
from documents.services.issue import record
from mentoring_portal.shared.plurals import counted
from pairs.models import Pair
from participants.enums import ConsentKind
from participants.models import Consent

NAME_FIELD = "name"


def people_named(document: Document) -> set[int]:
    """Ids of the participants whom the paper names."""
    people = set()
    for pair in Pair.objects.filter(documents=document).with_people():
        people.add(pair.mentor.person_id)
        people.update(member.mentee.person_id for member in pair.members.all())
    return people


def not_covered(document: Document) -> set[int]:
    """Those of them without a distribution consent for the name in force today."""
    people = people_named(document)
    consents = Consent.objects.in_force(timezone.localdate()).filter(
        person__in=people, kind=ConsentKind.DISTRIBUTION
    )
    covered = {consent.person_id for consent in consents if NAME_FIELD in consent.fields}
    return people - covered


def published(program) -> list[Document]:
    """Papers of the public page. A withdrawn consent takes its papers off at once."""
    documents = Document.objects.published().of_program(program).prefetch_related("attachments")
    return [document for document in documents if not not_covered(document)]


@transaction.atomic
def publish(*, document: Document, shown: bool, by) -> None:
    """Put a registered paper on the public page, or take it off."""
    if shown:
        check_publishable(document)
    document.is_public = shown
    document.save(update_fields=["is_public"])
    record(document, "document.publish" if shown else "document.unpublish", by)


def check_publishable(document: Document) -> None:
    if document.status != DocumentStatus.REGISTERED:
        raise ValidationError("На страницу ставят только зарегистрированные документы.")
    missing = len(not_covered(document))
    if missing:
        people = counted(missing, "человек", "человека", "человек")
        raise ValidationError(
            f"В документе названы {people} без согласия на распространение персональных данных. "
            "Получите согласия или не публикуйте документ."
        )
