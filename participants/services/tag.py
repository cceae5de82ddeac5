"""#Tags of people in the two bases; a new word becomes a tag of the organization."""

from collections.abc import Sequence

from participants.domain.tags import tag_key
from participants.models import Mentee, Mentor, Tag


def known_tags(organization: int) -> list[str]:
    return list(Tag.objects.filter(organization=organization).values_list("name", flat=True))


def set_tags(*, participant: Mentor | Mentee, names: Sequence[str]) -> None:
    """Exactly these tags, in this order when they are new."""
    organization = participant.program.organization_id
    known = {tag_key(tag.name): tag for tag in Tag.objects.filter(organization=organization)}
    new = [
        Tag(organization_id=organization, name=name) for name in names if tag_key(name) not in known
    ]
    known |= {tag_key(tag.name): tag for tag in Tag.objects.bulk_create(new)}
    participant.tags.set(known[tag_key(name)] for name in names)
