"""The annex of the commission's protocol: candidates, their points and the decisions."""

from collections.abc import Iterator

from documents.domain.blocks import Annex, Block, Column, Table
from documents.kinds.acts.protocol import dated
from documents.kinds.gender import by_sex
from mentoring_portal.shared.names import NBSP
from participants.enums import SelectionDecision
from participants.models import SelectionCriterion
from participants.services.selection import Standing

OUTCOMES_OF_HER = {
    SelectionDecision.ADMIT: "допущена",
    SelectionDecision.DECLINE: "отклонена",
}


def annex(document, rows: list[Standing]) -> Iterator[Block]:
    if not rows:
        return
    top = ("Приложение", f"к протоколу {dated(document)}")
    yield Annex(top, "Оценка кандидатов в наставники по критериям отбора", landscape=True)
    criteria = [line.criterion for line in rows[0].lines]
    yield candidates_table(rows, criteria)
    if criteria:
        yield legend(criteria)


def candidates_table(rows: list[Standing], criteria: list[SelectionCriterion]) -> Table:
    """Columns of points are narrow: the criteria stand under numbers, explained below.

    Few other columns: from thirteen on a table is printed in the smallest letters.
    """
    points = tuple(Column(f"К{n}", 4, "center") for n in range(1, len(criteria) + 1))
    sums = (Column("Сумма", 9, "center"),) if criteria else ()
    columns = (
        Column("№ п/п", 5, "center"),
        Column("Фамилия, имя, отчество, должность", 34),
        *points,
        *sums,
        Column("Решение", 11),
    )
    return Table(columns, tuple(row_of(n, row) for n, row in enumerate(rows, 1)))


def row_of(number: int, row: Standing) -> tuple:
    mentor = row.mentor
    who = ", ".join(filter(None, (mentor.person.full_name, mentor.position, mentor.workplace)))
    points = tuple("–" if line.points is None else line.points for line in row.lines)
    sums = (f"{row.score.points} ({row.score.percent}{NBSP}%)",) if row.lines else ()
    return (number, who, *points, *sums, outcome_of(row))


def outcome_of(row: Standing) -> str:
    """«допущена»; empty before a decision."""
    feminine = OUTCOMES_OF_HER.get(row.decision, row.outcome)
    return by_sex(row.mentor.person, row.outcome, feminine)


def legend(criteria: list[SelectionCriterion]) -> Table:
    columns = (
        Column("Номер", 10, "center"),
        Column("Критерий", 75),
        Column("Наибольший балл", 15, "center"),
    )
    rows = tuple((f"К{n}", words_of(row), row.most) for n, row in enumerate(criteria, 1))
    return Table(columns, rows, "Критерии отбора")


def words_of(criterion: SelectionCriterion) -> str:
    return f"{criterion.title}{NBSP}(обязательный)" if criterion.is_required else criterion.title
