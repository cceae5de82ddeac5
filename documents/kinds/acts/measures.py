"""Acts whose core is one table: measures for young specialists, the model of partnership."""

from collections.abc import Iterator

from documents.domain.blocks import Block, Column, Heading, Note, Table
from documents.domain.points import sentence_part
from documents.domain.row_lines import parse_rows, rows_of
from documents.enums import DocumentKind, PaperType
from documents.kinds.acts.act import ADOPTED, BODY, act, director_stamps
from documents.kinds.acts.plan import plan_field, plan_table
from documents.kinds.acts.regulation import body as articles
from documents.kinds.base import Field
from documents.kinds.values import day_of
from programs.domain.agreement import ACTIVE, ENDING
from programs.enums import StageCode
from programs.models import Partner

MEASURES = ("мера", "срок", "ответственный", "результат", "отметка")
MEASURE_COLUMNS = (
    Column("№ п/п", align="center"),
    Column("Мера"),
    Column("Срок"),
    Column("Ответственный"),
    Column("Ожидаемый результат"),
    Column("Отметка о выполнении"),
)
INTERACTION = ("партнёр", "форма взаимодействия")
PARTNER_COLUMNS = (
    Column("№ п/п", 6, "center"),
    Column("Партнёр", 24),
    Column("Что предлагает", 28),
    Column("Форма взаимодействия", 24),
    Column("Соглашение", 18),
)
BY_AGREEMENT = "сотрудничество по соглашению"
BY_EVENT = "участие в отдельных мероприятиях"
FORMS = Field(
    "interaction",
    "Формы взаимодействия с партнёрами",
    f"Каждый партнёр с новой строки: «{'; '.join(INTERACTION)}». Кого здесь нет, о том портал "
    f"пишет «{BY_AGREEMENT}», пока соглашение действует, или «{BY_EVENT}».",
    rows=6,
    required=False,
    reads=rows_of(*INTERACTION),
)


def measures_body(document, content) -> Iterator[Block]:
    yield from articles(document, content)
    yield Heading("План мер")
    yield plan_table(content["plan"], columns=MEASURE_COLUMNS, parts=MEASURES)


def network_body(document, content) -> Iterator[Block]:
    yield from articles(document, content)
    yield Heading("Партнёры и формы взаимодействия")
    rows = tuple(partner_rows(document, content))
    yield Table(PARTNER_COLUMNS, rows)
    if not rows:
        yield Note("Партнёров записывают в разделе «Партнёры».")


def partner_rows(document, content) -> Iterator[tuple]:
    typed = parse_rows(content["interaction"], INTERACTION)
    forms = {row[0].casefold(): row[1] for row in typed if not isinstance(row, str)}
    found = Partner.objects.of_organization(document.program.organization)
    for number, partner in enumerate(found.order_by("name", "pk"), 1):
        form = forms.get(partner.name.casefold()) or usual_form(partner, day_of(document))
        yield (number, partner.name, sentence_part(partner.offers), form, partner.agreement or "–")


def usual_form(partner: Partner, day) -> str:
    return BY_AGREEMENT if partner.agreement_state(day) in (ACTIVE, ENDING) else BY_EVENT


YOUNG = act(
    DocumentKind.YOUNG_ACCESS_MEASURES,
    type=PaperType.LOCAL_ACT,
    stage=StageCode.CONDITIONS,
    stamps=director_stamps,
    body=measures_body,
    fields=(ADOPTED, BODY, plan_field(MEASURES, "План мер")),
)
NETWORK = act(
    DocumentKind.NETWORK_MODEL,
    type=PaperType.PLAN,
    stage=StageCode.CONDITIONS,
    stamps=director_stamps,
    body=network_body,
    fields=(ADOPTED, BODY, FORMS),
)
