"""«Положение о наставничестве»: the structure of the regional type document (ZAB), its text ours.

The two annexes are the forms that the regulation itself speaks of: the route and the report.
"""

from collections.abc import Iterator

from documents.domain.articles import parse_articles
from documents.domain.blocks import Annex, Block, Column, KeyValues, Table
from documents.domain.form_blocks import SignLine
from documents.enums import DocumentKind, PaperType
from documents.kinds.acts.act import ADOPTED, AGREED, APPROVED, BODY, Body, act, local_stamps
from documents.kinds.acts.values import PROGRAM_NAMES, program_values
from documents.kinds.base import Kind
from programs.enums import StageCode

STAMPS = (APPROVED, ADOPTED, AGREED)
LINE = "_" * 30
BLANK_ROWS = 8
ROUTE = (
    Column("№ п/п", 6, "center"),
    Column("Мероприятие, задание", 30),
    Column("Срок", 13),
    Column("Форма работы", 15),
    Column("Планируемый результат", 19),
    Column("Отметка о выполнении", 17),
)
REPORT = (
    Column("№ п/п", 7, "center"),
    Column("О чём отчёт", 48),
    Column("Что сделано, результат", 45),
)
REPORTED = (
    "Проведено встреч, из них очных и дистанционных",
    "Что из индивидуального маршрута выполнено",
    "Что не выполнено и почему",
    "Изменения у наставляемого: учёба или работа, общение, самостоятельность",
    "Трудности наставника, какая помощь нужна",
    "Предложения по дальнейшей работе",
)


def body(document, content) -> tuple[Block, ...]:
    return parse_articles(content["body"])


def body_with_forms(document, content) -> Iterator[Block]:
    yield from body(document, content)
    yield Annex(annex_head("1"), "Индивидуальный маршрут наставляемого (форма)")
    yield KeyValues(people(("Цель", LINE), ("Задачи", LINE)))
    yield Table(ROUTE, tuple((n, *[""] * (len(ROUTE) - 1)) for n in range(1, BLANK_ROWS + 1)))
    yield from signed("Наставник", "Наставляемый", "Согласовано: куратор")
    yield Annex(annex_head("2"), "Отчёт наставника о выполнении индивидуального маршрута (форма)")
    yield KeyValues(people(("Отчётный период", "с ____________ по ____________")))
    yield Table(REPORT, tuple((n, title, "") for n, title in enumerate(REPORTED, 1)))
    yield from signed("Наставник", "Принял: куратор")


def annex_head(number: str) -> tuple[str, ...]:
    return (f"Приложение {number}", "к Положению о наставничестве")


def people(*more: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    who = (("Наставник", LINE), ("Наставляемый", LINE), ("Форма наставничества", LINE))
    return (*who, *more)


def signed(*sides: str) -> Iterator[SignLine]:
    """One line by hand for each side of a form."""
    return (SignLine(side) for side in sides)


def local_regulation(code: DocumentKind, body: Body = body) -> Kind:
    return act(
        code,
        type=PaperType.LOCAL_ACT,
        stage=StageCode.CONDITIONS,
        stamps=local_stamps,
        body=body,
        fields=(BODY, *STAMPS),
        values=program_values,
        own_names=PROGRAM_NAMES,
    )


REGULATION = local_regulation(DocumentKind.REGULATION, body_with_forms)
INCENTIVES = local_regulation(DocumentKind.REGULATION_INCENTIVES)
