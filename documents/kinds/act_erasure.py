"""«Акт об уничтожении персональных данных» and the extract of the journal (РКН № 179).

Both are printed from the record of the erasure, so they need no draft and no number of a journal:
the number of the record is theirs. The subject is a number, too: an act that named him would keep
what it says was destroyed.
"""

from django.utils import timezone

from documents.domain.blocks import (
    Column,
    DateNumber,
    KeyValues,
    KindLine,
    Note,
    Page,
    Para,
    Signature,
    Table,
    Title,
)
from documents.kinds.letterhead import letterhead
from mentoring_portal.shared.dates import long_date
from mentoring_portal.shared.names import NBSP
from participants.models import Erasure
from programs.models import AuditEvent

SYSTEM = "Портал наставничества"
METHOD = (
    "стирание записей в базе данных информационной системы с обезличиванием строки человека "
    "и удаление файлов с носителя"
)
STORED = "Акт и выгрузка из журнала хранятся три года (приказ Роскомнадзора от 28.10.2022 № 179)."
BLANK_NAME = "_" * 18


def compose(erasure: Erasure) -> Page:
    organization, moment = erasure.organization, timezone.localtime(erasure.erased_at)
    title, post = "Акт об уничтожении персональных данных", post_of(erasure)
    return Page(
        title,
        (
            letterhead(organization),
            KindLine("АКТ"),
            DateNumber(moment.date(), str(erasure.pk), organization.place),
            Title("Об уничтожении персональных данных"),
            Para(
                "Составлен о том, что персональные данные субъекта, указанного ниже, уничтожены "
                "без возможности восстановления."
            ),
            KeyValues(facts(erasure)),
            categories(erasure),
            Note(
                "Зарегистрированные приказы и отчёты хранятся по правилам архива и не изменялись."
            ),
            Note(STORED),
            Signature(post[:1].upper() + post[1:], name_of(erasure)),
        ),
        organization.name,
    )


def facts(erasure: Erasure) -> tuple[tuple[str, str], ...]:
    organization = erasure.organization
    moment = timezone.localtime(erasure.erased_at)
    return (
        ("Оператор", ", ".join(filter(None, [organization.name, organization.address]))),
        ("Субъект персональных данных", f"запись{NBSP}№{NBSP}{erasure.person_id}"),
        ("Кто уничтожил", f"{name_of(erasure)}, {post_of(erasure)}"),
        ("Информационная система", SYSTEM),
        ("Способ", METHOD),
        ("Причина", erasure.get_reason_display()),
        ("Дата обращения", long_date(erasure.requested_on)),
        ("Дата и время уничтожения", f"{long_date(moment.date())}, {moment:%H:%M}"),
        ("Удалено файлов", str(erasure.files)),
    )


def categories(erasure: Erasure) -> Table:
    columns = (
        Column("№ п/п", 8, "center"),
        Column("Категория персональных данных", 70),
        Column("Записей", 22, "center"),
    )
    rows = [(n, name, total) for n, (name, total) in enumerate(erasure.categories.items(), 1)]
    return Table(columns, tuple(rows), "Уничтоженные персональные данные")


def name_of(erasure: Erasure) -> str:
    person = getattr(erasure.erased_by, "person", None)
    return person.signature_name if person else BLANK_NAME


def post_of(erasure: Erasure) -> str:
    return erasure.erased_by_post or "ответственный"


def compose_journal(erasure: Erasure) -> Page:
    """The extract of the journal of events: when, who, what, which record, which categories."""
    columns = (
        Column("Дата и время", 16),
        Column("Кто (номер входа)", 12),
        Column("Событие", 14),
        Column("Субъект", 12),
        Column("Уничтожено", 30),
        Column("Причина", 16),
        Column("Система", 12),
    )
    events = AuditEvent.objects.filter(action="person.erase", object_id=erasure.person_id)
    title = f"Выгрузка из журнала регистрации событий к акту № {erasure.pk}"
    blocks = (
        Title(title, align="center"),
        Table(columns, tuple(event_row(event, erasure) for event in events)),
        Note(STORED),
    )
    return Page(title, blocks, erasure.organization.name, landscape=True)


def event_row(event: AuditEvent, erasure: Erasure) -> tuple[str, ...]:
    return (
        f"{timezone.localtime(event.at):%d.%m.%Y %H:%M:%S}",
        str(event.actor_id or "–"),
        "уничтожение персональных данных",
        f"запись № {event.object_id}",
        "; ".join(event.details.get("categories", {})),
        erasure.get_reason_display(),
        SYSTEM,
    )
