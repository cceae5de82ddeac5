"""Who wishes to have a mentor: the base of mentees with their requests and chosen mentors."""

from collections import defaultdict
from collections.abc import Iterator

from documents.domain.blocks import Column, Row
from documents.enums import DocumentKind, PaperType
from documents.kinds import candidates
from documents.kinds.lists.listing import listing
from participants.enums import ParticipantStatus
from participants.models import Mentee
from programs.enums import StageCode

COLUMNS = (
    Column("№ п/п", 5, "center"),
    Column("Фамилия, имя, отчество", 24),
    Column("Класс, группа или должность", 16),
    Column("Запрос", 30),
    Column("Источник запроса", 16),
    Column("Форма наставничества", 16),
    Column("Желаемые наставники", 22),
)
WISHING = (ParticipantStatus.CANDIDATE, ParticipantStatus.APPROVED, ParticipantStatus.PAUSED)


def rows(program) -> Iterator[Row]:
    mentees = candidates.mentees(program).filter(status__in=WISHING)
    wished = wished_of(program)
    for number, mentee in enumerate(mentees, 1):
        yield (
            number,
            mentee.person.full_name,
            mentee.position or mentee.workplace,
            mentee.request,
            mentee.get_request_source_display(),
            mentee.get_form_display(),
            "; ".join(wished[mentee.pk]),
        )


def wished_of(program) -> defaultdict[int, list[str]]:
    """Mentee → the mentors of the wish, the dearest first; one query."""
    links = Mentee.wishes.through.objects.filter(mentee__program=program).order_by("pk")
    found = defaultdict(list)
    for link in links.select_related("mentor__person"):
        found[link.mentee_id].append(link.mentor.person.full_name)
    return found


WISHES = listing(
    DocumentKind.MENTEE_WISH_LIST,
    type=PaperType.LIST,
    stage=StageCode.MENTEE_BASE,
    columns=COLUMNS,
    rows=rows,
)
